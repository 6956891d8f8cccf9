/** A name that was written as one word, as its words: `isPublicNetwork`, `is Public Network`. */
export const spaced = (name: string): string => name.replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, '$1 ');

/** The name of a member as people read it: `data_sensitivity` as `Data sensitivity`. */
export function inWords(name: string): string {
  const words = spaced(name).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
