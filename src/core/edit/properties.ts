import {
  type Diagram,
  type DiagramId,
  type Element,
  type ElementId,
  findProperty,
  isNameProperty,
  type Model,
  nameProperty,
  type Property,
  propertyText,
} from '../document/index.ts';
import { words } from '../words/index.ts';
import { type Edited, edited } from './edited.ts';
import { cleanText, storedText } from './text.ts';
import { mapKeeping, updateByIds, withDiagrams, withMembers, withProperties } from './update.ts';

/** Sets the `Name` property; a record without one gets it behind its first header. */
function renamed<E extends { readonly properties: readonly Property[] }>(record: E, name: string): E {
  const first = record.properties.find(isNameProperty);
  if (first === undefined) {
    const [header, ...rest] = record.properties;
    const property = nameProperty(storedText('', name));
    const properties =
      header?.kind === 'header' ? [header, property, ...rest] : [property, ...record.properties];
    return { ...record, properties };
  }
  const value = storedText(first.value, name);
  return withProperties(record, (property) =>
    property === first ? withMembers(first, { value }) : property,
  );
}

/** Renames a diagram: its header and its `Name` property, which are one (format 1.6). */
export function withDiagramName(diagram: Diagram, name: string): Diagram {
  const line = cleanText(name).replace(/\s*[\r\n]\s*/g, ' ');
  return withMembers(renamed(diagram, line), { header: line });
}

/**
 * Names shapes, lines or diagrams; several at once when given several ids. Line breaks are kept for elements.
 * The text of an annotation is its name. Ids that the model does not have are passed over.
 */
export function setName(model: Model, ids: string | Iterable<string>, name: string): Model {
  const wanted = new Set<string>(typeof ids === 'string' ? [ids] : ids);
  const elements: ElementId[] = [];
  for (const diagram of model.diagrams) {
    for (const element of [...diagram.shapes, ...diagram.lines]) {
      if (wanted.has(element.id)) elements.push(element.id);
    }
  }
  const next = updateByIds(model, elements, (element) => renamed(element, name));
  return withDiagrams(
    next,
    mapKeeping(next.diagrams, (diagram) =>
      wanted.has(diagram.id) ? withDiagramName(diagram, name) : diagram,
    ),
  );
}

/** Names one element or diagram, by `setName`, and says so. */
export const rename = (model: Model, id: ElementId | DiagramId, name: string): Edited =>
  edited(model, setName(model, id, name), { said: words.edits.renamed({ name }) });

/** The property with the value, or itself when it cannot take it (headers, fixed lists, no such choice). */
export function withValue(property: Property, value: string | number | boolean): Property {
  switch (property.kind) {
    case 'string':
    case 'customString':
      return typeof value === 'string'
        ? withMembers(property, { value: storedText(property.value, value) })
        : property;
    case 'boolean':
      return typeof value === 'boolean' ? withMembers(property, { value }) : property;
    case 'list': {
      const index = typeof value === 'string' ? property.values.indexOf(value) : Number(value);
      const exists = typeof value !== 'boolean' && property.values[index] !== undefined;
      return exists ? withMembers(property, { selectedIndex: index }) : property;
    }
    default:
      return property;
  }
}

/**
 * Sets the property with this identifier on all of the elements that have it. A list takes one of its values
 * or an index from 0; a static list belongs to the type and takes nothing. What does not fit changes nothing.
 */
export function setProperty(
  model: Model,
  ids: Iterable<ElementId>,
  name: string,
  value: string | number | boolean,
): Model {
  return updateByIds(model, ids, (element) => {
    const property = findProperty(element, name);
    return property === undefined
      ? element
      : withProperties(element, (one) => (one === property ? withValue(one, value) : one));
  });
}

/** The values of `from` carried over to the same-named properties of `to`, lists by the chosen text. */
export function carryValues(to: readonly Property[], from: Element): readonly Property[] {
  return to.map((property) => {
    const old = findProperty(from, property.name);
    const value = old?.kind === 'boolean' ? old.value : old && propertyText(old);
    return value === undefined ? property : withValue(property, value);
  });
}
