import { expect, it } from 'vitest';
import type { Model } from '../document/index.ts';
import { countsOf, elementCounts, work } from './counts.ts';
import { threatItems } from './item.ts';
import { progressOf } from './progress.ts';
import { model } from './testing/sample.ts';

const handledEvery = (n: number): Model => ({
  ...model,
  threats: model.threats.map((threat, index) => ({
    ...threat,
    state: index % n === 0 ? 'Mitigated' : index % n === 1 ? 'NotApplicable' : 'NeedsInvestigation',
  })),
});

it('counts say of all and of each diagram what the progress says', () => {
  const some = handledEvery(5);
  const counts = countsOf(some.threats);
  const progress = progressOf(threatItems(some, new Set()));
  expect(counts.handled).toBe(progress.handled);
  expect(counts.all).toBe(some.threats.length);
  const names = new Map(some.diagrams.map(({ id, header }) => [id, header]));
  expect([...counts.byDiagram].map(([id, count]) => ({ label: names.get(id), ...count }))).toEqual(
    progress.byDiagram,
  );
});

it('an element counts the threats of the flows that end at it, each flow once', () => {
  const some = handledEvery(4);
  const [diagram] = some.diagrams;
  if (diagram === undefined) throw new Error('The sample has a diagram');
  const counts = elementCounts(diagram, countsOf(some.threats));
  expect(counts.size).toBeGreaterThan(4);
  for (const [id, count] of counts) {
    const flows = new Set(
      diagram.lines
        .filter((line) => [line.id, line.source.element, line.target.element].includes(id))
        .map((line) => line.id),
    );
    const its = some.threats.filter(({ flowId }) => flows.has(flowId));
    const handled = its.filter(({ state }) => state === 'Mitigated' || state === 'NotApplicable').length;
    expect(count).toEqual({ handled, all: its.length });
  }
  const [line] = diagram.lines.filter(({ id }) => counts.has(id));
  if (line === undefined) throw new Error('The sample has a flow with threats');
  const loop = { ...line, target: { ...line.target, element: line.source.element } };
  const looped = elementCounts({ ...diagram, lines: [loop] }, countsOf(some.threats));
  expect(looped.get(line.source.element ?? line.id)).toEqual(counts.get(line.id));
});

it('counts are worked out once for a list of threats, and again for those of an edit alone', () => {
  const some = handledEvery(3);
  work.threats = 0;
  const counts = countsOf(some.threats);
  expect(countsOf(some.threats)).toBe(counts);
  expect(work.threats).toBe(some.threats.length);
  const [diagram] = some.diagrams;
  if (diagram === undefined) throw new Error('The sample has a diagram');
  const first = elementCounts(diagram, counts);
  expect(elementCounts({ ...diagram, header: 'Renamed' }, counts)).toBe(first);
  expect(elementCounts(diagram, countsOf([...some.threats]))).not.toBe(first);
  expect(elementCounts(diagram, countsOf([]))).toEqual(new Map());
});
