/** A text as people compare it: in small letters, with one blank for each run of white space, and none at its ends. */
export const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
