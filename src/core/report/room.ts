/** Letters of a heading, and of what stands in the contents and beside the pages: some lines. */
const LONGEST_HEADLINE = 300;

/** A text as a heading, cut where it would fill pages. */
export function headline(text: string, most = LONGEST_HEADLINE): string {
  return text.length <= most ? text : `${text.slice(0, wholeCharacters(text, most))}…`;
}

/** Where the first `most` letters of a text end, not between the halves of a pair. */
const wholeCharacters = (text: string, most: number): number =>
  /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) && most > 1 ? most - 1 : most;

/** Letters that a text has in any case, and those that all texts of a document together have beyond them. */
const ALWAYS = 2_000;
const BEYOND = 500_000;

interface Piece {
  readonly text: string;
}

/**
 * Room for the texts of one document. A million letters are hundreds of pages that nobody turns: what is beyond is left
 * to the other formats, and said.
 */
export class Room {
  #left = BEYOND;

  /** The pieces of a text as far as there is room for them. */
  for<R extends Piece>(runs: readonly R[]): readonly (R | Piece)[] {
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    const most = ALWAYS + this.#left;
    this.#left -= Math.min(this.#left, Math.max(0, length - ALWAYS));
    if (length <= most) return runs;
    const kept: (R | Piece)[] = [];
    let used = 0;
    for (const run of runs) {
      const fit = most - used;
      if (run.text.length > fit) {
        const letters = fit > 0 ? wholeCharacters(run.text, fit) : 0;
        if (letters > 0) kept.push({ ...run, text: run.text.slice(0, letters) });
        used += letters;
        break;
      }
      kept.push(run);
      used += run.text.length;
    }
    const more = length - used;
    return [...kept, { text: `… (${more} more letters: they are in the other formats of this report)` }];
  }
}
