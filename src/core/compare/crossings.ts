import {
  crossedBoundaries,
  type Diagram,
  type Element,
  type ElementId,
  type Line,
  type Model,
  nameIn,
} from '../document/index.ts';
import { laterWords } from '../words/later.ts';
import type { Told } from './difference.ts';
import type { Two } from './pair.ts';
import { flowSubject } from './subjects.ts';

const { differences: said } = laterWords;

/** What crosses boundaries differently on a diagram. */
export interface Crossings {
  readonly told: readonly Told[];
  /** The flows, the shapes at their ends and the boundaries: moving one of these is more than moving. */
  readonly touched: ReadonlySet<ElementId>;
}

/**
 * The flows of a diagram that cross other boundaries than before, came with some, or went with some. Boundaries are
 * the same when their ids are.
 */
export function crossingsOf(diagram: Two<Diagram>, before: Model, after: Model): Crossings {
  const told: Told[] = [];
  const touched = new Set<ElementId>();
  const was = flowsOf(diagram.before);
  const is = flowsOf(diagram.after);
  for (const id of new Set([...is.keys(), ...was.keys()])) {
    const [old, now] = [was.get(id), is.get(id)];
    const then =
      diagram.before === undefined || old === undefined ? [] : crossedBoundaries(diagram.before, old);
    const there =
      diagram.after === undefined || now === undefined ? [] : crossedBoundaries(diagram.after, now);
    const odd = [...except(then, there), ...except(there, then)];
    if (odd.length === 0) continue;
    for (const one of odd) touched.add(one.id);
    for (const flow of [old, now]) {
      if (flow === undefined) continue;
      touched.add(id);
      for (const end of [flow.source.element, flow.target.element]) if (end !== null) touched.add(end);
    }
    const flow = now ?? old;
    const on = now === undefined ? diagram.before : diagram.after;
    if (flow === undefined || on === undefined) continue;
    told.push({
      id: JSON.stringify(['crossings', on.id, id]),
      group: 'crossings',
      type: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
      effect: 'threats',
      ...flowSubject(now === undefined ? before : after, on, flow),
      aspect: said.aspects.crosses,
      before: namesOf(before, then),
      after: namesOf(after, there),
      place: { diagram: on.id, element: id },
      changes: [],
    });
  }
  return { told, touched };
}

const flowsOf = (diagram: Diagram | undefined): ReadonlyMap<ElementId, Line> =>
  new Map((diagram?.lines ?? []).filter(({ kind }) => kind === 'flow').map((line) => [line.id, line]));

function except(some: readonly Element[], others: readonly Element[]): readonly Element[] {
  const ids = new Set(others.map(({ id }) => id));
  return some.filter(({ id }) => !ids.has(id));
}

const namesOf = ({ template }: Model, boundaries: readonly Element[]): string | null =>
  boundaries.length === 0 ? null : said.list({ parts: boundaries.map((one) => nameIn(template, one)) });
