import { expect, it } from 'vitest';
import {
  type Diagram,
  diagramId,
  elementId,
  type Line,
  newModel,
  newShape,
  type Shape,
  typeId,
} from '../document/index.ts';
import { countingGuids, testTemplate } from '../document/testing/template.ts';
import { addLine, addShape, routeLine, setName } from '../edit/index.ts';
import { pointAt, type Rect, rectContains, rectContainsRect, rectsOverlap } from '../geometry/index.ts';
import { boundsOf } from './bounds.ts';
import { drawnParts } from './drawn-parts.ts';
import { drawnBox } from './inset.ts';
import { flowDrawing } from './line-drawing.ts';

const guids = countingGuids(1);
const empty = newModel(testTemplate, guids);
const id = empty.diagrams[0]?.id ?? diagramId('');

function withShape(type: string, box: Rect): { readonly diagram: Diagram; readonly shape: Shape } {
  const shape = newShape(testTemplate, typeId(type), box, guids);
  const [diagram] = setName(addShape(empty, id, shape), shape.id, 'Orders').diagrams;
  if (diagram === undefined) throw new Error('No diagram');
  return { diagram, shape };
}

function withLine(): { readonly diagram: Diagram; readonly line: Line } {
  const ends = { source: { x: 100, y: 100 }, target: { x: 900, y: 100 }, handle: { x: 500, y: 400 } };
  const line = routeLine(empty, id, typeId('https'), ends, guids);
  const [diagram] = line === undefined ? [] : setName(addLine(empty, id, line), line.id, 'Reads').diagrams;
  const [named] = diagram?.lines ?? [];
  if (diagram === undefined || named === undefined) throw new Error('No line');
  return { diagram, line: named };
}

it('an element is taken as a whole, a boundary by its border and its name alone', () => {
  const box = { left: 100, top: 100, width: 400, height: 300 };
  const inside = { left: 200, top: 200, width: 150, height: 100 };
  const element = withShape('round', box);
  expect(drawnParts(element.diagram, testTemplate)).toContainEqual(drawnBox(element.shape));
  const border = drawnParts(withShape('cloud', box).diagram, testTemplate);
  expect(border.filter((part) => rectsOverlap(part, inside))).toEqual([]);
  for (const [x, y] of [
    [300, 100],
    [300, 400],
    [100, 250],
    [500, 250],
  ] as const) {
    const near = { left: x - 20, top: y - 20, width: 40, height: 40 };
    expect(border.some((part) => rectsOverlap(part, near))).toBe(true);
  }
});

it('a flow is taken along its way and at its label, not in the box around it', () => {
  const { diagram, line } = withLine();
  const parts = drawnParts(diagram, testTemplate);
  const { curve, label } = flowDrawing(line, testTemplate);
  for (let t = 0; t <= 1; t += 0.01)
    expect(parts.some((part) => rectContains(part, pointAt(curve, t)))).toBe(true);
  expect(label !== null && parts.some((part) => rectContainsRect(part, label.box))).toBe(true);
  // Between the bend and the straight way from end to end.
  const between = { left: 430, top: 110, width: 140, height: 150 };
  expect(parts.filter((part) => rectsOverlap(part, between))).toEqual([]);
});

it('of very many elements the box around all is taken', () => {
  const { diagram, shape } = withShape('round', { left: 100, top: 100, width: 100, height: 100 });
  const shapes = Array.from({ length: 501 }, (_, n) => ({
    ...shape,
    id: elementId(`${n}`),
    left: 100 * n,
  }));
  const many = { ...diagram, shapes };
  expect(drawnParts(many, testTemplate)).toEqual([boundsOf(many, testTemplate)]);
  // Worked out once for a diagram: it is asked for at each look.
  expect(drawnParts(many, testTemplate)).toBe(drawnParts(many, testTemplate));
  expect(drawnParts({ ...diagram, shapes: [], lines: [] }, testTemplate)).toEqual([]);
});
