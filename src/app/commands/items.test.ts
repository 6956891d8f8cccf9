import { describe, expect, it } from 'vitest';
import { findItems, type Item, score } from './items.ts';

const command = (label: string, keywords = ''): Item => ({
  kind: 'command',
  label,
  context: 'View',
  command: { id: label, label, group: 'View', keywords, run: () => undefined },
});

const ITEMS: readonly Item[] = [
  command('Show the report'),
  command('Export report as PDF', 'save download'),
  command('Zoom to fit'),
  command('Reset'),
];
const found = (query: string) => findItems(ITEMS, query).map((item) => item.label);

describe('findItems', () => {
  it.each([
    ['', ['Show the report', 'Export report as PDF', 'Zoom to fit', 'Reset']],
    ['report', ['Show the report', 'Export report as PDF']],
    ['REPORT pdf', ['Export report as PDF']],
    ['re', ['Reset', 'Show the report', 'Export report as PDF']],
    ['download', ['Export report as PDF']],
    ['  zoom  ', ['Zoom to fit']],
    ['zoom report', []],
    ['(', []],
  ])('%j finds %j', (query, labels) => {
    expect(found(query)).toEqual(labels);
  });

  it('gives a bounded list for thousands of items', () => {
    const many = Array.from({ length: 5000 }, (_, index) => command(`Item ${index}`));
    expect(findItems(many, 'item').length).toBeLessThan(100);
  });
});

describe('score', () => {
  it('prefers the start of the name, then the start of a word, then its middle, then what is not the name', () => {
    const points = ['fit', 'zoom fit', 'outfit', 'other'].map((label) =>
      score(command(label, 'fit'), ['fit']),
    );
    expect(points).toEqual([...points].sort((a, b) => b - a));
    expect(new Set(points).size).toBe(points.length);
  });
});
