import { version } from '../../../package.json';
import type { Model } from '../../core/document/index.ts';
import type { HtmlOptions, ReportChoices } from '../../core/report/index.ts';
import type { ReportFormatId } from '../../core/session/index.ts';
import type { OtherModel } from '../store/index.ts';
import { handOver, type Piece } from '../ui/pieces.ts';
import { words } from '../words/index.ts';

/** What a report is made of. */
export interface ReportSource {
  readonly model: Model;
  /** What the file of the model is called. */
  readonly fileName: string;
  /** The file as it was read, while nothing was edited; null: what a save would write is the file. */
  readonly bytes: Uint8Array | null;
  readonly choices: ReportChoices;
  /** The older state that changes are told from; null for none. */
  readonly since: OtherModel | null;
}

export interface ReportJob extends ReportSource {
  /** The text that the report bears as its date. */
  readonly now: string;
  readonly format: ReportFormatId;
  /** For the app's own frame, in which no script runs. */
  readonly preview?: boolean;
  /** Of an HTML report. */
  readonly theme?: HtmlOptions['theme'] & string;
}

/** A job as the worker gets it. */
export interface SentJob extends ReportJob {
  /** The program and its version. */
  readonly tool: string;
}

/** What the worker is told: a job in pieces, but for its bytes, which come with the word to begin. */
export type ReportQuestion =
  | { readonly kind: 'piece'; readonly piece: Piece }
  | { readonly kind: 'write'; readonly bytes: SentJob['bytes'] };

export type ReportAnswer =
  /** A piece has come. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'progress' /** From 0 to 1. */; readonly share: number }
  | { readonly kind: 'done'; readonly file: Blob }
  | { readonly kind: 'failed'; readonly cause: string };

export interface RunningReport {
  /** The file; null when it was cancelled. Rejects when it could not be written. */
  readonly file: Promise<Blob | null>;
  readonly cancel: () => void;
}

/** The name of a file that is made of a model's. */
export const withEnding = (fileName: string, ending: string): string =>
  `${fileName.replace(/\.tm7$/i, '')}.${ending}`;

/** Writes a report in a worker of its own, so that the page stays usable and the work can be stopped at any moment. */
export function writeReport(
  job: ReportJob,
  progress: (share: number) => void = () => undefined,
): RunningReport {
  const worker = new Worker(new URL('./report-worker.ts', import.meta.url), { type: 'module' });
  const ask = (question: ReportQuestion): void => worker.postMessage(question);
  let cancel = (): void => undefined;
  let isWanted = true;
  let taken = (): void => undefined;
  const file = new Promise<Blob | null>((resolve, reject) => {
    cancel = () => resolve(null);
    worker.onmessage = ({ data }: MessageEvent<ReportAnswer>) => {
      if (data.kind === 'taken') taken();
      else if (data.kind === 'progress') progress(data.share);
      else if (data.kind === 'done') resolve(data.file);
      else reject(new Error(data.cause));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    };
    worker.onmessageerror = ({ type }) => reject(new Error(type));
    const { bytes, ...rest } = { ...job, tool: `${words.shell.product} ${version}` } satisfies SentJob;
    handOver(
      rest,
      (piece) => {
        const isTaken = new Promise<void>((resolve) => {
          taken = resolve;
        });
        ask({ kind: 'piece', piece });
        return isTaken;
      },
      () => isWanted,
    ).then(() => ask({ kind: 'write', bytes }), reject);
  }).finally(() => {
    isWanted = false;
    worker.terminate();
  });
  return { file, cancel };
}
