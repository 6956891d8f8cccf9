import {
  type Diagram,
  type Element,
  elementName,
  freeEnd,
  isLine,
  isNameProperty,
  type Line,
  type LineEnd,
  type Model,
  nextIds,
} from '../document/index.ts';
import { type Conflict, type Merging, otherSide, type Side } from './conflict.ts';
import { keysOf } from './keys.ts';
import type { Three } from './merge.ts';
import { propertyList } from './model-table.ts';
import { plain } from './plain.ts';

/**
 * Makes a merged model one that holds together, where both sides did: names of diagrams, elements in one place, ends
 * on something, numbers given once. A fault that a side had before stays as it is.
 */
export function settleModel(three: Three<Model>, merged: Model, merging: Merging): Model {
  const once = withElementsOnce(three, merged, merging);
  const diagrams = once.diagrams.map((diagram) => freed(three, named(three, diagram, merging)));
  const changed = diagrams.some((diagram, index) => diagram !== once.diagrams[index]);
  const { base, ours, theirs } = three;
  const threats = numbered(
    merged.threats,
    [base?.threats ?? [], ours.threats, theirs.threats],
    (threat, id) => ({
      ...threat,
      id,
    }),
  );
  return {
    ...once,
    diagrams: changed ? diagrams : once.diagrams,
    threats,
    notes: noteIds(three, merged.notes),
  };
}

// ---- diagrams

/** A diagram's header is its `Name` property as well: a question about both is one about the header. */
function named(three: Three<Model>, diagram: Diagram, merging: Merging): Diagram {
  const sides = [three.ours, three.theirs].map((model) => model.diagrams.find(({ id }) => id === diagram.id));
  if (sides.some((side) => side !== undefined && side.header !== elementName(side))) return diagram;
  const index = diagram.properties.findIndex(isNameProperty);
  const key = keysOf(propertyList, diagram.properties)[index];
  const aboutName = ({ kind, path }: Conflict): boolean =>
    kind === 'property' && path.length === 2 && path[0]?.key === diagram.id && path[1]?.key === key;
  const at = merging.conflicts.findIndex(aboutName);
  if (at >= 0) merging.conflicts.splice(at, 1);
  if (elementName(diagram) === diagram.header) return diagram;
  const properties = diagram.properties.map((property, position) =>
    position === index && isNameProperty(property) ? { ...property, value: diagram.header } : property,
  );
  return { ...diagram, properties };
}

type Where = { readonly diagram: Diagram; readonly element: Element };

/** Which of a diagram's two lists an element is in, and its id. */
const placeKey = (element: Element): string => `${isLine(element) ? 'line' : 'shape'} ${element.id}`;

function placesOf(model: Model): ReadonlyMap<string, readonly Where[]> {
  const places = new Map<string, Where[]>();
  for (const diagram of model.diagrams) {
    for (const element of [...diagram.shapes, ...diagram.lines]) {
      const known = places.get(element.id);
      if (known === undefined) places.set(element.id, [{ diagram, element }]);
      else known.push({ diagram, element });
    }
  }
  return places;
}

/** An element that the sides put in different places stays where the preferred side has it. */
function withElementsOnce(three: Three<Model>, merged: Model, merging: Merging): Model {
  const places = placesOf(merged);
  const twice = [...places].filter(([, where]) => where.length > 1);
  if (twice.length === 0) return merged;
  const had = { ours: placesOf(three.ours), theirs: placesOf(three.theirs) };
  /** By diagram: the sides may share the element as an object. */
  const dropped = new Map<Diagram, Set<string>>();
  for (const [id, where] of twice) {
    const inOf = (side: Side): Where | undefined => had[side].get(id)?.[0];
    const [ours, theirs] = [inOf('ours'), inOf('theirs')];
    if (ours === undefined || theirs === undefined) continue;
    if ((had.ours.get(id)?.length ?? 0) > 1 || (had.theirs.get(id)?.length ?? 0) > 1) continue;
    const taken = merging.settle({
      cause: 'twice',
      kind: isLine(ours.element) ? 'line' : 'shape',
      path: [],
      field: 'diagrams',
      key: id,
      ours: plain({ diagram: ours.diagram.id, element: ours.element }),
      theirs: plain({ diagram: theirs.diagram.id, element: theirs.element }),
    });
    const stays = inOf(taken) ?? inOf(otherSide(taken));
    const kept = where.find(
      ({ diagram, element }) => diagram.id === stays?.diagram.id && isLine(element) === isLine(stays.element),
    );
    for (const one of where) {
      if (one === (kept ?? where[0])) continue;
      const ids = dropped.get(one.diagram) ?? new Set();
      dropped.set(one.diagram, ids.add(placeKey(one.element)));
    }
  }
  const diagrams = merged.diagrams.map((diagram) => {
    const gone = dropped.get(diagram);
    if (gone === undefined) return diagram;
    const stays = (element: Element): boolean => !gone.has(placeKey(element));
    return { ...diagram, shapes: diagram.shapes.filter(stays), lines: diagram.lines.filter(stays) };
  });
  return { ...merged, diagrams };
}

/** Ends on a shape that a side has on this diagram and the result has not become free, where they are. */
function freed(three: Three<Model>, diagram: Diagram): Diagram {
  const there = new Set<string>(diagram.shapes.map(({ id }) => id));
  const lost = (end: LineEnd): boolean => end.element !== null && !there.has(end.element);
  if (!diagram.lines.some(({ source, target }) => lost(source) || lost(target))) return diagram;
  const known = new Set<string>(
    [three.base, three.ours, three.theirs].flatMap((model) => {
      const same = model?.diagrams.find(({ id }) => id === diagram.id);
      return same?.shapes.map(({ id }) => id) ?? [];
    }),
  );
  const free = (end: LineEnd): LineEnd =>
    end.element !== null && lost(end) && known.has(end.element) ? freeEnd(end.x, end.y) : end;
  const lines = diagram.lines.map((line): Line => {
    const [source, target] = [free(line.source), free(line.target)];
    return source === line.source && target === line.target ? line : { ...line, source, target };
  });
  return { ...diagram, lines };
}

// ---- numbers

/**
 * Gives a number anew to each record that shares it with one before it. Those of the base keep theirs, then the
 * order of the list counts. Two that share a number within one side are that side's affair.
 */
function numbered<R extends { readonly id: number }>(
  records: readonly R[],
  [base, ours, theirs]: readonly [readonly R[], readonly R[], readonly R[]],
  withId: (record: R, id: number) => R,
): readonly R[] {
  const sharing = (list: readonly R[]): ReadonlySet<number> => {
    const seen = new Set<number>();
    return new Set(list.filter(({ id }) => seen.size === seen.add(id).size).map(({ id }) => id));
  };
  const mine = sharing(records);
  if (mine.size === 0) return records;
  const [inOurs, inTheirs] = [sharing(ours), sharing(theirs)];
  const old = new Set(base.map(identityOf));
  const taken = new Set<number>();
  const again = new Set<R>();
  const byAge = [
    ...records.filter((one) => old.has(identityOf(one))),
    ...records.filter((one) => !old.has(identityOf(one))),
  ];
  for (const one of byAge) {
    if (inOurs.has(one.id) || inTheirs.has(one.id)) continue;
    if (taken.has(one.id)) again.add(one);
    taken.add(one.id);
  }
  const next = nextIds(records);
  return records.map((one) => (again.has(one) ? withId(one, next()) : one));
}

const identityOf = (record: object): string => ('key' in record ? String(record.key) : '');

/** Ids of notes are 1 to n by place where they were in both sides (format 1.4); otherwise each is given once. */
function noteIds({ ours, theirs }: Three<Model>, notes: Model['notes']): Model['notes'] {
  const dense = (list: Model['notes']): boolean => list.every(({ id }, index) => id === index + 1);
  if (dense(notes)) return notes;
  if (dense(ours.notes) && dense(theirs.notes)) {
    return notes.map((note, index) => (note.id === index + 1 ? note : { ...note, id: index + 1 }));
  }
  return numbered(notes, [[], ours.notes, theirs.notes], (note, id) => ({ ...note, id }));
}
