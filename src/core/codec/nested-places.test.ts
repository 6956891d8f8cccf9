import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rect, rectCentre, rectContains, rectContainsRect } from '../geometry/index.ts';
import { type Nestable, needsLayout, nestedPlaces } from './nested-places.ts';

const size = { width: 100, height: 100 };
const rect = (left: number, top: number, width: number, height: number): Rect => ({
  left,
  top,
  width,
  height,
});
const zone = (id: string, box: Rect | null, parent: string | null = null): Nestable => ({
  id,
  parent,
  box,
  holds: true,
  size,
});
const thing = (id: string, box: Rect | null, parent: string | null = null): Nestable => ({
  ...zone(id, box, parent),
  holds: false,
});

describe('places', () => {
  it('of the file stay where they say what the parents say', () => {
    const things = [
      zone('z', rect(0, 0, 300, 300)),
      thing('a', rect(20, 40, 50, 50), 'z'),
      thing('b', rect(400, 0, 50, 50)),
    ];
    const { boxes, isMade, grown, placed } = nestedPlaces(things);
    expect(things.map(({ id, box }) => [boxes.get(id), box]).every(([a, b]) => a === b)).toBe(true);
    expect([isMade, grown, placed]).toEqual([false, [], []]);
  });

  it('of a boundary grow around what it holds', () => {
    const { boxes, grown } = nestedPlaces([
      zone('z', rect(0, 0, 100, 100)),
      thing('a', rect(200, 100, 50, 50), 'z'),
    ]);
    expect(grown).toEqual(['z']);
    expect(boxes.get('z')).toEqual(rect(0, 0, 270, 170));
    expect(boxes.get('a')).toEqual(rect(200, 100, 50, 50));
  });

  it('of a boundary grow around one that holds nothing, as a whole', () => {
    const [outer, inner] = [zone('z', rect(0, 0, 100, 100)), zone('y', rect(40, 40, 100, 50), 'z')];
    const { boxes, grown } = nestedPlaces([outer, inner]);
    expect(grown).toEqual(['z']);
    expect(rectContainsRect(boxes.get('z') ?? rect(0, 0, 0, 0), rect(40, 40, 100, 50))).toBe(true);
  });

  it('of what has none are made in its parent, below what lies there', () => {
    const { boxes, placed, isMade } = nestedPlaces([
      zone('z', rect(0, 0, 300, 200)),
      thing('a', rect(20, 40, 50, 50), 'z'),
      thing('b', null, 'z'),
      thing('c', null),
    ]);
    expect(placed).toEqual(['b', 'c']);
    expect(isMade).toBe(false);
    expect(boxes.get('b')).toEqual(rect(20, 110, 100, 100));
    expect(boxes.get('c')?.top).toBeGreaterThan(200);
  });

  it('are all made where the file has none, or its own contradict the parents', () => {
    expect(nestedPlaces([zone('z', null), thing('a', null, 'z')]).isMade).toBe(true);
    const { isMade, boxes } = nestedPlaces([
      zone('z', rect(0, 0, 300, 300)),
      zone('y', rect(400, 0, 300, 300)),
      thing('a', rect(20, 40, 50, 50), 'z'),
      thing('b', rect(100, 40, 50, 50), null),
    ]);
    expect(isMade).toBe(true);
    expect(boxes.size).toBe(4);
  });

  it('of our own export stay where they are, with a new thing in its parent', () => {
    const things = [
      zone('z', rect(0, 0, 300, 300)),
      zone('y', rect(100, 0, 300, 300)),
      thing('a', rect(150, 40, 50, 50), 'z'),
    ];
    expect(nestedPlaces(things).isMade).toBe(true);
    const { boxes, isMade } = nestedPlaces([...things, thing('new', null, 'y')], true);
    expect(isMade).toBe(false);
    expect(things.every(({ id, box }) => boxes.get(id) === box || id === 'y')).toBe(true);
    expect(
      rectContains(boxes.get('y') ?? rect(0, 0, 0, 0), rectCentre(boxes.get('new') ?? rect(-9, -9, 0, 0))),
    ).toBe(true);
  });

  it('end for things that lie in themselves, in each other, or very deep', () => {
    const ring = [zone('a', null, 'b'), zone('b', null, 'c'), zone('c', null, 'a'), zone('d', null, 'd')];
    expect(nestedPlaces(ring).boxes.size).toBe(4);
    const deep = Array.from({ length: 5_000 }, (_, at) => zone(`${at}`, null, at === 0 ? null : `${at - 1}`));
    expect(nestedPlaces(deep).boxes.size).toBe(5_000);
  });

  it('say what the parents say, whatever the file says', () => {
    const box = fc.option(
      fc.record({
        left: fc.integer({ min: -500, max: 500 }),
        top: fc.integer({ min: -500, max: 500 }),
        width: fc.integer({ min: 1, max: 500 }),
        height: fc.integer({ min: 1, max: 500 }),
      }),
    );
    const one = fc.record({ box, holds: fc.boolean(), parent: fc.option(fc.nat({ max: 8 })) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 9 }), (list) => {
        const things: Nestable[] = list.map(({ parent, ...more }, at) => ({
          ...more,
          id: `${at}`,
          parent: parent !== null && parent < at && list[parent]?.holds === true ? `${parent}` : null,
          size,
        }));
        const { boxes } = nestedPlaces(things);
        const get = (id: string): Rect => boxes.get(id) ?? rect(0, 0, 0, 0);
        const lies = (a: Nestable, b: Nestable): boolean =>
          a.holds ? rectContainsRect(get(b.id), get(a.id)) : rectContains(get(b.id), rectCentre(get(a.id)));
        for (const a of things) {
          const parent = things.find(({ id }) => id === a.parent);
          if (parent !== undefined) expect(lies(a, parent)).toBe(true);
        }
      }),
    );
  });
});

it('a diagram is laid out that has no places, or only made ones', () => {
  const diagram = { id: '', name: '', nodes: [], lines: [] };
  const node = { id: 'a', kind: '', name: '', facts: [], role: 'process' as const, box: rect(0, 0, 1, 1) };
  expect(needsLayout({ ...diagram, nodes: [node] })).toBe(false);
  expect(needsLayout({ ...diagram, nodes: [node], isUnplaced: true })).toBe(true);
  expect(needsLayout({ ...diagram, nodes: [{ ...node, box: null }] })).toBe(true);
});
