import { atOnce, type Steps } from '../base/index.ts';
import {
  buildProperties,
  type Diagram,
  type Element,
  type ElementId,
  embedTemplate,
  genericTypeIdOf,
  type Model,
  type Property,
  type Template,
  type ThreatType,
  type ThreatTypeId,
  type TypeId,
  withRisksOf,
} from '../document/index.ts';
import { elementData, type LostValue, withData } from '../edit/index.ts';
import { followingTemplate } from '../engine/index.ts';
import type { Mapping } from './mapping.ts';
import { type MatchedTypes, matchTypes } from './match-types.ts';

/** A value that elements of one type had and have no more. */
export interface Lost extends LostValue {
  readonly elementId: ElementId;
  readonly typeId: TypeId;
}

/** A property that goes on under another identifier, found by the name that people see. */
export interface MappedProperty {
  readonly typeId: TypeId;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface Upgraded {
  readonly model: Model;
  readonly types: MatchedTypes;
  readonly lost: readonly Lost[];
  readonly mapped: readonly MappedProperty[];
  /** Threat types of the old template that have another id in the new one. */
  readonly renamed: ReadonlyMap<ThreatTypeId, ThreatTypeId>;
}

/**
 * The model on another template: a newer version of its own, or any other. Elements keep their places, names and all
 * values that the new types have a place for; threats come along by `followTemplate`.
 */
export const upgrade = (model: Model, next: Template, mapping: Mapping): Upgraded =>
  atOnce(upgrading(model, next, mapping));

/** `upgrade`, in small steps. */
export function* upgrading(model: Model, next: Template, mapping: Mapping): Steps<Upgraded> {
  const types = matchTypes(model, embedTemplate(next), mapping);
  const template = withRisksOf(types.template, model.template);
  const toType = new Map(types.matches.map(({ id, to }) => [id, to.id]));
  const lost: Lost[] = [];
  const mapped = new Map<string, MappedProperty>();
  const retyped = <E extends Element>(element: E): E => {
    const to = toType.get(element.typeId);
    if (to === undefined) return element;
    const { properties, ...rest } = propertiesOn(model.template, template, element, to);
    for (const value of rest.lost) lost.push({ ...value, elementId: element.id, typeId: element.typeId });
    for (const one of rest.mapped)
      mapped.set(`${element.typeId}\n${one.from}`, { ...one, typeId: element.typeId });
    const genericTypeId = genericTypeIdOf(template, to);
    const same =
      to === element.typeId && genericTypeId === element.genericTypeId && properties === element.properties;
    return same ? element : { ...element, typeId: to, genericTypeId, properties };
  };
  const diagrams: Diagram[] = [];
  for (const diagram of model.diagrams) {
    const shapes = yield* keeping(diagram.shapes, retyped);
    const lines = yield* keeping(diagram.lines, retyped);
    const same = shapes === diagram.shapes && lines === diagram.lines;
    diagrams.push(same ? diagram : { ...diagram, shapes, lines });
  }
  const same = diagrams.every((diagram, index) => diagram === model.diagrams[index]);
  const renamed = renamedTypes(model.template, template, mapping);
  const changed = { ...model, diagrams: same ? model.diagrams : diagrams, template };
  const after = yield* followingTemplate(model, changed, renamed);
  return { model: after, types, lost, mapped: [...mapped.values()], renamed };
}

/** The list with each item changed, one at a step; the same list when none was. */
function* keeping<T>(items: readonly T[], change: (item: T) => T): Steps<readonly T[]> {
  const next: T[] = [];
  for (const item of items) {
    next.push(change(item));
    yield;
  }
  return next.every((item, index) => item === items[index]) ? items : next;
}

/**
 * The properties of an element on its new type, with its values; the same list when they come out as they are.
 * What neither template knows is somebody's, and stays behind them.
 */
function propertiesOn(old: Template, next: Template, element: Element, to: TypeId) {
  const before = buildProperties(old, element.typeId, element.kind);
  const built = buildProperties(next, to, element.kind);
  // The type says the same as before: so does the element, in whatever form the file has it.
  if (alike(before, built)) return { properties: element.properties, lost: [], mapped: [] };
  const data = elementData(old, element);
  const known = new Set([...before, ...built].map(({ name }) => name));
  const own = element.properties.filter(
    ({ kind, name }) => kind === 'unknown' || (name !== '' && !known.has(name)),
  );
  const foreign = new Set(own.map(({ name }) => name));
  const { properties, lost } = withData(built, {
    ...data,
    chosen: data.chosen.filter((name) => !foreign.has(name)),
  });
  const all: readonly Property[] = own.length === 0 ? properties : [...properties, ...own];
  return {
    properties: alike(all, element.properties) ? element.properties : all,
    lost,
    mapped: mappedBetween(data.labels, built),
  };
}

/** Whether two lists say the same; what a file said besides is no difference. */
function alike(a: readonly Property[], b: readonly Property[]): boolean {
  return a.length === b.length && a.every((one, index) => sameProperty(one, b[index]));
}

function sameProperty(a: Property, b: Property | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.kind !== b.kind || a.name !== b.name || a.displayName !== b.displayName)
    return false;
  if ('value' in a && 'value' in b) return a.value === b.value;
  if ('values' in a && 'values' in b)
    return (
      a.selectedIndex === b.selectedIndex &&
      a.values.length === b.values.length &&
      a.values.every((value, index) => value === b.values[index])
    );
  return a.kind === 'header';
}

/** Properties under other identifiers, by the names that people see, as `withData` finds them. */
function mappedBetween(
  labels: readonly (readonly [name: string, label: string])[],
  built: readonly Property[],
): readonly Omit<MappedProperty, 'typeId'>[] {
  const here = new Set(built.map(({ name }) => name));
  const byLabel = new Map<string, string>();
  for (const [name, label] of labels) {
    const text = label.trim().toLowerCase();
    if (!here.has(name) && !byLabel.has(text)) byLabel.set(text, name);
  }
  const before = new Set(labels.map(([name]) => name));
  return built.flatMap(({ name, displayName }) => {
    const from = name === '' || before.has(name) ? undefined : byLabel.get(displayName.trim().toLowerCase());
    return from === undefined ? [] : [{ from, to: name, label: displayName }];
  });
}

/**
 * Threat types that go on under another id: those that were chosen, and those whose title stands once in each
 * template. One whose id the new template has stays what it is.
 */
function renamedTypes(
  old: Template,
  next: Template,
  { threatTypes }: Mapping,
): ReadonlyMap<ThreatTypeId, ThreatTypeId> {
  const ids = new Set(next.threatTypes.map(({ id }) => id));
  const oldIds = new Set(old.threatTypes.map(({ id }) => id));
  const once = (types: readonly ThreatType[]): ReadonlyMap<string, ThreatTypeId | null> => {
    const found = new Map<string, ThreatTypeId | null>();
    for (const { id, shortTitle } of types) {
      const title = shortTitle.trim().toLowerCase();
      found.set(title, found.has(title) || title === '' ? null : id);
    }
    return found;
  };
  const [before, after] = [once(old.threatTypes), once(next.threatTypes.filter(({ id }) => !oldIds.has(id)))];
  const renamed = new Map<ThreatTypeId, ThreatTypeId>();
  for (const { id, shortTitle } of old.threatTypes) {
    const chosen = threatTypes.get(id);
    if (chosen !== undefined) {
      if (chosen !== null && ids.has(chosen)) renamed.set(id, chosen);
      continue;
    }
    const title = shortTitle.trim().toLowerCase();
    const to = after.get(title);
    if (!ids.has(id) && before.get(title) === id && to !== undefined && to !== null) renamed.set(id, to);
  }
  return renamed;
}
