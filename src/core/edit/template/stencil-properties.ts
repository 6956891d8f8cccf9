import {
  type Attribute,
  type ElementType,
  elementTypes,
  type NewGuid,
  type Template,
  type TypeId,
  typeChain,
} from '../../document/index.ts';
import type { Atom } from '../../filters/index.ts';
import { cleanText } from '../text.ts';
import { withMembers } from '../update.ts';
import { changeFirst, movedBefore } from './lists.ts';
import { leftOver, withRules } from './rules.ts';
import { updateStencil, withFreshId } from './stencils.ts';

/** What a person sets of a property; its identifier and the texts of its values have commands of their own. */
export type PropertyFields = Partial<Pick<Attribute, 'displayName' | 'mode'>>;

function withAttributes(
  template: Template,
  id: TypeId,
  change: (attributes: readonly Attribute[], type: ElementType) => readonly Attribute[],
): Template {
  return updateStencil(template, id, (type) =>
    withMembers(type, { attributes: change(type.attributes, type) }),
  );
}

const updateAttribute = (
  template: Template,
  id: TypeId,
  name: string,
  change: (attribute: Attribute) => Attribute,
): Template =>
  withAttributes(template, id, (attributes) => changeFirst(attributes, (one) => one.name === name, change));

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Every property of every type, overridden ones too. */
const allAttributes = (template: Template): readonly Attribute[] =>
  [...elementTypes(template).values()].flatMap(({ attributes }) => attributes);

/**
 * An identifier made of a display name: `Data Classification` is `dataClassification`. Rules can only name those of
 * letters, digits and `_`; no other property of the template has it.
 */
export function identifierFor(template: Template, displayName: string): string {
  const parts = displayName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const [first = 'property', ...rest] = parts;
  const capital = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1);
  const name = [first.charAt(0).toLowerCase() + first.slice(1), ...rest.map(capital)].join('');
  const taken = new Set(allAttributes(template).map((attribute) => attribute.name.toLowerCase()));
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name}${n}`;
  return free;
}

/** Adds a property that the user chooses, with the values in their order; the first one is the default. */
export function addProperty(
  template: Template,
  id: TypeId,
  displayName: string,
  values: readonly string[],
  newGuid: NewGuid,
): Template {
  const others = allAttributes(template);
  const attribute: Attribute = {
    // As the others have them: a model has no place for either.
    ...(others.some((one) => one.id !== undefined) ? { id: newGuid() } : {}),
    ...(others.some((one) => one.isInherited !== undefined) ? { isInherited: false } : {}),
    name: identifierFor(template, displayName),
    displayName: cleanText(displayName),
    mode: 'Dynamic',
    type: 'List',
    inheritance: 'Virtual',
    values: values.map(cleanText),
    isExtension: false,
  };
  return withAttributes(template, id, (attributes) => [...attributes, attribute]);
}

/** Sets what is given. A property that the type fixes has one value: of several the first stays. */
export function setStencilProperty(
  template: Template,
  id: TypeId,
  name: string,
  { displayName, mode }: PropertyFields,
): Template {
  return updateAttribute(template, id, name, (attribute) =>
    withMembers(attribute, {
      ...(displayName === undefined ? {} : { displayName: cleanText(displayName) }),
      ...(mode === undefined ? {} : { mode }),
      ...(mode === 'Static' && attribute.values.length > 1 ? { values: attribute.values.slice(0, 1) } : {}),
    }),
  );
}

/** A property as a type has it: its own, or one of an ancestor. */
export interface TypeProperty {
  readonly attribute: Attribute;
  /** The type that it stands on. */
  readonly of: ElementType;
  /** Nearest first: the ancestors that have it as well, which this one hides. */
  readonly hides: readonly ElementType[];
}

/** All properties that elements of a type get: its own first, then those of its ancestors, as elements list them. */
export function propertiesOfType(template: Template, id: TypeId): readonly TypeProperty[] {
  const chain = typeChain(template, id);
  const seen = new Set<string>();
  return chain.flatMap((of, level) =>
    of.attributes.flatMap((attribute): TypeProperty[] => {
      if (seen.has(attribute.name)) return [];
      seen.add(attribute.name);
      const hides = chain
        .slice(level + 1)
        .filter(({ attributes }) => attributes.some(({ name }) => name === attribute.name));
      return [{ attribute, of, hides }];
    }),
  );
}

/** Gives a type a property of its own for one that it inherits, with the same values. */
export function overrideProperty(template: Template, id: TypeId, name: string, newGuid: NewGuid): Template {
  const inherited = propertiesOfType(template, id).find(({ attribute }) => attribute.name === name);
  if (inherited === undefined || inherited.of.id === id) return template;
  const { attribute } = inherited;
  const own: Attribute = {
    ...withFreshId(attribute, newGuid),
    ...(attribute.isInherited === undefined ? {} : { isInherited: true, isOverridden: true }),
  };
  return withAttributes(template, id, (attributes) => [...attributes, own]);
}

export const moveProperty = (template: Template, id: TypeId, name: string, before: string | null): Template =>
  withAttributes(template, id, (attributes) => {
    const moved = attributes.find((one) => one.name === name);
    const other = attributes.find((one) => one.name === before);
    return moved === undefined ? attributes : movedBefore(attributes, moved, other);
  });

const asksFor =
  (name: string, value?: string) =>
  (atom: Atom): boolean =>
    atom.kind === 'property' && same(atom.name, name) && (value === undefined || same(atom.value, value));

/** Deletes a type's own property. Where no type has it any more, rules keep its display name in brackets. */
export function deleteProperty(template: Template, id: TypeId, name: string): Template {
  const gone = elementTypes(template)
    .get(id)
    ?.attributes.find((one) => one.name === name);
  if (gone === undefined) return template;
  const rest = withAttributes(template, id, (attributes) => attributes.filter((one) => one !== gone));
  if (allAttributes(rest).some((one) => same(one.name, name))) return rest;
  const property = leftOver(gone.displayName || name);
  return withRules(rest, (atom) => (asksFor(name)(atom) ? { property } : undefined));
}

/**
 * Whether a property can go by this identifier: filters can write it, and no type that has the property has another one
 * that goes by it.
 */
export function canBeIdentifier(template: Template, name: string, text: string): boolean {
  const isTaken = [...elementTypes(template).values()].some(
    ({ attributes }) =>
      attributes.some((one) => one.name === name) &&
      attributes.some((one) => one.name !== name && same(one.name, text)),
  );
  return /^[A-Za-z0-9_.-]+$/.test(text) && !isTaken;
}

/** Gives a property another identifier, on every type that has it, and in the rules. */
export function setIdentifier(template: Template, name: string, to: string): Template {
  const rename = (list: readonly ElementType[]): readonly ElementType[] =>
    list.map((type) => {
      if (!type.attributes.some((one) => one.name === name)) return type;
      const attributes = type.attributes.map((one) => (one.name === name ? { ...one, name: to } : one));
      return { ...type, attributes };
    });
  if (name === to || !allAttributes(template).some((one) => one.name === name)) return template;
  const renamed = {
    ...template,
    genericElements: rename(template.genericElements),
    standardElements: rename(template.standardElements),
  };
  return withRules(renamed, (atom) => (asksFor(name)(atom) ? { property: to } : undefined));
}

/** Sets the values of a property, the default first. What rules ask for is not followed: see `renameValue`. */
export const setValues = (
  template: Template,
  id: TypeId,
  name: string,
  values: readonly string[],
): Template =>
  updateAttribute(template, id, name, (attribute) => {
    const next = values.map(cleanText);
    const alike =
      next.length === attribute.values.length && next.every((one, i) => one === attribute.values[i]);
    return alike ? attribute : { ...attribute, values: next };
  });

/**
 * Sets the values of a property as somebody wrote them anew. Those that stand in the place of one that is gone are
 * that one under another name: the rules follow.
 */
export function rewriteValues(
  template: Template,
  id: TypeId,
  name: string,
  values: readonly string[],
): Template {
  const before =
    elementTypes(template)
      .get(id)
      ?.attributes.find((one) => one.name === name)?.values ?? [];
  const renamed =
    before.length !== values.length
      ? []
      : before.flatMap((from, index) => {
          const to = values[index];
          return to === undefined || before.includes(to) || values.includes(from) ? [] : [{ from, to }];
        });
  const followed = renamed.reduce(
    (current, { from, to }) => renameValue(current, id, name, from, to),
    template,
  );
  return setValues(followed, id, name, values);
}

/** Writes a value anew, here and in the rules, unless another type's property of that name still has the old one. */
export function renameValue(
  template: Template,
  id: TypeId,
  name: string,
  from: string,
  to: string,
): Template {
  const text = cleanText(to);
  const next = updateAttribute(template, id, name, (attribute) => ({
    ...attribute,
    values: attribute.values.map((value) => (value === from ? text : value)),
  }));
  const stays = allAttributes(next).some(
    (one) => same(one.name, name) && one.values.some((value) => same(value, from)),
  );
  // A rule has no way to write a quote.
  if (stays || text.includes("'")) return next;
  return withRules(next, (atom) => (asksFor(name, from)(atom) ? { value: `'${text}'` } : undefined));
}
