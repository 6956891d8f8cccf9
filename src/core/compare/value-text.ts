import { laterWords } from '../words/later.ts';
import type { Told } from './difference.ts';
import type { Plain } from './plain.ts';

/**
 * A value of a document as the text that a person reads: all of it, but for pictures and for values that hold
 * several, which are told by their number. Null: there is none.
 */
export function fullText(value: Plain | undefined, field = ''): string | null {
  const { changes: said } = laterWords;
  if (value === undefined || value === null) return null;
  if (field === 'image' || field === 'imageStream') return said.picture;
  if (typeof value !== 'object') return String(value);
  const isPlain = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  return isPlain ? value.join(', ') : said.several({ count: Object.keys(value).length });
}

/** Letters of a value in a line. */
export const MOST = 80;

/** A text in quotation marks, cut where it is too long for a line. */
export const quotedText = (text: string): string =>
  JSON.stringify(text.length > MOST ? `${text.slice(0, MOST)}…` : text);

/** What no editor shows, by the field that is different: the order of a list, a number, content of the file. */
export function unshown(field: string): Pick<Told, 'group' | 'effect' | 'aspect' | 'before' | 'after'> {
  const { aspects } = laterWords.differences;
  const aspect = field === 'order' ? aspects.order : field === 'carried' ? aspects.carried : field;
  return { group: 'other', effect: 'other', aspect, before: null, after: null };
}
