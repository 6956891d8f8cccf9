import { assertNever } from '../../core/base/index.ts';
import type { ElementId } from '../../core/document/index.ts';
import { type Mark, type Stroke, TEXT_SIZE } from '../../core/drawing/index.ts';
import type { Rect } from '../../core/geometry/index.ts';
import type { PlacedDiagram, PlacedElement } from './placed.ts';
import { SIGN_LOOKS, type Sign } from './signs.ts';
import { isInView, type Size, type View } from './view.ts';

/** What a picture is painted with. */
export type Pen = CanvasRenderingContext2D;

/** Colours and pictures of the page. */
export interface Paint {
  readonly font: string;
  /** The ground on which a sign's glyph is seen. */
  readonly ground: string;
  readonly selection: string;
  readonly signs: Readonly<Record<Sign, string>>;
  /** A picture of the template, once it has been loaded. */
  readonly imageOf: (id: string) => HTMLImageElement | null;
  /** Pixels of the screen for one of the page. */
  readonly density: number;
}

/** Texts are not drawn when they are smaller than this, in pixels: nobody could read them. */
const SMALLEST_TEXT = 3.5;
/** Lines stay this wide, in pixels, from however far they are seen. */
const THINNEST = 0.6;

/** Paints what a pane shows of a diagram. */
export function paintDiagram(
  pen: Pen,
  { elements, names }: PlacedDiagram,
  view: View,
  size: Size,
  paint: Paint,
): void {
  const { density } = paint;
  pen.setTransform(density * view.zoom, 0, 0, density * view.zoom, density * view.x, density * view.y);
  pen.font = `${TEXT_SIZE}px ${paint.font}`;
  const withText = TEXT_SIZE * view.zoom >= SMALLEST_TEXT;
  for (const { marks, bounds } of [...elements, ...names]) {
    if (!isInView(view, size, bounds)) continue;
    for (const mark of marks) if (withText || !isOfText(mark)) paintMark(pen, mark, view.zoom, paint);
  }
}

/** Text, or the plain ground on which a name lies above others. */
const isOfText = (mark: Mark): boolean =>
  mark.kind === 'text' || (mark.kind === 'rect' && mark.stroke === null && mark.radius !== undefined);

function paintMark(pen: Pen, mark: Mark, zoom: number, paint: Paint): void {
  switch (mark.kind) {
    case 'text':
      pen.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
      pen.fillStyle = mark.fill;
      pen.fillText(mark.text, mark.x, mark.y);
      break;
    case 'image':
      paintImage(pen, mark.box, mark.opacity, paint.imageOf(mark.id));
      break;
    default:
      pen.beginPath();
      trace(pen, mark);
      finish(pen, 'fill' in mark ? mark.fill : null, mark.stroke, zoom);
  }
}

/** Draws the path of a mark that is neither text nor picture. */
function trace(pen: Pen, mark: Exclude<Mark, { kind: 'text' | 'image' }>): void {
  switch (mark.kind) {
    case 'rect': {
      const { left, top, width, height } = mark.box;
      pen.roundRect(left, top, width, height, mark.radius ?? 0);
      break;
    }
    case 'ellipse': {
      const { left, top, width, height } = mark.box;
      pen.ellipse(left + width / 2, top + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
      break;
    }
    case 'edges': {
      const { left, top, width, height } = mark.box;
      pen.moveTo(left, top);
      pen.lineTo(left + width, top);
      pen.moveTo(left, top + height);
      pen.lineTo(left + width, top + height);
      break;
    }
    case 'curve': {
      const { from, control, to } = mark.curve;
      pen.moveTo(from.x, from.y);
      pen.quadraticCurveTo(control.x, control.y, to.x, to.y);
      break;
    }
    case 'open':
      for (const [index, { x, y }] of mark.points.entries()) {
        if (index === 0) pen.moveTo(x, y);
        else pen.lineTo(x, y);
      }
      break;
    default:
      assertNever(mark);
  }
}

function finish(pen: Pen, fill: string | null, stroke: Stroke | null, zoom: number): void {
  if (fill !== null) {
    pen.fillStyle = fill;
    pen.fill();
  }
  if (stroke === null) return;
  pen.strokeStyle = stroke.colour;
  pen.lineWidth = Math.max(stroke.width, THINNEST / zoom);
  pen.setLineDash(stroke.dash === undefined ? [] : stroke.dash.split(' ').map(Number));
  pen.stroke();
}

/** In its proportions, in the middle of the box. */
function paintImage(pen: Pen, box: Rect, opacity: number, image: HTMLImageElement | null): void {
  if (image === null || image.naturalWidth === 0) return;
  const share = Math.min(box.width / image.naturalWidth, box.height / image.naturalHeight);
  const [width, height] = [image.naturalWidth * share, image.naturalHeight * share];
  pen.globalAlpha = opacity;
  pen.drawImage(
    image,
    box.left + (box.width - width) / 2,
    box.top + (box.height - height) / 2,
    width,
    height,
  );
  pen.globalAlpha = 1;
}

/** Pixels that the frame of a sign keeps from what it goes around, and the size of its mark. */
const FRAME = 4;
const MARK = 16;

const outlines = new Map<string, Path2D>();
function path(text: string): Path2D {
  const known = outlines.get(text) ?? new Path2D(text);
  outlines.set(text, known);
  return known;
}

/** Paints a frame and a mark on each element that has a sign, of the same size from near and far. */
export function paintSigns(
  pen: Pen,
  { byId }: PlacedDiagram,
  signs: ReadonlyMap<ElementId, Sign>,
  selected: ReadonlySet<ElementId>,
  view: View,
  size: Size,
  paint: Paint,
): void {
  const placed = [...signs].flatMap(([id, sign]) => {
    const element = byId.get(id);
    return element !== undefined && isInView(view, size, element.bounds) ? [{ element, sign }] : [];
  });
  const { density } = paint;
  pen.setTransform(density * view.zoom, 0, 0, density * view.zoom, density * view.x, density * view.y);
  for (const { element, sign } of placed) paintCourse(pen, element, paint.signs[sign], view, paint);
  pen.setTransform(density, 0, 0, density, 0, 0);
  for (const { element, sign } of placed) {
    frame(pen, element, view, paint.signs[sign], SIGN_LOOKS[sign].dash, 2);
  }
  for (const { element, sign } of placed) {
    const { left, top } = onScreen(element.frame, view);
    pen.setTransform(
      density,
      0,
      0,
      density,
      density * (left - FRAME - MARK / 2),
      density * (top - FRAME - MARK / 2),
    );
    pen.fillStyle = paint.signs[sign];
    pen.fill(path(SIGN_LOOKS[sign].outline));
    pen.strokeStyle = paint.ground;
    pen.lineWidth = 1.8;
    pen.setLineDash([]);
    pen.stroke(path(SIGN_LOOKS[sign].glyph));
  }
  pen.setTransform(density, 0, 0, density, 0, 0);
  for (const id of selected) {
    const element = byId.get(id);
    if (element !== undefined) frame(pen, element, view, paint.selection, [], 3, 3);
  }
}

/** The course of a line in the colour of its sign, below its label. */
function paintCourse(pen: Pen, { marks }: PlacedElement, colour: string, { zoom }: View, paint: Paint): void {
  if (!marks.some(({ kind }) => kind === 'curve')) return;
  for (const mark of marks) {
    if (mark.kind === 'text' && TEXT_SIZE * zoom < SMALLEST_TEXT) continue;
    const coloured =
      mark.kind === 'curve' ? { ...mark, stroke: { ...mark.stroke, colour, width: 2 / zoom } } : mark;
    paintMark(pen, coloured, zoom, paint);
  }
}

const onScreen = ({ left, top, width, height }: Rect, { zoom, x, y }: View): Rect => ({
  left: left * zoom + x,
  top: top * zoom + y,
  width: width * zoom,
  height: height * zoom,
});

function frame(
  pen: Pen,
  element: PlacedElement,
  view: View,
  colour: string,
  dash: readonly number[],
  width: number,
  more = 0,
): void {
  const box = onScreen(element.frame, view);
  const room = FRAME + more;
  pen.beginPath();
  pen.roundRect(box.left - room, box.top - room, box.width + 2 * room, box.height + 2 * room, 4);
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.setLineDash([...dash]);
  pen.stroke();
}
