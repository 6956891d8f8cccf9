import { expect, it } from 'vitest';
import { differencesOf, diffModels } from '../../core/compare/index.ts';
import { addNote, moveElements, setName } from '../../core/edit/index.ts';
import { scene, shapes } from '../../core/edit/testing/scene.ts';
import { rowsOf } from './rows.ts';

it('each row says its place among all of its level, also of those that are not drawn', () => {
  const named = setName(scene, shapes.server.id, 'Gate');
  const after = addNote(moveElements(named, [shapes.note.id], 5, 5), 'Look', { name: 'Ada', now: 'x' });
  const differences = differencesOf(diffModels(scene, after), scene, after);
  const rows = rowsOf(differences, new Set());
  const groups = rows.filter(({ kind }) => kind === 'group');
  expect(groups.length).toBeGreaterThan(1);
  expect(groups.map(({ position }) => position)).toEqual(groups.map((_, index) => index + 1));
  for (const row of rows) {
    if (row.kind === 'difference') continue;
    expect(row.siblings).toBe(groups.length);
    const within = rows.filter((one) => one.kind === 'difference' && one.difference.group === row.group);
    expect(within.map(({ position }) => position)).toEqual(row.differences.map((_, index) => index + 1));
    for (const { siblings } of within) expect(siblings).toBe(row.differences.length);
  }
});
