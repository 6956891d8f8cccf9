import { elementName, type Line, type Template } from '../../../core/document/index.ts';
import { type Curve, curveBounds, curveThrough, type Rect, tangentAt } from '../../../core/geometry/index.ts';
import { type LabelDrawing, labelDrawing } from '../../../core/report/index.ts';
import { type Look, lookOf } from '../looks.ts';

/** Everything that drawing a line needs, worked out once per record. */
export interface FlowDrawing {
  readonly line: Line;
  readonly look: Look;
  readonly curve: Curve;
  readonly path: string;
  /** The open head at the target; empty for boundaries. */
  readonly head: string;
  /** Null for a boundary curve, whose name has no box. */
  readonly label: LabelDrawing | null;
  /** Of the curve and its label, for what lies in view. */
  readonly bounds: Rect;
}

const cache = new WeakMap<Template, WeakMap<Line, FlowDrawing>>();

const HEAD_LENGTH = 10;
const HEAD_WIDTH = 4;

export function pathOf(curve: Curve): string {
  const { from, control, to } = curve;
  return `M${from.x} ${from.y}Q${control.x} ${control.y} ${to.x} ${to.y}`;
}

/** Two strokes that meet at the end of the curve, in its direction. */
export function headOf(curve: Curve): string {
  const direction = tangentAt(curve, 1);
  const length = Math.hypot(direction.x, direction.y) || 1;
  const x = direction.x / length;
  const y = direction.y / length;
  const back = { x: curve.to.x - x * HEAD_LENGTH, y: curve.to.y - y * HEAD_LENGTH };
  const side = (sign: 1 | -1) => `${back.x - y * HEAD_WIDTH * sign} ${back.y + x * HEAD_WIDTH * sign}`;
  return `M${side(1)}L${curve.to.x} ${curve.to.y}L${side(-1)}`;
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
  const label = flow ? labelDrawing(elementName(line), line.handle, look.image !== null) : null;
  const box = curveBounds(curve);
  return {
    line,
    look,
    curve,
    path: pathOf(curve),
    head: flow ? headOf(curve) : '',
    label,
    bounds: label === null ? grown(box, 60) : grown(union(box, label.box), 8),
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
