import { folded } from '../base/index.ts';
import {
  CUSTOM_ATTRIBUTES,
  customProperty,
  type Element,
  headerProperty,
  isNameProperty,
  type Property,
} from '../document/index.ts';
import type { Fact } from './draft.ts';
import { spaced } from './names.ts';

/** More facts of one element than this are cut: a file made to be odd must not cost without end. */
export const MOST_FACTS = 200;

const TRUE = ['true', 'yes', '1'];
const FALSE = ['false', 'no', '0'];

/** A name without case, marks and the words that questions begin with: `isEncrypted`, `Is Encrypted`, `encrypted`. */
export const bareName = (name: string): string =>
  folded(spaced(name))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(is|has|provides|handles|stores) /, '')
    .replaceAll(' ', '');

/**
 * The facts of our own export with those that were changed in the other program since in place of those of their name.
 * Of a name that our export does not have, an empty one says nothing.
 */
export function withChanges(facts: readonly Fact[], changed: readonly Fact[]): readonly Fact[] {
  const before = new Set(facts.map(({ name }) => bareName(name)));
  const said = changed.filter(({ name, value }) => value !== '' || before.has(bareName(name)));
  const names = new Set(said.map(({ name }) => bareName(name)));
  return [...facts.filter(({ name }) => !names.has(bareName(name))), ...said];
}

/** Which of a list's values a text means; -1 for none. Yes and true are one, as are no and false. */
function choiceFor(values: readonly string[], text: string): number {
  const wanted = folded(text.trim());
  const exact = values.findIndex((value) => folded(value.trim()) === wanted);
  if (exact >= 0) return exact;
  const same = [TRUE, FALSE].find((words) => words.includes(wanted));
  return same === undefined ? -1 : values.findIndex((value) => same.includes(folded(value.trim())));
}

/** The property with a fact as its value; undefined where it cannot take that. */
function taking(property: Property, text: string): Property | undefined {
  switch (property.kind) {
    case 'string':
    case 'customString':
      return { ...property, value: text };
    case 'boolean': {
      const wanted = folded(text.trim());
      if (TRUE.includes(wanted)) return { ...property, value: true };
      return FALSE.includes(wanted) ? { ...property, value: false } : undefined;
    }
    case 'list': {
      const selectedIndex = choiceFor(property.values, text);
      return selectedIndex < 0 ? undefined : { ...property, selectedIndex };
    }
    default:
      return undefined;
  }
}

/**
 * The element with its name and what the file says of it: in the property of its type that has the fact's name and can
 * take its value, else as a text of its own (`customProperty`), which the Windows tool shows and keeps.
 */
export function withFacts<E extends Element>(element: E, name: string, facts: readonly Fact[]): E {
  const properties = element.properties.map((property) =>
    isNameProperty(property) ? { ...property, value: name } : property,
  );
  // Most elements of most files say nothing of themselves, and an import has thousands.
  if (facts.length === 0) return { ...element, properties };
  const names = properties.map((property) =>
    isNameProperty(property) ? '' : bareName(property.displayName),
  );
  const used = new Set<number>();
  const own: Property[] = [];
  for (const { name: label, value } of facts.slice(0, MOST_FACTS)) {
    const wanted = bareName(label);
    // Of two properties with one name the second has the second fact.
    const at = wanted === '' ? -1 : names.findIndex((own, index) => own === wanted && !used.has(index));
    const property = properties[at];
    const taken = property && taking(property, value);
    if (taken === undefined) own.push(customProperty(label, value));
    else {
      properties[at] = taken;
      used.add(at);
    }
  }
  if (own.length > 0) properties.push(headerProperty(CUSTOM_ATTRIBUTES), ...own);
  return { ...element, properties };
}
