import type { Line, Template } from '../../../core/document/index.ts';
import { flowDrawing } from '../../../core/drawing/index.ts';
import {
  curveCrossesRect,
  insetRect,
  type Rect,
  rectContains,
  rectsOverlap,
} from '../../../core/geometry/index.ts';

/** Counts the lines that were looked at, so that tests can show what a step of a drag costs. */
export const work = { lines: 0 };

/** Room for heads, loose ends and strokes beside a curve, in model units. */
const BESIDE = 8;

/** Whether something of a line lies in view: its label, or its curve and not only the box around that. */
function isVisible(line: Line, template: Template, view: Rect): boolean {
  work.lines += 1;
  const { bounds, curve, label } = flowDrawing(line, template);
  if (!rectsOverlap(bounds, view)) return false;
  const room = insetRect(view, -BESIDE);
  // A label may have given way.
  if (label !== null && rectsOverlap(label.box, insetRect(view, -LABEL_WAY))) return true;
  return rectContains(room, curve.from) || rectContains(room, curve.to) || curveCrossesRect(curve, room);
}

/** About how far a label is moved out of the way of others at most, in model units. */
const LABEL_WAY = 320;

/** The lines in view, in the order of the diagram. */
export type VisibleLines = (lines: readonly Line[], template: Template, view: Rect) => readonly Line[];

/**
 * Finds the lines in view and remembers them: while the view and the template stay, only records that are not the same
 * as the last time are looked at, and the answer is the same object while it has the same lines.
 */
export function visibleLines(): VisibleLines {
  let last: { readonly lines: readonly Line[]; readonly template: Template; readonly view: Rect } | undefined;
  let seen: readonly boolean[] = [];
  let shown: readonly Line[] = [];
  return (lines, template, view) => {
    if (last?.lines === lines && last.template === template && last.view === view) return shown;
    const before = last !== undefined && last.template === template && last.view === view ? last.lines : [];
    const known = seen;
    const now = lines.map((line, index) => {
      const same = before[index] === line ? known[index] : undefined;
      return same ?? isVisible(line, template, view);
    });
    seen = now;
    last = { lines, template, view };
    const next = lines.filter((_, index) => now[index]);
    if (next.length !== shown.length || next.some((line, index) => line !== shown[index])) shown = next;
    return shown;
  };
}
