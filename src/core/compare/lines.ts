import { shownText } from '../base/index.ts';
import { elementName, type Model, type Property, type Template } from '../document/index.ts';
import { laterWords } from '../words/later.ts';
import type { Change, ModelDiff, Path, TemplateDiff } from './change.ts';
import type { Conflict } from './conflict.ts';
import { byKey } from './keys.ts';
import { modelTable } from './model-table.ts';
import { isList, isRecord, member, type Plain } from './plain.ts';
import type { RecordKind, Table } from './table.ts';
import { templateTable } from './template-table.ts';
import { MOST, quotedText } from './value-text.ts';

const { changes: said } = laterWords;

/** A difference in words, a line for each change, in its order. */
export function diffLines(
  diff: ModelDiff | TemplateDiff,
  before: Model | Template,
  after: Model | Template,
): readonly string[] {
  const table = diff.of === 'model' ? modelTable : templateTable;
  return diff.changes.map((change) => lineOf(change, table, before, after));
}

/** A conflict in words: what it is about, and what either side says of it. */
export interface ConflictSaid {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
}

/** The conflicts of a merge in words, in their order. */
export function conflictLines<Doc extends Model | Template>(
  of: 'model' | 'template',
  conflicts: readonly Conflict[],
  [ours, theirs]: readonly [Doc, Doc],
): readonly ConflictSaid[] {
  const table = of === 'model' ? modelTable : templateTable;
  return conflicts.map(({ kind, path, field, key, ours: one, theirs: other }) => {
    const owners = ownersOf(path, table, theirs, ours);
    const down = key === undefined ? [] : [...path, { field, key }];
    const record = recordAt(down, table, ours) ?? recordAt(down, table, theirs);
    const what = key === undefined ? owners : [...owners, called(kind, record)];
    const text = what.length === 0 ? said.kinds[kind] : within(what);
    return {
      what: key === undefined ? said.field({ what: text, field }) : text,
      ours: key === undefined ? valueText(one, field) : said.there({ isThere: one !== undefined }),
      theirs: key === undefined ? valueText(other, field) : said.there({ isThere: other !== undefined }),
    };
  });
}

function lineOf(change: Change, table: Table, before: object, after: object): string {
  const owners = ownersOf(change.path, table, before, after);
  switch (change.type) {
    case 'add':
    case 'remove': {
      const what = within([...owners, called(change.kind, change.record)]);
      return change.type === 'add' ? said.added({ what }) : said.removed({ what });
    }
    case 'move': {
      const record = recordAt([...change.path, { field: change.field, key: change.key }], table, after);
      return said.moved({ what: within([...owners, called(change.kind, record)]) });
    }
    default: {
      const what = owners.length === 0 ? said.kinds[change.kind] : within(owners);
      const { field } = change;
      return said.set({
        what,
        field,
        before: valueText(change.before, field),
        after: valueText(change.after, field),
      });
    }
  }
}

/** What a change is about, from the outside in: only those that have a name or stand in a list. */
export function ownersOf(path: Path, table: Table, before: object, after: object): readonly string[] {
  const owners: string[] = [];
  let here: Table = table;
  for (const [index, step] of path.entries()) {
    const field = here.fields[step.field];
    if (field === undefined || field.as === 'value') break;
    here = field.table;
    const down = path.slice(0, index + 1);
    const record = recordAt(down, table, after) ?? recordAt(down, table, before);
    if (step.key !== undefined || index === path.length - 1) owners.push(called(here.kind, record));
  }
  return owners;
}

/** The innermost first: `property "Name" of stencil "Web"`. */
export const within = (parts: readonly string[]): string =>
  parts.reduceRight((what, of) => (what === '' ? of : said.within({ what, of })), '');

export const called = (kind: RecordKind, record: unknown): string =>
  said.named({ kind: said.kinds[kind], name: shownText(nameIn(record)) });

/** What people know a record by. */
export function nameIn(record: unknown): string {
  if (!isRecord(record)) return '';
  const properties = member(record, 'properties');
  if (isList(properties)) {
    const title = properties.flatMap((one) =>
      Array.isArray(one) && one[0] === 'Title' ? [String(one[1])] : [],
    );
    const [found] = title;
    if (found !== undefined) return found;
    const name = hasProperties(record) ? elementName(record) : '';
    if (name !== '') return name;
  }
  for (const field of ['header', 'displayName', 'shortTitle', 'label', 'name', 'message', 'id'] as const) {
    const text = member(record, field);
    if (typeof text === 'string' && text !== '') return text;
    if (typeof text === 'number') return String(text);
  }
  return '';
}

/** Whether it has properties as elements have them; those of a threat are pairs of texts. */
function hasProperties(record: object): record is { readonly properties: readonly Property[] } {
  const properties = member(record, 'properties');
  return isList(properties) && properties.every((one) => isRecord(one) && !Array.isArray(one));
}

export function recordAt(path: Path, table: Table, root: object): object | undefined {
  let record: unknown = root;
  let here = table;
  for (const { field: name, key } of path) {
    const field = here.fields[name];
    if (field === undefined || field.as === 'value' || !isRecord(record)) return undefined;
    const value: unknown = member(record, name);
    here = field.table;
    if (field.as === 'record') record = value;
    else record = isList(value) ? byKey(field, value).get(key ?? '') : undefined;
  }
  return isRecord(record) ? record : undefined;
}

function valueText(value: Plain | undefined, field: string): string {
  if (value === undefined || value === null) return said.nothing;
  if (field === 'image') return said.picture;
  if (typeof value === 'string') return quotedText(value);
  if (typeof value !== 'object') return String(value);
  const told = groupText(value);
  if (told !== null) return told;
  const plain = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  const text = plain ? value.join(', ') : '';
  return plain && text.length <= MOST ? `[${text}]` : said.several({ count: Object.keys(value).length });
}

/** The fields of a group as the one thing that they are: what a property holds, where a box lies; null otherwise. */
function groupText(value: object): string | null {
  if (Array.isArray(value)) return null;
  const {
    value: held,
    values,
    selectedIndex,
    left,
    top,
    width,
    height,
    typeId,
  } = value as Readonly<Record<string, Plain | undefined>>;
  if (held !== undefined) return valueText(held, '');
  if (Array.isArray(values) && typeof selectedIndex === 'number') return valueText(values[selectedIndex], '');
  if ([left, top, width, height].every((one) => typeof one === 'number'))
    return `${left}, ${top}, ${width} × ${height}`;
  return typeId === undefined ? null : valueText(typeId, '');
}
