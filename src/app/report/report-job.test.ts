import { afterEach, expect, it, vi } from 'vitest';
import { scene } from '../../core/edit/testing/scene.ts';
import { DEFAULT_CHOICES } from '../../core/report/index.ts';
import { joined, PIECE, type Piece, weigh } from '../ui/pieces.ts';
import { type ReportAnswer, type ReportJob, type ReportQuestion, writeReport } from './report-job.ts';

const NEVER = '0001-01-01T00:00:00';
const asked: ReportQuestion[] = [];
let ended = 0;
/** Whether the worker has time for what it gets. */
let isFree = true;
vi.stubGlobal(
  'Worker',
  class {
    onmessage: ((event: { data: ReportAnswer }) => void) | null = null;
    postMessage = (question: ReportQuestion) => {
      asked.push(structuredClone(question));
      if (question.kind === 'piece' && isFree)
        queueMicrotask(() => this.onmessage?.({ data: { kind: 'taken' } }));
    };
    terminate = () => void ended++;
  },
);
afterEach(() => {
  asked.length = 0;
  ended = 0;
  isFree = true;
});

const note = { date: NEVER, addedBy: 'Ann', message: 'A thought that takes its room in memory. '.repeat(20) };
/** Heavy enough for many pieces. */
const model = { ...scene, notes: Array.from({ length: 5000 }, (_, id) => ({ ...note, id })) };
const job: ReportJob = {
  model,
  fileName: 'a.tm7',
  bytes: new Uint8Array([1, 2, 3]),
  choices: DEFAULT_CHOICES,
  since: { name: 'b.tm7', model },
  now: 'today',
  format: 'html',
};
const pieces = (): readonly Piece[] =>
  asked.flatMap((question) => (question.kind === 'piece' ? [question.piece] : []));

it('hands the model over in light pieces, and all of it before the word to begin', async () => {
  writeReport(job);
  await vi.waitFor(() => expect(asked.at(-1)).toEqual({ kind: 'write', bytes: job.bytes }), {
    timeout: 30_000,
  });
  expect(pieces().length).toBeGreaterThan(4);
  for (const piece of pieces()) expect(weigh(piece, 3 * PIECE)).toBeLessThan(3 * PIECE);
  const { bytes, ...rest } = job;
  expect(joined(pieces())).toEqual({ ...rest, tool: expect.stringContaining('Trustline') });
});

it('hands no more over once it was cancelled', async () => {
  const { file, cancel } = writeReport(job);
  cancel();
  expect(await file).toBeNull();
  const before = asked.length;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(asked.length - before).toBeLessThanOrEqual(1);
  expect(ended).toBe(1);
});

it('hands the next piece over when the worker has taken the one before', async () => {
  isFree = false;
  const { cancel } = writeReport(job);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(asked.map(({ kind }) => kind)).toEqual(['piece']);
  cancel();
});
