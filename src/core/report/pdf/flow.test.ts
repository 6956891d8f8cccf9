import { describe, expect, it } from 'vitest';
import { type Block, Flow, MARGIN, pageSize } from './flow.ts';

const PAGE = pageSize('portrait').height - MARGIN.top - MARGIN.bottom;

/** Where blocks come to stand on pages without a paper. */
function placed(
  put: (flow: Flow, block: (name: string, parts: readonly number[], more?: Partial<Block>) => Block) => void,
) {
  const places: [string, number, number][] = [];
  const flow = new Flow(undefined, () => undefined);
  flow.newPage('portrait');
  put(flow, (name, parts, more) => ({
    tag: 'P',
    before: 0,
    after: 0,
    parts,
    whole: true,
    draw: () => undefined,
    placed: (page, top) => places.push([name, page, Math.round(top - MARGIN.top)]),
    ...more,
  }));
  return { places, pages: flow.pages };
}
const lines = (count: number): readonly number[] => Array.from({ length: count }, () => 10);

describe('pages', () => {
  it('hold blocks one below the other, with room between but not at their heads', () => {
    const { places } = placed((flow, block) => {
      flow.put(block('a', [100], { before: 20, after: 5 }));
      flow.put(block('b', [PAGE - 130], { before: 20 }));
      flow.put(block('c', [10], { before: 20 }));
    });
    expect(places).toEqual([
      ['a', 1, 0],
      ['b', 1, 125],
      ['c', 2, 0],
    ]);
  });

  it('keep headings with what follows', () => {
    const { places } = placed((flow, block) => {
      flow.put(block('above', [PAGE - 60]));
      flow.together([block('heading', [20]), block('row', lines(2)), block('row', lines(3))]);
      flow.put(block('row', lines(3)));
    });
    expect(places.map(([, page]) => page)).toEqual([1, 2, 2, 2, 2]);
  });

  it('keep with a heading as much as a page holds', () => {
    const { places } = placed((flow, block) => {
      flow.put(block('above', [PAGE - 60]));
      flow.together([block('heading', [20]), block('picture', [200]), block('huge', [PAGE - 100])]);
    });
    expect(places).toEqual([
      ['above', 1, 0],
      ['heading', 2, 0],
      ['picture', 2, 20],
      ['huge', 3, 0],
    ]);
  });

  it('do not divide a row that a page holds, but one that is long', () => {
    const { places, pages } = placed((flow, block) => {
      flow.put(block('above', [PAGE - 60]));
      flow.put(block('row', lines(10)));
      flow.put(block('long', lines(200)));
      flow.put(block('below', lines(1)));
    });
    expect(places.slice(0, 3)).toEqual([
      ['above', 1, 0],
      ['row', 2, 0],
      ['long', 2, 100],
    ]);
    expect(pages).toBe(2 + Math.ceil((100 + 2000 - PAGE) / PAGE));
  });

  it('leave no last line alone', () => {
    const fitting = Math.floor(PAGE / 10);
    const { places } = placed((flow, block) => {
      flow.put(block('text', lines(fitting + 1)));
      flow.put(block('next', lines(1)));
    });
    expect(places.at(-1)).toEqual(['next', 2, 20]);
  });

  it('repeat the head of a table that goes on', () => {
    const { places } = placed((flow, block) => {
      flow.under(block('head', [30]), () => {
        for (let row = 0; row < 4; row++) flow.put(block('row', [PAGE / 3]));
      });
      flow.put(block('after', [PAGE]));
    });
    expect(places.map(([name, page, top]) => `${name} ${page} ${top}`)).toEqual([
      'head 1 0',
      `row 1 30`,
      `row 1 ${Math.round(30 + PAGE / 3)}`,
      'row 2 30',
      `row 2 ${Math.round(30 + PAGE / 3)}`,
      'after 3 0',
    ]);
  });

  it('end with what is higher than any', () => {
    const { pages } = placed((flow, block) => {
      flow.put(block('a', [10]));
      flow.put(block('huge', [PAGE * 3]));
      flow.put(block('b', [10]));
    });
    expect(pages).toBe(3);
  });
});
