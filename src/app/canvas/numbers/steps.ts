/** A step through the flows of a diagram. */
export type Step = 'next' | 'previous' | 'first' | 'last';

const STEPS: ReadonlyMap<string, Step> = new Map([
  ['ArrowRight', 'next'],
  ['PageDown', 'next'],
  ['ArrowLeft', 'previous'],
  ['PageUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
]);

/** The step that a key asks for. */
export const stepBy = (key: string): Step | undefined => STEPS.get(key);

/** The place, from 0, that a step leads to among so many flows. Before the first step (null) any end may be the first. */
export function placeAfter(step: Step, place: number | null, count: number): number {
  const last = count - 1;
  switch (step) {
    case 'first':
      return 0;
    case 'last':
      return last;
    case 'next':
      return place === null ? 0 : Math.min(place + 1, last);
    case 'previous':
      return place === null ? last : Math.max(place - 1, 0);
  }
}
