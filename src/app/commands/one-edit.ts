/** The place of the first letter in which two words differ; the length of the shorter one when there is none. */
function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

/**
 * Whether a word begins with what was typed, but for one error at most: a letter that is wrong, missing, too many, or
 * in the place of the next one.
 */
export function withinOneEdit(word: string, typed: string): boolean {
  const at = firstDifference(word, typed);
  const rest = typed.slice(at);
  const goesOn = (from: number, by: number) => word.startsWith(rest.slice(by), at + from);
  return (
    rest === '' ||
    goesOn(1, 1) ||
    goesOn(1, 0) ||
    goesOn(0, 1) ||
    (rest[0] === word[at + 1] && rest[1] === word[at] && goesOn(2, 2))
  );
}
