import {
  type DiagramOfBoth,
  type Difference,
  diagramsOfBoth,
  STANDINGS,
  type Standing,
  standingsOf,
} from '../../core/compare/index.ts';
import type { ElementId, Model } from '../../core/document/index.ts';

export type Sign = Standing;
export const SIGNS: readonly Sign[] = STANDINGS;

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
export interface ComparedDiagram extends DiagramOfBoth {
  readonly signs: ReadonlyMap<ElementId, Sign>;
}

/** The diagrams of both sides: those of `after` in its order, then those that went. */
export function comparedDiagrams(
  before: Model,
  after: Model,
  differences: readonly Difference[],
): readonly ComparedDiagram[] {
  const signs = standingsOf(differences, before, after);
  return diagramsOfBoth(before, after).map((one) => ({ ...one, signs: signs.get(one.id) ?? new Map() }));
}
