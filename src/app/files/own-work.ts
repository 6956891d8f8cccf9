import type { FileAnswer, FileQuestion } from './file-job.ts';
import { fileWork } from './file-work.ts';

/** The work on one file where there are no workers: one question after the other, on the page. */
export function ownWork(answer: (answer: FileAnswer) => void): (question: FileQuestion) => void {
  const work = fileWork(answer);
  let asked = Promise.resolve();
  return (question) => {
    asked = asked.then(() => work(question));
    asked.catch((error: unknown) =>
      answer({ kind: 'failed', cause: error instanceof Error ? error.message : String(error) }),
    );
  };
}
