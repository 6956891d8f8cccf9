import type { Rect } from '../../../core/geometry/index.ts';
import type { Gap, Guide, Snap } from '../base/guides.ts';

/** Which lines of the dragged box may snap: all when it moves, one side of each axis when it is resized. */
export interface Sides {
  readonly x: readonly ('start' | 'middle' | 'end')[];
  readonly y: readonly ('start' | 'middle' | 'end')[];
}

export const ALL_SIDES: Sides = { x: ['start', 'middle', 'end'], y: ['start', 'middle', 'end'] };

/** A box along one axis: `start`..`end`, and where it lies across. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly crossStart: number;
  readonly crossEnd: number;
}

type Axis = 'x' | 'y';

function span(rect: Rect, axis: Axis): Span {
  const [start, length, crossStart, crossLength] =
    axis === 'x'
      ? [rect.left, rect.width, rect.top, rect.height]
      : [rect.top, rect.height, rect.left, rect.width];
  return { start, end: start + length, crossStart, crossEnd: crossStart + crossLength };
}

const lineOf = (it: Span, side: 'start' | 'middle' | 'end') =>
  side === 'start' ? it.start : side === 'end' ? it.end : (it.start + it.end) / 2;

const overlapsAcross = (a: Span, b: Span) => a.crossStart < b.crossEnd && b.crossStart < a.crossEnd;

/** The neighbours on both sides along the axis: the nearest boxes that overlap across it. */
function neighbours(it: Span, others: readonly Span[]): { before: Span | null; after: Span | null } {
  let before: Span | null = null;
  let after: Span | null = null;
  for (const other of others) {
    if (!overlapsAcross(it, other)) continue;
    if (other.end <= it.start && (before === null || other.end > before.end)) before = other;
    if (other.start >= it.end && (after === null || other.start < after.start)) after = other;
  }
  return { before, after };
}

/** Offsets that put the box at an equal distance: between its neighbours, or as far as they are from theirs. */
function equalDistances(it: Span, others: readonly Span[]): number[] {
  const { before, after } = neighbours(it, others);
  const offsets: number[] = [];
  if (before !== null && after !== null) {
    offsets.push((before.end + after.start - it.start - it.end) / 2);
  }
  if (before !== null) {
    const further = neighbours(before, others).before;
    if (further !== null) offsets.push(before.end + (before.start - further.end) - it.start);
  }
  if (after !== null) {
    const further = neighbours(after, others).after;
    if (further !== null) offsets.push(after.start - (further.start - after.end) - it.end);
  }
  return offsets;
}

/** The smallest offset along one axis that lines the box up with another one; null when none is near. */
function bestOffset(
  it: Span,
  others: readonly Span[],
  sides: Sides['x'],
  tolerance: number,
  spacing: boolean,
): number | null {
  let best: number | null = null;
  const offer = (offset: number) => {
    if (Math.abs(offset) > tolerance) return;
    if (best === null || Math.abs(offset) < Math.abs(best)) best = offset;
  };
  for (const other of others) {
    for (const side of sides) {
      const line = lineOf(it, side);
      offer(other.start - line);
      offer(other.end - line);
      offer((other.start + other.end) / 2 - line);
    }
  }
  if (spacing && best === null) for (const offset of equalDistances(it, others)) offer(offset);
  return best;
}

function shifted(rect: Rect, dx: number, dy: number): Rect {
  return { ...rect, left: rect.left + dx, top: rect.top + dy };
}

/** The lines and distances to show for a box that lies at its final place. */
function explain(it: Span, others: readonly Span[], axis: Axis, sides: Sides['x']): Guide[] {
  const guides = new Map<number, Guide>();
  for (const other of others) {
    for (const side of sides) {
      const at = lineOf(it, side);
      const lines = [other.start, other.end, (other.start + other.end) / 2];
      if (!lines.some((line) => Math.abs(line - at) < 0.5)) continue;
      const known = guides.get(at);
      const from = Math.min(it.crossStart, other.crossStart, known?.from ?? Number.POSITIVE_INFINITY);
      const to = Math.max(it.crossEnd, other.crossEnd, known?.to ?? Number.NEGATIVE_INFINITY);
      guides.set(at, { axis, at, from, to });
    }
  }
  return [...guides.values()];
}

function gapsAlong(it: Span, others: readonly Span[], axis: Axis): Gap[] {
  const { before, after } = neighbours(it, others);
  const gap = (from: number, to: number, other: Span): Gap => {
    const cross = (Math.max(it.crossStart, other.crossStart) + Math.min(it.crossEnd, other.crossEnd)) / 2;
    const point = (along: number) => (axis === 'x' ? { x: along, y: cross } : { x: cross, y: along });
    return { from: point(from), to: point(to), distance: Math.round(to - from) };
  };
  const gaps: Gap[] = [];
  if (before !== null && it.start > before.end) gaps.push(gap(before.end, it.start, before));
  if (after !== null && after.start > it.end) gaps.push(gap(it.end, after.start, after));
  return gaps;
}

/** Distances beyond this are of no help to the eye, in model units. */
const FAR = 400;

/**
 * Where a dragged box snaps to among the others: edges and centres in line, or equal distances.
 * `tolerance` in model units. Lengths in, lengths out; nothing is rounded.
 */
export function snapTo(
  moving: Rect,
  others: readonly Rect[],
  tolerance: number,
  sides: Sides = ALL_SIDES,
): Snap {
  const alongX = others.map((other) => span(other, 'x'));
  const alongY = others.map((other) => span(other, 'y'));
  const whole = sides === ALL_SIDES;
  const dx = bestOffset(span(moving, 'x'), alongX, sides.x, tolerance, whole);
  const dy = bestOffset(span(moving, 'y'), alongY, sides.y, tolerance, whole);
  const placed = whole ? shifted(moving, dx ?? 0, dy ?? 0) : moving;
  const x = span(placed, 'x');
  const y = span(placed, 'y');
  const guides = whole
    ? [
        ...(dx === null ? [] : explain(x, alongX, 'x', sides.x)),
        ...(dy === null ? [] : explain(y, alongY, 'y', sides.y)),
      ]
    : [];
  const gaps = whole ? [...gapsAlong(x, alongX, 'x'), ...gapsAlong(y, alongY, 'y')] : [];
  return { dx: dx ?? 0, dy: dy ?? 0, guides, gaps: gaps.filter((gap) => gap.distance <= FAR), size: null };
}

/** The lines to show for a box being resized that already lies in place. */
export function guidesOf(placed: Rect, others: readonly Rect[], sides: Sides): readonly Guide[] {
  const alongX = others.map((other) => span(other, 'x'));
  const alongY = others.map((other) => span(other, 'y'));
  return [
    ...explain(span(placed, 'x'), alongX, 'x', sides.x),
    ...explain(span(placed, 'y'), alongY, 'y', sides.y),
  ];
}

/** The offset that puts `value` on the nearest grid line. */
export const toGrid = (value: number, grid: number): number => Math.round(value / grid) * grid - value;
