import { describe, expect, it } from 'vitest';
import {
  type Diagram,
  diagramId,
  elementId,
  type Line,
  type Shape,
  typeId,
} from '../../../core/document/index.ts';
import { withContents } from './contents.ts';

const common = { typeId: typeId('t'), genericTypeId: typeId('t'), properties: [] };

const shape = (
  id: string,
  kind: Shape['kind'],
  left: number,
  top: number,
  width = 100,
  height = 100,
): Shape => ({
  ...common,
  kind,
  id: elementId(id),
  left,
  top,
  width,
  height,
  strokeThickness: 1,
  strokeDashArray: null,
});

const line = (id: string, from: [number, number], to: [number, number], attached: string | null): Line => ({
  ...common,
  kind: 'flow',
  id: elementId(id),
  source: { element: attached === null ? null : elementId(attached), port: 'None', x: from[0], y: from[1] },
  target: { element: null, port: 'None', x: to[0], y: to[1] },
  handle: { x: (from[0] + to[0]) / 2, y: (from[1] + to[1]) / 2 },
});

const diagram: Diagram = {
  ...common,
  id: diagramId('d'),
  header: '',
  zoom: 1,
  shapes: [
    shape('outer', 'borderBoundary', 0, 0, 500, 500),
    shape('inner', 'borderBoundary', 50, 50, 200, 200),
    shape('deep', 'ellipse', 60, 60),
    shape('out', 'ellipse', 600, 60),
    shape('across', 'ellipse', 200, 60),
  ],
  lines: [
    line('loose', [70, 200], [200, 220], null),
    line('leaving', [70, 200], [900, 220], null),
    line('held', [70, 200], [200, 220], 'deep'),
  ],
};

describe('withContents', () => {
  const cases = [
    [['outer'], ['outer', 'inner', 'deep', 'across', 'loose', 'held']],
    [['inner'], ['inner', 'deep', 'across', 'loose', 'held']],
    [['deep'], ['deep']],
    [
      ['out', 'inner'],
      ['out', 'inner', 'deep', 'across', 'loose', 'held'],
    ],
    [[], []],
  ] as const;
  for (const [ids, taken] of cases) {
    it(`${ids.join(' and ') || 'nothing'}`, () => {
      expect(new Set(withContents(diagram, ids.map(elementId)))).toEqual(new Set(taken));
    });
  }
});
