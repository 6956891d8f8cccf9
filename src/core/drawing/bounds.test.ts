import { expect, it } from 'vitest';
import { diagramId, elementId, type Line, newModel, newShape, typeId } from '../document/index.ts';
import { countingGuids, testTemplate } from '../document/testing/template.ts';
import { addLine, addShape, routeLine, setName } from '../edit/index.ts';
import { type Rect, rectContainsRect } from '../geometry/index.ts';
import { boundsOf, preparingDrawing } from './bounds.ts';
import { diagramCrop, interactionCrop } from './crops.ts';
import { lineLabel, nameBoxOn } from './drawing.ts';
import { drawnBox } from './inset.ts';
import { work } from './label-places.ts';

const LONG = 'Reads the orders of the whole last quarter and writes them to the archive';
const guids = countingGuids(1);

function withLine(type: string): Line {
  let model = newModel(testTemplate, guids);
  const id = model.diagrams[0]?.id ?? diagramId('');
  const ends = { source: { x: 300, y: 50 }, target: { x: 310, y: 60 }, handle: { x: 305, y: 55 } };
  const line = routeLine(model, id, typeId(type), ends, guids);
  if (line === undefined) throw new Error('No line');
  model = setName(addLine(model, id, line), line.id, LONG);
  const [named] = model.diagrams[0]?.lines ?? [];
  if (named === undefined) throw new Error('No line');
  return named;
}

const around = (line: Line): Rect | null => {
  const [diagram] = newModel(testTemplate, guids).diagrams;
  return diagram === undefined ? null : boundsOf({ ...diagram, lines: [line] }, testTemplate);
};

it.each(['https', 'border'])('the name of a line of type %s lies in its bounds as it is drawn', (type) => {
  const line = withLine(type);
  const [bounds, box] = [around(line), lineLabel(line, LONG, false)?.box];
  expect(box?.width).toBeGreaterThan(100);
  expect(bounds !== null && box !== undefined && rectContainsRect(bounds, box)).toBe(true);
});

it('the name of a narrow boundary lies in its bounds', () => {
  const model = newModel(testTemplate, guids);
  const id = model.diagrams[0]?.id ?? diagramId('');
  const zone = newShape(testTemplate, typeId('cloud'), { left: 200, top: 50, width: 40, height: 90 }, guids);
  const [diagram] = setName(addShape(model, id, zone), zone.id, 'Backend').diagrams;
  const bounds = diagram === undefined ? null : boundsOf(diagram, testTemplate);
  expect(bounds?.left).toBeLessThan(205);
});

it('the name of an element that is narrower lies in its bounds', () => {
  const model = newModel(testTemplate, guids);
  const id = model.diagrams[0]?.id ?? diagramId('');
  const icon = newShape(testTemplate, typeId('round'), { left: 200, top: 50, width: 40, height: 40 }, guids);
  const [diagram] = setName(addShape(model, id, icon), icon.id, 'Administrator of all').diagrams;
  const bounds = diagram === undefined ? null : boundsOf(diagram, testTemplate);
  expect(bounds?.left).toBeLessThan(190);
  expect(bounds && bounds.left + bounds.width).toBeGreaterThan(250);
});

it('a picture of elements that are narrower than their names has all of the names', () => {
  const name = 'Administratorengruppe';
  const icon = newShape(testTemplate, typeId('round'), { left: 200, top: 50, width: 40, height: 40 }, guids);
  const model = newModel(testTemplate, guids);
  const id = model.diagrams[0]?.id ?? diagramId('');
  const [diagram] = setName(addShape(model, id, icon), icon.id, name).diagrams;
  const [shape] = diagram?.shapes ?? [];
  if (diagram === undefined || shape === undefined) throw new Error('No shape');
  const line = withLine('https');
  const flow = { ...line, source: { ...line.source, element: icon.id } };
  const box = nameBoxOn(name, drawnBox(shape));
  expect(box.width).toBeGreaterThan(100);
  expect(rectContainsRect(diagramCrop(diagram), box)).toBe(true);
  expect(rectContainsRect(interactionCrop({ ...diagram, lines: [flow] }, flow), box)).toBe(true);

  // At the edge of the diagram, before which no element begins, the name still reaches over.
  const note = { ...shape, left: 12, width: 20 };
  const reaching = nameBoxOn(name, drawnBox(note));
  expect(reaching.left).toBeLessThan(10);
  expect(rectContainsRect(diagramCrop({ ...diagram, shapes: [note] }), reaching)).toBe(true);
});

it('what drawing needs is worked out a label at a time, and once', () => {
  const line = withLine('https');
  const lines = Array.from({ length: 50 }, (_, n) => ({ ...line, id: elementId(`line ${n}`) }));
  const [diagram] = newModel(testTemplate, guids).diagrams;
  if (diagram === undefined) throw new Error('No diagram');
  const [long, same] = [
    { ...diagram, lines },
    { ...diagram, lines: [...lines] },
  ];
  let most = 0;
  work.labels = 0;
  const steps = preparingDrawing(long, testTemplate);
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    most = Math.max(most, work.labels);
    work.labels = 0;
  }
  expect(most).toBe(1);
  work.labels = 0;
  const bounds = boundsOf(long, testTemplate);
  expect([work.labels, boundsOf(long, testTemplate)]).toEqual([0, bounds]);
  expect(bounds).toEqual(boundsOf(same, testTemplate));
});
