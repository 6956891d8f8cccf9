import type { ElementType, Template, ThreatType } from '../../core/document/index.ts';
import type { TemplateItem } from '../../core/edit/index.ts';

/** A line of one of the trees. */
export interface Row {
  /** Tells it from all others, even where a file says an id twice. */
  readonly key: string;
  readonly item: TemplateItem;
  readonly label: string;
  /** From 1, at the root of its tree. */
  readonly level: number;
  /** What it is found by beside its label. */
  readonly texts: readonly (string | null | undefined)[];
}

const known = new WeakMap<Row, string>();

/** What a row is found by, in lower case: made when it is first searched, since many are only shown. */
function wordsOf(row: Row): string {
  const before = known.get(row);
  if (before !== undefined) return before;
  const words = [row.label, ...row.texts].join(' ').toLowerCase();
  known.set(row, words);
  return words;
}

/** Things by what they stand below, each list in the order of the file. */
function grouped<Thing>(
  things: readonly Thing[],
  above: (thing: Thing) => string,
): ReadonlyMap<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = above(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}

/**
 * The stencils as a tree, each below its parent, in the order of the file. Each stands in it once: one whose parents
 * run in a circle, or are missing, stands at the root.
 */
export function stencilRows({
  genericElements,
  standardElements,
}: Pick<Template, 'genericElements' | 'standardElements'>): readonly Row[] {
  const types = [...genericElements, ...standardElements];
  const ids = new Set(types.map(({ id }) => id));
  const below = grouped(types, ({ parentId }) => parentId);
  const rows: Row[] = [];
  const placed = new Set<ElementType>();
  // No recursion: a file may hang its stencils below each other thousands deep.
  const place = (root: ElementType): void => {
    const waiting = [{ type: root, level: 1 }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { type, level } = next;
      if (placed.has(type)) continue;
      placed.add(type);
      const { id, name, description, attributes } = type;
      rows.push({
        key: `stencil ${rows.length}`,
        item: { kind: 'stencil', id },
        label: name,
        level,
        texts: [description, ...attributes.map(({ displayName }) => displayName)],
      });
      // A second stencil of the same id has nothing below it that the first has not.
      for (const child of (below.get(id) ?? []).toReversed()) waiting.push({ type: child, level: level + 1 });
    }
  };
  for (const type of types) if (!ids.has(type.parentId)) place(type);
  for (const type of types) place(type);
  return rows;
}

/** The threat categories with their types below them; types whose category is missing stand at the end, at the root. */
export function threatRows({
  threatCategories,
  threatTypes,
}: Pick<Template, 'threatCategories' | 'threatTypes'>): readonly Row[] {
  const rows: Row[] = [];
  const below = grouped(threatTypes, ({ categoryId }) => categoryId);
  const placed = new Set<string>();
  const put = (level: number, type: ThreatType): void => {
    const { id, shortTitle, description, filters } = type;
    rows.push({
      key: `threat ${rows.length}`,
      item: { kind: 'threat-type', id },
      label: shortTitle,
      level,
      texts: [description, filters.include, filters.exclude],
    });
  };
  for (const { id, name, shortDescription } of threatCategories) {
    rows.push({
      key: `threat ${rows.length}`,
      item: { kind: 'category', id },
      label: name,
      level: 1,
      texts: [shortDescription],
    });
    if (placed.has(id)) continue;
    placed.add(id);
    for (const type of below.get(id) ?? []) put(2, type);
  }
  for (const type of threatTypes) if (!placed.has(type.categoryId)) put(1, type);
  return rows;
}

/** What every threat has, in the order of the file. */
export const propertyRows = ({ threatMetadata }: Pick<Template, 'threatMetadata'>): readonly Row[] =>
  threatMetadata.datums.map(({ name, label, description }, index) => ({
    key: `property ${index}`,
    item: { kind: 'threat-property', id: name },
    label: label || name,
    level: 1,
    texts: [name, description],
  }));

/** The rows in which every word of the query stands, with those above them. */
export function matching(rows: readonly Row[], query: string): readonly Row[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const found = new Set<Row>();
  const above: Row[] = [];
  for (const row of rows) {
    above.length = row.level - 1;
    above.push(row);
    const text = wordsOf(row);
    if (!words.every((word) => text.includes(word))) continue;
    // From below: what stands above a row that is in is in.
    for (let level = above.length - 1; level >= 0; level--) {
      const one = above[level];
      if (one === undefined || found.has(one)) break;
      found.add(one);
    }
  }
  return rows.filter((row) => found.has(row));
}

/** Whether two rows, or a row and what is selected, are about the same thing. */
export const sameItem = (a: TemplateItem, b: TemplateItem | null): boolean =>
  a.kind === b?.kind && a.id === b.id;
