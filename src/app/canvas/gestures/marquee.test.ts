import { describe, expect, it } from 'vitest';
import { type Diagram, diagramId, elementId, type Shape, typeId } from '../../../core/document/index.ts';
import { insideMarquee } from './marquee.ts';

const shape = (id: string, kind: Shape['kind'], left: number, top: number, size = 100): Shape => ({
  kind,
  id: elementId(id),
  typeId: typeId('t'),
  genericTypeId: typeId('t'),
  properties: [],
  left,
  top,
  width: size,
  height: size,
  strokeThickness: 1,
  strokeDashArray: null,
});

const diagram: Diagram = {
  id: diagramId('d'),
  typeId: typeId('s'),
  genericTypeId: typeId('s'),
  header: '',
  properties: [],
  shapes: [
    shape('outer', 'borderBoundary', 0, 0, 400),
    shape('a', 'ellipse', 50, 50),
    shape('b', 'rectangle', 200, 50),
  ],
  lines: [],
  zoom: 1,
};

describe('insideMarquee', () => {
  const cases = [
    ['touching one element', { left: 140, top: 60, width: 20, height: 20 }, ['a']],
    ['inside the boundary, around both', { left: 40, top: 40, width: 300, height: 200 }, ['a', 'b']],
    ['around everything', { left: -10, top: -10, width: 500, height: 500 }, ['outer', 'a', 'b']],
    ['between them', { left: 160, top: 200, width: 30, height: 30 }, []],
    ['in the 5 units that are not drawn', { left: 50, top: 50, width: 4, height: 4 }, []],
  ] as const;
  for (const [name, marquee, taken] of cases) {
    it(name, () => {
      expect(insideMarquee(diagram, marquee)).toEqual(taken);
    });
  }
});
