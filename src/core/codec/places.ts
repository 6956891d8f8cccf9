import type { RefusalSaid, RepairSaid } from '../words/index.ts';

/** Where in a file something is: line and column from 1, and the path of elements that leads there. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** Element names from the root, `/` between them, `[n]` from 1 behind repeated ones. Empty outside the root. */
  readonly path: string;
}

/** Something that the reader repaired or could only carry along; the document is usable. `repairWords` has its words. */
export type Warning = RepairSaid & {
  /** The first place. */
  readonly place?: Place;
  /** How many places there are. */
  readonly count: number;
};

/** Why a file was refused, for programs. */
export type ReadCause = RefusalSaid['cause'];

/** A refused file; `refusalWords` has the words for it. */
export type ReadError = RefusalSaid & { readonly place: Place };

/**
 * Limits of what is read, against files made to exhaust the reader. The largest public model is 2.6 MB, 8 levels
 * deep, and has some 60 000 elements.
 */
export const LIMITS = {
  /** Size of a file, in bytes (64 MiB). */
  bytes: 64 * 1024 * 1024,
  /** Elements inside each other. */
  depth: 100,
  /** XML elements of one file. */
  elements: 2_000_000,
} as const;

export type Limits = { readonly [Name in keyof typeof LIMITS]: number };

/** What a file should hold, by its name or by who asks: refusals say so. */
export type Expected = 'model' | 'template' | 'any';

/** How reading one file went, before anybody edited it. */
export type Fidelity =
  /** Writing the document by the format's rules gives the bytes of the file: a save changes only what was edited. */
  | 'exact'
  /** Another writer's form: the first save after an edit writes the whole file by the rules. */
  | 'normalised';

/** Thrown inside the codecs to leave the reader at once; the registry turns it into a `ReadError`. Never leaves the folder. */
export class Refusal extends Error {
  readonly refused: ReadError;

  constructor(refused: ReadError) {
    super(refused.cause);
    this.refused = refused;
  }
}

/** The very start of a file, for refusals that concern all of it. */
export const FILE_START: Place = { line: 1, column: 1, path: '' };
