/** Letters of a text that a list, a title or a message shows; its own place has all of them. */
const MOST_LETTERS = 500;
/** Combining marks on one letter: written languages need a few, and thousands stop the layout of a page. */
const MARKS = /(\p{M}{16})\p{M}+/gu;

/** Whether a text holds no letters but those of ASCII, of which nothing has to be cut or left out anywhere. */
export const isPlainText = (text: string): boolean => !/[^\t\n\r -~]/.test(text);

/** A text without the combining marks that nobody could tell apart. */
export const withFewMarks = (text: string): string =>
  text.length <= 16 || isPlainText(text) ? text : text.replace(MARKS, '$1');

/** As much of a text as is shown where it only tells what is meant: whoever reads it knows a name by its beginning. */
export function shownText(text: string): string {
  if (text.length <= MOST_LETTERS) return withFewMarks(text);
  // Not between the halves of a pair.
  const end = /[\uD800-\uDBFF]/.test(text.charAt(MOST_LETTERS - 1)) ? MOST_LETTERS - 1 : MOST_LETTERS;
  return `${withFewMarks(text.slice(0, end))}…`;
}
