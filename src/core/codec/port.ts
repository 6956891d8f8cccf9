import type { Expected, Limits, Warning } from './places.ts';

/** How sure a format is that a file is its own, by the first bytes. */
export type Sureness =
  /** It is not. */
  | 'no'
  /** What the file is wrapped in fits (XML, JSON, an archive): only reading it tells. */
  | 'possible'
  /** It has marks of the format that others may have, too. */
  | 'likely'
  /** It says so itself. */
  | 'certain';

/** What a reader is told beside the bytes. */
export interface Asked {
  /** What the file should hold, for refusals. */
  readonly expected: Expected;
  readonly limits: Limits;
}

/** What reads files of one format into `T`. */
export interface Reader<T> {
  /** Endings of its files' names with their dot, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
  /**
   * How sure it is by the first bytes of a file (`HEAD_BYTES`, or all there are). Content decides: names only break
   * ties, and that is not the format's affair.
   */
  readonly sniff: (head: Uint8Array) => Sureness;
  /** @throws Refusal with the cause `wrong-root` when the file is another format's, with another when it is damaged */
  readonly read: (bytes: Uint8Array, asked: Asked) => T;
}

/** What a file says, and what the reader had to repair or could only carry along. */
export interface ReadDocument<D> {
  readonly document: D;
  readonly warnings: readonly Warning[];
}

/** What can be done with files of a format. */
export interface Abilities {
  readonly reads: boolean;
  readonly writes: boolean;
  /** Everything in a file is kept over reading and writing. */
  readonly lossless: boolean;
}

/** What a format is, for people and programs. */
export interface FormatFacts {
  readonly id: string;
  readonly label: string;
  /** Endings of its files' names with their dot, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
  /** Media type of its files. */
  readonly mime: string;
  /** What reading and writing keep, in a sentence or two for people. */
  readonly note: string;
  readonly can: Abilities;
}

/** What native formats can. */
export const EVERYTHING = { reads: true, writes: true, lossless: true } as const;

/**
 * A format whose files are documents: they open as what they are and are saved back without loss. What it carries on
 * the records (`Carried`) only it understands.
 */
export interface NativeFormat<D> extends FormatFacts, Reader<ReadDocument<D>> {
  readonly can: typeof EVERYTHING;
  readonly write: (document: D) => Uint8Array;
}
