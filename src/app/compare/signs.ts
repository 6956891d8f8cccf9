import type { Difference, DifferenceGroup } from '../../core/compare/index.ts';
import type { Diagram, DiagramId, ElementId, Model } from '../../core/document/index.ts';
import { laterWords as coreWords } from '../../core/words/later.ts';

/** What became of an element. `moved`: it lies elsewhere, and is as it was otherwise. */
export type Sign = 'added' | 'removed' | 'changed' | 'moved';
export const SIGNS: readonly Sign[] = ['added', 'removed', 'changed', 'moved'];

/** A mark for a sign, as paths in a box of 16 by 16: each has a form of its own, beside its colour. */
export interface SignLook {
  readonly outline: string;
  readonly glyph: string;
  /** Name of the colour in the theme. */
  readonly colour: string;
  /** How a box around an element is drawn, in pixels of dash and gap. */
  readonly dash: readonly number[];
}

export const SIGN_LOOKS: Readonly<Record<Sign, SignLook>> = {
  added: {
    outline: 'M8 .5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15z',
    glyph: 'M8 4v8M4 8h8',
    colour: '--success',
    dash: [],
  },
  removed: { outline: 'M1.5 1.5h13v13h-13z', glyph: 'M4 8h8', colour: '--danger', dash: [7, 4] },
  changed: {
    outline: 'M8 0L16 8L8 16L0 8z',
    glyph: 'M5 6.4h6M5 9.6h6M9.8 4.4l-3.6 7.2',
    colour: '--warning',
    dash: [12, 3],
  },
  moved: {
    outline: 'M0 2.5h9.5L16 8l-6.5 5.5H0z',
    glyph: 'M3 8h7.5M8 5.5L10.5 8L8 10.5',
    colour: '--info',
    dash: [2, 3],
  },
};

/** A diagram of either side with what became of its elements. */
export interface ComparedDiagram {
  readonly id: DiagramId;
  readonly before: Diagram | null;
  readonly after: Diagram | null;
  readonly signs: ReadonlyMap<ElementId, Sign>;
}

/** The diagrams of both sides: those of `after` in its order, then those that went. */
export function comparedDiagrams(
  before: Model,
  after: Model,
  differences: readonly Difference[],
): readonly ComparedDiagram[] {
  const signs = signsOf(differences);
  const known = new Set(after.diagrams.map(({ id }) => id));
  const went = before.diagrams.filter(({ id }) => !known.has(id));
  return [...after.diagrams, ...went].map(({ id }) => {
    const was = before.diagrams.find((one) => one.id === id) ?? null;
    const is = after.diagrams.find((one) => one.id === id) ?? null;
    const own = signs.get(id) ?? new Map();
    if (was !== null && is !== null) return { id, before: was, after: is, signs: own };
    return { id, before: was, after: is, signs: new Map([...all(was ?? is, is !== null), ...own]) };
  });
}

const all = (diagram: Diagram | null, isNew: boolean): ReadonlyMap<ElementId, Sign> =>
  new Map(
    [...(diagram?.shapes ?? []), ...(diagram?.lines ?? [])].map(({ id }) => [
      id,
      isNew ? 'added' : 'removed',
    ]),
  );

/** Groups whose differences are about the element itself: those of threats are about what follows from it. */
const OF_ELEMENTS: readonly DifferenceGroup[] = ['elements', 'flows', 'boundaries', 'properties'];

/** An element with several differences has the sign that comes first here. */
const weight = (sign: Sign): number => ['added', 'removed', 'changed', 'moved'].indexOf(sign);

function signsOf(differences: readonly Difference[]): ReadonlyMap<string, ReadonlyMap<ElementId, Sign>> {
  const found = new Map<string, Map<ElementId, Sign>>();
  for (const { group, type, place, aspect } of differences) {
    const { diagram, element } = place;
    if (diagram === undefined || element === undefined || !OF_ELEMENTS.includes(group)) continue;
    // Another place in the order of drawing is nothing to be seen on the element itself.
    if (type === 'moved' && aspect === coreWords.differences.aspects.order) continue;
    const of = found.get(diagram) ?? new Map<ElementId, Sign>();
    found.set(diagram, of);
    const before = of.get(element);
    // A property that came or went is a change of its element.
    const sign = group === 'properties' ? 'changed' : type;
    if (before === undefined || weight(sign) < weight(before)) of.set(element, sign);
  }
  return found;
}
