import { encodeUtf8 } from '../utf8.ts';

/** How many characters become bytes at once. */
const CHUNK = 64 * 1024;

/**
 * The text of a file as it is written. It becomes bytes on the way: the parts of a large file, kept to its end, would
 * take ten times its size.
 */
export class Output {
  #text = '';
  readonly #chunks: Uint8Array[] = [];

  push(text: string): void {
    this.#text += text;
    if (this.#text.length > CHUNK) this.#flush();
  }

  /** All that was written. */
  bytes(): Uint8Array {
    this.#flush();
    const bytes = new Uint8Array(this.#chunks.reduce((size, { length }) => size + length, 0));
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  #flush(): void {
    this.#chunks.push(encodeUtf8(this.#text));
    this.#text = '';
  }
}
