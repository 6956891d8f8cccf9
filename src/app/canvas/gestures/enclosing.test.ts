import { describe, expect, it } from 'vitest';
import { type Diagram, diagramId, elementId, type Shape, typeId } from '../../../core/document/index.ts';
import { boundaryAround, boundaryAroundNew } from './enclosing.ts';

const common = { typeId: typeId('t'), genericTypeId: typeId('t'), properties: [] };
const shape = (id: string, kind: Shape['kind'], left: number, width: number): Shape => ({
  ...common,
  kind,
  id: elementId(id),
  left,
  top: 0,
  width,
  height: width,
  strokeThickness: 1,
  strokeDashArray: null,
});

const diagram: Diagram = {
  ...common,
  id: diagramId('d'),
  header: '',
  zoom: 1,
  shapes: [
    shape('outer', 'borderBoundary', 0, 500),
    shape('inner', 'borderBoundary', 0, 200),
    shape('in', 'ellipse', 50, 100),
    // Its middle lies outside of the inner box, its edge does not.
    shape('across', 'ellipse', 160, 100),
    shape('away', 'ellipse', 900, 100),
  ],
  lines: [],
};

describe('the boundary around', () => {
  const cases = [
    [['in'], [], 'inner'],
    [['across'], [], 'outer'],
    [['in', 'across'], [], 'outer'],
    [['in', 'away'], [], null],
    [['in'], ['inner'], 'outer'],
    [['in'], ['inner', 'outer'], null],
    [[], [], null],
  ] as const;
  for (const [ids, left, found] of cases)
    it(`${ids.join(' and ') || 'nothing'}, without ${left.join(' and ') || 'none'} left out`, () => {
      expect(boundaryAround(diagram, new Set(ids.map(elementId)), new Set(left.map(elementId)))).toBe(found);
    });

  it('a box lies in another as a whole, as in the outline', () => {
    expect(boundaryAround(diagram, new Set([elementId('inner')]), new Set())).toBe('outer');
    const box = { left: 150, top: 0, width: 100, height: 100 };
    expect(boundaryAroundNew(diagram, { kind: 'ellipse', ...box })).toBe('inner');
    expect(boundaryAroundNew(diagram, { kind: 'borderBoundary', ...box })).toBe('outer');
    expect(boundaryAroundNew(diagram, { kind: 'ellipse', ...box, left: 800 })).toBe(null);
  });
});
