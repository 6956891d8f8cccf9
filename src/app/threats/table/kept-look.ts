import { readKept, writeKept } from '../../ui/index.ts';
import { GROUPS, type Group, type Sort } from '../rows.ts';
import { type Layout, layoutFrom } from './layout.ts';

/** How a list of threats is laid out: what is kept of it from one visit to the next. */
export interface Look {
  /** Null: as at the beginning. */
  readonly columns: Layout | null;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly group: Group;
}

const NAME = 'trustline.threat-lists';

/** Of so many models, the ones that were arranged last. */
const MOST = 60;

/** A look out of what was stored; null where it is none. */
export function lookFrom(stored: unknown): Look | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { columns, sort, descending, group } = stored as Readonly<Record<string, unknown>>;
  const known = GROUPS.find((candidate) => candidate === group);
  if (typeof sort !== 'string' || typeof descending !== 'boolean' || known === undefined) return null;
  return { columns: layoutFrom(columns), sort, descending, group: known };
}

function all(): readonly (readonly [string, unknown])[] {
  const kept = readKept(NAME);
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) =>
    Array.isArray(one) && typeof one[0] === 'string' ? [[one[0], one[1]] as const] : [],
  );
}

/** How the threats of a model were looked at last; models are told apart by the id of their first diagram. */
export function keptLook(model: string): Look | null {
  return lookFrom(all().find(([id]) => id === model)?.[1]);
}

/** Keeps it for the next visit. */
export function keepLook(model: string, look: Look): void {
  const others = all().filter(([id]) => id !== model);
  writeKept(NAME, [...others, [model, look]].slice(-MOST));
}
