import {
  byTime,
  NEVER,
  priorityChoices,
  stateLabel,
  type Template,
  THREAT_TEXT,
  type Threat,
  threatProperty,
} from '../../../core/document/index.ts';
import type { ThreatItem } from '../../../core/threat-list/index.ts';
import { words } from '../../words/index.ts';
import { laterWords } from '../../words/later.ts';
import { byPriority, stateRank } from './ranks.ts';

/** How a cell is edited: by a pick, by typing (in a list where the template has one), or not at all. */
export type CellEdit =
  | { readonly kind: 'state' }
  | { readonly kind: 'priority'; readonly choices: readonly string[] }
  | { readonly kind: 'text'; readonly name: string }
  | { readonly kind: 'choice'; readonly name: string; readonly choices: readonly string[] };

/** A column that the table can show. */
export interface Column {
  /** What it is sorted by and remembered as: a fixed name, or `text:` and the name of a threat's text. */
  readonly id: string;
  readonly label: string;
  /** Width to begin with, in pixels. */
  readonly width: number;
  /** Whether it holds names or sentences: such columns share the room that the others leave. */
  readonly grows: boolean;
  readonly textOf: (item: ThreatItem) => string;
  readonly edit: CellEdit | null;
}

const GROWING: ReadonlySet<string> = new Set(['title', 'category', 'interaction', 'justification']);

const { columns, detail } = words.threats;
const { columns: more } = laterWords.threatTable;

/** Begins the id of the column of a text that the template defines. */
const TEXT = 'text:';

const textOf = (threat: Threat, name: string): string => threatProperty(threat, name) ?? '';

/** Who changed a threat last; empty while nobody has. */
const by = ({ changedBy }: Threat): string => changedBy ?? '';
/** When that was, to the minute, as the file says it. */
const changed = ({ changedBy, modifiedAt }: Threat): string =>
  changedBy === null ? '' : modifiedAt.slice(0, 16).replace('T', ' ');

/** The texts of a threat that have a column of their own under another name, or none. */
const OWN: ReadonlySet<string> = new Set([
  THREAT_TEXT.title,
  THREAT_TEXT.category,
  THREAT_TEXT.justification,
  THREAT_TEXT.interaction,
  THREAT_TEXT.priority,
]);

function textColumns({ threatMetadata }: Template): readonly Column[] {
  const known = new Set<string>();
  return threatMetadata.datums.flatMap((datum) => {
    const { name, label } = datum;
    if (datum.hideFromUi || OWN.has(name) || known.has(name)) return [];
    known.add(name);
    const choices = datum.attributeType === 1 ? (datum.values ?? []).filter((value) => value !== null) : [];
    const edit: CellEdit = choices.length > 0 ? { kind: 'choice', name, choices } : { kind: 'text', name };
    const of = ({ threat }: ThreatItem) => textOf(threat, name);
    return [
      {
        id: `${TEXT}${name}`,
        label: label || name,
        width: 160,
        grows: edit.kind === 'text',
        textOf: of,
        edit,
      },
    ];
  });
}

const made = new WeakMap<Template, readonly Column[]>();

/** All columns that threats of a template have, in the order in which they are offered. */
export function columnsOf(template: Template): readonly Column[] {
  const known = made.get(template);
  if (known !== undefined) return known;
  const title: CellEdit = { kind: 'text', name: THREAT_TEXT.title };
  const why: CellEdit = { kind: 'text', name: THREAT_TEXT.justification };
  const rank: CellEdit = { kind: 'priority', choices: priorityChoices(template) };
  const fixed = (
    id: string,
    label: string,
    width: number,
    of: Column['textOf'],
    edit: CellEdit | null = null,
  ) => ({
    id,
    label,
    width,
    grows: GROWING.has(id),
    textOf: of,
    edit,
  });
  const all = [
    fixed('id', columns.id, 52, ({ threat }) => String(threat.id)),
    fixed('title', columns.title, 300, (item) => item.title, title),
    fixed('category', columns.category, 136, ({ category }) => category),
    fixed('interaction', columns.interaction, 220, ({ flow, ends }) =>
      ends === '' ? flow : `${flow}  ${ends}`,
    ),
    fixed('source', more.source, 130, ({ source }) => source),
    fixed('target', more.target, 130, ({ target }) => target),
    fixed('diagram', detail.diagram, 130, ({ diagram }) => diagram),
    fixed('state', columns.state, 176, ({ threat }) => stateLabel(threat.state), { kind: 'state' }),
    fixed('priority', columns.priority, 84, ({ threat }) => threat.priority, rank),
    fixed(
      'justification',
      detail.justification,
      260,
      ({ threat }) => textOf(threat, THREAT_TEXT.justification),
      why,
    ),
    fixed('by', more.by, 120, ({ threat }) => by(threat)),
    fixed('changed', more.changed, 136, ({ threat }) => changed(threat)),
    ...textColumns(template),
  ];
  made.set(template, all);
  return all;
}

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
/** Who sorts by it wants the moment: files of several people have several offsets. */
const changedAt = ({ threat: { changedBy, modifiedAt } }: ThreatItem): string =>
  changedBy === null ? NEVER : modifiedAt;
type Compare = (a: ThreatItem, b: ThreatItem) => number;
const texts =
  (of: (item: ThreatItem) => string): Compare =>
  (a, b) =>
    byText.compare(of(a), of(b));

const COMPARE: Readonly<Record<string, Compare>> = {
  stored: () => 0,
  id: (a, b) => a.threat.id - b.threat.id,
  title: texts(({ title }) => title),
  interaction: (a, b) => byText.compare(a.flow, b.flow) || byText.compare(a.ends, b.ends),
  category: texts(({ category }) => category),
  source: texts(({ source }) => source),
  target: texts(({ target }) => target),
  diagram: texts(({ diagram }) => diagram),
  state: (a, b) => stateRank(a.threat.state) - stateRank(b.threat.state),
  priority: ({ threat: a }, { threat: b }) => byPriority(a.priority, b.priority),
  justification: texts(({ threat }) => textOf(threat, THREAT_TEXT.justification)),
  by: texts(({ threat }) => by(threat)),
  changed: (a, b) => byTime(changedAt(a), changedAt(b)),
};

/** What the list can be sorted by in any model, beside the texts of its template. */
export const SORTS: readonly string[] = Object.keys(COMPARE);

/** The order that a column gives, by its id; the stored one for a column that there is not. */
export function compareBy(sort: string): Compare {
  if (sort.startsWith(TEXT)) {
    const name = sort.slice(TEXT.length);
    return texts(({ threat }) => textOf(threat, name));
  }
  return COMPARE[sort] ?? (() => 0);
}
