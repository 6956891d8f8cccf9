import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { atOnce, type Steps } from '../base/index.ts';
import type { Diagram, Model, Placement } from '../document/index.ts';
import { placeElements } from '../edit/index.ts';
import { cutsOf, differing, layingOut, type Placed, planOf, scaleOf } from '../layout/index.ts';

/** The layout engine: elk in a worker, or beside the code. */
export type LayoutEngine = (graph: ElkNode) => Promise<ElkNode>;

/** Layouts of layouts that are tried until one stays as it is. */
const ROUNDS = 8;
/** Lines beyond which the first layout is taken: the others would make a person wait. */
const MANY_LINES = 200;

/**
 * Where Tidy puts the elements of a diagram. The layout keeps the order of the drawing, but the engine may place a tidy
 * drawing a little elsewhere; so layouts are laid out anew until one comes twice, and of those that follow each
 * other in a circle always the same one is taken: tidying a tidy diagram changes nothing, up to
 * `MANY_LINES`.
 *
 * @param run runs the steps of a computation: at once, or in slices between which a page stays usable.
 */
export async function tidyPlacement(
  model: Model,
  diagram: Diagram,
  engine: LayoutEngine,
  run: <T>(steps: Steps<T>) => T | Promise<T> = atOnce,
): Promise<Placement> {
  const rounds = diagram.lines.length > MANY_LINES ? 1 : ROUNDS;
  const seen: Seen[] = [];
  let drawn: Diagram | undefined = diagram;
  let cuts: ReadonlySet<string> | undefined;
  while (drawn !== undefined && seen.length < rounds) {
    const plan = planOf(drawn, model.template);
    cuts ??= cutsOf(plan);
    const placed = await layingOut(plan, engine, run);
    const { placement } = placed;
    const key = keyOf(placement);
    const before = seen.findIndex((one) => one.key === key);
    if (before >= 0) return bestOf(seen.slice(before)) ?? placement;
    seen.push({ key, placed, changed: differing(placed.cuts, cuts) });
    const next: Model = placeElements({ ...model, diagrams: [diagram] }, diagram.id, placement);
    drawn = next.diagrams[0];
  }
  const [first] = seen;
  if (first === undefined) throw new Error('a layout has at least one round');
  return first.placed.placement;
}

interface Seen {
  readonly key: string;
  readonly placed: Pick<Placed, 'placement' | 'size'>;
  /** How much of what line boundaries crossed in the drawing is another way. */
  readonly changed: number;
}

/** The one that changes least of what decides threats; of those the one seen largest; of several always the same. */
export const bestOf = (circle: readonly Seen[]): Placement | undefined =>
  circle.toSorted(
    (a, b) =>
      a.changed - b.changed || scaleOf(b.placed.size) - scaleOf(a.placed.size) || (a.key < b.key ? -1 : 1),
  )[0]?.placed.placement;

const keyOf = ({ boxes, handles, sources, targets }: Placement): string =>
  JSON.stringify(
    [boxes, handles, sources ?? [], targets ?? []].map((map) =>
      [...map].sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );

/** A model whose wanted diagrams are laid out anew, as those of a file without places are. */
export async function laidOut(
  model: Model,
  isWanted: (diagram: Diagram) => boolean,
  engine: LayoutEngine,
  run: <T>(steps: Steps<T>) => T | Promise<T> = atOnce,
): Promise<Model> {
  let next = model;
  for (const diagram of model.diagrams) {
    if (!isWanted(diagram) || diagram.shapes.length === 0) continue;
    next = placeElements(next, diagram.id, await tidyPlacement(next, diagram, engine, run));
  }
  return next;
}
