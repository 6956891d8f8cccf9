import { type Rect, rectCentre } from '../geometry/index.ts';
import type { DraftNode } from './draft.ts';
import { distanceTo } from './placing.ts';
import { mayTakeFlows } from './roles.ts';

/** Nearer than this a tag belongs to an element, in units. */
const BESIDE = 12;
/** Among more elements than this nobody's tags are looked for: a file made to be odd must not cost without end. */
const MOST = 5000;

/** Small texts on or beside an element are tags of it: they become a fact of the element, and no element of their own. */
export function withTags(
  nodes: readonly DraftNode[],
  isTag: (node: DraftNode) => boolean,
): readonly DraftNode[] {
  const bearers = nodes.filter((node) => mayTakeFlows(node.role) && !isTag(node));
  if (bearers.length > MOST) return nodes;
  const tags = new Map<DraftNode, string[]>();
  const used = new Set<DraftNode>();
  for (const tag of nodes.filter(isTag).slice(0, MOST)) {
    const bearer = tag.box && nearest(tag.box, bearers);
    if (!bearer) continue;
    used.add(tag);
    const known = tags.get(bearer);
    if (known === undefined) tags.set(bearer, [tag.name]);
    else known.push(tag.name);
  }
  return nodes.flatMap((node) => {
    const own = tags.get(node);
    if (own !== undefined)
      return [{ ...node, facts: [...node.facts, { name: 'Tags', value: own.join(', ') }] }];
    return used.has(node) ? [] : [node];
  });
}

function nearest(tag: Rect, nodes: readonly DraftNode[]): DraftNode | null {
  let best: DraftNode | null = null;
  let least = BESIDE;
  for (const node of nodes) {
    const far = node.box === null ? Number.POSITIVE_INFINITY : distanceTo(node.box, rectCentre(tag));
    if (far <= least) [best, least] = [node, far];
  }
  return best;
}
