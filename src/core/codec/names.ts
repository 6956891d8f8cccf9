/** A name that was written as one word, as its words: `isPublicNetwork`, `is Public Network`. */
export const spaced = (name: string): string => name.replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, '$1 ');
