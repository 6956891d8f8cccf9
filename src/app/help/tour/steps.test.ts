import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readModel } from '../../../core/codec/index.ts';
import type { DiagramId, ElementId, Model } from '../../../core/document/index.ts';
import { laterWords } from '../../words/later.ts';
import { isThere, STEPS, subjectOf } from './steps.ts';

const file = path.join(import.meta.dirname, '../../../../templates/docker-sample.tm7');
const read = readModel(new Uint8Array(readFileSync(file)));
if (!read.ok) throw new Error('The sample cannot be read');
const { model } = read.value;
const front = model.diagrams[0]?.id ?? ('' as DiagramId);
const of = (change: Partial<Model>, diagramId = front) =>
  subjectOf({ model: { ...model, ...change }, diagramId });

it('speaks of the first threat whose flow is drawn', () => {
  const [first, second] = model.threats;
  expect(of({})).toEqual({ diagram: front, flow: first?.flowId, threat: first?.key });
  const lost = model.threats.map((one) => (one === first ? { ...one, flowId: 'gone' as ElementId } : one));
  expect(of({ threats: lost })?.threat).toBe(second?.key);
});

it('speaks of another diagram when the one in front has no threat', () =>
  expect(of({}, 'another' as DiagramId)?.diagram).toBe(front));

it('has nothing to speak of without a threat', () => expect(of({ threats: [] })).toBeNull());

it('has nothing to speak of any more once its threat or its flow is gone', () => {
  const subject = of({});
  if (subject === null) throw new Error('The sample has threats');
  const still = (change: Partial<Model>) => isThere({ model: { ...model, ...change } }, subject);
  expect(still({})).toBe(true);
  expect(still({ threats: model.threats.filter(({ key }) => key !== subject.threat) })).toBe(false);
  const without = model.diagrams.map((one) => ({ ...one, lines: [] }));
  expect(still({ diagrams: without })).toBe(false);
  expect(still({ diagrams: [] })).toBe(false);
});

it('has words for each step', () =>
  expect(STEPS.map(({ id }) => id)).toEqual(Object.keys(laterWords.tour.steps)));
