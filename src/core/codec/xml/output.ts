import { Refusal } from '../places.ts';
import { tooLarge } from '../too-large.ts';
import { encodeUtf8 } from '../utf8.ts';

/** How many characters become bytes at once. */
const CHUNK = 64 * 1024;

/**
 * The text of a file as it is written. It becomes bytes on the way: the parts of a large file, kept to its end, would
 * take ten times its size. What passes `most` bytes is refused on the way, too: nobody can open it, and making the rest
 * of it takes seconds.
 */
export class Output {
  #text = '';
  readonly #chunks: Uint8Array[] = [];
  readonly #most: number;
  #size = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws Refusal when it is too much */
  push(text: string): void {
    this.#text += text;
    if (this.#text.length > CHUNK) this.#flush();
  }

  /**
   * All that was written.
   * @throws Refusal when it is too much
   */
  bytes(): Uint8Array {
    this.#flush();
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  #flush(): void {
    const chunk = encodeUtf8(this.#text);
    this.#text = '';
    this.#size += chunk.length;
    if (this.#size > this.#most) throw new Refusal(tooLarge(this.#most));
    this.#chunks.push(chunk);
  }
}
