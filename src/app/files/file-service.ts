import { err, ok, type Result } from '../../core/base/index.ts';
import type { Fidelity, Imported, Opened, ReadError } from '../../core/codec/index.ts';
import { blobOf, bytesOf, drawn, knowBlob, whenIdle } from '../ui/index.ts';
import { handOver, type Piece } from '../ui/pieces.ts';
import {
  assembled,
  type Content,
  type FileAnswer,
  type FileQuestion,
  type Wanted,
  type Written,
} from './file-job.ts';

/*
 * Reading and writing files beside the page, so that it stays usable and the work can be stopped at any moment: a
 * worker for each file that is under way. One is kept for the next file: a save must not depend on a script that the
 * server may no longer have.
 */

/** Who answers the questions about one file. */
interface Port {
  readonly ask: (question: FileQuestion) => void;
  onAnswer: (answer: FileAnswer) => void;
  readonly close: () => void;
}

function workerPort(): Port {
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
  const port: Port = {
    ask: (question) => worker.postMessage(question),
    onAnswer: () => undefined,
    close: () => worker.terminate(),
  };
  worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => port.onAnswer(data);
  worker.onerror = (event) => {
    event.preventDefault();
    port.onAnswer({ kind: 'failed', cause: event.message });
  };
  worker.onmessageerror = ({ type }) => port.onAnswer({ kind: 'failed', cause: type });
  return port;
}

/** Where there are no workers the work is done here. */
function ownPort(): Port {
  const work = import('./own-work.ts').then(({ ownWork }) => ownWork((answer) => port.onAnswer(answer)));
  const port: Port = {
    ask: (question) =>
      void work.then(
        (ask) => ask(question),
        (error: unknown) => port.onAnswer({ kind: 'failed', cause: String(error) }),
      ),
    onAnswer: () => undefined,
    close: () => {
      port.onAnswer = () => undefined;
    },
  };
  return port;
}

const newPort = (): Port => (typeof Worker === 'undefined' ? ownPort() : workerPort());

let spare: Port | null = null;

function takePort(): Port {
  const port = spare ?? newPort();
  spare = null;
  return port;
}

/** Takes back a port that has done its work, or none yet. */
function giveBack(port: Port): void {
  if (spare !== null) {
    port.close();
    return;
  }
  spare = port;
  // One that could not be started is no use to the next file.
  port.onAnswer = () => {
    if (spare === port) spare = null;
    port.close();
  };
}

/** Has a worker ready for the next file. */
export function keepReady(): void {
  if (typeof Worker !== 'undefined' && spare === null) giveBack(newPort());
}

export interface Reading {
  /** The file that was read, or why it was refused; null when it was stopped. Rejects when the browser fails. */
  readonly read: Promise<Result<Opened, ReadError> | null>;
  readonly stop: () => void;
}

/** Milliseconds that the page is busy after a drawing, with what comes beside it. */
const BUSY = 1000;

interface Proof {
  readonly known: Promise<Fidelity>;
  /** Has it made now, if it is not under way. */
  readonly begin: () => void;
}

/** How the readings of files went, by their bytes. */
const proofs = new WeakMap<Uint8Array, Proof>();

export interface ReadingOptions {
  readonly name?: string;
  readonly as?: Wanted;
  readonly progress?: (share: number) => void;
  /** Takes a file of another program, where one may come: then nothing is read as a file of ours, as if stopped. */
  readonly foreign?: ((imported: Imported) => void) | undefined;
}

/** Reads a file beside the page, which takes over the bytes meanwhile. */
export function readBeside(
  source: Uint8Array | Blob,
  { name = '', progress, foreign, as = foreign === undefined ? 'any' : 'foreign' }: ReadingOptions = {},
): Reading {
  const port = takePort();
  const pieces: Piece[] = [];
  const taken = bytesOf(source);
  let stop = (): void => undefined;
  let isRead = false;
  // Then there is nothing to stop, and the port may have another file.
  const over = (): void => {
    stop = () => undefined;
  };
  const read = new Promise<Result<Opened, ReadError> | null>((resolve, reject) => {
    stop = () => {
      port.close();
      resolve(null);
      keepReady();
    };
    let prove = (_: Fidelity): void => undefined;
    const known = new Promise<Fidelity>((resolve) => {
      prove = resolve;
    });
    let isBegun = false;
    const begin = (): void => {
      if (!isBegun) port.ask({ kind: 'prove' });
      isBegun = true;
    };
    port.onAnswer = (answer) => {
      switch (answer.kind) {
        case 'progress':
          return progress?.(answer.share);
        case 'piece':
          pieces.push(answer.piece);
          return port.ask({ kind: 'next' });
        case 'read':
          over();
          isRead = true;
          return void taken
            .then(async (own) => {
              // A file that is written meanwhile is what the reader had of it.
              const bytes = own.length === answer.source.size ? own : await bytesOf(answer.source);
              proofs.set(bytes, { known, begin });
              knowBlob(bytes, answer.source);
              const opened = ok({ ...assembled(pieces), warnings: answer.warnings, bytes });
              // Opening it is work of its own: in a task of its own.
              setTimeout(() => resolve(opened));
            })
            .catch(reject)
            // Soon, so that nobody waits for it, but not while the page draws what was read.
            .finally(() => drawn().then(() => setTimeout(() => whenIdle(begin), BUSY)));
        case 'refused':
          giveBack(port);
          return resolve(err(answer.error));
        case 'imported':
          giveBack(port);
          foreign?.(assembled<Imported>(pieces));
          return resolve(null);
        case 'proven':
          giveBack(port);
          return prove(answer.fidelity);
        default:
          // Whoever has the file already is asked before a save changes its form.
          prove('normalised');
          port.close();
          return isRead
            ? undefined
            : reject(new Error(answer.kind === 'failed' ? answer.cause : answer.kind));
      }
    };
    port.ask({ kind: 'read', file: source instanceof Blob ? source : blobOf(source), name, as });
  });
  read.then(over, over);
  // The reader tells what cannot be read.
  taken.catch(() => undefined);
  return { read, stop: () => stop() };
}

/** How the reading of an open file went. */
export async function formOf({ bytes }: Opened): Promise<Fidelity> {
  if (!proofs.has(bytes)) await readBeside(bytes).read.catch(() => null);
  const proof = proofs.get(bytes);
  proof?.begin();
  return proof?.known ?? 'normalised';
}

/** The bytes of a document, written and read again beside the page. Rejects when the browser fails. */
export async function writeBeside(content: Content): Promise<Written> {
  const port = takePort();
  let taken = (): void => undefined;
  const written = new Promise<Written>((resolve, reject) => {
    port.onAnswer = (answer) => {
      if (answer.kind === 'written') resolve(answer.written);
      else if (answer.kind === 'taken') taken();
      else if (answer.kind === 'failed') reject(new Error(answer.cause));
    };
  });
  // Its failure is told by the last line: until there it has nobody to tell.
  written.catch(() => undefined);
  // It ends the waiting for a piece to be taken, too.
  const give = (piece: Piece): Promise<unknown> => {
    const isTaken = new Promise<void>((resolve) => {
      taken = resolve;
    });
    port.ask({ kind: 'piece', piece });
    return Promise.race([isTaken, written]);
  };
  try {
    await handOver(content, give);
    port.ask({ kind: 'write' });
    const done = await written;
    if (done.ok) knowBlob(done.bytes, done.blob);
    giveBack(port);
    return done;
  } catch (error) {
    port.close();
    throw error;
  }
}
