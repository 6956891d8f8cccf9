import type { Diagram, Element, ElementId, Line, Shape } from '../../../core/document/index.ts';

/** A diagram during a gesture: what rests, and what is drawn apart because it changes at each step. */
export interface Parted {
  /** Of this diagram everything is drawn but `ids`. */
  readonly mass: Diagram;
  /** The same object while the same elements are apart. */
  readonly ids: ReadonlySet<ElementId>;
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
}

/** More than this many are drawn with the mass: each one apart costs a path of its own. */
const MOST_APART = 400;

const NOBODY: ReadonlySet<ElementId> = new Set();

/** Parts what a gesture changes from what it leaves as it is. */
export function parted(): (resting: Diagram, shown: Diagram) => Parted {
  let ids = NOBODY;
  return (resting, shown) => {
    const shapes = changed(resting.shapes, shown.shapes);
    const lines = changed(resting.lines, shown.lines);
    if (shapes === undefined || lines === undefined || shapes.length + lines.length > MOST_APART)
      return { mass: shown, ids: NOBODY, shapes: [], lines: [] };
    const now = [...shapes, ...lines];
    if (now.length !== ids.size || !now.every(({ id }) => ids.has(id)))
      ids = now.length === 0 ? NOBODY : new Set(now.map(({ id }) => id));
    return { mass: resting, ids, shapes, lines };
  };
}

/** The records that are not the same; undefined when the lists hold other elements, but for new ones at the end. */
function changed<E extends Element>(before: readonly E[], after: readonly E[]): readonly E[] | undefined {
  if (before === after) return [];
  if (after.length < before.length) return undefined;
  const found: E[] = [];
  for (let index = 0; index < after.length; index++) {
    const was = before[index];
    const is = after[index];
    if (was === is || is === undefined) continue;
    if (was !== undefined && was.id !== is.id) return undefined;
    found.push(is);
  }
  return found;
}
