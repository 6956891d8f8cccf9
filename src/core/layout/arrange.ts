import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { type Point, segmentsIntersect } from '../geometry/index.ts';
import { type Style, toElk } from './graph.ts';
import { isInner } from './links.ts';
import type { Plan } from './plan.ts';

/** Crossings that the order of the drawing may cost before another one is taken, and their share of all flows. */
const WORTH = { least: 4, share: 0.25 };

/**
 * Asks the engine for a layout: in the order of the drawing, unless another order has far fewer crossings. Laying
 * the answer out again keeps its order, so that a tidy diagram stays as it is.
 */
export async function arrange(
  plan: Plan,
  style: Style,
  engine: (graph: ElkNode) => Promise<ElkNode>,
): Promise<ElkNode> {
  const drawn = await engine(toElk(plan, style, 'drawn')).catch(() => null);
  // The engine fails over some orders: any layout is better than none.
  if (drawn === null) return engine(toElk(plan, style, 'free'));
  const crossings = crossingsIn(plan, drawn);
  if (crossings < Math.max(WORTH.least, WORTH.share * plan.flows.length)) return drawn;
  const free = await engine(toElk(plan, style, 'free')).catch(() => null);
  return free !== null && crossingsIn(plan, free) * 2 <= crossings ? free : drawn;
}

/** How many pairs of flows cross, each taken as the straight way between its ends. */
export function crossingsIn(plan: Plan, answer: ElkNode): number {
  const middles = new Map<string, Point>();
  for (const part of answer.children ?? []) {
    const visit = (node: ElkNode): void => {
      // Parts do not cross each other: they are set apart later.
      const { id, x = 0, y = 0, width = 0, height = 0 } = node;
      middles.set(id, { x: x + width / 2, y: y + height / 2 });
      node.children?.forEach(visit);
    };
    visit(part);
  }
  const parts = (answer.children ?? []).map((part) => new Set((part.edges ?? []).map(({ id }) => id)));
  let crossings = 0;
  for (const ids of parts) {
    const ways = plan.flows.flatMap((flow) => {
      const [from, to] = [middles.get(flow.source.leaf), middles.get(flow.target.leaf)];
      const known = ids.has(flow.line.id) && !isInner(flow) && from !== undefined && to !== undefined;
      return known ? [{ flow, from, to }] : [];
    });
    for (const [index, a] of ways.entries()) {
      const own = new Set([a.flow.source.leaf, a.flow.target.leaf]);
      for (const b of ways.slice(index + 1)) {
        if (own.has(b.flow.source.leaf) || own.has(b.flow.target.leaf)) continue;
        if (segmentsIntersect(a.from, a.to, b.from, b.to)) crossings++;
      }
    }
  }
  return crossings;
}
