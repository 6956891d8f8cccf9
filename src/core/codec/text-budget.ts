import type { Losses } from './losses.ts';

/** Letters that the texts of all threats of a file may have: a file made to be odd refers to one long text over and over. */
const MOST_LETTERS = 50_000_000;

/** Texts that are put together from parts to which a file refers: together they stay within bounds. */
export class TextBudget {
  readonly #losses: Losses;
  #left: number;

  constructor(losses: Losses, most = MOST_LETTERS) {
    this.#losses = losses;
    this.#left = most;
  }

  /**
   * The parts that say something, a line each, as far as there is room; what is cut is told as `long-texts`.
   * Parts may be made on the way: none is asked for once there is no room.
   */
  lines(parts: Iterable<string>, example: string): string {
    const taken: string[] = [];
    for (const part of parts) {
      if (part === '') continue;
      const room = this.#left;
      this.#left -= Math.min(room, part.length + 1);
      if (part.length <= room) taken.push(part);
      else {
        this.#losses.add('long-texts', example);
        if (room > 0) taken.push(part.slice(0, room));
        break;
      }
    }
    return taken.join('\n');
  }
}
