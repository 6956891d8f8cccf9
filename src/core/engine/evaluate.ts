import { assertNever } from '../base/index.ts';
import {
  type Element,
  type Property,
  propertyText,
  ROOT_TYPE,
  type Template,
  type TypeId,
  typeChain,
} from '../document/index.ts';
import type { Expression, Subject } from './expression.ts';
import type { Interaction } from './interactions.ts';

/**
 * Whether a filter holds for an interaction (format 5.3). Ids, names and values compare without regard to
 * case: no file decides it, and a template whose author typed `yes` for `Yes` then works as meant.
 */
export function evaluate(expression: Expression, interaction: Interaction, template: Template): boolean {
  switch (expression.kind) {
    case 'or':
      return expression.operands.some((operand) => evaluate(operand, interaction, template));
    case 'and':
      return expression.operands.every((operand) => evaluate(operand, interaction, template));
    case 'not':
      return !evaluate(expression.operand, interaction, template);
    case 'is':
      return isOfType(template, subjectOf(interaction, expression.subject).typeId, expression.typeId);
    case 'crosses':
      return interaction.crossed.some((boundary) => isOfType(template, boundary.typeId, expression.typeId));
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

function subjectOf(interaction: Interaction, subject: Subject): Element {
  return interaction[subject];
}

const typeSets = new WeakMap<Template, Map<TypeId, ReadonlySet<string>>>();

/** Whether the type is the wanted one or lies below it. `ROOT` never matches. */
function isOfType(template: Template, id: TypeId, wanted: string): boolean {
  let sets = typeSets.get(template);
  if (sets === undefined) {
    sets = new Map();
    typeSets.set(template, sets);
  }
  let set = sets.get(id);
  if (set === undefined) {
    const ids = typeChain(template, id).map((type) => type.id.toLowerCase());
    set = new Set(ids.filter((ancestor) => ancestor !== ROOT_TYPE.toLowerCase()));
    sets.set(id, set);
  }
  return set.has(wanted.toLowerCase());
}

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
  return index.get(name.toLowerCase()) ?? fixedValue(template, element.typeId, name);
}

function fixedValue(template: Template, id: TypeId, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const type of typeChain(template, id)) {
    const attribute = type.attributes.find((candidate) => candidate.name.toLowerCase() === wanted);
    // The nearest type decides; one that the user chooses has no fixed value.
    if (attribute !== undefined) return attribute.mode === 'Static' ? attribute.values[0] : undefined;
  }
  return undefined;
}
