import { textIn } from './json.ts';

/** The text of a member, also of one that is a list or a record; empty where it says nothing. */
export function plainText(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value
      .map(plainText)
      .filter((text) => text !== '')
      .join(', ');
  if (typeof value !== 'object' || value === null) return textIn(value).trim();
  return Object.keys(value).length === 0 ? '' : JSON.stringify(value);
}

/** The texts in the list that a member is, without empty ones. */
export const textsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : []).map(plainText).filter((text) => text !== '');

/** The value of a fact is cut here: a file made to be odd may name one long text over and over. */
const MOST = 20_000;

/** Different texts as one, as far as anybody reads. */
export function listed(texts: readonly string[]): string {
  let all = '';
  for (const text of new Set(texts)) {
    if (text === '') continue;
    all += `${all === '' ? '' : ', '}${text}`;
    if (all.length > MOST) return all.slice(0, MOST);
  }
  return all;
}
