import {
  type ElementId,
  shownName,
  storedInteraction,
  type Threat,
  type ThreatKey,
} from '../../core/document/index.ts';
import { compileQuery, type Fields, type ThreatItem } from '../../core/threat-list/index.ts';
import { words } from '../words/index.ts';
import { compareBy } from './table/columns.ts';
import { byPriority, stateRank } from './table/ranks.ts';

/** Id of the column that sorts, or `stored`. */
export type Sort = string;
export const GROUPS = [
  'interaction',
  'type',
  'category',
  'state',
  'priority',
  'source',
  'target',
  'boundary',
  'diagram',
  'none',
] as const;
export type Group = (typeof GROUPS)[number];

export interface ListOptions {
  /** The query. */
  readonly text: string;
  /** Only threats of these flows; null: of all. */
  readonly flows: ReadonlySet<ElementId> | null;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly group: Group;
}

export type Row =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly label: string;
      readonly count: number;
      /** Its threats that pass the filter, shown or folded away. */
      readonly members: readonly ThreatKey[];
    }
  | { readonly kind: 'item'; readonly key: ThreatKey; readonly item: ThreatItem };

const NONE: ReadonlySet<ThreatKey> = new Set();

/** Counts the threats that a query was asked of, so that tests can show what a keystroke costs. */
export const work = { asked: 0 };

const rows = new WeakMap<ThreatItem, Row>();

/** The row of a threat: the same object for the same item, so that it is not drawn again. */
function rowOf(item: ThreatItem): Row {
  const known = rows.get(item);
  if (known !== undefined) return known;
  const made: Row = { kind: 'item', key: item.threat.key, item };
  rows.set(item, made);
  return made;
}

/** The items that pass the query and are of the flows, in order; those that are `held` pass in any case. */
export function filtered(
  items: readonly ThreatItem[],
  options: ListOptions,
  fields: Fields,
  held: ReadonlySet<ThreatKey> = NONE,
): readonly ThreatItem[] {
  const { test } = compileQuery(options.text, fields);
  const { flows } = options;
  work.asked += items.length;
  const kept = items.filter(
    (item) => held.has(item.threat.key) || ((flows === null || flows.has(item.threat.flowId)) && test(item)),
  );
  return inOrder(kept, options);
}

type Order = Pick<ListOptions, 'sort' | 'descending'>;

function inOrder(items: readonly ThreatItem[], { sort, descending }: Order): readonly ThreatItem[] {
  const sorted = sort === 'stored' ? items : [...items].sort(compareBy(sort));
  return descending ? [...sorted].reverse() : sorted;
}

const GROUP_OF: Readonly<
  Record<Exclude<Group, 'none'>, (item: ThreatItem) => { key: string; label: string }>
> = {
  interaction: ({ threat, flow, ends }) => ({
    key: ends === '' ? flow : storedInteraction(threat),
    label: ends === '' ? flow : `${flow}  ·  ${ends}`,
  }),
  type: ({ threat, type }) => ({ key: threat.typeId, label: type }),
  category: ({ category }) => ({ key: category, label: category || words.threats.noCategory }),
  state: ({ threat }) => ({ key: threat.state, label: threat.state }),
  priority: ({ threat }) => ({ key: threat.priority, label: threat.priority || words.threats.noPriority }),
  source: ({ threat, source, flow }) => ({ key: threat.sourceId, label: source || flow }),
  target: ({ threat, target, flow }) => ({ key: threat.targetId, label: target || flow }),
  boundary: (item) => {
    const crossed = item.crossed();
    const label = crossed.map((boundary) => shownName(boundary)).join(' · ');
    return { key: crossed.map(({ id }) => id).join(' '), label: label || words.threats.noBoundary };
  },
  diagram: ({ threat, diagram }) => ({ key: threat.diagramId, label: diagram }),
};

/**
 * The rows of the list: group headings with the items under them, closed groups without. The groups stand in the
 * order in which `all` threats name them, whatever is filtered: one that is worked on keeps its place. Only a list
 * sorted by what it is grouped by orders its groups by that.
 */
export function rowsOf(
  items: readonly ThreatItem[],
  { group, sort, descending }: Order & Pick<ListOptions, 'group'>,
  closed: ReadonlySet<string>,
  labelOf: (group: Group, label: string) => string,
  all: readonly ThreatItem[],
): readonly Row[] {
  if (group === 'none') return items.map(rowOf);
  const groups = new Map<string, { label: string; items: ThreatItem[] }>();
  for (const item of sort === group ? inOrder(all, { sort, descending }) : all) {
    const { key, label } = GROUP_OF[group](item);
    if (!groups.has(key)) groups.set(key, { label, items: [] });
  }
  for (const item of items) groups.get(GROUP_OF[group](item).key)?.items.push(item);
  const ordered = [...groups].filter(([, { items: members }]) => members.length > 0);
  if (group === 'state') ordered.sort(([a], [b]) => stateRank(a) - stateRank(b));
  if (group === 'priority') ordered.sort(([a], [b]) => byPriority(a, b));
  return ordered.flatMap(([key, { label, items: members }]) => [
    {
      kind: 'group',
      key,
      label: labelOf(group, label),
      count: members.length,
      members: members.map(({ threat }) => threat.key),
    } as const,
    ...(closed.has(key) ? [] : members.map(rowOf)),
  ]);
}

/**
 * The next row (1) or the one before (-1) with a wanted threat, over headings; what lies behind the end of the list is
 * looked at last. Undefined where there is none.
 */
export function nextRow(
  rows: readonly Row[],
  from: number,
  by: 1 | -1,
  wanted: (threat: Threat) => boolean = () => true,
): number | undefined {
  for (let step = 1; step <= rows.length; step++) {
    const index = (((from + by * step) % rows.length) + rows.length) % rows.length;
    const row = rows[index];
    if (row?.kind === 'item' && wanted(row.item.threat)) return index;
  }
  return undefined;
}
