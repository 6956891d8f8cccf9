import { atOnce, type Steps } from '../base/index.ts';
import {
  type Diagram,
  type ElementId,
  elementName,
  findShape,
  type Line,
  type Shape,
} from '../document/index.ts';
import { curveBounds, curveThrough, type Rect, rectUnion } from '../geometry/index.ts';
import { handleBox, lineLabel, nameBoxOn } from './drawing.ts';
import { drawnBox } from './inset.ts';
import { spreading } from './label-places.ts';

/** Margins of the Windows tool's pictures (format 7.3). */
const DIAGRAM_MARGIN = 25;
const INTERACTION_MARGIN = 15;
/** No picture begins before this place, but for a text. */
const FIRST_PIXEL = 10;

/** What a picture of the diagram, or of some of its elements, shows. */
export const diagramCrop = (diagram: Diagram, elements?: ReadonlySet<ElementId>): Rect =>
  atOnce(croppingDiagram(diagram, elements));

/** `diagramCrop`, the text of an element at each step. */
export function* croppingDiagram(diagram: Diagram, elements?: ReadonlySet<ElementId>): Steps<Rect> {
  const wanted = (element: Shape | Line): boolean => elements?.has(element.id) ?? true;
  const shapes = diagram.shapes.filter(wanted);
  const lines = diagram.lines.filter(wanted);
  const ends = lines.map((line) => curveBounds(curveThrough(line.source, line.handle, line.target)));
  const shifts = yield* shiftingLabels(lines, () => true);
  const texts: Rect[] = [];
  for (const shape of shapes) {
    texts.push(...nameOn(shape));
    yield;
  }
  for (const line of lines) {
    texts.push(...labelOf(line, shifts));
    yield;
  }
  return cropped([...shapes.map(drawnBox), ...lines.map(handleBox), ...ends], DIAGRAM_MARGIN, texts);
}

const UNMOVED: ReadonlyMap<ElementId, number> = new Map();

/** What a picture of an interaction shows: its two elements with their names, the flow's handle, and its label where it is drawn. */
export function interactionCrop(diagram: Diagram, flow: Line, shifts = UNMOVED): Rect {
  const ends = [flow.source.element, flow.target.element].flatMap((id) => findShape(diagram, id) ?? []);
  const texts = [...ends.flatMap(nameOn), ...labelOf(flow, shifts)];
  return cropped([...ends.map(drawnBox), handleBox(flow)], INTERACTION_MARGIN, texts);
}

/** How far the labels of some lines give way to each other; `icon` says which have a picture. A line at each step. */
export function* shiftingLabels(
  lines: readonly Line[],
  icon: (line: Line) => boolean,
): Steps<ReadonlyMap<ElementId, number>> {
  const labels: (readonly [ElementId, Rect])[] = [];
  for (const line of lines) {
    const box = labelBox(line, icon(line));
    if (box !== undefined) labels.push([line.id, box]);
    yield;
  }
  return yield* spreading(labels);
}

function labelBox(line: Line, icon: boolean): Rect | undefined {
  return lineLabel(line, elementName(line), icon)?.box;
}

function labelOf(line: Line, shifts: ReadonlyMap<ElementId, number>): readonly Rect[] {
  const box = labelBox(line, true);
  return box === undefined ? [] : [{ ...box, top: box.top + (shifts.get(line.id) ?? 0) }];
}

/** The name that stands on a shape, which reaches over the edges of a small one. */
const nameOn = (shape: Shape): readonly Rect[] =>
  shape.kind === 'borderBoundary' ? [] : [nameBoxOn(elementName(shape), drawnBox(shape))];

/** The union with a margin. A text that reaches further is not cut, wherever it begins: the picture grows for it. */
function cropped(boxes: readonly Rect[], margin: number, texts: readonly Rect[]): Rect {
  const union = rectUnion(boxes);
  if (union === undefined) return { left: 0, top: 0, width: 100, height: 100 };
  const around = grow(union, margin);
  const left = Math.max(FIRST_PIXEL, around.left);
  const top = Math.max(FIRST_PIXEL, around.top);
  const shown = {
    left,
    top,
    width: Math.max(1, around.left + around.width - left),
    height: Math.max(1, around.top + around.height - top),
  };
  return rectUnion([shown, ...texts.map((box) => grow(box, 2))]) ?? shown;
}

/** A box with room around it. */
export const grow = ({ left, top, width, height }: Rect, by: number): Rect => ({
  left: left - by,
  top: top - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
