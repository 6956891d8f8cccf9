import type { StandIn } from '../../words/index.ts';
import type { Kind } from './kinds.ts';
import { shown, trimmed } from './kinds.ts';
import type { Carrier } from './reading.ts';
import type { XmlNode } from './tree.ts';

const INT_MAX = 2_147_483_647;

/** A number as text; one with a decimal comma, as scripts under other cultures write it, is read with a warning. */
function numberOf(text: string, node: XmlNode, carrier: Carrier): number {
  if (!/^[+-]?\d+,\d+$/.test(text)) return Number(text);
  carrier.reading.warn(node, { code: 'decimal-comma' });
  return Number(text.replace(',', '.'));
}

/** A whole number of 32 bits. */
export function int(blank: number, standIn?: StandIn): Kind<number> {
  return {
    blank,
    ...(standIn === undefined ? {} : { standIn }),
    read: (node, carrier, at) => {
      const value = trimmed(node, carrier, at);
      if (/^-?\d{1,9}$/.test(value)) return Number(value) + 0;
      const number = numberOf(value, node, carrier);
      if (value === '' || !Number.isFinite(number)) {
        carrier.reading.warn(node, {
          code: 'no-number',
          params: { name: node.name, used: standIn ?? shown(blank) },
        });
        carrier.lose(at);
        return blank;
      }
      const whole = Math.max(-INT_MAX - 1, Math.min(INT_MAX, Math.round(number)));
      if (String(whole) !== value) {
        carrier.reading.warn(node, { code: 'fraction' });
      }
      return whole + 0;
    },
    write: (sink, value) => sink.text(formatInt(value)),
    isBlank: (value) => value === blank,
  };
}

/** Whole, and inside 32 bits: the Windows tool refuses a file with anything else. */
function formatInt(value: number): string {
  if (!Number.isFinite(value)) return '0';
  return String(Math.max(-INT_MAX - 1, Math.min(INT_MAX, Math.round(value))) + 0);
}

/** A double. `INF` and `NaN` of XML Schema make no sense in any member and are repaired. */
export function double(blank: number): Kind<number> {
  return {
    blank,
    read: (node, carrier, at) => {
      const value = trimmed(node, carrier, at);
      const number = numberOf(value, node, carrier);
      if (value !== '' && Number.isFinite(number)) return number;
      carrier.reading.warn(node, { code: 'no-number', params: { name: node.name, used: shown(blank) } });
      return blank;
    },
    write: (sink, value) => sink.text(formatDouble(value)),
    isBlank: (value) => value === blank,
  };
}

/** Digits that .NET tries first, and those that tell all doubles apart (the `R` format of the .NET Framework). */
const SHORT = 15;
const FULL = 17;

/**
 * A double as .NET writes it (format 1.2.7): with 15 significant digits when these read back to the same value, else
 * with 17. An exponent from 1E-05 down, and from as many digits up, with a sign and at least two digits.
 */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const short = value.toExponential(SHORT - 1);
  const digits = Number(short) === value ? SHORT : FULL;
  const [padded = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const mantissa = padded.replace(/\.?0+$/, '');
  const power = Number(exponent);
  if (power > -5 && power < digits) return plain(mantissa, power);
  const sign = power < 0 ? '-' : '+';
  return `${mantissa}E${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}

function plain(mantissa: string, power: number): string {
  const negative = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (power < 0) return `${negative}0.${'0'.repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, '0');
  const fraction = digits.slice(power + 1);
  return negative + whole + (fraction === '' ? '' : `.${fraction}`);
}
