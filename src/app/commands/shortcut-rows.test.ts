import { describe, expect, it } from 'vitest';
import type { Command } from '../store/index.ts';
import { commandRows, FIXED_ROWS, foundRows } from './shortcut-rows.ts';

const command = (label: string, keys?: readonly string[], family?: string): Command => ({
  id: label,
  label,
  group: 'Arrange',
  ...(keys === undefined ? {} : { keys }),
  ...(family === undefined ? {} : { family }),
  run: () => undefined,
});

const moves = (family: string, ...modifiers: readonly string[]) =>
  ['Left', 'Right', 'Up', 'Down'].map((side) =>
    command(
      `${family} ${side}`,
      modifiers.map((modifier) => `${modifier}Arrow${side}`),
      family,
    ),
  );

describe('commandRows', () => {
  it('has one row for each command that has keys, and one for each family', () => {
    const rows = commandRows([
      command('Tidy', ['Alt+Shift+D']),
      command('Nothing'),
      command('No keys', []),
      ...moves('Move by one', ''),
      ...moves('Pan', '', 'Shift+'),
      command('Redo', ['Mod+Shift+Z', 'Mod+Y']),
    ]);
    expect(rows.map(({ label, keys }) => [label, keys])).toEqual([
      ['Tidy', ['Alt+Shift+D']],
      ['Move by one', ['← ↑ → ↓']],
      ['Pan', ['← ↑ → ↓', 'Shift+← ↑ → ↓']],
      ['Redo', ['Ctrl+Shift+Z', 'Ctrl+Y']],
    ]);
  });
});

describe('foundRows', () => {
  const rows = [...commandRows([command('Align left edges', ['Alt+Shift+L'])]), ...FIXED_ROWS];
  const found = (query: string) => foundRows(rows, query).map(({ label }) => label);
  it.each([
    ['align', ['Align left edges']],
    ['EDGES left', ['Align left edges']],
    ['alt+shift+l', ['Align left edges']],
    ['threat list justification', ['Write the justification']],
    ['middle', ['Pan by dragging']],
    ['qqq', []],
  ])('%j finds %j', (query, labels) => {
    expect(found(query)).toEqual(labels);
  });
  it('shows everything for nothing typed', () => {
    expect(found(' ')).toHaveLength(rows.length);
  });
});
