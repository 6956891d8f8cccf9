import type { Model } from '../document/index.ts';

/** How many threats one model has that the other has not, by their keys. */
export function threatChanges(before: Model, after: Model): { readonly came: number; readonly went: number } {
  const had = new Set(before.threats.map(({ key }) => key));
  const has = new Set(after.threats.map(({ key }) => key));
  return {
    came: [...has].filter((key) => !had.has(key)).length,
    went: [...had].filter((key) => !has.has(key)).length,
  };
}
