import { laterWords } from '../words/later.ts';
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
