import { describe, expect, it } from 'vitest';
import { type Diagram, diagramId, elementId, type Shape, typeId } from '../../../core/document/index.ts';
import { curveCrossesRect, curveThrough, defaultHandle } from '../../../core/geometry/index.ts';
import { freeHandle } from './free-handle.ts';

const shape = (id: string, left: number, top: number): Shape => ({
  kind: 'rectangle',
  id: elementId(id),
  typeId: typeId('t'),
  genericTypeId: typeId('t'),
  properties: [],
  left,
  top,
  width: 100,
  height: 100,
  strokeThickness: 1,
  strokeDashArray: null,
});

const diagram = (...shapes: Shape[]): Diagram => ({
  id: diagramId('d'),
  typeId: typeId('s'),
  genericTypeId: typeId('s'),
  header: '',
  properties: [],
  shapes,
  lines: [],
  zoom: 1,
});

const ends = { source: { x: 105, y: 150 }, target: { x: 695, y: 150 } };
const joined = new Set([elementId('a'), elementId('b')]);
const both = [shape('a', 10, 100), shape('b', 690, 100)];

describe('freeHandle', () => {
  it('is the default one when nothing is in the way', () => {
    expect(freeHandle(diagram(...both), ends, 0, joined)).toEqual(defaultHandle(ends.source, ends.target, 0));
  });

  it('goes around an element in between', () => {
    const first = defaultHandle(ends.source, ends.target, 0);
    const between = shape('c', first.x - 50, first.y - 50);
    const handle = freeHandle(diagram(...both, between), ends, 0, joined);
    expect(handle).not.toEqual(first);
    expect(curveCrossesRect(curveThrough(ends.source, handle, ends.target), between)).toBe(false);
  });

  it('does not give way to a boundary around it', () => {
    const boundary: Shape = { ...shape('c', 300, 0), kind: 'borderBoundary', height: 400 };
    expect(freeHandle(diagram(...both, boundary), ends, 0, joined)).toEqual(
      defaultHandle(ends.source, ends.target, 0),
    );
  });

  it('takes some handle when everything is full', () => {
    const wall = Array.from({ length: 12 }, (_, row) => shape(`w${row}`, 350, row * 90 - 300));
    const handle = freeHandle(diagram(...both, ...wall), ends, 0, joined);
    expect(Number.isFinite(handle.x + handle.y)).toBe(true);
  });
});
