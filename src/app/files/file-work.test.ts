import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { readModel } from '../../core/codec/index.ts';
import { piecesOf } from '../ui/pieces.ts';
import { contentOfFile, type FileAnswer } from './file-job.ts';
import { fileWork } from './file-work.ts';

const model = new Uint8Array(
  readFileSync(path.join(import.meta.dirname, '../../../templates/docker-sample.tm7')),
);
/** A model of several pieces. */
const large = new TextEncoder().encode(
  new TextDecoder()
    .decode(model)
    .replace('</ThreatModel>', `${'<Odd><Part/></Odd>'.repeat(20_000)}</ThreatModel>`),
);

it('gives one answer to a question: it does not work ahead of who waits for it', async () => {
  const answers: FileAnswer[] = [];
  const ask = fileWork((answer) => void (answer.kind === 'progress' || answers.push(answer)));
  await ask({ kind: 'read', file: new Blob([large]), name: 'large.tm7', as: 'any' });
  expect(answers.map(({ kind }) => kind)).toEqual(['piece']);
  while (answers.at(-1)?.kind === 'piece') {
    const before = answers.length;
    await ask({ kind: 'next' });
    expect(answers).toHaveLength(before + 1);
  }
  expect(answers.filter(({ kind }) => kind === 'piece').length).toBeGreaterThan(1);
  expect(answers.at(-1)).toMatchObject({ kind: 'read' });
  await ask({ kind: 'prove' });
  expect(answers.at(-1)).toEqual({ kind: 'proven', fidelity: 'exact' });
  const all = answers.length;
  await ask({ kind: 'next' });
  expect(answers).toHaveLength(all);
});

it('says once why a file was refused, and reads the next one from its beginning', async () => {
  const answers: FileAnswer[] = [];
  const ask = fileWork((answer) => void answers.push(answer));
  await ask({ kind: 'read', file: new Blob(['no']), name: 'no.tm7', as: 'any' });
  await ask({ kind: 'next' });
  expect(answers.map(({ kind }) => kind)).toEqual(['refused']);
  await ask({ kind: 'read', file: new Blob([model]), name: 'docker-sample.tm7', as: 'model' });
  expect(answers[1]).toMatchObject({ kind: 'piece' });
});

it('takes what is to be written piece by piece, and says so of each', async () => {
  const answers: FileAnswer[] = [];
  const ask = fileWork((answer) => void answers.push(answer));
  const read = readModel(model);
  if (!read.ok) throw new Error('not read');
  const pieces = [...piecesOf(contentOfFile(read.value), 500)];
  for (const { piece } of pieces) await ask({ kind: 'piece', piece });
  expect(answers).toEqual(pieces.map(() => ({ kind: 'taken' })));
  await ask({ kind: 'write' });
  expect(answers.at(-1)).toMatchObject({ kind: 'written', written: { ok: true } });
});

it('keeps nothing of a file of another program that it gave away', async () => {
  const items: WeakRef<object>[] = [];
  const ask = fileWork((answer) => {
    if (answer.kind !== 'piece') return;
    for (const item of answer.piece.items)
      if (typeof item === 'object' && item !== null) items.push(new WeakRef(item));
    void ask({ kind: 'next' });
  });
  const chart = Array.from({ length: 300 }, (_, n) => `  n${n}[One ${n}] --> n${n + 1}[(Two)]`);
  const file = new Blob([`flowchart LR\n${chart.join('\n')}\n`]);
  await ask({ kind: 'read', file, name: 'chart.mmd', as: 'foreign' });
  expect(items.length).toBeGreaterThan(0);
  setFlagsFromString('--expose-gc');
  // Once for the task that is over, once for what is only held weakly since.
  for (let round = 0; round < 2; round++) {
    await new Promise((resolve) => setTimeout(resolve));
    runInNewContext('gc')();
  }
  expect(items.filter((item) => item.deref() !== undefined)).toEqual([]);
});
