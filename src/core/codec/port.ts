import type { Model } from '../document/index.ts';
import type { Draft, Loss } from './draft.ts';
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

/** Is told how far a reading is, from 0 to 1; often. */
export type Progress = (share: number) => void;

/** What a reader is told beside the bytes. */
export interface Asked {
  /** What the file should hold, for refusals. */
  readonly expected: Expected;
  readonly limits: Limits;
  readonly progress: Progress;
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
  /** @throws Refusal as soon as there are more than `most` bytes */
  readonly write: (document: D, most: number) => Uint8Array;
}

/**
 * A foreign file that was read. It has neither bytes nor a place, so nothing can save over it: it is planned on a
 * template (`planDraft`), built (`buildModel`), and the model is a new one without a file.
 */
export interface Imported {
  readonly format: string;
  readonly draft: Draft;
}

/** A format of other programs whose files are read into a draft. */
export interface ImportFormat extends FormatFacts, Reader<Draft> {
  readonly can: Abilities & { readonly reads: true; readonly lossless: false };
}

/** What writing a format leaves to who wants the file. */
export interface ExportOption {
  readonly id: string;
  readonly label: string;
  readonly values: readonly { readonly id: string; readonly label: string }[];
  /** Whether any of the values may be chosen, and none: else it is one. */
  readonly isMany?: true;
  /** What is chosen where nobody chooses: by what the model says. */
  readonly usual: (model: Model) => readonly string[];
}

/** Ids of chosen values by the ids of options; what is not known, or not there, is as usual. */
export type ExportAnswers = Readonly<Record<string, readonly string[]>>;

/** A format of other programs that a model is written to, with what it cannot hold. */
export interface ExportFormat extends FormatFacts {
  readonly can: Abilities & { readonly writes: true; readonly lossless: false };
  readonly options?: readonly ExportOption[];
  readonly write: (model: Model, answers?: ExportAnswers) => Written;
  /** The note that keeps answers with a model; null where it needs none. One with the same first line is to give way. */
  readonly noteToKeep?: (model: Model, answers: ExportAnswers) => string | null;
}

export interface Written {
  readonly bytes: Uint8Array;
  readonly losses: readonly Loss[];
}

/** What reads a foreign format's files beside the native ones. */
export const importing = (format: ImportFormat): Reader<Imported> => ({
  extensions: format.extensions,
  sniff: format.sniff,
  read: (bytes, asked) => ({ format: format.id, draft: format.read(bytes, asked) }),
});
