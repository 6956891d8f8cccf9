/** What the edge of a panel can do to its size, in pixels. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** A size within the limits, in whole pixels. */
export function within(size: number, { min, max }: Limits): number {
  return Math.round(Math.min(max, Math.max(min, size)));
}

/** The size that a drag to `size` gives; null, closed, below half of the smallest. */
export function draggedTo(size: number, limits: Limits): number | null {
  return size < limits.min / 2 ? null : within(size, limits);
}

/** Pixels that an arrow key moves the edge. */
const STEP = 16;

/**
 * The size that a key gives by the ARIA pattern of a window splitter; null closes, undefined is another's key.
 * `size` is null while the panel is closed, `stored` what it opens with. `direction` is 1 where right or down
 * grows the panel.
 */
export function sizeByKey(
  key: string,
  axis: 'x' | 'y',
  direction: 1 | -1,
  {
    size,
    stored,
    limits,
  }: { readonly size: number | null; readonly stored: number; readonly limits: Limits },
): number | null | undefined {
  const forward = axis === 'x' ? 'ArrowRight' : 'ArrowDown';
  const back = axis === 'x' ? 'ArrowLeft' : 'ArrowUp';
  if (key === 'Enter') return size === null ? within(stored, limits) : null;
  if (key === 'Home') return limits.min;
  if (key === 'End') return limits.max;
  if (key !== forward && key !== back) return undefined;
  const grows = (key === forward) === (direction === 1);
  if (size === null) return grows ? limits.min : null;
  return within(size + (grows ? STEP : -STEP), limits);
}
