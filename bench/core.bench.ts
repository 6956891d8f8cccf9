import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bench, describe } from 'vitest';
import { readModel, writeModel } from '../src/core/codec/index.ts';
import { diffModels, mergeModels, patchModel } from '../src/core/compare/index.ts';
import { type Model, type NewGuid, newModel, newShape } from '../src/core/document/index.ts';
import { addFlow, addShape, moveElements } from '../src/core/edit/index.ts';
import { generate, regenerate, regenerateAfter } from '../src/core/engine/index.ts';
import { buildReport, renderHtml } from '../src/core/report/index.ts';
import { refusalWords } from '../src/core/words/index.ts';

/** Compare the rows of one run with each other: absolute times hold on one machine only. */

const bytes = new Uint8Array(
  readFileSync(path.join(import.meta.dirname, '..', 'templates', 'web-application.tm7')),
);
const read = readModel(bytes);
if (!read.ok) throw new Error(refusalWords(read.error));
const sample = read.value.model;

/** A model with `size` elements in rows and about 1.3 flows for each. */
function grown(size: number): Model {
  let next = 0;
  const newGuid: NewGuid = () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`;
  const types = sample.diagrams[0]?.shapes.filter((shape) => shape.kind !== 'borderBoundary') ?? [];
  const flowType = sample.diagrams[0]?.lines.find((line) => line.kind === 'flow')?.typeId;
  let model = newModel(sample.template, newGuid);
  const diagram = model.diagrams[0]?.id;
  if (diagram === undefined || flowType === undefined) throw new Error('The sample has no flows');
  const columns = Math.ceil(Math.sqrt(size));
  for (let i = 0; i < size; i++) {
    const type = types[i % types.length]?.typeId;
    if (type === undefined) throw new Error('The sample has no shapes');
    const place = { left: 20 + (i % columns) * 180, top: 20 + Math.floor(i / columns) * 160 };
    model = addShape(model, diagram, newShape(model.template, type, place, newGuid));
  }
  const ids = model.diagrams[0]?.shapes.map((shape) => shape.id) ?? [];
  for (let i = 0; i < size * 1.3; i++) {
    const source = ids[i % size];
    const target = ids[(i * 7 + 1) % size];
    if (source === undefined || target === undefined) continue;
    model = addFlow(
      model,
      diagram,
      flowType,
      { source: { element: source }, target: { element: target } },
      newGuid,
    );
  }
  return regenerate(model);
}

describe('files', () => {
  bench('read a 0.5 MB model, with the proof of its form', () => {
    readModel(bytes);
  });
  bench('write it', () => {
    writeModel(sample);
  });
});

for (const size of [100, 500]) {
  const model = grown(size);
  const first = model.diagrams[0]?.shapes[0]?.id;
  if (first === undefined) throw new Error('No shapes');
  let step = 0;
  describe(`${size} elements, ${model.threats.length} threats`, () => {
    bench('all threats from nothing', () => {
      // A fresh template object leaves every cache behind.
      generate({ ...model, template: { ...model.template } });
    });
    bench('threats after one element moved', () => {
      step = (step % 50) + 1;
      regenerateAfter(model, moveElements(model, [first], step, 0));
    });
    bench('HTML report', () => {
      renderHtml(buildReport(model, { now: '2026-01-02T03:04:05+00:00' }));
    });
  });
}

{
  const model = grown(870);
  const copy = structuredClone(model);
  const [first, second] = model.diagrams[0]?.shapes.map(({ id }) => id) ?? [];
  if (first === undefined || second === undefined) throw new Error('No shapes');
  const ours = moveElements(model, [first], 5, 0);
  const theirs = moveElements(model, [second], 5, 0);
  const elements = model.diagrams.reduce((sum, { shapes, lines }) => sum + shapes.length + lines.length, 0);
  const diff = diffModels(model, ours);
  describe(`compare: ${elements} elements, ${model.threats.length} threats`, () => {
    bench('difference of two neighbouring steps', () => {
      diffModels(model, ours);
    });
    bench('difference of two files that share nothing', () => {
      diffModels(model, copy);
    });
    bench('patch', () => {
      patchModel(model, diff);
    });
    bench('merge of two sides', () => {
      mergeModels(model, ours, theirs);
    });
  });
}
