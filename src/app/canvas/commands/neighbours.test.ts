import { describe, expect, it } from 'vitest';
import {
  type Diagram,
  diagramId,
  type Element,
  elementId,
  type Line,
  type Shape,
  typeId,
} from '../../../core/document/index.ts';
import { alongFlow, connectedTo, nearestTowards } from './neighbours.ts';

const common = { typeId: typeId('t'), genericTypeId: typeId('t'), properties: [] };

const shape = (id: string, left: number, top: number): Shape => ({
  ...common,
  kind: 'ellipse',
  id: elementId(id),
  left,
  top,
  width: 100,
  height: 100,
  strokeThickness: 1,
  strokeDashArray: null,
});

const flow = (id: string, from: string | null, to: string | null): Line => ({
  ...common,
  kind: 'flow',
  id: elementId(id),
  source: { element: from === null ? null : elementId(from), port: 'None', x: 0, y: 0 },
  target: { element: to === null ? null : elementId(to), port: 'None', x: 0, y: 0 },
  handle: { x: 0, y: 0 },
});

const diagram: Diagram = {
  ...common,
  id: diagramId('d'),
  header: '',
  zoom: 1,
  shapes: [
    shape('a', 0, 0),
    shape('b', 300, 30),
    shape('c', 200, 180),
    shape('d', 0, 400),
    shape('alone', 900, 900),
  ],
  lines: [flow('ab', 'a', 'b'), flow('ac', 'a', 'c'), flow('bc', 'b', 'c'), flow('d-', 'd', null)],
};

const at = (id: string): Element => {
  const found = [...diagram.shapes, ...diagram.lines].find((element) => element.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('nearestTowards', () => {
  const cases = [
    ['a', 'right', 'b'],
    ['a', 'down', 'd'],
    ['a', 'left', null],
    ['a', 'up', null],
    ['b', 'left', 'a'],
    ['c', 'up', 'b'],
    ['d', 'up', 'a'],
  ] as const;
  for (const [from, direction, to] of cases) {
    it(`${direction} of ${from}`, () => expect(nearestTowards(diagram, at(from), direction)).toBe(to));
  }
});

describe('alongFlow', () => {
  it('goes out by the first flow, and on by the next when one was looked at', () => {
    expect(alongFlow(diagram, at('a'), true, null)).toBe('ab');
    expect(alongFlow(diagram, at('a'), true, elementId('ab'))).toBe('ac');
    expect(alongFlow(diagram, at('a'), true, elementId('ac'))).toBe('ab');
  });
  it('goes from a flow to its end and back to its start', () => {
    expect(alongFlow(diagram, at('ab'), true, null)).toBe('b');
    expect(alongFlow(diagram, at('ab'), false, null)).toBe('a');
  });
  it('stops where nothing goes on', () => {
    expect(alongFlow(diagram, at('c'), true, null)).toBeNull();
    expect(alongFlow(diagram, at('a'), false, null)).toBeNull();
    expect(alongFlow(diagram, at('d-'), true, null)).toBeNull();
  });
});

describe('connectedTo', () => {
  const cases = [
    [['b'], ['a', 'b', 'c', 'ab', 'bc']],
    [['ab'], ['a', 'b', 'ab']],
    [
      ['a', 'b', 'c'],
      ['a', 'b', 'c', 'ab', 'ac', 'bc'],
    ],
    [['d'], ['d', 'd-']],
    [['alone'], ['alone']],
    [[], []],
  ] as const;
  for (const [from, found] of cases) {
    it(`${from.join() || 'nothing'}`, () => {
      expect(connectedTo(diagram, new Set(from.map(elementId)))).toEqual(new Set(found));
    });
  }
});
