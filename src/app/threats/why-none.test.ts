import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../core/codec/index.ts';
import type { Line, Model } from '../../core/document/index.ts';
import { whyNone } from './why-none.ts';

const read = readModel(
  new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../../templates/docker-sample.tm7'))),
);
if (!read.ok) throw new Error(read.error.message);
const { model } = read.value;

/** The reason for the first flow of the model. */
function reason(of: Model, change: (flow: Line) => Line = (flow) => flow): string {
  const [diagram] = of.diagrams;
  const flow = diagram?.lines.find(({ kind }) => kind === 'flow');
  if (diagram === undefined || flow === undefined) throw new Error('The sample has no flow');
  const changed = change(flow);
  const lines = diagram.lines.map((line) => (line === flow ? changed : line));
  return whyNone(of, { ...diagram, lines }, changed);
}

describe('whyNone', () => {
  it('a free end comes first', () => {
    const loose = (flow: Line) => ({ ...flow, target: { ...flow.target, element: null } });
    expect(reason({ ...model, threatGenerationEnabled: false }, loose)).toMatch(/free/);
  });
  it('generation is off', () => {
    expect(reason({ ...model, threatGenerationEnabled: false })).toMatch(/switched off/);
  });
  it('no rule applies', () => {
    const template = { ...model.template, threatTypes: [] };
    expect(reason({ ...model, template })).toMatch(/No rule/);
  });
  it('they were not made yet', () => {
    expect(reason(model)).toMatch(/Update threats/);
  });
});
