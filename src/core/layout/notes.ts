import type { ElementId, Shape } from '../document/index.ts';
import { drawnBox } from '../drawing/index.ts';
import { type Rect, rectCentre } from '../geometry/index.ts';
import { gapBetween } from './rects.ts';

/** Between an element and free text at it, and between such texts, in model units. */
export const NOTE_GAP = 10;

/** Free text that goes along with an element, as boxes beside where the element is now. */
export interface Notes {
  readonly above: readonly (readonly [ElementId, Rect])[];
  readonly below: readonly (readonly [ElementId, Rect])[];
}

/**
 * Free text belongs to the element that it is nearest to, among those in the same boundary. It goes above or below
 * that element, as it was: at its sides there are flows. Text without an element is in no entry.
 */
export function notesOf(
  elements: readonly Shape[],
  texts: readonly Shape[],
  parents: ReadonlyMap<ElementId, ElementId>,
): ReadonlyMap<ElementId, Notes> {
  const at = new Map<Shape, Shape[]>();
  for (const text of texts) {
    let nearest: Shape | undefined;
    for (const element of elements) {
      if (parents.get(element.id) !== parents.get(text.id)) continue;
      if (nearest === undefined || gapBetween(text, element) < gapBetween(text, nearest)) nearest = element;
    }
    if (nearest !== undefined) at.set(nearest, [...(at.get(nearest) ?? []), text]);
  }
  return new Map([...at].map(([element, own]) => [element.id, stacked(element, own)]));
}

function stacked(element: Shape, texts: readonly Shape[]): Notes {
  const core = drawnBox(element);
  const middle = rectCentre(core);
  const sorted = texts.toSorted((a, b) => rectCentre(a).y - rectCentre(b).y);
  const above: [ElementId, Rect][] = [];
  const below: [ElementId, Rect][] = [];
  const centred = (box: Rect, top: number): Rect => ({ ...box, left: middle.x - box.width / 2, top });
  let bottom = core.top + core.height;
  let top = core.top;
  for (const text of sorted.filter((one) => rectCentre(one).y >= middle.y)) {
    const box = centred(drawnBox(text), bottom + NOTE_GAP);
    below.push([text.id, box]);
    bottom = box.top + box.height;
  }
  for (const text of sorted.filter((one) => rectCentre(one).y < middle.y).toReversed()) {
    const box = drawnBox(text);
    top -= NOTE_GAP + box.height;
    above.push([text.id, centred(box, top)]);
  }
  return { above, below };
}
