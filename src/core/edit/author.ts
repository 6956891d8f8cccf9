/** Who edits and when, as the files store it in threats and notes (format 1.2.7, 4.4). */
export interface Author {
  /** `MACHINE\user` in files of the Windows tool; any text. */
  readonly name: string;
  /** Local time with offset, from `formatDateTime`. */
  readonly now: string;
}

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/**
 * A time as the files store it (format 1.2.7): local time with offset, a fraction without trailing zeros.
 * @param ms milliseconds since 1970 in UTC
 * @param offsetMinutes minutes that local time is ahead of UTC (`-Date.prototype.getTimezoneOffset()`)
 * @throws RangeError when the time is no number or beyond what a date can hold
 */
export function formatDateTime(ms: number, offsetMinutes: number): string {
  const offset = Math.round(offsetMinutes);
  const local = new Date(ms + offset * 60_000);
  // The local time is read through the UTC face of a shifted date, so that no machine's zone gets in.
  const [seconds = '', milliseconds = ''] = local.toISOString().slice(0, -1).split('.');
  const fraction = milliseconds.replace(/0+$/, '');
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${seconds}${fraction === '' ? '' : `.${fraction}`}${sign}${pad(hours)}:${pad(minutes)}`;
}
