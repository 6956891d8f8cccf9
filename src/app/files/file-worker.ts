import type { FileAnswer, FileQuestion } from './file-job.ts';
import { fileWork } from './file-work.ts';

const tell = (answer: FileAnswer, transfer: Transferable[] = []): void => postMessage(answer, { transfer });

const work = fileWork(tell);

addEventListener('message', ({ data }: MessageEvent<FileQuestion>) => {
  work(data).catch((error: unknown) => {
    tell({ kind: 'failed', cause: error instanceof Error ? error.message : String(error) });
  });
});
addEventListener('messageerror', ({ type }) => tell({ kind: 'failed', cause: type }));
