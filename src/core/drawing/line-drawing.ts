import { elementName, type Line, type Template } from '../document/index.ts';
import { type Curve, curveBounds, curveThrough, type Rect } from '../geometry/index.ts';
import { type LabelDrawing, lineLabel } from './drawing.ts';
import { type Look, lookOf } from './looks.ts';
import { arrowHead } from './picture.ts';

/** Everything that drawing a line needs, worked out once per record. */
export interface FlowDrawing {
  readonly line: Line;
  readonly look: Look;
  readonly curve: Curve;
  readonly path: string;
  /** The open head at the target; empty for boundaries. */
  readonly head: string;
  /** The framed label; null when there is nothing to show. */
  readonly label: LabelDrawing | null;
  /** Of the curve alone. */
  readonly box: Rect;
  /** Of the curve and its label, for what lies in view. */
  readonly bounds: Rect;
}

const cache = new WeakMap<Template, WeakMap<Line, FlowDrawing>>();

export function pathOf(curve: Curve): string {
  const { from, control, to } = curve;
  return `M${from.x} ${from.y}Q${control.x} ${control.y} ${to.x} ${to.y}`;
}

/** The drawing of a line; the same object for the same record. */
export function flowDrawing(line: Line, template: Template): FlowDrawing {
  let lines = cache.get(template);
  if (lines === undefined) {
    lines = new WeakMap();
    cache.set(template, lines);
  }
  const known = lines.get(line);
  if (known !== undefined) return known;
  const made = draw(line, template);
  lines.set(line, made);
  return made;
}

function draw(line: Line, template: Template): FlowDrawing {
  const look = lookOf(template, line.typeId);
  const curve = curveThrough(line.source, line.handle, line.target);
  const flow = line.kind === 'flow';
  const label = lineLabel(line, elementName(line), look.image !== null);
  const box = curveBounds(curve);
  return {
    line,
    look,
    curve,
    path: pathOf(curve),
    head: flow ? arrowHead(curve) : '',
    label,
    box,
    bounds: label === null ? grown(box, 8) : grown(union(box, label.box), 8),
  };
}

function union(a: Rect, b: Rect): Rect {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  };
}

function grown(rect: Rect, by: number): Rect {
  return {
    left: rect.left - by,
    top: rect.top - by,
    width: rect.width + 2 * by,
    height: rect.height + 2 * by,
  };
}
