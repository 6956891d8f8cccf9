import { describe, expect, it } from 'vitest';
import { nestingOf } from './nesting.ts';
import { drawn } from './testing/drawn.ts';

type Spec = Parameters<typeof drawn>[0][number];
const outer: Spec = ['outer', 'cloud', 100, 100, 600, 400];

function nesting(...specs: readonly Spec[]) {
  const { diagram, ids } = drawn(specs);
  const nameOf = new Map([...ids].map(([name, id]) => [id, name]));
  const { parents, tangles } = nestingOf(diagram.shapes);
  return {
    parents: Object.fromEntries([...parents].map(([inner, box]) => [nameOf.get(inner), nameOf.get(box)])),
    tangles: tangles.map((ids) => ids.map((id) => nameOf.get(id)).toSorted()),
  };
}

describe('nestingOf', () => {
  it.each<[string, readonly Spec[], Record<string, string>]>([
    ['an element with its middle inside', [outer, ['a', 'server', 60, 200]], { a: 'outer' }],
    ['an element with its middle outside', [outer, ['a', 'server', 40, 200]], {}],
    [
      'the innermost box',
      [outer, ['inner', 'cloud', 200, 200, 200, 200], ['a', 'server', 250, 250]],
      { inner: 'outer', a: 'inner' },
    ],
    [
      'a box that sticks out, with all it holds inside',
      [outer, ['inner', 'cloud', 600, 200, 300, 200], ['a', 'server', 610, 250]],
      { inner: 'outer', a: 'inner' },
    ],
    [
      'of two with the same box the later lies inside',
      [outer, ['twin', 'cloud', 100, 100, 600, 400], ['a', 'server', 200, 200]],
      { twin: 'outer', a: 'twin' },
    ],
  ])('%s', (_, specs, parents) => expect(nesting(...specs)).toEqual({ parents, tangles: [] }));

  it('finds boxes that share elements without nesting', () => {
    const found = nesting(
      outer,
      ['other', 'cloud', 500, 100, 600, 400],
      ['left', 'server', 150, 200],
      ['both', 'server', 550, 200],
      ['right', 'server', 900, 200],
      ['apart', 'cloud', 1500, 100, 200, 200],
    );
    expect(found.tangles).toEqual([['other', 'outer']]);
  });
});
