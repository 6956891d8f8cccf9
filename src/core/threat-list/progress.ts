import { isHandled } from '../document/index.ts';
import type { ThreatItem } from './item.ts';

/** How many of some threats have been decided about. */
export interface Count {
  readonly handled: number;
  readonly all: number;
}

/** The same of the threats that have something in common. */
export interface Share extends Count {
  readonly label: string;
}

/** How far the work on threats is, as a whole and by what sorts them. */
export interface Progress extends Count {
  /** How many threats have each state that one has. */
  readonly byState: ReadonlyMap<string, number>;
  readonly byPriority: readonly Share[];
  readonly byCategory: readonly Share[];
  readonly byDiagram: readonly Share[];
}

/** Counts the items that were looked at, so that tests can show what a keystroke costs. */
export const work = { items: 0 };

const known = new WeakMap<readonly ThreatItem[], Progress>();

/** Counts of threats, the same object for the same list; the shares stand in the order in which the threats name them. */
export function progressOf(items: readonly ThreatItem[]): Progress {
  const progress = known.get(items) ?? counted(items);
  known.set(items, progress);
  return progress;
}

function counted(items: readonly ThreatItem[]): Progress {
  work.items += items.length;
  const byState = new Map<string, number>();
  for (const { threat } of items) byState.set(threat.state, (byState.get(threat.state) ?? 0) + 1);
  const by = (labelOf: (item: ThreatItem) => string): readonly Share[] => {
    const shares = new Map<string, { handled: number; all: number }>();
    for (const item of items) {
      const label = labelOf(item);
      const share = shares.get(label) ?? { handled: 0, all: 0 };
      share.all += 1;
      if (isHandled(item.threat.state)) share.handled += 1;
      shares.set(label, share);
    }
    return [...shares].map(([label, share]) => ({ label, ...share }));
  };
  return {
    handled: items.filter(({ threat }) => isHandled(threat.state)).length,
    all: items.length,
    byState,
    byPriority: by(({ threat }) => threat.priority),
    byCategory: by(({ category }) => category),
    byDiagram: by(({ diagram }) => diagram),
  };
}
