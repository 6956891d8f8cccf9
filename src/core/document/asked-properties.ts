import { caselessLookup } from '../base/index.ts';
import { elementTypes } from './queries.ts';
import type { Template } from './template.ts';

/**
 * What filters can ask for: the identifiers of the properties of all types, each with what people call it. Types may
 * share an identifier; the name that comes first counts.
 */
export function askedProperties(template: Template): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { attributes } of elementTypes(template).values())
    for (const { name, displayName } of attributes)
      if (!labels.has(name)) labels.set(name, displayName || name);
  return labels;
}

/** What people call the property with this identifier, which filters write in any case; itself where no type has it. */
export function askedPropertyLabel(template: Template, identifier: string): string {
  return caselessLookup(askedProperties(template))(identifier) ?? identifier;
}

/** The values of a property in all types that have it, each once. */
export function askedValues(template: Template, identifier: string): readonly string[] {
  const wanted = identifier.toLowerCase();
  const attributes = [...elementTypes(template).values()].flatMap((type) => type.attributes);
  const asked = attributes.filter(({ name }) => name.toLowerCase() === wanted);
  return [...new Set(asked.flatMap(({ values }) => values))];
}
