import { expect, it } from 'vitest';
import {
  isUpToDate,
  pendingChanges,
  regenerate,
  staleThreats,
  updatePreview,
} from '../../core/engine/index.ts';
import { model } from './testing/sample.ts';
import { previewParts } from './update-preview.ts';

const words = (of: typeof model) => {
  const preview = updatePreview(of);
  // The message and the build server's check count the same, without making the texts.
  expect(pendingChanges(of)).toEqual({ added: preview.added.length, removed: preview.removed.length });
  expect(preview.after).toEqual(regenerate(of));
  return previewParts(preview).map((part) => part.text);
};

it('is empty for a model whose threats follow', () => {
  expect(isUpToDate(updatePreview(model))).toBe(true);
  expect(words(model)).toEqual([]);
});

it('counts what is new, what says something else and what follows no longer', () => {
  const [first, second, third, ...rest] = model.threats;
  if (first === undefined || second === undefined || third === undefined) throw new Error('Too few threats');
  const other = { ...second, properties: second.properties.map(([name]) => [name, 'old'] as const) };
  expect(words({ ...model, threats: [second, third, ...rest] })).toEqual(['1 new']);
  expect(words({ ...model, threats: [first, other, third, ...rest] })).toContain('1 with outdated text');
  const lone = model.diagrams.map((diagram) => ({
    ...diagram,
    lines: diagram.lines.filter(({ id }) => id !== first.flowId),
  }));
  expect(words({ ...model, diagrams: lone })).toEqual(['3 no longer follow']);
  expect(words({ ...model, diagrams: lone, threatGenerationEnabled: false })).toEqual([]);
  // One of them was worked on.
  const worked = {
    ...model,
    diagrams: lone,
    threats: [{ ...first, state: 'Mitigated' as const }, second, third, ...rest],
  };
  const stale = worked.threats.filter(({ key }) => staleThreats(worked).has(key));
  expect(previewParts(updatePreview(worked), stale).map(({ text }) => text)).toEqual([
    // Its interaction is said to be deleted.
    '1 with outdated text',
    '2 no longer follow',
    '1 stays though it follows no longer: somebody worked on it',
  ]);
});
