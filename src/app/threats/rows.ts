import {
  categoryName,
  type ElementId,
  elementsById,
  interactionText,
  isCustomThreat,
  type Model,
  shownName,
  storedInteraction,
  THREAT_STATES,
  THREAT_TEXT,
  type Threat,
  type ThreatKey,
  threatProperty,
} from '../../core/document/index.ts';
import { words } from '../words/index.ts';

/** A threat with what the list shows of it, worked out once per record. */
export interface ThreatItem {
  readonly threat: Threat;
  readonly title: string;
  readonly category: string;
  /** Name of the flow, as the threat's text says it; `Deleted` when the threat no longer follows from it. */
  readonly flow: string;
  /** `Source → Target`, or empty when the threat no longer follows. */
  readonly ends: string;
  readonly diagram: string;
  readonly custom: boolean;
  readonly stale: boolean;
  /** Whether the last update added it. */
  readonly isNew: boolean;
}

export const SORTS = [
  'stored',
  'id',
  'title',
  'interaction',
  'category',
  'state',
  'priority',
  'changed',
] as const;
export type Sort = (typeof SORTS)[number];
export const GROUPS = ['interaction', 'category', 'state', 'priority', 'none'] as const;
export type Group = (typeof GROUPS)[number];

export interface ListOptions {
  readonly text: string;
  /** Empty sets show everything. */
  readonly states: ReadonlySet<string>;
  readonly priorities: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  /** Only threats that the last update added. */
  readonly onlyNew: boolean;
  /** Only threats of these flows; null: of all. */
  readonly flows: ReadonlySet<ElementId> | null;
  readonly diagramId: string | null;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly group: Group;
}

export type Row =
  | { readonly kind: 'group'; readonly key: string; readonly label: string; readonly count: number }
  | { readonly kind: 'item'; readonly key: ThreatKey; readonly item: ThreatItem };

const NONE: ReadonlySet<ThreatKey> = new Set();

/** The threats of a model with their names, in stored order. */
export function threatItems(
  model: Model,
  stale: ReadonlySet<ThreatKey>,
  fresh: ReadonlySet<ThreatKey> = NONE,
): readonly ThreatItem[] {
  const diagrams = new Map(model.diagrams.map((diagram) => [diagram.id, diagram]));
  return model.threats.map((threat) => {
    const diagram = diagrams.get(threat.diagramId);
    const elements = diagram && elementsById(diagram);
    const [source, target] = [elements?.get(threat.sourceId), elements?.get(threat.targetId)];
    const both = source !== undefined && target !== undefined && elements?.has(threat.flowId) === true;
    const gone = !both || stale.has(threat.key);
    return {
      threat,
      title: threatProperty(threat, THREAT_TEXT.title) ?? '',
      category: categoryName(model.template, threat),
      flow: interactionText(threat, gone),
      ends: !gone ? `${shownName(source)} → ${shownName(target)}` : '',
      diagram: diagram?.header ?? '',
      custom: isCustomThreat(threat),
      stale: stale.has(threat.key),
      isNew: fresh.has(threat.key),
    };
  });
}

const PRIORITY_ORDER = ['critical', 'very high', 'high', 'medium', 'moderate', 'low'];

const rank = (order: readonly string[], value: string): number => {
  const index = order.indexOf(value);
  return index < 0 ? order.length : index;
};
export const stateRank = (state: string): number => rank(THREAT_STATES, state);
export const priorityRank = (priority: string): number => rank(PRIORITY_ORDER, priority.toLowerCase());

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const COMPARE: Readonly<Record<Sort, (a: ThreatItem, b: ThreatItem) => number>> = {
  stored: () => 0,
  id: (a, b) => a.threat.id - b.threat.id,
  title: (a, b) => byText.compare(a.title, b.title),
  interaction: (a, b) => byText.compare(a.flow, b.flow) || byText.compare(a.ends, b.ends),
  category: (a, b) => byText.compare(a.category, b.category),
  state: (a, b) => stateRank(a.threat.state) - stateRank(b.threat.state),
  priority: (a, b) => priorityRank(a.threat.priority) - priorityRank(b.threat.priority),
  changed: (a, b) => byText.compare(changedAt(a.threat), changedAt(b.threat)),
};

const changedAt = (threat: Threat): string => (threat.changedBy === null ? '' : threat.modifiedAt);

/** The items that pass the filters, in order; those that are `held` pass in any case. */
export function filtered(
  items: readonly ThreatItem[],
  options: ListOptions,
  held: ReadonlySet<ThreatKey> = NONE,
): readonly ThreatItem[] {
  const words = options.text.toLowerCase().split(/\s+/).filter(Boolean);
  const passes = (set: ReadonlySet<string>, value: string): boolean => set.size === 0 || set.has(value);
  const kept = items.filter((item) => {
    const { threat } = item;
    if (held.has(threat.key)) return true;
    if (options.onlyNew && !item.isNew) return false;
    if (options.flows !== null && !options.flows.has(threat.flowId)) return false;
    if (options.diagramId !== null && threat.diagramId !== options.diagramId) return false;
    if (!passes(options.states, threat.state) || !passes(options.priorities, threat.priority)) return false;
    if (!passes(options.categories, item.category)) return false;
    if (words.length === 0) return true;
    const text = [
      threat.id,
      item.title,
      item.flow,
      item.ends,
      item.category,
      ...threat.properties.map(([, value]) => value),
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return inOrder(kept, options);
}

type Order = Pick<ListOptions, 'sort' | 'descending'>;

function inOrder(items: readonly ThreatItem[], { sort, descending }: Order): readonly ThreatItem[] {
  const sorted = sort === 'stored' ? items : [...items].sort(COMPARE[sort]);
  return descending ? [...sorted].reverse() : sorted;
}

const GROUP_OF: Readonly<
  Record<Exclude<Group, 'none'>, (item: ThreatItem) => { key: string; label: string }>
> = {
  interaction: ({ threat, flow, ends }) => ({
    key: ends === '' ? flow : storedInteraction(threat),
    label: ends === '' ? flow : `${flow}  ·  ${ends}`,
  }),
  category: ({ category }) => ({ key: category, label: category || words.threats.noCategory }),
  state: ({ threat }) => ({ key: threat.state, label: threat.state }),
  priority: ({ threat }) => ({ key: threat.priority, label: threat.priority || words.threats.noPriority }),
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
  const row = (item: ThreatItem): Row => ({ kind: 'item', key: item.threat.key, item });
  if (group === 'none') return items.map(row);
  const groups = new Map<string, { label: string; items: ThreatItem[] }>();
  for (const item of sort === group ? inOrder(all, { sort, descending }) : all) {
    const { key, label } = GROUP_OF[group](item);
    if (!groups.has(key)) groups.set(key, { label, items: [] });
  }
  for (const item of items) groups.get(GROUP_OF[group](item).key)?.items.push(item);
  const ordered = [...groups].filter(([, { items: members }]) => members.length > 0);
  if (group === 'state') ordered.sort(([a], [b]) => stateRank(a) - stateRank(b));
  if (group === 'priority') ordered.sort(([a], [b]) => priorityRank(a) - priorityRank(b));
  return ordered.flatMap(([key, { label, items: members }]) => [
    { kind: 'group', key, label: labelOf(group, label), count: members.length } as const,
    ...(closed.has(key) ? [] : members.map(row)),
  ]);
}
