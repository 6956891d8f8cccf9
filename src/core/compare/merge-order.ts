import type { Side } from './conflict.ts';

interface Orders {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

const alike = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((key, index) => key === right[index]);

/** Of two orders, the one whose first differing key is smaller: says the same whichever side asks. */
function smallerOf(left: readonly string[], right: readonly string[]): readonly string[] {
  const at = left.findIndex((key, index) => key !== right[index]);
  return at < 0 || (left[at] ?? '') < (right[at] ?? '') ? left : right;
}

/**
 * The order of a merged list:
 * 1. Records that both sides have stand in the order of the side that moved some of them; in the preferred side's
 *    when both did, which is a conflict.
 * 2. A record that one side has stands behind the shared record (or the beginning) that it stands behind there,
 *    in that side's order.
 * 3. Where both sides put some behind the same record, the run whose first key is smaller comes first.
 */
export function mergedOrder(
  orders: Orders,
  merged: ReadonlyMap<string, object>,
  frame: Side | undefined,
  settle: (keys: Orders) => Side,
): readonly string[] {
  const there = (keys: readonly string[]): readonly string[] => keys.filter((key) => merged.has(key));
  const [ours, theirs] = [there(orders.ours), there(orders.theirs)];
  const [inOurs, inTheirs] = [new Set(ours), new Set(theirs)];
  const backbone = sharedOrder(
    {
      base: orders.base.filter((key) => inOurs.has(key) && inTheirs.has(key)),
      ours: ours.filter((key) => inTheirs.has(key)),
      theirs: theirs.filter((key) => inOurs.has(key)),
    },
    frame,
    settle,
  );
  const runs = [runsOf(ours, inTheirs), runsOf(theirs, inOurs)] as const;
  return [null, ...backbone].flatMap((key) => {
    const [left, right] = [runs[0].get(key) ?? [], runs[1].get(key) ?? []];
    const first = smallerOf(left, right);
    return [...(key === null ? [] : [key]), ...first, ...(first === left ? right : left)];
  });
}

function sharedOrder(
  { base, ours, theirs }: Orders,
  frame: Side | undefined,
  settle: (keys: Orders) => Side,
): readonly string[] {
  if (alike(ours, theirs)) return ours;
  if (frame !== undefined) return frame === 'ours' ? ours : theirs;
  const old = new Set(base);
  const ourMoves = !alike(
    ours.filter((key) => old.has(key)),
    base,
  );
  const theirMoves = !alike(
    theirs.filter((key) => old.has(key)),
    base,
  );
  if (ourMoves && theirMoves) return settle({ base, ours, theirs }) === 'ours' ? ours : theirs;
  if (ourMoves) return ours;
  return theirMoves ? theirs : smallerOf(ours, theirs);
}

/** What one side has alone, by the shared key before it (null: none). */
function runsOf(
  keys: readonly string[],
  shared: ReadonlySet<string>,
): ReadonlyMap<string | null, readonly string[]> {
  const runs = new Map<string | null, string[]>();
  let behind: string | null = null;
  for (const key of keys) {
    if (shared.has(key)) behind = key;
    else {
      const run = runs.get(behind);
      if (run === undefined) runs.set(behind, [key]);
      else run.push(key);
    }
  }
  return runs;
}
