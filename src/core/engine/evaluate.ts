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

function subjectOf(interaction: Interaction, subject: Subject): Element {
  return interaction[subject];
}

type Types = Pick<Element, 'typeId' | 'genericTypeId'>;

const typeSets = new WeakMap<Template, Map<string, ReadonlySet<string>>>();

/** Whether the element is of the wanted type or of one below it. `ROOT` never matches. */
function isOfType(template: Template, element: Types, wanted: string): boolean {
  let sets = typeSets.get(template);
  if (sets === undefined) {
    sets = new Map();
    typeSets.set(template, sets);
  }
  const { typeId, genericTypeId } = element;
  const key = `${typeId}\n${genericTypeId}`;
  let set = sets.get(key);
  if (set === undefined) {
    // What is named counts, whether the template has it or not: an element's own type, the generic one of an
    // unknown type, and a parent that was deleted from the template.
    const chain = elementChain(template, element);
    const ids: string[] = [typeId, ...chain.flatMap((type) => [type.id, type.parentId])];
    if (findElementType(template, typeId) === undefined) ids.push(genericTypeId);
    set = new Set(ids.map((id) => spelling(template, id)));
    sets.set(key, set);
  }
  return wanted.toLowerCase() !== ROOT_TYPE.toLowerCase() && set.has(spelling(template, wanted));
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
