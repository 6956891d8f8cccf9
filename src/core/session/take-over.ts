import { entryOf } from '../base/index.ts';
import { type Change, invert, patchModel } from '../compare/index.ts';
import { elementTypes, type Model, nextIds, type TypeId } from '../document/index.ts';
import { fitEnds, lostShapes } from './fit-ends.ts';

/** What one model has that another has not, as one thing to take over or to leave: a `Difference`, as a rule. */
export interface Takeable {
  readonly id: string;
  /** From the model that takes to the other one. */
  readonly changes: readonly Change[];
}

export interface TakenOver {
  readonly model: Model;
  /** What had to come along for the model to hold together, by its id. */
  readonly along: readonly string[];
  /** Types of elements that came and that the model's template does not have: nothing should be taken then. */
  readonly lacking: readonly TypeId[];
}

/** Differences as what the later of their two models can take over from the earlier one. */
export const turnedRound = (differences: readonly Takeable[]): readonly Takeable[] =>
  differences.map(({ id, changes }) => ({ id, changes: invert({ of: 'model', changes }).changes }));

/**
 * A model with some of what another one has. Along comes what these mean nothing without: the shape that a flow ends
 * on, what another type makes of the properties, the threats of a flow with what was written to them. `all` is
 * everything that is different. Ends are put to their ports, numbers are given once; the threats are the caller's
 * affair, as after any edit.
 */
export function takeOver(mine: Model, all: readonly Takeable[], wanted: ReadonlySet<string>): TakenOver {
  const needs = new Needs(all);
  const taken = new Set(all.filter(({ id }) => wanted.has(id)));
  for (const one of taken) for (const other of needs.of(one)) taken.add(other);
  const sides: readonly [Model, Model] = [mine, patched(mine, new Set(all))];
  let model = patched(mine, taken);
  for (
    let more = needs.ofEnds(sides, model, taken);
    more.length > 0;
    more = needs.ofEnds(sides, model, taken)
  ) {
    for (const one of more) taken.add(one);
    for (const one of taken) for (const other of needs.of(one)) taken.add(other);
    model = patched(mine, taken);
  }
  return {
    model: numberedOnce(mine, fitEnds(model, sides)),
    along: [...taken].filter(({ id }) => !wanted.has(id)).map(({ id }) => id),
    lacking: lackingTypes(mine, model),
  };
}

const patched = (mine: Model, taken: ReadonlySet<Takeable>): Model =>
  patchModel(mine, { of: 'model', changes: [...taken].flatMap(({ changes }) => changes) });

const isElementList = (field: string | undefined): boolean => field === 'shapes' || field === 'lines';

/** Which differences mean nothing without which others. */
class Needs {
  /** By what a difference does: `+ id` adds an element or a diagram's elements, `- id` takes it away, and so on. */
  readonly #doing = new Map<string, Takeable[]>();
  readonly #facts = new Map<Takeable, readonly string[]>();

  constructor(all: readonly Takeable[]) {
    for (const one of all) {
      const facts = [...new Set(one.changes.flatMap(factsOf))];
      this.#facts.set(one, facts);
      for (const fact of facts) entryOf(this.#doing, fact, () => []).push(one);
    }
  }

  of(one: Takeable): readonly Takeable[] {
    return (this.#facts.get(one) ?? []).flatMap(follows).flatMap((fact) => this.#doing.get(fact) ?? []);
  }

  /** What puts right the ends that hang on nothing: the shape, or what the other model did to the line. */
  ofEnds(
    sides: readonly [mine: Model, other: Model],
    model: Model,
    taken: ReadonlySet<Takeable>,
  ): readonly Takeable[] {
    const had = new Set<string>(sides[0].diagrams.flatMap(({ shapes }) => shapes.map(({ id }) => id)));
    return model.diagrams.flatMap((diagram) =>
      lostShapes(diagram, sides).flatMap(({ line, id }) => {
        const open = (fact: string) => (this.#doing.get(fact) ?? []).filter((one) => !taken.has(one));
        const [shape, ofLine] = [open(`+ ${id}`), [...open(`- ${line.id}`), ...open(`ends ${line.id}`)]];
        const [first, second] = had.has(id) ? [ofLine, shape] : [shape, ofLine];
        return first.length > 0 ? first : second;
      }),
    );
  }
}

/** The members of a property that are what an element holds. */
const HELD: ReadonlySet<string> = new Set(['value', 'selectedIndex']);

/** What a change does, for what follows from it. */
function factsOf(change: Change): readonly string[] {
  const [outer, inner] = change.path;
  if (outer === undefined && change.type !== 'set') return factsOfRoot(change);
  if (outer?.field !== 'diagrams') return [];
  if (inner === undefined) {
    if (change.type === 'set' || change.type === 'move' || !isElementList(change.field)) return [];
    return [`${change.type === 'add' ? '+' : '-'} ${change.key}`];
  }
  if (!isElementList(inner.field) || inner.key === undefined) return [];
  const { key } = inner;
  // What a property can hold, and whether it can be chosen, is its type's: only what it holds is the element's own.
  const holds = change.path[2] !== undefined && HELD.has(change.field);
  if (holds) return [`values ${key}`];
  if (change.path[2] !== undefined || change.field === 'properties')
    return [`properties ${key}`, `values ${key}`];
  if (['kind', 'typeId', 'genericTypeId'].includes(change.field)) return [`type ${key}`];
  return ['source', 'target'].includes(change.field) ? [`ends ${key}`] : [];
}

/** Of a change in a list of the model itself. */
function factsOfRoot(change: Exclude<Change, { type: 'set' }>): readonly string[] {
  if (change.type === 'move') return [];
  const { record } = change;
  if (change.field === 'diagrams') {
    const sign = change.type === 'add' ? '+' : '-';
    return elementIds(record).map((id) => `${sign} ${id}`);
  }
  if (change.field !== 'threats' || change.type !== 'add') return [];
  const flow =
    typeof record === 'object' && record !== null && 'flowId' in record ? record.flowId : undefined;
  return typeof flow === 'string' ? [`threat of ${flow}`] : [];
}

function elementIds(diagram: unknown): readonly string[] {
  if (typeof diagram !== 'object' || diagram === null) return [];
  const lists = [Reflect.get(diagram, 'shapes'), Reflect.get(diagram, 'lines')];
  return lists.flatMap((list: unknown) =>
    Array.isArray(list) ? list.map((one: { readonly id: string }) => one.id) : [],
  );
}

/** What has to be done along with something. */
function follows(fact: string): readonly string[] {
  const at = fact.lastIndexOf(' ');
  const [does, id] = [fact.slice(0, at), fact.slice(at + 1)];
  switch (does) {
    case '+':
      // One that stands on another diagram goes from here; a flow comes with what was written to its threats.
      return [`- ${id}`, `threat of ${id}`];
    case '-':
      return [`+ ${id}`];
    case 'threat of':
      return [`+ ${id}`];
    case 'type':
      return [`type ${id}`, `values ${id}`];
    case 'properties':
      return [`type ${id}`];
    default:
      return [];
  }
}

function lackingTypes(mine: Model, model: Model): readonly TypeId[] {
  const known = new Set<string>(elementTypes(mine.template).keys());
  const types = (of: Model) =>
    of.diagrams.flatMap(({ shapes, lines }) => [...shapes, ...lines]).map((one) => one.typeId);
  for (const type of types(mine)) known.add(type);
  return [...new Set(types(model).filter((type) => !known.has(type)))];
}

/** Numbers of threats are given once, those of notes are their places where they were (format 1.4). */
function numberedOnce(mine: Model, model: Model): Model {
  const before = new Map(mine.threats.map(({ key, id }) => [key, id]));
  // A number that came is given where nobody has it still.
  const keeps = ({ key, id }: Model['threats'][number]) => before.get(key) === id;
  const used = new Set(model.threats.filter(keeps).map(({ id }) => id));
  const next = nextIds(model.threats);
  const isOnce = (one: { readonly id: number }) => used.size !== used.add(one.id).size;
  const threats = model.threats.map((threat) =>
    keeps(threat) || isOnce(threat) ? threat : { ...threat, id: next() },
  );
  const dense = mine.notes.every(({ id }, index) => id === index + 1);
  const notes = model.notes.map((note, index) =>
    !dense || note.id === index + 1 ? note : { ...note, id: index + 1 },
  );
  const same = <T>(a: readonly T[], b: readonly T[]) => a.every((one, index) => one === b[index]);
  if (same(threats, model.threats) && same(notes, model.notes)) return model;
  return { ...model, threats, notes };
}
