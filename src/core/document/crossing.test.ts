import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveElements } from '../edit/index.ts';
import { firstOf, lines, scene, shapes } from '../edit/testing/scene.ts';
import { changedCrossings, crossedBoundaries, work } from './crossing.ts';
import { elementId } from './ids.ts';
import type { Diagram, Shape } from './model.ts';

const { person, server, store, zone } = shapes;
const { request, query, border } = lines;

describe('crossings', () => {
  it('tells boxes by end points and lines by curves', () => {
    const ids = (flow: typeof request) => crossedBoundaries(firstOf(scene), flow).map(({ id }) => id);
    expect(ids(request)).toEqual([zone.id, border.id]);
    expect(ids(query)).toEqual([]);
  });

  it.each([
    ['inside of a box', server.id, 10, 0, []],
    ['across a border so that the end stays inside', server.id, -50, 0, []],
    ['so far that the end comes out', server.id, -60, 0, [zone.id]],
    ['out of a box', store.id, 300, 0, [zone.id]],
    ['into a box over a line boundary', person.id, 400, 150, [zone.id, border.id]],
    ['of a box away from what lies in it', zone.id, 0, 600, [zone.id]],
    ['of a line boundary off the flows', border.id, 0, 500, [border.id]],
  ] as const)('tells what a drag %s changes', (_, id, dx, dy, changed) => {
    const after = firstOf(moveElements(scene, [id], dx, dy));
    expect(changedCrossings(firstOf(scene), after)).toEqual(new Set(changed));
  });
});

describe('what changes', () => {
  const diagram = firstOf(scene);
  const ids = [...diagram.shapes, ...diagram.lines].map(({ id }) => id);

  /** By asking every flow of both diagrams. */
  function slowly(before: Diagram, after: Diagram): ReadonlySet<string> {
    const crossed = (of: Diagram, id: string): ReadonlySet<string> => {
      const flow = of.lines.find((line) => line.id === id);
      return new Set(flow === undefined ? [] : crossedBoundaries(of, flow).map((boundary) => boundary.id));
    };
    const changed = new Set<string>();
    for (const { id, kind } of after.lines) {
      if (kind !== 'flow') continue;
      const [then, now] = [crossed(before, id), crossed(after, id)];
      for (const one of then) if (!now.has(one)) changed.add(one);
      for (const one of now) if (!then.has(one)) changed.add(one);
    }
    return changed;
  }

  it('is the same as when every flow is asked, whatever was moved, removed, added or put elsewhere', () => {
    const far = fc.integer({ min: -700, max: 700 });
    const change = fc.constantFrom('move', 'remove', 'twin', 'copy', 'reverse');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(change, fc.subarray(ids, { minLength: 1 }), far, far), { maxLength: 3 }),
        (edits) => {
          let model = scene;
          for (const [kind, some, dx, dy] of edits) {
            if (kind === 'move') {
              model = moveElements(model, some, dx, dy);
              continue;
            }
            const before = firstOf(model);
            const is = ({ id }: { readonly id: string }): boolean => some.some((one) => one === id);
            const copies = before.shapes.filter(is).map(
              (shape): Shape => ({
                ...shape,
                left: shape.left + dx,
                ...(kind === 'twin' ? {} : { id: elementId(`${shape.id} ${dx}`) }),
              }),
            );
            const after: Diagram =
              kind === 'remove'
                ? { ...before, shapes: before.shapes.filter((shape) => !is(shape)) }
                : kind === 'reverse'
                  ? { ...before, shapes: [...before.shapes].reverse() }
                  : { ...before, shapes: [...before.shapes, ...copies] };
            model = { ...model, diagrams: model.diagrams.map((one) => (one === before ? after : one)) };
          }
          expect(changedCrossings(diagram, firstOf(model))).toEqual(slowly(diagram, firstOf(model)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is asked of a boundary that was moved alone, not of the others', () => {
    const many = Array.from(
      { length: 100 },
      (_, n): Shape => ({ ...zone, id: elementId(`zone ${n}`), left: 3000 + n }),
    );
    const wide = { ...scene, diagrams: [{ ...diagram, shapes: [...diagram.shapes, ...many] }] };
    const after = firstOf(moveElements(wide, [elementId('zone 7')], 10, 0));
    work.boundaries = 0;
    expect(changedCrossings(firstOf(wide), after)).toEqual(new Set());
    expect(work.boundaries).toBeLessThanOrEqual(2 * diagram.lines.length);
  });
});
