import type { Line, Shape, Threat } from '../document/index.ts';
import { bareName } from './facts.ts';
import { factsOf } from './marks.ts';

/** The property of an element that describes it; empty where it has none. */
export const descriptionOf = (element: Shape | Line): string =>
  factsOf(element).find(({ name }) => bareName(name) === 'description')?.value ?? '';

/** What the template proposes against a threat, under the name that templates have for it. */
export const possibleMitigation = ({ properties }: Threat): string =>
  properties.find(([name, text]) => /mitigation/i.test(name) && text.trim() !== '')?.[1] ?? '';

/** The weaknesses that a text names, such as `CWE-79`. */
export const cwesIn = (text: string): readonly string[] => [...new Set(text.match(/\bCWE-\d{1,6}\b/g) ?? [])];
