import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagram, elementId, type Line, type Model, type Shape } from '../document/index.ts';
import { work as indexes } from '../document/queries.ts';
import { moveElements, setName } from '../edit/index.ts';
import { carryThreats, flowThreats, work } from './generate.ts';
import { regenerate, regenerateAfter } from './index.ts';
import { diagramOf, flowOf, small, templateWith, threatType } from './testing/small.ts';

const { ids, ...base } = small(
  templateWith(
    threatType('A', "source is 'server'"),
    threatType('B', "flow crosses 'zone'"),
    threatType('C', "target is 'store' and not flow crosses 'zone'"),
  ),
  true,
);

/** Servers and stores in two rows, a flow from each server to a store, a zone. */
function wide(flows: number): Model {
  const diagram = diagramOf(base);
  const [web, data, zone] = diagram.shapes;
  if (web === undefined || data === undefined || zone === undefined) throw new Error('A shape is missing');
  const line = flowOf(base, ids.flow);
  const numbers = Array.from({ length: flows }, (_, n) => n);
  const shapes = numbers.flatMap((n): readonly Shape[] => [
    { ...web, id: elementId(`s${n}`), properties: [...web.properties] },
    { ...data, id: elementId(`t${n}`), properties: [...data.properties] },
  ]);
  const lines = numbers.map(
    (n): Line => ({
      ...line,
      id: elementId(`f${n}`),
      properties: [...line.properties],
      source: { ...line.source, element: elementId(`s${n}`) },
      target: { ...line.target, element: elementId(`t${(n * 3) % flows}`) },
    }),
  );
  return { ...base, diagrams: [{ ...diagram, shapes: [zone, ...shapes], lines }] };
}

const place = fc.nat(11);
/** What an edit may do to a diagram: each takes a number that says to which record. */
const change = fc.tuple(
  fc.constantFrom(
    'move',
    'zone',
    'name',
    'retype',
    'remove',
    'line',
    'add',
    'reorder',
    'loose',
    'scope',
    'twice',
  ),
  place,
);
type Change = readonly [string, number];

/** The record, or another one, behind which it stands. */
const swapped = <T>(list: readonly T[], at: number, next: (one: T) => readonly T[]): readonly T[] =>
  list.flatMap((one, index) => (index === at % list.length ? next(one) : [one]));

function changed(diagram: Diagram, [what, at]: Change): Diagram {
  const { shapes, lines } = diagram;
  const line = (next: (one: Line) => readonly Line[]): Diagram => ({
    ...diagram,
    lines: swapped(lines, at, next),
  });
  const shape = (next: (one: Shape) => readonly Shape[]): Diagram => ({
    ...diagram,
    shapes: swapped(shapes, at, next),
  });
  switch (what) {
    case 'move':
      return shape((one) => [{ ...one, left: one.left + 40 }]);
    case 'zone':
      return {
        ...diagram,
        shapes: shapes.map((one) =>
          one.kind === 'borderBoundary' ? { ...one, left: one.left + 350 - at * 60 } : one,
        ),
      };
    case 'name':
      return shape((one) => [{ ...one, properties: [...one.properties] }]);
    case 'retype':
      return shape((one) => [{ ...one, typeId: base.template.standardElements[at % 4]?.id ?? one.typeId }]);
    case 'remove':
      return shape(() => []);
    case 'line':
      return line(() => []);
    case 'add':
      return line((one) => [one, { ...one, id: elementId(`new${at}-${lines.length}`) }]);
    case 'reorder':
      return { ...diagram, lines: lines.toReversed(), shapes: at % 2 === 0 ? shapes.toReversed() : shapes };
    case 'loose':
      return line((one) => [{ ...one, target: { ...one.target, element: null } }]);
    case 'scope':
      return line((one) => [{ ...one, source: one.target, target: one.source }]);
    default:
      return line((one) => [one, one]);
  }
}

const listed = (diagram: Diagram): readonly string[] =>
  [...flowThreats(base.template, diagram)].map(
    ([id, { threats, letters }]) => `${id} ${letters} ${threats.map(({ key }) => key).join(' ')}`,
  );

/** The same with nothing remembered. */
const anew = (diagram: Diagram): readonly string[] => listed(structuredClone(diagram));

describe('the threats of a diagram after an edit', () => {
  it('are those that come from nothing', () => {
    let carried = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let model = regenerate(wide(6));
        for (const one of changes) {
          const diagram = diagramOf(model);
          const next = changed(diagram, one);
          if (next.shapes.length === 0 || next.lines.length === 0) return;
          if (carryThreats(base.template, diagram, next) !== null) carried += 1;
          expect(listed(next)).toEqual(anew(next));
          const after = { ...model, diagrams: [next] };
          // Copies that share what the two share, but of which nothing is remembered.
          const [was, is] = structuredClone([model, after] as const);
          const { template } = model;
          const plain = regenerateAfter({ ...was, template }, { ...is, template });
          model = regenerateAfter(model, after);
          expect(model.threats).toEqual(plain.threats);
        }
      }),
      { numRuns: 150, seed: 12 },
    );
    expect(carried).toBeGreaterThan(200);
  });

  it('are looked at where the edit reached', () => {
    const before = regenerate(wide(300));
    work.interactions = 0;
    indexes.indexes = 0;
    const shape = elementId('s7');
    const moved = regenerateAfter(before, moveElements(before, [shape], 5, 0));
    const named = regenerateAfter(moved, setName(moved, shape, 'Another'));
    expect(named.threats).not.toBe(before.threats);
    expect(work.interactions).toBeLessThan(5);
    expect(carryThreats(base.template, diagramOf(before), diagramOf(moved))?.lines.length).toBeLessThan(5);
    expect(indexes.indexes).toBeLessThan(2);
  });
});
