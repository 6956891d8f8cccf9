import { folded } from '../base/index.ts';
import {
  type ElementId,
  findShape,
  type Model,
  priorityChoices,
  rowDatums,
  shownName,
  stateLabel,
  THREAT_STATES,
  THREAT_TEXT,
  type ThreatKey,
  threatProperty,
} from '../document/index.ts';
import { escapeMarkup } from '../drawing/index.ts';
import type { CustomThreat } from '../edit/index.ts';
import { cellText, plainText } from '../report/index.ts';
import { type ThreatItem, threatItems } from '../threat-list/index.ts';
import { COLUMNS, type Column } from './columns.ts';
import { type ListRow, type ThreatList, unguarded } from './list.ts';

/** What a list can change of a threat: its state, its priority, or a text by its name in files. */
export type ChangedField =
  | { readonly kind: 'state' }
  | { readonly kind: 'priority' }
  | { readonly kind: 'text'; readonly name: string };

/** One cell that says something else than the model. */
export interface ListChange {
  readonly line: number;
  readonly key: ThreatKey;
  /** Id of the threat in the model, and its title, for people. */
  readonly id: number;
  readonly title: string;
  readonly field: ChangedField;
  /** The column's name. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
  /** Somebody changed the threat in the model after the list was made. */
  readonly conflict: boolean;
}

/** A cell that cannot be taken, or a row that stands for a threat that another row stands for. */
export type ListProblem =
  | { readonly kind: 'state' | 'priority'; readonly line: number; readonly value: string }
  | { readonly kind: 'twice'; readonly line: number; readonly first: number };

/** A row that no threat of the model is known by. */
export interface LostRow {
  readonly line: number;
  readonly title: string;
  readonly interaction: string;
  /** The threat that a person can make of it; null where it has no title, or its data flow is not found. */
  readonly own: OwnThreat | null;
}

export interface OwnThreat {
  readonly flowId: ElementId;
  readonly threat: CustomThreat;
}

/** What a list would do to a model. */
export interface ListComparison {
  readonly changes: readonly ListChange[];
  /** Rows that were matched, changed or not. */
  readonly matched: number;
  readonly lost: readonly LostRow[];
  readonly problems: readonly ListProblem[];
  /** Columns that mean nothing here. */
  readonly unknownColumns: readonly string[];
}

export interface ListOptions {
  /** Empty cells clear what the model has; else they change nothing. */
  readonly clearing?: boolean;
  /** Titles and descriptions are taken, too. */
  readonly texts?: boolean;
}

/** A list put beside a model: which threat each row stands for, and what it says otherwise (exchange 9.3). */
export function compareList(model: Model, list: ThreatList, options: ListOptions = {}): ListComparison {
  const table = tableOf(model, list);
  const find = finder(model, table);
  const changes: ListChange[] = [];
  const problems: ListProblem[] = [];
  const lost: LostRow[] = [];
  const seen = new Map<ThreatKey, number>();
  for (const row of list.rows) {
    const item = find(row);
    if (item === undefined) {
      const [title, interaction] = [table.cell(row, 'title'), table.cell(row, 'interaction')];
      lost.push({ line: row.line, title, interaction, own: ownThreat(model, table, row) });
      continue;
    }
    const first = seen.get(item.threat.key);
    if (first !== undefined) {
      problems.push({ kind: 'twice', line: row.line, first });
      continue;
    }
    seen.set(item.threat.key, row.line);
    const found = rowChanges({ model, table, item, row, options });
    changes.push(...found.changes);
    problems.push(...found.problems);
  }
  return { changes, matched: seen.size, lost, problems, unknownColumns: table.unknown };
}

interface Table {
  /** A cell by the name of its column; empty where there is no such column. */
  readonly cell: (row: ListRow, name: Column) => string;
  readonly has: (name: Column) => boolean;
  /** Columns that hold a text of the template, by the name of the text in files. */
  readonly texts: readonly {
    readonly name: string;
    readonly column: string;
    readonly index: number;
    /** Stored as HTML, which lists show as plain text. */
    readonly rich: boolean;
  }[];
  readonly unknown: readonly string[];
}

function tableOf({ template }: Model, { columns }: ThreatList): Table {
  const places = new Map<string, number>();
  for (const [index, column] of columns.entries())
    if (!places.has(folded(column))) places.set(folded(column), index);
  const texts = rowDatums(template).flatMap(({ name, label, attributeType }) => {
    const index = places.get(folded(label)) ?? places.get(folded(name));
    return index === undefined
      ? []
      : [{ name, column: columns[index] ?? label, index, rich: attributeType === 2 }];
  });
  const known = new Set<number>(texts.map(({ index }) => index));
  for (const name of COLUMNS) known.add(places.get(name) ?? -1);
  return {
    cell: (row, name) => row.cells[places.get(name) ?? -1] ?? '',
    has: (name) => places.has(name),
    texts,
    unknown: columns.filter((column, index) => column !== '' && !known.has(index)),
  };
}

/**
 * Which threat a row stands for: by its key, else by id and title, else by title, interaction, diagram and ends where
 * no other threat has the same. Never by the id alone: the Windows tool numbers anew.
 */
function finder(model: Model, table: Table): (row: ListRow) => ThreatItem | undefined {
  const items = threatItems(model, new Set());
  const byKey = new Map<string, ThreatItem>(items.map((item) => [item.threat.key, item]));
  const byId = only(items, ({ threat, title }) => `${threat.id} ${folded(title)}`);
  const byNames = only(items, (item) => names([item.title, item.flow, item.diagram]));
  const byEnds = only(items, (item) =>
    names([item.title, item.flow, item.diagram, item.source, item.target]),
  );
  return (row) => {
    const of = (name: Column): string => table.cell(row, name);
    const keyed = of('key') === '' ? undefined : byKey.get(of('key').trim());
    if (keyed !== undefined) return keyed;
    const numbered = byId.get(`${of('id').trim()} ${folded(of('title'))}`);
    if (numbered !== undefined) return numbered;
    const called = [of('title'), of('interaction'), of('diagram')];
    return table.has('source') && table.has('target')
      ? (byEnds.get(names([...called, of('source'), of('target')])) ?? undefined)
      : byNames.get(names(called));
  };
}

/** The threat of one's own that a row can become, on the one flow with its names. */
function ownThreat(model: Model, table: Table, row: ListRow): OwnThreat | null {
  const of = (name: Column): string => table.cell(row, name);
  const wanted = (name: Column, found: string): boolean =>
    of(name).trim() === '' || folded(of(name)) === folded(found);
  const named = (['interaction', 'source', 'target'] as const).some((name) => of(name).trim() !== '');
  if (of('title').trim() === '' || !named) return null;
  const flows = model.diagrams.flatMap((diagram) =>
    wanted('diagram', diagram.header)
      ? diagram.lines.filter((line) => {
          const [source, target] = [line.source, line.target].map(({ element }) =>
            findShape(diagram, element),
          );
          return (
            line.kind === 'flow' &&
            source !== undefined &&
            target !== undefined &&
            wanted('interaction', shownName(line)) &&
            wanted('source', shownName(source)) &&
            wanted('target', shownName(target))
          );
        })
      : [],
  );
  const [flow, another] = flows;
  if (flow === undefined || another !== undefined) return null;
  const state = THREAT_STATES.find((known) => known === stateOf(of('state')));
  const priority = priorityOf(model, of('priority')) ?? '';
  const threat: CustomThreat = {
    title: of('title'),
    category: of('category'),
    description: of('description'),
    ...(priority === '' ? {} : { priority }),
    ...(state === undefined ? {} : { state }),
    ...(of('justification') === '' ? {} : { justification: of('justification') }),
    texts: Object.fromEntries(table.texts.map(({ name, index }) => [name, row.cells[index] ?? ''])),
  };
  return { flowId: flow.id, threat };
}

const names = (parts: readonly string[]): string => JSON.stringify(parts.map(folded));

/** The items by what tells them, without those that something else is told by as well. */
function only(
  items: readonly ThreatItem[],
  told: (item: ThreatItem) => string,
): ReadonlyMap<string, ThreatItem> {
  const found = new Map<string, ThreatItem | null>();
  for (const item of items) found.set(told(item), found.has(told(item)) ? null : item);
  return new Map([...found].flatMap(([key, item]) => (item === null ? [] : [[key, item] as const])));
}

interface Compared {
  readonly model: Model;
  readonly table: Table;
  readonly item: ThreatItem;
  readonly row: ListRow;
  readonly options: ListOptions;
}

/** What the cells of one row say otherwise than its threat. */
function rowChanges({ model, table, item, row, options }: Compared) {
  const { threat } = item;
  const changes: ListChange[] = [];
  const problems: ListProblem[] = [];
  const conflict = isChangedSince(table, row, item);
  const add = (field: ChangedField, column: string, before: string, after: string): void => {
    const said = after.replace(/\r\n?/g, '\n');
    if (asListed(said) === asListed(before)) return;
    if (said.trim() === '' && options.clearing !== true) return;
    const { key, id } = threat;
    changes.push({
      line: row.line,
      key,
      id,
      title: item.title,
      field,
      column,
      before,
      after: said,
      conflict,
    });
  };
  const state = stateOf(table.cell(row, 'state'));
  if (state === undefined) problems.push({ kind: 'state', line: row.line, value: table.cell(row, 'state') });
  else if (state !== '' && state !== threat.state) add({ kind: 'state' }, 'State', threat.state, state);
  const priority = priorityOf(model, table.cell(row, 'priority'));
  if (priority === undefined)
    problems.push({ kind: 'priority', line: row.line, value: table.cell(row, 'priority') });
  else if (priority !== '') add({ kind: 'priority' }, 'Priority', threat.priority, priority);
  const text = (name: string, column: string, value: string): void =>
    add({ kind: 'text', name }, column, threatProperty(threat, name) ?? '', value);
  if (table.has('justification'))
    text(THREAT_TEXT.justification, 'Justification', table.cell(row, 'justification'));
  for (const { name, column, index, rich } of table.texts) {
    const cell = row.cells[index] ?? '';
    const isSame = rich && folded(cell) === folded(plainText(threatProperty(threat, name) ?? ''));
    if (!isSame) text(name, column, rich ? escapeMarkup(cell) : cell);
  }
  if (options.texts === true) {
    if (table.has('title') && table.cell(row, 'title').trim() !== '')
      text(THREAT_TEXT.title, 'Title', table.cell(row, 'title'));
    if (table.has('description'))
      text(THREAT_TEXT.description, 'Description', table.cell(row, 'description'));
  }
  return { changes, problems };
}

/**
 * What lists can say of a text: they lose blanks around it and the kinds of its line breaks, a workbook the end of a very
 * long one, and what looks like a guard against formulas is taken for one.
 */
const asListed = (text: string): string => unguarded(cellText(text)).trim();

/** The state that a cell names: by our words, the Windows tool's or the file's; empty for none, undefined for no state. */
function stateOf(cell: string): string | undefined {
  const said = folded(cell);
  if (said === '') return '';
  return THREAT_STATES.find(
    (state) => folded(stateLabel(state)) === said || folded(state) === said.replace(/ /g, ''),
  );
}

/** The priority that a cell names, in the spelling of the template or of the model; undefined for none of them. */
function priorityOf({ template, threats }: Model, cell: string): string | undefined {
  const said = folded(cell);
  if (said === '') return '';
  const values = [...priorityChoices(template), ...threats.map(({ priority }) => priority)];
  return values.find((value) => folded(value) === said);
}

/** What lists say of a threat that nobody has changed yet: ours nothing, the Windows tool's `Generated`. */
const UNCHANGED: ReadonlySet<string> = new Set(['', 'generated']);

/**
 * Whether the model has another date of the last change than the row, as far as the row has one that can be compared:
 * dates of other writers are words of their own.
 */
function isChangedSince(table: Table, row: ListRow, { threat }: ThreatItem): boolean {
  if (!table.has('last modified')) return false;
  const said = folded(table.cell(row, 'last modified'));
  if (UNCHANGED.has(said)) return threat.changedBy !== null;
  return /^\d{4}-\d{2}-\d{2}t/.test(said) && said !== folded(threat.modifiedAt);
}
