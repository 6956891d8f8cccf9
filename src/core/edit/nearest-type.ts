import {
  type ElementType,
  findElementType,
  isNameProperty,
  type LineKind,
  type Property,
  propertyText,
  representationOf,
  type ShapeKind,
  type Template,
  type TypeId,
} from '../document/index.ts';
import type { FragmentElement } from './fragment.ts';
import { withValue } from './properties.ts';
import { withMembers } from './update.ts';

export interface LostValue {
  readonly element: string;
  readonly property: string;
  readonly value: string;
}

/** A property's value as a fragment holds it. */
export const plainValue = (property: Property): string | boolean | undefined =>
  property.kind === 'boolean' ? property.value : propertyText(property);

export type KindOf = (template: Template, id: TypeId) => ShapeKind | LineKind | undefined;

const sameWords = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * The type that stands for a copied element: its own, else one of the same name drawn alike, else the nearest of
 * its ancestors, else the first generic type drawn alike. Undefined when the template draws nothing like it.
 */
export function nearestType(
  template: Template,
  { typeId: id, typeName, representation, ancestors }: FragmentElement,
  kindOf: KindOf,
): ElementType | undefined {
  const own = findElementType(template, id);
  if (own !== undefined && kindOf(template, own.id) !== undefined) return own;
  const alike = (type: ElementType | undefined): type is ElementType =>
    type !== undefined &&
    kindOf(template, type.id) !== undefined &&
    representationOf(template, type) === representation;
  const all = [...template.standardElements, ...template.genericElements].filter(alike);
  // What the palette offers comes before what the template hides.
  all.sort((one, other) => Number(one.hidden) - Number(other.hidden));
  const named = (name: string) => all.find((type) => sameWords(type.name, name));
  const same = named(typeName);
  if (same !== undefined) return same;
  for (const [ancestor, name] of ancestors) {
    const found = findElementType(template, ancestor);
    if (alike(found)) return found;
    const namesake = named(name);
    if (namesake !== undefined) return namesake;
  }
  const generic = new Set(template.genericElements);
  return all.find((type) => generic.has(type));
}

/**
 * A type's properties with the values of a copy: by identifier, else by the name that people see; lists by the
 * text of the value. What was chosen and has no place is given back.
 */
export function withData(
  properties: readonly Property[],
  data: FragmentElement,
): { readonly properties: readonly Property[]; readonly lost: readonly LostValue[] } {
  const values = new Map(data.values);
  const labels = new Map(data.labels);
  const here = new Set(properties.map(({ name }) => name));
  // Names that the type does not have, by what people see; the first of a name counts.
  const byLabel = new Map<string, string>();
  for (const [name, label] of data.labels) {
    const words = label.trim().toLowerCase();
    if (!here.has(name) && !byLabel.has(words)) byLabel.set(words, name);
  }
  const placed = new Set<string>();
  const next = properties.map((property): Property => {
    if (isNameProperty(property)) return withMembers(property, { value: data.name });
    if (property.name === '') return property;
    const from = values.has(property.name)
      ? property.name
      : (byLabel.get(property.displayName.trim().toLowerCase()) ?? '');
    const value = values.get(from);
    if (value === undefined) return property;
    const changed = withValue(property, value);
    if (changed !== property || plainValue(changed) === value) placed.add(from);
    return changed;
  });
  const lost = data.chosen.flatMap((name): LostValue[] => {
    const value = values.get(name);
    if (value === undefined || placed.has(name)) return [];
    const shown = typeof value === 'string' ? value : value ? 'Yes' : 'No';
    return [{ element: data.name, property: labels.get(name) ?? name, value: shown }];
  });
  return { properties: next, lost };
}
