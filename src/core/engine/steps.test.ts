import { describe, expect, it } from 'vitest';
import type { Steps } from '../base/index.ts';
import { elementId, type Line, type Model, type Shape } from '../document/index.ts';
import { generate, work } from './generate.ts';
import {
  findingStale,
  previewingUpdate,
  staleThreats,
  updatePreview,
  validate,
  validating,
} from './index.ts';
import { makingMatcher, matcher } from './match.ts';
import { diagramOf, flowOf, small, templateWith, threatType } from './testing/small.ts';

const { ids, ...base } = small(
  templateWith(threatType('A', "source is 'server'"), threatType('B', "target is 'store'")),
);

/** As many flows, each between elements of its own. */
function wide(flows: number): Model {
  const diagram = diagramOf(base);
  const line = flowOf(base, ids.flow);
  const numbers = Array.from({ length: flows }, (_, n) => n);
  const named = (shape: Shape, id: string): Shape => ({
    ...shape,
    id: elementId(id),
    properties: [...shape.properties],
  });
  const shapes = numbers.flatMap((n) => diagram.shapes.map((shape) => named(shape, `${shape.id} ${n}`)));
  const lines = numbers.map(
    (n): Line => ({
      ...line,
      id: elementId(`flow ${n}`),
      properties: [...line.properties],
      source: { ...line.source, element: elementId(`${ids.web} ${n}`) },
      target: { ...line.target, element: elementId(`${ids.data} ${n}`) },
    }),
  );
  return { ...base, diagrams: [{ ...diagram, shapes, lines }] };
}

/** The most flows of which threats are made in one step. */
function mostInAStep<T>(steps: Steps<T>): {
  readonly value: T;
  readonly most: number;
  readonly steps: number;
} {
  let [most, count] = [0, 0];
  for (;;) {
    work.interactions = 0;
    const step = steps.next();
    most = Math.max(most, work.interactions);
    count += 1;
    if (step.done === true) return { value: step.value, most, steps: count };
  }
}

const FLOWS = 300;

describe('what is said of a large model', () => {
  it.each([
    ['its messages', validating, validate],
    ['its stale threats', findingStale, staleThreats],
    ['what an update would do', previewingUpdate, updatePreview],
  ] as const)('%s come in small steps, and are the same', (_, inSteps, atOnce) => {
    const model = wide(FLOWS);
    const { value, most, steps } = mostInAStep<unknown>(inSteps(model));
    expect(most).toBe(1);
    expect(steps).toBeGreaterThan(FLOWS);
    expect(value).toEqual(atOnce(wide(FLOWS)));
  });

  it('threats are put in order to be found one at a step', () => {
    const made = generate(wide(FLOWS));
    const { value, steps } = mostInAStep(makingMatcher(made));
    expect(steps).toBeGreaterThan(made.length);
    expect(matcher(made)).toBe(value);
  });
});
