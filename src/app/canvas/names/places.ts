import type { Steps } from '../../../core/base/index.ts';
import {
  type Diagram,
  type ElementId,
  elementName,
  isOutOfScope,
  type Line,
  type Shape,
  type Template,
} from '../../../core/document/index.ts';
import {
  boundaryNameLines,
  drawnBox,
  flowDrawing,
  isBeforeLabel,
  labelShifts,
  longestPart,
  lookOf,
  measureText,
  nameLines,
  TEXT_SIZE,
  WIDER_FONT,
  wrapText,
} from '../../../core/drawing/index.ts';
import { insetRect, type Point, type Rect, rectCentre, rectsOverlap } from '../../../core/geometry/index.ts';
import { Room } from './room.ts';

/** A name as it is drawn over the diagram, in model units. */
export interface PlacedName {
  readonly id: ElementId;
  /** What it is the name of; `boundary` is a border boundary's, `curve` a line boundary's. */
  readonly of: 'shape' | 'boundary' | 'flow' | 'curve';
  readonly outOfScope: boolean;
  readonly lines: readonly string[];
  /** Of the letters. */
  readonly size: number;
  /** Which end of the lines `x` is. */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly x: number;
  /** The vertical middle of the first line. */
  readonly y: number;
  /** Around the lines; the frame of a line's label. */
  readonly box: Rect;
}

/** The sizes of letters that names get, in pixels, the first for which there is room. */
const SIZES = [9.5, 8];
/** Names without room for these keep the size that they have in the file, as long as that is so many pixels. */
const LEAST_OWN = 6;
/** The distance of lines by the size of their letters. */
export const LEADING = 1.25;
/** The most room beside a shape that its name takes: its width times this, or so many pixels. */
const WIDER = 1.6;
const LEAST_WIDTH = 56;
const MOST_WIDTH = 96;
const MOST_LINES = 3;

/**
 * Places the names of a diagram that is seen from so far that its own letters are too small, one at each step. Letters
 * keep a least size on the screen, and who gets room is thought out: boundaries first, the larger ones before what they
 * hold, as they say where one is; then elements, those with the most flows first; then flows, whose names hide no
 * element. A name without room is drawn in the file's size while that can be read, and left out from farther away.
 * `unit` is `unitAt` the zoom; at 0 these are the border boundaries' names alone, as the file has them, to lie on top.
 * Null for `within` is the whole diagram; else only what lies in that box is looked at.
 */
export function* placingNames(
  diagram: Diagram,
  template: Template,
  unit: number,
  within: Rect | null = null,
): Steps<readonly PlacedName[]> {
  const near = within === null ? null : insetRect(within, -2 * MOST_WIDTH * unit);
  const shapes = diagram.shapes.filter((shape) => near === null || rectsOverlap(shape, near));
  const boundaries = shapes.filter(({ kind }) => kind === 'borderBoundary').sort(largerFirst);
  if (unit === 0) return boundaries.flatMap((shape) => ownBoundaryName(shape, template) ?? []);
  const shifts = labelShifts(diagram.lines, template);
  const labels = diagram.lines.flatMap((line) => {
    const { label } = flowDrawing(line, template);
    if (label === null || label.lines.length === 0) return [];
    const box = { ...label.box, top: label.box.top + (shifts.get(line.id) ?? 0) };
    return near === null || rectsOverlap(box, near) ? [{ line, lines: label.lines, box }] : [];
  });
  const crowd = new Crowd(unit);
  for (const shape of boundaries) {
    crowd.place(boundaryNames(shape, unit), () => ownBoundaryName(shape, template));
    yield;
  }
  for (const label of labels) {
    if (label.line.kind === 'flow') continue;
    crowd.place(labelNames(label, unit), () => ownLabel(label));
    yield;
  }
  for (const shape of yield* byFlows(shapes, diagram.lines)) {
    const middle = rectCentre(drawnBox(shape));
    if (crowd.mayHold(middle)) crowd.place(shapeNames(shape, unit), () => ownShapeName(shape));
    yield;
  }
  for (const shape of shapes)
    if (shape.kind !== 'borderBoundary') crowd.room.take(insetRect(drawnBox(shape), 2));
  for (const label of labels) {
    if (label.line.kind !== 'flow') continue;
    if (crowd.mayHold(rectCentre(label.box))) crowd.place(labelNames(label, unit), () => ownLabel(label));
    yield;
  }
  return crowd.placed;
}

/** The names that have been placed, and the room that is left. */
class Crowd {
  readonly placed: PlacedName[] = [];
  readonly room: Room;
  readonly #unit: number;
  /** Whether the file's letters can still be read. */
  readonly #own: boolean;

  constructor(unit: number) {
    this.#unit = unit;
    this.room = new Room(MOST_WIDTH * unit);
    this.#own = TEXT_SIZE / unit >= LEAST_OWN;
  }

  /** Whether a name around a point can have any room: from far away most have none, and are not looked at closer. */
  mayHold({ x, y }: Point): boolean {
    const half = 4 * this.#unit;
    return (
      this.#own || this.room.isFree({ left: x - half, top: y - half, width: 2 * half, height: 2 * half })
    );
  }

  /** Takes the first of some places that is free. */
  place(candidates: Iterable<PlacedName>, inOwnSize: () => PlacedName | undefined): void {
    const name = this.#firstFree(candidates) ?? (this.#own ? inOwnSize() : undefined);
    if (name === undefined) return;
    this.room.take(name.box);
    this.placed.push(name);
  }

  #firstFree(candidates: Iterable<PlacedName>): PlacedName | undefined {
    for (const candidate of candidates) if (this.room.isFree(candidate.box)) return candidate;
    return undefined;
  }
}

const largerFirst = (a: Shape, b: Shape): number => b.width * b.height - a.width * a.height;

/** What is no boundary and has a name: what the most flows end at first. */
function* byFlows(shapes: readonly Shape[], lines: readonly Line[]): Steps<readonly Shape[]> {
  const flows = new Map<ElementId | null, number>();
  for (const { source, target } of lines) {
    for (const { element } of [source, target]) flows.set(element, (flows.get(element) ?? 0) + 1);
    yield;
  }
  const of = ({ id }: Shape): number => flows.get(id) ?? 0;
  const named: Shape[] = [];
  for (const shape of shapes) {
    if (shape.kind !== 'borderBoundary' && elementName(shape).trim() !== '') named.push(shape);
    yield;
  }
  return named.sort((a, b) => of(b) - of(a));
}

/** A text in lines no wider than `width`, and in no more than `most`: what is left out shows as an ellipsis. */
function inLines(text: string, width: number, size: number, most: number): readonly string[] {
  const lines = wrapText(text.trim(), width, size);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''}…`];
}

const widthOf = (lines: readonly string[], size: number): number =>
  Math.max(...lines.map((line) => measureText(line, size))) * WIDER_FONT;

type Block = Pick<PlacedName, 'lines' | 'size' | 'anchor' | 'x' | 'y' | 'box'>;

/** Lines around a point. */
function centred(lines: readonly string[], size: number, { x, y }: Point, beside = 0): Block {
  const [width, height] = [widthOf(lines, size) + 2 * beside, lines.length * size * LEADING + beside];
  const box = { left: x - width / 2, top: y - height / 2, width, height };
  return { lines, size, anchor: 'middle', x, y: y - ((lines.length - 1) * size * LEADING) / 2, box };
}

function* shapeNames(shape: Shape, unit: number): Generator<PlacedName> {
  const box = drawnBox(shape);
  const text = elementName(shape);
  const about = { id: shape.id, of: 'shape', outOfScope: isOutOfScope(shape) } as const;
  for (const pixels of SIZES) {
    const size = Math.max(TEXT_SIZE, pixels * unit);
    const inside = box.width - size / 2;
    const lines = inLines(text, inside, size, MOST_LINES + 1);
    // Inside its shape if no word has to be broken for it.
    const fits = lines.length * size * LEADING <= box.height && longestPart(text, size) <= inside;
    const width = Math.min(
      Math.max(inside, MOST_WIDTH * unit),
      Math.max(box.width * WIDER, LEAST_WIDTH * unit),
    );
    const shown = fits ? lines : inLines(text, width, size, MOST_LINES);
    yield { ...about, ...centred(shown, size, rectCentre(box)) };
  }
}

function ownShapeName(shape: Shape): PlacedName {
  const box = drawnBox(shape);
  const lines = nameLines(elementName(shape), box).map(({ text }) => text);
  const about = { id: shape.id, of: 'shape', outOfScope: isOutOfScope(shape) } as const;
  return { ...about, ...centred(lines, TEXT_SIZE, rectCentre(box)) };
}

const CORNERS = [
  ['end', 'top'],
  ['start', 'top'],
  ['end', 'bottom'],
  ['start', 'bottom'],
] as const;

/** In the corner where the file has it, else in another one. */
function* boundaryNames(shape: Shape, unit: number): Generator<PlacedName> {
  const text = elementName(shape);
  if (text.trim() === '') return;
  const { left, top, width, height } = drawnBox(shape);
  for (const pixels of SIZES) {
    const size = Math.max(TEXT_SIZE, pixels * unit);
    const lines = inLines(text, Math.max(width - size, MOST_WIDTH * unit), size, 2);
    const edge = size / 4;
    const [wide, high] = [widthOf(lines, size), lines.length * size * LEADING];
    for (const [anchor, side] of CORNERS) {
      const x = anchor === 'end' ? left + width - edge : left + edge;
      const from = side === 'top' ? top + edge : top + height - edge - high;
      const box = { left: anchor === 'end' ? x - wide : x, top: from, width: wide, height: high };
      const y = from + (size * LEADING) / 2;
      yield { id: shape.id, of: 'boundary', outOfScope: false, lines, size, anchor, x, y, box };
    }
  }
}

function ownBoundaryName(shape: Shape, template: Template): PlacedName | undefined {
  const text = elementName(shape);
  if (text.trim() === '') return undefined;
  const { image, imageLocation } = lookOf(template, shape.typeId);
  const name = boundaryNameLines(text, drawnBox(shape), image !== null && isBeforeLabel(imageLocation));
  const [{ x, y } = { x: 0, y: 0 }] = name.lines;
  const box = { left: x - name.width, top: y - TEXT_SIZE / 2, width: name.width, height: name.height };
  const lines = name.lines.map((line) => line.text);
  return {
    id: shape.id,
    of: 'boundary',
    outOfScope: false,
    lines,
    size: TEXT_SIZE,
    anchor: 'end',
    x,
    y,
    box,
  };
}

const aboutLine = (line: Line) =>
  ({
    id: line.id,
    of: line.kind === 'flow' ? 'flow' : 'curve',
    outOfScope: isOutOfScope(line),
  }) as const;

/** The frame's edge around a label, by the size of its letters. */
const LABEL_EDGE = 0.4;

/** The label of a line, where it is drawn. */
interface Label {
  readonly line: Line;
  readonly lines: readonly string[];
  readonly box: Rect;
}

function* labelNames({ line, box }: Label, unit: number): Generator<PlacedName> {
  for (const pixels of SIZES) {
    const size = Math.max(TEXT_SIZE, pixels * unit);
    const lines = inLines(elementName(line), Math.max(box.width, MOST_WIDTH * unit), size, 2);
    yield { ...aboutLine(line), ...centred(lines, size, rectCentre(box), size * LABEL_EDGE) };
  }
}

const ownLabel = ({ line, lines, box }: Label): PlacedName => ({
  ...aboutLine(line),
  ...centred(lines, TEXT_SIZE, rectCentre(box), TEXT_SIZE * LABEL_EDGE),
});
