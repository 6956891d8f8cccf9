import {
  buildProperties,
  type Element,
  type ElementId,
  elementName,
  findElementType,
  genericTypeIdOf,
  isNameProperty,
  type Model,
  representationOf,
  type TypeId,
} from '../document/index.ts';
import { words } from '../words/index.ts';
import { type Edited, edited } from './edited.ts';
import { carryValues } from './properties.ts';
import { updateByIds, withMembers } from './update.ts';

/**
 * Whether elements may become this type: one that the template has and draws alike, so that the element keeps
 * its form. An annotation is stored as a rectangle but does not turn into one.
 */
export function canChangeType(model: Model, element: Element, typeId: TypeId): boolean {
  const type = findElementType(model.template, typeId);
  const old = findElementType(model.template, element.typeId);
  if (type === undefined || old === undefined) return false;
  return representationOf(model.template, type) === representationOf(model.template, old);
}

/**
 * Gives elements another type drawn alike; others are passed over. The property list is the new type's;
 * values of attributes of the same name stay, and so does the name, unless it was the old type's own.
 */
export function changeType(model: Model, ids: Iterable<ElementId>, typeId: TypeId): Edited {
  const { template } = model;
  const type = findElementType(template, typeId);
  if (type === undefined) return { value: model };
  const next = updateByIds(model, ids, (element) => {
    if (element.typeId === typeId || !canChangeType(model, element, typeId)) return element;
    const stored = elementName(element);
    const name = stored === findElementType(template, element.typeId)?.name ? type.name : stored;
    const properties = carryValues(buildProperties(template, typeId, element.kind), element).map(
      (property) => (isNameProperty(property) ? withMembers(property, { value: name }) : property),
    );
    return { ...element, typeId, genericTypeId: genericTypeIdOf(template, typeId), properties };
  });
  return edited(model, next, { said: words.edits.retyped({ type: type.name }) });
}
