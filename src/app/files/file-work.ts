import { assertNever, seldom } from '../../core/base/index.ts';
import { fidelityOf, readFile, readModel, readTemplate, writeReadable } from '../../core/codec/index.ts';
import { PIECE, type Piece, piecesOf } from '../ui/pieces.ts';
import {
  assembled,
  type Content,
  contentOfFile,
  type FileAnswer,
  type FileQuestion,
  type Written,
} from './file-job.ts';

type Answer = (answer: FileAnswer, transfer?: Transferable[]) => void;

/** Answers the questions about one file, wherever that is to be done. */
export function fileWork(answer: Answer): (question: FileQuestion) => Promise<void> {
  const pieces: Piece[] = [];
  return async (question) => {
    switch (question.kind) {
      case 'read':
        return read(question, answer);
      case 'piece':
        pieces.push(question.piece);
        return;
      case 'write': {
        const written = writtenOf(assembled(pieces.splice(0)));
        return answer({ kind: 'written', written }, written.ok ? [written.bytes.buffer] : []);
      }
      default:
        assertNever(question);
    }
  };
}

async function read(
  { file, name, as }: Extract<FileQuestion, { kind: 'read' }>,
  answer: Answer,
): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const tell = seldom(
    (share) => answer({ kind: 'progress', share }),
    () => performance.now(),
  );
  const found =
    as === 'model'
      ? readModel(bytes, tell)
      : as === 'template'
        ? readTemplate(bytes, tell)
        : readFile(bytes, name, tell);
  if (!found.ok && as === 'foreign') return readForeign(bytes, name, answer);
  if (!found.ok) return answer({ kind: 'refused', error: found.error });
  for (const { piece } of piecesOf(contentOfFile(found.value), PIECE)) answer({ kind: 'piece', piece });
  answer({ kind: 'read', warnings: found.value.warnings, source: new Blob([bytes]) });
  answer({ kind: 'proven', fidelity: fidelityOf(found.value) });
}

/** What is no file of ours may be one of another program: the readers of those are fetched only then. */
async function readForeign(bytes: Uint8Array, name: string, answer: Answer): Promise<void> {
  const { foreignFile } = await import('./foreign-work.ts');
  const found = foreignFile(bytes, name);
  if (!found.ok) return answer({ kind: 'refused', error: found.error });
  for (const { piece } of piecesOf(found.value, PIECE)) answer({ kind: 'piece', piece });
  answer({ kind: 'imported' });
}

function writtenOf(content: Content): Written {
  const written = writeReadable(content.format === 'tm7' ? content.model : content.template);
  if (!written.ok) return { ok: false, fault: written.error };
  const own = new Uint8Array(written.value);
  return { ok: true, bytes: own, blob: new Blob([own]) };
}
