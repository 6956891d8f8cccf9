import { describe, expect, it } from 'vitest';
import { checkInvariants, type Diagram } from '../document/index.ts';
import { checkPorts } from '../edit/index.ts';
import { interactionsOf } from '../engine/index.ts';
import { rectCentre, rectContains } from '../geometry/index.ts';
import { drawn } from './testing/drawn.ts';
import { contents, tidied } from './testing/tidied.ts';

/** The size of the canvas that things are strewn over: boundaries overlap often. */
const SIZE = 1500;

/** Numbers below `limit`, the same ones for a seed. */
function numbers(seed: number) {
  let state = seed;
  return (limit: number): number => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function strewn(seed: number) {
  const below = numbers(seed);
  const elements = 3 + below(15);
  const types = ['server', 'store', 'person', 'note'];
  const place = () => ({ x: below(SIZE), y: below(SIZE) });
  const end = () => (below(12) === 0 ? place() : `e${below(elements)}`);
  const times = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  return drawn(
    [
      ...times(below(6), (index) => {
        const { x, y } = place();
        return [`box ${index}`, 'cloud', x, y, 200 + below(500), 150 + below(400)] as const;
      }),
      ...times(elements, (index) => {
        const { x, y } = place();
        return [`e${index}`, types[below(types.length)] ?? 'server', x, y] as const;
      }),
    ],
    times(below(18), (index) => [`flow ${index}`, end(), end()] as const),
  );
}

/**
 * What flows cross once their elements stand clear of borders, as tidying places them: then ends lie where the
 * middles do. Of an element across a border the ends may say otherwise before, and its middle decides.
 */
const crossingsByMiddle = (diagram: Diagram) =>
  interactionsOf(diagram).map(({ flow, source, target }) => {
    const crossed = diagram.shapes.filter(
      (box) =>
        box.kind === 'borderBoundary' &&
        rectContains(box, rectCentre(source)) !== rectContains(box, rectCentre(target)),
    );
    return [flow.id, crossed.map(({ id }) => id).toSorted()];
  });

/** Line boundaries cannot always keep to the same flows; boxes must keep what they hold. */
const crossings = (diagram: Diagram) =>
  interactionsOf(diagram).map(({ flow, crossed }) => [flow.id, crossed.map(({ id }) => id).toSorted()]);

describe('tidying strewn diagrams', () => {
  it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'seed %i: boundaries hold the same',
    async (seed) => {
      const { model, diagram } = strewn(seed);
      const after = await tidied(model, diagram);
      expect(contents(after.diagram).toSorted()).toEqual(contents(diagram).toSorted());
      expect(crossings(after.diagram)).toEqual(crossingsByMiddle(diagram));
      expect(checkInvariants(after.model)).toEqual([]);
      expect(checkPorts(after.model)).toEqual([]);
    },
  );
});
