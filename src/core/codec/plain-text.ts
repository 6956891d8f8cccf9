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
