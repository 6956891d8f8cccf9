import type { StoredRevisionFile } from '../records.ts';
import { type PackAnswer, type PackQuestion, packWork } from './packing.ts';

/** Asks a worker of its own, which ends with its answer: a file is packed once in minutes. Null where none starts. */
const askWorker = (question: PackQuestion): Promise<PackAnswer | null> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./pack-worker.ts', import.meta.url), { type: 'module' });
    const answer = (said: PackAnswer | null): void => {
      worker.terminate();
      resolve(said);
    };
    worker.onmessage = ({ data }: MessageEvent<PackAnswer>) => answer(data);
    worker.onerror = (event) => {
      event.preventDefault();
      answer(null);
    };
    worker.postMessage(question);
  });

/** Beside the page, so that it stays usable; here where the worker's script cannot be had any longer. */
async function asked(question: PackQuestion): Promise<PackAnswer> {
  const answer = typeof Worker === 'undefined' ? null : await askWorker(question);
  return answer ?? packWork(question);
}

/** A file as it is kept. Rejects when the browser cannot read it. */
export async function packBeside(file: Blob): Promise<StoredRevisionFile> {
  const answer = await asked({ kind: 'pack', file });
  if (answer.kind === 'packed') return answer.file;
  throw new Error(answer.kind === 'failed' ? answer.cause : answer.kind);
}

/** A kept file again. Rejects where what was stored is damaged. */
export async function unpackBeside(file: StoredRevisionFile): Promise<Blob> {
  const answer = await asked({ kind: 'unpack', file });
  if (answer.kind === 'unpacked') return answer.file;
  throw new Error(answer.kind === 'failed' ? answer.cause : answer.kind);
}
