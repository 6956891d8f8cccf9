import { describe, expect, it } from 'vitest';
import type { ThreatKey } from '../../../core/document/index.ts';
import { threatItems } from '../../../core/threat-list/index.ts';
import { rowsOf } from '../rows.ts';
import { ALL, model } from '../testing/sample.ts';
import { columnsOf } from './columns.ts';
import { nextTyped } from './use-cells.ts';

const items = threatItems(model, new Set());
const rows = rowsOf(items, { ...ALL, group: 'interaction' }, new Set(), (_, label) => label, items);
const columns = columnsOf(model.template).filter(({ id }) =>
  ['id', 'title', 'state', 'justification'].includes(id),
);
const key = (id: number): ThreatKey => {
  const threat = model.threats.find((one) => one.id === id);
  if (threat === undefined) throw new Error('The sample has no such threat');
  return threat.key;
};

describe('Tab in a cell that is written in', () => {
  it.each([
    [1, 'title', 1, [1, 'justification']],
    // Over the heading of the next group.
    [3, 'justification', 1, [4, 'title']],
    [4, 'title', -1, [3, 'justification']],
    [1, 'title', -1, null],
    [20, 'justification', 1, null],
  ] as const)('of threat %i, %s, by %i', (id, column, by, next) => {
    expect(nextTyped(rows, columns, { key: key(id), column }, by)).toEqual(
      next === null ? null : { key: key(next[0]), column: next[1] },
    );
  });

  it('has nowhere to go where nothing is typed', () => {
    const none = columns.filter(({ id }) => id === 'state');
    expect(nextTyped(rows, none, { key: key(1), column: 'state' }, 1)).toBeNull();
  });
});
