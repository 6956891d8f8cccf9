import { assertNever } from '../base/index.ts';
import {
  type Element,
  elementChain,
  findElementType,
  type Property,
  propertyText,
  ROOT_TYPE,
  type Template,
} from '../document/index.ts';
import type { Expression, Subject } from '../filters/index.ts';
import type { Interaction } from './interactions.ts';
import { LONG, type LongFilter, longFilter } from './long-filter.ts';

/**
 * Whether a filter holds for an interaction (format 5.3). Ids, names and values compare without regard to
 * case: no file decides it, and a template whose author typed `yes` for `Yes` then works as meant.
 */
export function evaluate(expression: Expression, interaction: Interaction, template: Template): boolean {
  switch (expression.kind) {
    case 'or':
      if (expression.operands.length > LONG) return isDecided(expression, interaction, template);
      return expression.operands.some((operand) => evaluate(operand, interaction, template));
    case 'and':
      if (expression.operands.length > LONG) return !isDecided(expression, interaction, template);
      return expression.operands.every((operand) => evaluate(operand, interaction, template));
    case 'not':
      return !evaluate(expression.operand, interaction, template);
    case 'is':
      return isOfType(template, subjectOf(interaction, expression.subject), expression.typeId);
    case 'crosses':
      return interaction.crossed.some((boundary) => isOfType(template, boundary, expression.typeId));
    case 'property': {
      const value = storedOrFixed(template, subjectOf(interaction, expression.subject), expression.name);
      return value !== undefined && value.toLowerCase() === expression.value.toLowerCase();
    }
    case 'broken':
      return false;
    default:
      return assertNever(expression);
  }
}

/** Whether one operand decides a long `or` (then it holds) or a long `and` (then it does not). */
function isDecided(
  expression: Extract<Expression, { kind: 'or' | 'and' }>,
  interaction: Interaction,
  template: Template,
): boolean {
  const { types, crossed, properties, others } = longFilterOf(template, expression);
  const isOneOf = (element: Element, names: ReadonlySet<string>): boolean => {
    for (const name of typesOf(template, element)) if (names.has(name)) return true;
    return false;
  };
  for (const [subject, names] of types) if (isOneOf(subjectOf(interaction, subject), names)) return true;
  if (crossed.size > 0 && interaction.crossed.some((boundary) => isOneOf(boundary, crossed))) return true;
  for (const [subject, names] of properties) {
    const element = subjectOf(interaction, subject);
    for (const [name, values] of names) {
      const value = storedOrFixed(template, element, name);
      if (value !== undefined && values.has(value.toLowerCase())) return true;
    }
  }
  const deciding = expression.kind === 'or';
  return others.some((operand) => evaluate(operand, interaction, template) === deciding);
}

function longFilterOf(
  template: Template,
  expression: Extract<Expression, { kind: 'or' | 'and' }>,
): LongFilter {
  const { longFilters } = knownOf(template);
  const before = longFilters.get(expression);
  if (before !== undefined) return before;
  const made = longFilter(expression, (typeId) => spelledType(template, typeId));
  longFilters.set(expression, made);
  return made;
}

function subjectOf(interaction: Interaction, subject: Subject): Element {
  return interaction[subject];
}

type Types = Pick<Element, 'typeId' | 'genericTypeId'>;

/** What is asked for again and again of one template. */
interface Known {
  /** By the element itself: a name of its types as one text would have to be put together each time. */
  readonly byElement: WeakMap<Types, ReadonlySet<string>>;
  readonly byTypes: Map<string, ReadonlySet<string>>;
  /** Null for the root of all types. */
  readonly spelled: Map<string, string | null>;
  readonly longFilters: WeakMap<Expression, LongFilter>;
}

const known = new WeakMap<Template, Known>();

function knownOf(template: Template): Known {
  const before = known.get(template);
  if (before !== undefined) return before;
  const fresh: Known = {
    byElement: new WeakMap(),
    byTypes: new Map(),
    spelled: new Map(),
    longFilters: new WeakMap(),
  };
  known.set(template, fresh);
  return fresh;
}

const ROOT = ROOT_TYPE.toLowerCase();

/** A type as elements have it; null for `ROOT`, which never matches. */
function spelledType(template: Template, wanted: string): string | null {
  const { spelled } = knownOf(template);
  let name = spelled.get(wanted);
  if (name === undefined) {
    name = wanted.toLowerCase() === ROOT ? null : spelling(template, wanted);
    spelled.set(wanted, name);
  }
  return name;
}

/** Whether the element is of the wanted type or of one below it. `ROOT` never matches. */
function isOfType(template: Template, element: Types, wanted: string): boolean {
  const name = spelledType(template, wanted);
  return name !== null && typesOf(template, element).has(name);
}

/** Every type that the element is of, in the template's spelling. */
function typesOf(template: Template, element: Types): ReadonlySet<string> {
  const { byElement } = knownOf(template);
  let set = byElement.get(element);
  if (set === undefined) {
    set = typesByName(template, element);
    byElement.set(element, set);
  }
  return set;
}

/** The same for all elements of one type. */
function typesByName(template: Template, element: Types): ReadonlySet<string> {
  const { byTypes } = knownOf(template);
  const { typeId, genericTypeId } = element;
  const key = `${typeId}\n${genericTypeId}`;
  const before = byTypes.get(key);
  if (before !== undefined) return before;
  // What is named counts, whether the template has it or not: an element's own type, the generic one of an
  // unknown type, and a parent that was deleted from the template.
  const chain = elementChain(template, element);
  const ids: string[] = [typeId, ...chain.flatMap((type) => [type.id, type.parentId])];
  if (findElementType(template, typeId) === undefined) ids.push(genericTypeId);
  const set = new Set(ids.map((id) => spelling(template, id)));
  byTypes.set(key, set);
  return set;
}

/** The template's own spelling of a type's id. */
const spelling = (template: Template, id: string): string =>
  findElementType(template, id)?.id ?? id.toLowerCase();

const valueIndexes = new WeakMap<readonly Property[], ReadonlyMap<string, string>>();

/**
 * The value of a property by its identifier: what the element stores, otherwise what its type fixes. Other
 * writers leave the fixed ones out; the Windows tool always stores them.
 */
function storedOrFixed(template: Template, element: Element, name: string): string | undefined {
  let index = valueIndexes.get(element.properties);
  if (index === undefined) {
    const values = new Map<string, string>();
    for (const property of element.properties) {
      const key = property.name.toLowerCase();
      const text = propertyText(property);
      if (key !== '' && text !== undefined && !values.has(key)) values.set(key, text);
    }
    index = values;
    valueIndexes.set(element.properties, index);
  }
  return index.get(name.toLowerCase()) ?? fixedValue(template, element, name);
}

function fixedValue(template: Template, element: Types, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const type of elementChain(template, element)) {
    const attribute = type.attributes.find((candidate) => candidate.name.toLowerCase() === wanted);
    // The nearest type decides; one that the user chooses has no fixed value.
    if (attribute !== undefined) return attribute.mode === 'Static' ? attribute.values[0] : undefined;
  }
  return undefined;
}
