import { expect, it } from 'vitest';
import { threatItems } from '../../../core/threat-list/index.ts';
import { model } from '../testing/sample.ts';
import { compareBy } from './columns.ts';

it('what was changed is sorted by the moment, whatever the offset, behind what nobody changed', () => {
  const [item] = threatItems(model, new Set());
  if (item === undefined) throw new Error('The sample has threats');
  const changed = (id: number, modifiedAt: string, changedBy: string | null = 'Ada') => ({
    ...item,
    threat: { ...item.threat, id, modifiedAt, changedBy },
  });
  const sorted = [
    changed(1, '2026-01-02T03:00:00+00:00'),
    changed(2, '2026-01-02T04:00:00+02:00'),
    changed(3, '2026-01-02T02:30:00-08:00'),
    changed(4, '2026-05-02T02:30:00+00:00', null),
  ].toSorted(compareBy('changed'));
  expect(sorted.map(({ threat }) => threat.id)).toEqual([4, 2, 1, 3]);
});
