import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Steps } from '../base/index.ts';
import { arrange } from './arrange.ts';
import { GAP, type Style } from './graph.ts';
import { linksOf, rootsOf } from './links.ts';
import { packRows } from './pack.ts';
import { type Placed, placing } from './placement.ts';
import type { Plan } from './plan.ts';

/** The room of a diagram between the panels, in a window of 1440 by 900. */
const ROOM = { width: 1020, height: 600 };

/** How much larger a diagram has to be seen for its flows to go another way than from left to right. */
const WORTH = 1.1;

/** Flows beyond which they all go from left to right: other ways would make a person wait. */
const MANY_FLOWS = 100;

/** What a layout that is seen larger may have wrong beyond another one: less than a crossing. */
const SLACK = 5;

const USUAL: Style = { outer: 'right', inner: 'right', room: 'close' };
const WIDE: Style = { ...USUAL, room: 'wide' };
const OTHERS: readonly Style[] = [
  { outer: 'right', inner: 'down', room: 'close' },
  { outer: 'down', inner: 'right', room: 'close' },
  { outer: 'down', inner: 'down', room: 'close' },
];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a diagram of this size is seen when it fits the canvas: never larger than life. */
export const scaleOf = ({ width, height }: Size): number =>
  Math.min(1, ROOM.width / Math.max(width, 1), ROOM.height / Math.max(height, 1));

/**
 * The layout of a plan in which the diagram is seen largest: flows go from left to right, unless that does not fit the
 * canvas, and another way is seen clearly larger and hides and crosses hardly more. Things stand close, unless flows
 * hide less where there is more room. What line boundaries cross goes before both: a layout that changes more of it is
 * not taken.
 */
export async function layingOut(
  plan: Plan,
  engine: (graph: ElkNode) => Promise<ElkNode>,
  run: <T>(steps: Steps<T>) => T | Promise<T>,
): Promise<Placed> {
  const close = await run(placing(plan, await arrange(plan, USUAL, engine)));
  if (plan.flows.length > MANY_FLOWS) return close;
  const roomy = close.trouble.hiding > 0 ? await arrange(plan, WIDE, engine).catch(() => null) : null;
  const wide = roomy === null ? close : await run(placing(plan, roomy));
  const isWider = wide.trouble.hiding < close.trouble.hiding && wide.trouble.changed <= close.trouble.changed;
  const usual = isWider ? wide : close;
  const least = scaleOf(usual.size) * WORTH;
  const boxed = rootsOf(plan, linksOf(plan)).some(({ nodes }) => nodes.some(({ kind }) => kind === 'box'));
  let best = usual;
  for (const style of OTHERS) {
    if (least >= WORTH || (style.outer !== style.inner && !boxed)) continue;
    const answer = await arrange(plan, style, engine).catch(() => null);
    if (answer === null || scaleOf(sizeOfAnswer(answer)) < Math.max(least, scaleOf(best.size))) continue;
    const other = await run(placing(plan, answer));
    const isWorse =
      other.trouble.cost > usual.trouble.cost + SLACK ||
      other.trouble.hiding > usual.trouble.hiding ||
      other.trouble.changed > usual.trouble.changed;
    const scale = scaleOf(other.size);
    if (!isWorse && scale >= least && scale > scaleOf(best.size)) best = other;
  }
  return best;
}

/** Without what no flow joins, and before flows are bent: a layout is not smaller. */
function sizeOfAnswer({ children = [] }: ElkNode): Size {
  const sizes = children.map(({ width = 0, height = 0 }) => ({ width, height }));
  return packRows(sizes, GAP.outside);
}
