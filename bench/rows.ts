import type { Figure } from './measure.ts';

/** What a row measures with. */
export interface Setting {
  /** How often each thing is measured; the median counts. */
  readonly runs: number;
  /** A folder for files, gone when the bench has ended. */
  readonly folder: string;
  /** The numbers of elements for the rows that go by them. */
  readonly sizes: readonly number[];
}

/** One measurement that can be asked for by its id: `npm run bench -- --only drag`. */
export interface Row {
  readonly id: string;
  readonly run: (setting: Setting) => Promise<readonly Figure[]> | readonly Figure[];
}
