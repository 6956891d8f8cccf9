import type { DiagramElements } from '../model.ts';
import { brief, oneLine } from '../one-line.ts';
import { BETWEEN, heading, type Setting } from './setting.ts';
import { cell, putTable } from './tables.ts';

const spoken = (text: string): string => oneLine(text).replaceAll('→', BETWEEN);

/** What is on a diagram, and what crosses its boundaries; yields after each row. */
export function* putElements({ elements, boundaries }: DiagramElements, setting: Setting): Iterable<void> {
  const { faces } = setting;
  if (elements.length > 0) {
    const above = [heading('Elements', 'H3', faces)];
    const columns = [
      { title: 'Element', share: 5 },
      { title: 'Type', share: 4 },
      { title: 'Place', share: 5 },
      { title: 'Properties', share: 8 },
    ];
    const rows = elements.map(({ name, type, place, outOfScope, properties }) => {
      const scope = outOfScope === '' ? [] : [`Out of scope: ${outOfScope.replace(/^Yes: /, '')}`];
      const said = [...scope, ...properties.map(({ label, value }) => `${label}: ${value}`)];
      return { cells: [brief(name), type, place, said.join('; ')].map((text) => cell(spoken(text))) };
    });
    yield* putTable(columns, rows, setting, above);
  }
  if (boundaries.length === 0) return;
  const title = [heading('Trust boundaries', 'H3', faces)];
  const columns = [
    { title: 'Boundary', share: 5 },
    { title: 'Type', share: 4 },
    { title: 'Inside', share: 6 },
    { title: 'Crossed by', share: 8 },
  ];
  const rows = boundaries.map(({ name, type, inside, crossing }) => ({
    cells: [brief(name), type, inside.map(brief).join(', '), crossing.map(oneLine).join('; ')].map((text) =>
      cell(spoken(text)),
    ),
  }));
  yield* putTable(columns, rows, setting, title);
}
