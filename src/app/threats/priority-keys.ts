/** Letters that do something else in the list. */
const TAKEN = 'jp';

/** The priority that a letter sets: the only one that begins with it. */
export function priorityOfKey(priorities: readonly string[], letter: string): string | undefined {
  if (!/^\p{L}$/u.test(letter) || TAKEN.includes(letter)) return undefined;
  const [only, more] = priorities.filter((priority) => priority.toLowerCase().startsWith(letter));
  return more === undefined ? only : undefined;
}

/** The letters that set priorities, in the order of those, as they are shown. */
export const priorityLetters = (priorities: readonly string[]): readonly string[] =>
  priorities.flatMap((priority) => {
    const letter = priority.slice(0, 1).toLowerCase();
    return priorityOfKey(priorities, letter) === priority ? [letter.toUpperCase()] : [];
  });
