import type { TypeId } from './ids.ts';
import type { LineKind, Property, ShapeKind } from './model.ts';
import { DATAFLOW_ORDER, OUT_OF_SCOPE, REASON_OUT_OF_SCOPE, typeChain } from './queries.ts';
import type { Attribute, Template } from './template.ts';

/** A caption in the property list; it has neither identifier nor value. */
export const headerProperty = (displayName: string): Property => ({ kind: 'header', displayName, name: '' });

const textProperty = (displayName: string, name: string, value: string): Property => ({
  kind: 'string',
  displayName,
  name,
  value,
});

/** The caption over what is written down of one element beyond the properties of its type (format, section 3). */
export const CUSTOM_ATTRIBUTES = 'Custom Attributes';

/** A text of one element alone, which the Windows tool shows and keeps. */
export const customProperty = (displayName: string, value: string): Property => ({
  kind: 'customString',
  displayName,
  name: '',
  value,
});

/** The property that holds the name of an element or a diagram. Its identifier is empty (format 1.7). */
export const nameProperty = (value: string): Property => textProperty('Name', '', value);

function choice(kind: 'list' | 'staticList', attribute: Attribute): Property {
  const { displayName, name, values } = attribute;
  return { kind, displayName, name, values, selectedIndex: 0 };
}

/**
 * The property list of a new element as the Windows tool builds it when it opens a file (format, section 3),
 * with the type's name as the element's name. Empty when the template does not know the type.
 */
export function buildProperties(
  template: Template,
  id: TypeId,
  kind: ShapeKind | LineKind,
): readonly Property[] {
  const chain = typeChain(template, id);
  const [type, ...ancestors] = chain;
  if (type === undefined) return [];

  const properties: Property[] = [headerProperty(type.name), nameProperty(type.name)];
  if (template.generation === 'G7' && (kind === 'flow' || kind === 'borderBoundary')) {
    properties.push(textProperty('Dataflow Order', DATAFLOW_ORDER, '0'));
  }
  if (kind !== 'borderBoundary' && kind !== 'lineBoundary') {
    properties.push({ kind: 'boolean', displayName: 'Out Of Scope', name: OUT_OF_SCOPE, value: false });
    properties.push(textProperty('Reason For Out Of Scope', REASON_OUT_OF_SCOPE, ''));
  }

  // The nearest type that has an attribute decides about it, so a static one hides an inherited choice.
  const seen = new Set<string>();
  const fixed: Property[] = [];
  const groups = chain.map(({ attributes }) => {
    const choices: Property[] = [];
    for (const attribute of attributes) {
      if (seen.has(attribute.name)) continue;
      seen.add(attribute.name);
      if (attribute.mode === 'Static') fixed.push(choice('staticList', attribute));
      else choices.push(choice('list', attribute));
    }
    return choices;
  });

  if (fixed.length > 0) properties.push(headerProperty('Predefined Static Attributes'), ...fixed);
  const [own = [], ...inherited] = groups;
  // The headers stand there even when nothing follows, except for a generic type without attributes.
  if (own.length > 0 || ancestors.length > 0) {
    properties.push(headerProperty('Configurable Attributes'), ...own);
  }
  ancestors.forEach((ancestor, index) => {
    properties.push(headerProperty(`As ${ancestor.name}`), ...(inherited[index] ?? []));
  });
  return properties;
}
