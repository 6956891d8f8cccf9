import { describe, expect, it } from 'vitest';
import { firstOf, lines, scene, shapes } from '../edit/testing/scene.ts';
import { boundariesAround, elementsInside } from './containment.ts';
import { elementId } from './ids.ts';
import type { Diagram, Line, Shape } from './model.ts';

const diagram = firstOf(scene);

describe('boundariesAround', () => {
  const box = (id: string, left: number, top: number, size: number, more: Partial<Shape> = {}): Shape => ({
    ...shapes.zone,
    id: elementId(id),
    left,
    top,
    width: size,
    height: size,
    ...more,
  });
  const around = (...all: Shape[]) =>
    Object.fromEntries(
      [...boundariesAround({ ...diagram, shapes: all })].map(([id, boxes]) => [
        id,
        boxes.map((one) => one.id),
      ]),
    );
  const dot = (left: number, top: number) => box('dot', left, top, 20, { kind: 'ellipse' });

  it('gives the innermost first, whatever their order', () => {
    const [outer, inner] = [box('outer', 0, 0, 300), box('inner', 50, 50, 100)];
    expect(around(inner, dot(90, 90), outer)).toEqual({ inner: ['outer'], dot: ['inner', 'outer'] });
  });

  it('counts an element by its middle, as threats do, and a box as a whole', () => {
    const zone = box('zone', 0, 0, 100);
    expect(around(zone, dot(90, 50))).toEqual({ dot: ['zone'] });
    expect(around(zone, dot(91, 50))).toEqual({});
    expect(around(zone, box('half', 60, 10, 60))).toEqual({});
  });

  it('takes the earlier of two boxes of one size for the outer one', () => {
    expect(around(box('a', 0, 0, 100), box('b', 0, 0, 100), dot(10, 10))).toEqual({
      b: ['a'],
      dot: ['b', 'a'],
    });
  });
});

describe('elementsInside', () => {
  const place = (shape: Shape, left: number, top: number, more: Partial<Shape> = {}): Shape => ({
    ...shape,
    left,
    top,
    ...more,
  });
  const zone = place(shapes.zone, 100, 100, { width: 400, height: 300 });
  const { request, border } = lines;
  const free = (x: number, y: number) => ({ element: null, port: 'None' as const, x, y });
  const at = (shape: Shape, x: number, y: number) => ({ element: shape.id, port: 'West' as const, x, y });
  const held = (box: Shape, others: readonly Shape[], all: readonly Line[] = []) => {
    const on: Diagram = { ...diagram, shapes: [box, ...others], lines: all };
    return elementsInside(on, box.id);
  };
  const inner = (left: number, size: number) =>
    place(zone, left, 120, { id: elementId('inner'), width: size, height: size });

  it.each<[string, Shape, boolean]>([
    ['an element that sticks out with its middle inside', place(shapes.server, 440, 200), true],
    ['an element with its middle on the edge', place(shapes.server, 450, 200), true],
    ['an element that reaches in with its middle outside', place(shapes.server, 451, 200), false],
    ['a text that sticks out', place(shapes.note, 80, 380, { width: 100, height: 30 }), true],
    ['a box inside', inner(150, 100), true],
    ['a box that sticks out', inner(420, 100), false],
  ])('%s', (_, shape, inside) => {
    expect(held(zone, [shape])).toEqual(inside ? [shape.id] : []);
  });

  it('takes what the outline puts under the boundary, also through boxes in it', () => {
    const nested = inner(150, 100);
    const deep = place(shapes.server, 180, 150);
    expect(held(zone, [nested, deep])).toEqual([nested.id, deep.id]);
    expect(held(nested, [zone, deep])).toEqual([deep.id]);
    // Of two boxes of one size the earlier holds the later, and not the other way round.
    const twin = place(zone, 100, 100, { id: elementId('twin') });
    expect(held(zone, [twin])).toEqual([twin.id]);
    expect(elementsInside({ ...diagram, shapes: [zone, twin], lines: [] }, twin.id)).toEqual([]);
  });

  const server = place(shapes.server, 440, 200);
  const person = place(shapes.person, 600, 200);
  it.each<[string, Line, boolean]>([
    [
      'a flow from a held element to a free end inside',
      { ...request, source: at(server, 445, 250), target: free(200, 200) },
      true,
    ],
    [
      'a flow to a free end outside',
      { ...request, source: at(server, 445, 250), target: free(90, 200) },
      false,
    ],
    [
      'a flow to an element outside',
      { ...request, source: at(server, 445, 250), target: at(person, 605, 250) },
      false,
    ],
    [
      'a line boundary with its middle inside',
      { ...border, source: free(300, 20), target: free(300, 380), handle: { x: 300, y: 200 } },
      true,
    ],
    [
      'a line boundary with its middle outside',
      { ...border, source: free(300, 120), target: free(300, 180), handle: { x: 700, y: 150 } },
      false,
    ],
  ])('%s', (_, line, inside) => {
    expect(held(zone, [server, person], [line]).includes(line.id)).toBe(inside);
  });
});
