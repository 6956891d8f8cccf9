import { describe, expect, it } from 'vitest';
import { threatItems } from '../../../core/threat-list/index.ts';
import { filtered } from '../rows.ts';
import { ALL, fields, model, withThreats } from '../testing/sample.ts';
import { columnsOf } from './columns.ts';
import { lookFrom } from './kept-look.ts';
import {
  firstLayout,
  fitted,
  type Layout,
  layoutFrom,
  placedColumns,
  withChosen,
  withPlace,
  withStep,
  withToggled,
  withWidth,
} from './layout.ts';

const columns = columnsOf(model.template);
const of = (...names: readonly string[]): Layout => names.map((id) => ({ id, width: 100 }));
const ids = (layout: readonly { readonly id: string }[]): string => layout.map(({ id }) => id).join(' ');

describe('the columns', () => {
  it('are those of every threat and one for each text that the template defines', () => {
    expect(ids(columns)).toBe(
      'id title category interaction source target diagram state priority justification by changed ' +
        'text:UserThreatDescription text:ActionItems text:Comments text:References',
    );
    expect(columns.filter(({ edit }) => edit !== null).map(({ id }) => id)).toEqual([
      'title',
      'state',
      'priority',
      'justification',
      'text:UserThreatDescription',
      'text:ActionItems',
      'text:Comments',
      'text:References',
    ]);
  });

  it('sort by every one of them', () => {
    const worked = withThreats(({ id, properties }) => ({
      properties: [...properties.filter(([name]) => name !== 'Comments'), ['Comments', String(21 - id)]],
    }));
    const sorted = filtered(threatItems(worked, new Set()), { ...ALL, sort: 'text:Comments' }, fields);
    expect(sorted.map(({ threat }) => threat.id)).toEqual(
      Array.from({ length: 20 }, (_, index) => 20 - index),
    );
    for (const { id } of columns) {
      const all = filtered(threatItems(model, new Set()), { ...ALL, sort: id }, fields);
      expect(all, id).toHaveLength(20);
    }
  });
});

describe('a layout', () => {
  it.each([
    ['a b c', 'a', 'c', 'b a c'],
    ['a b c', 'c', 'a', 'c a b'],
    ['a b c', 'a', null, 'b c a'],
    ['a b c', 'b', 'b', 'a b c'],
    ['a b c', 'x', 'a', 'a b c'],
    ['a b c', 'a', 'x', 'b c a'],
  ] as const)('%s with %s before %s is %s', (layout, id, before, result) => {
    expect(ids(withPlace(of(...layout.split(' ')), id, before))).toBe(result);
  });

  it.each([
    ['a', 1, 'x b a c'],
    ['c', -1, 'x a c b'],
    ['c', 1, 'x a b c'],
    ['a', -1, 'x a b c'],
  ] as const)('steps over what is drawn: %s by %i', (id, by, result) => {
    expect(ids(withStep(of('x', 'a', 'b', 'c'), of('a', 'b', 'c'), id, by))).toBe(result);
  });

  it('keeps widths within bounds', () => {
    const widths = [-5, 39.6, 123.4, 9_999].map((width) => withWidth(of('a'), 'a', width)[0]?.width);
    expect(widths).toEqual([40, 40, 123, 900]);
  });

  it('hides and shows, but never the last', () => {
    expect(ids(withToggled(of('a', 'b'), { id: 'a', width: 1 }))).toBe('b');
    expect(ids(withToggled(of('b'), { id: 'b', width: 1 }))).toBe('b');
    expect(withToggled(of('b'), { id: 'a', width: 70 })).toEqual([
      { id: 'b', width: 100 },
      { id: 'a', width: 70 },
    ]);
  });

  it('leaves out what headings say and what the template does not have', () => {
    const first = firstLayout(columns);
    expect(ids(placedColumns(columns, first, 'none'))).toBe(
      'id title interaction category state priority justification',
    );
    expect(ids(placedColumns(columns, first, 'interaction'))).not.toContain('interaction');
    expect(ids(placedColumns(columns, of('interaction'), 'interaction'))).toBe('interaction');
    expect(ids(placedColumns(columns, of('text:gone', 'state'), 'state'))).toBe('state');
    expect(ids(placedColumns(columns, of('text:gone'), 'none'))).toBe(ids(first));
  });
});

describe('the room beside the columns', () => {
  const placed = (layout: Layout) => placedColumns(columns, layout, 'interaction');
  const widths = (drawn: ReturnType<typeof placed>) =>
    drawn.map(({ id, shownWidth }) => `${id} ${shownWidth}`);
  const first = firstLayout(columns);

  it('is shared by those that hold names and sentences, by their widths', () => {
    expect(widths(fitted(placed(first), 1288))).toEqual([
      'id 52',
      'title 420',
      'category 190',
      'state 176',
      'priority 84',
      'justification 366',
    ]);
    expect(fitted(placed(first), 1289).reduce((sum, { shownWidth }) => sum + shownWidth, 0)).toBe(1289);
  });

  it.each([0, 1007, 1008])('is none in %i pixels', (room) =>
    expect(fitted(placed(first), room)).toEqual(placed(first)),
  );

  it('is not for a width that somebody chose, nor for more than the widest', () => {
    const drawn = fitted(placed(withWidth(first, 'title', 200)), 1288);
    expect(widths(drawn)).toContain('title 200');
    expect(widths(drawn)).toContain('justification 510');
    expect(widths(fitted(placed(withWidth(first, 'title', 200)), 4000))).toContain('justification 900');
  });

  it('leaves an edge where it is put: what stands before it stays, what follows shares', () => {
    const drawn = fitted(placed(first), 1288);
    const state = fitted(placed(withChosen(first, drawn, 'state', 200)), 1288);
    expect(widths(state)).toEqual([
      'id 52',
      'title 420',
      'category 190',
      'state 200',
      'priority 84',
      'justification 342',
    ]);
    const title = withChosen(first, drawn, 'title', 300);
    expect(widths(fitted(placed(title), 1288))).toContain('title 301');
  });

  it('leaves it there, too, where there was no room', () => {
    const narrow = withChosen(first, placed(first), 'justification', 200);
    const before = widths(fitted(placed(first), 1008)).slice(0, -1);
    expect(widths(fitted(placed(narrow), 1008)).filter((width) => !before.includes(width))).toEqual([
      'title 301',
      'category 137',
      'justification 200',
    ]);
  });
});

describe('what was stored', () => {
  it.each([
    [null, null],
    ['text', null],
    [[], null],
    [[{ id: 1, width: 5 }, null, 'x', { id: 'a' }, { id: 'a', width: Number.NaN }], null],
    [
      [
        { id: 'a', width: 5 },
        { id: 'a', width: 60 },
        { id: 'b', width: 60 },
      ],
      [
        { id: 'a', width: 40 },
        { id: 'b', width: 60 },
      ],
    ],
  ])('%j is the layout %j', (stored, layout) => {
    expect(layoutFrom(stored)).toEqual(layout);
  });

  it('is a look when all of it is known', () => {
    const look = { columns: null, sort: 'title', descending: true, group: 'state' };
    expect(lookFrom(look)).toEqual(look);
    expect(lookFrom({ ...look, group: 'colour' })).toBeNull();
    expect(lookFrom({ ...look, sort: 3 })).toBeNull();
    expect(lookFrom(undefined)).toBeNull();
  });
});
