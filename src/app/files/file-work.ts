import { assertNever, seldom } from '../../core/base/index.ts';
import {
  type Fidelity,
  fidelityOf,
  type ReadError,
  readFile,
  readModel,
  readTemplate,
  writeReadable,
} from '../../core/codec/index.ts';
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
  let reading = NOTHING;
  const next = (): void => {
    const { done, value } = reading.answers.next();
    if (done === true) return;
    // What comes last is the end of it, but for the proof of a file of ours: a worker is kept, and a document with it.
    if (value.kind !== 'piece' && value.kind !== 'read') reading = NOTHING;
    answer(value);
  };
  return async (question) => {
    switch (question.kind) {
      case 'read':
        reading = await read(question, answer);
        return next();
      case 'next':
        return next();
      case 'prove': {
        const { proof } = reading;
        reading = NOTHING;
        return answer({ kind: 'proven', fidelity: proof() });
      }
      case 'piece':
        pieces.push(question.piece);
        return answer({ kind: 'taken' });
      case 'write': {
        const written = writtenOf(assembled(pieces.splice(0)));
        return answer({ kind: 'written', written }, written.ok ? [written.bytes.buffer] : []);
      }
      default:
        assertNever(question);
    }
  };
}

/** What is left to be told of a file that was read. */
interface Reading {
  readonly answers: Iterator<FileAnswer>;
  readonly proof: () => Fidelity;
}

const NOTHING: Reading = { answers: [].values(), proof: () => 'normalised' };

const refused = (error: ReadError): Reading => ({
  ...NOTHING,
  answers: [{ kind: 'refused', error } as const].values(),
});

function* inPieces(content: unknown, last: FileAnswer): Generator<FileAnswer> {
  for (const { piece } of piecesOf(content, PIECE)) yield { kind: 'piece', piece };
  yield last;
}

async function read(
  { file, name, as }: Extract<FileQuestion, { kind: 'read' }>,
  answer: Answer,
): Promise<Reading> {
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
  if (!found.ok && as === 'foreign') return readForeign(bytes, name);
  if (!found.ok) return refused(found.error);
  const { warnings } = found.value;
  const last = { kind: 'read', warnings, source: new Blob([bytes]) } as const;
  return { answers: inPieces(contentOfFile(found.value), last), proof: () => fidelityOf(found.value) };
}

/** What is no file of ours may be one of another program: the readers of those are fetched only then. */
async function readForeign(bytes: Uint8Array, name: string): Promise<Reading> {
  const { foreignFile } = await import('./foreign-work.ts');
  const found = foreignFile(bytes, name);
  if (!found.ok) return refused(found.error);
  return { ...NOTHING, answers: inPieces(found.value, { kind: 'imported' }) };
}

function writtenOf(content: Content): Written {
  const written = writeReadable(content.format === 'tm7' ? content.model : content.template);
  if (!written.ok) return { ok: false, fault: written.error };
  const own = new Uint8Array(written.value);
  return { ok: true, bytes: own, blob: new Blob([own]) };
}
