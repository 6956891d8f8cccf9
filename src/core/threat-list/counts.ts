import {
  type Diagram,
  type DiagramId,
  type ElementId,
  isHandled,
  type Line,
  type Threat,
} from '../document/index.ts';
import type { Count } from './progress.ts';

/** How many threats are handled of a model, of each diagram, and of each flow. */
export interface Counts extends Count {
  readonly byDiagram: ReadonlyMap<DiagramId, Count>;
  readonly byFlow: ReadonlyMap<ElementId, Count>;
}

/** Counts the threats that were looked at, so that tests can show what an edit costs. */
export const work = { threats: 0 };

type Tally = { handled: number; all: number };

function add<K>(tallies: Map<K, Tally>, key: K, handled: number, all: number): void {
  const tally = tallies.get(key);
  if (tally === undefined) tallies.set(key, { handled, all });
  else {
    tally.handled += handled;
    tally.all += all;
  }
}

const counted = new WeakMap<readonly Threat[], Counts>();

/** The counts of threats; the same object for the same list. */
export function countsOf(threats: readonly Threat[]): Counts {
  const known = counted.get(threats);
  if (known !== undefined) return known;
  work.threats += threats.length;
  const byDiagram = new Map<DiagramId, Tally>();
  const byFlow = new Map<ElementId, Tally>();
  let handled = 0;
  for (const { state, diagramId, flowId } of threats) {
    const one = isHandled(state) ? 1 : 0;
    handled += one;
    add(byDiagram, diagramId, one, 1);
    add(byFlow, flowId, one, 1);
  }
  const made: Counts = { handled, all: threats.length, byDiagram, byFlow };
  counted.set(threats, made);
  return made;
}

const ofLines = new WeakMap<readonly Line[], { readonly counts: Counts; readonly made: ElementCounts }>();

type ElementCounts = ReadonlyMap<ElementId, Count>;

/**
 * The counts of each flow of a diagram that has threats, and of each element at which such flows end; the same object
 * while lines and threats stay.
 */
export function elementCounts({ lines }: Diagram, counts: Counts): ElementCounts {
  const known = ofLines.get(lines);
  if (known?.counts === counts) return known.made;
  const made = new Map<ElementId, Tally>();
  for (const { id, source, target } of lines) {
    const count = counts.byFlow.get(id);
    if (count === undefined) continue;
    for (const element of new Set([id, source.element, target.element]))
      if (element !== null) add(made, element, count.handled, count.all);
  }
  ofLines.set(lines, { counts, made });
  return made;
}
