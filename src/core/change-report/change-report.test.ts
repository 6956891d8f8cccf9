import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf, diffModels } from '../compare/index.ts';
import { choices, edited, populated } from '../compare/testing/random-models.ts';
import type { Model } from '../document/index.ts';
import { addShape, deleteElements, moveElements, setName } from '../edit/index.ts';
import { firstOf, scene, shapes } from '../edit/testing/scene.ts';
import {
  besideSvg,
  changeComment,
  changeHtml,
  changeReport,
  comparedDiagrams,
  standingsOf,
} from './index.ts';

const names = { before: 'a.tm7', after: 'b.tm7' };
const between = (before: Model, after: Model) => differencesOf(diffModels(before, after), before, after);
const reported = (before: Model, after: Model) => changeReport(between(before, after), before, after, names);

describe('what a report says of all differences', () => {
  it.each([
    [scene, 'No differences.'],
    [
      moveElements(scene, [shapes.note.id], 5, 0),
      '1 difference. Things only lie elsewhere; no threat changes.',
    ],
    [setName(scene, shapes.note.id, 'Other'), '1 difference. It is a threat’s, or may change threats.'],
    [{ ...scene, version: '9' }, '1 difference. None of them changes threats.'],
  ])('%#', (after, sum) => expect(reported(scene, after).sum).toBe(sum));
});

describe('pictures', () => {
  const gone = deleteElements(scene, [shapes.note.id]).value;
  const after = moveElements(
    addShape(gone, firstOf(gone).id, { ...shapes.note, id: shapes.zone.id, left: 900 }),
    [shapes.person.id],
    7,
    0,
  );
  const differences = between(scene, after);
  const [drawn] = comparedDiagrams(differences, scene, after);
  const marked = (svg: string | null | undefined, word: string): number =>
    svg?.split(`<title>${word}</title>`).length ?? 0;

  it('mark on each side what is there, by sign and colour', () => {
    expect(marked(drawn?.before, 'removed')).toBe(2);
    expect(marked(drawn?.after, 'removed')).toBe(1);
    expect(marked(drawn?.after, 'moved')).toBeGreaterThan(1);
    expect(drawn?.before).toContain('>−</text>');
  });

  it('tell the strongest of what is different of one element', () => {
    const both = setName(moveElements(scene, [shapes.note.id], 5, 0), shapes.note.id, 'Other');
    const standings = standingsOf(between(scene, both), firstOf(scene).id);
    expect(standings.get(shapes.note.id)).toBe('changed');
  });

  it('beside each other define each picture of the template once', () => {
    const ids = [...(drawn === undefined ? '' : besideSvg(drawn)).matchAll(/ id="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of a diagram that one side does not have say so', () => {
    const [first, ...rest] = scene.diagrams;
    if (first === undefined) throw new Error('The scene has diagrams');
    const [one] = comparedDiagrams(between(scene, { ...scene, diagrams: rest }), scene, {
      ...scene,
      diagrams: rest,
    });
    expect(one).toMatchObject({ header: first.header, after: null });
    if (one !== undefined) expect(besideSvg(one)).toContain('not there');
  });
});

it('a comment stays below what hosts take, and HTML is whole, whatever was edited', () => {
  const base = populated();
  fc.assert(
    fc.property(choices(20), (commands) => {
      const report = reported(base, edited(base, commands, 2_000_000));
      expect(changeComment(report).length).toBeLessThan(65_536);
      expect(changeHtml(report).endsWith('</html>\n')).toBe(true);
    }),
    { numRuns: 30 },
  );
});

it('a comment of a great many differences keeps the heads of its groups', () => {
  const long = 'x'.repeat(3000);
  const shape = (index: number) => ({ ...shapes.note, id: `${index}` as typeof shapes.note.id });
  const [first, ...rest] = scene.diagrams;
  if (first === undefined) throw new Error('The scene has diagrams');
  const after = {
    ...scene,
    information: { ...scene.information, owner: long, reviewer: long, description: long },
    diagrams: [
      { ...first, shapes: [...first.shapes, ...Array.from({ length: 2000 }, (_, index) => shape(index))] },
      ...rest,
    ],
  };
  const text = changeComment(reported(scene, after));
  expect(text).toContain('### Elements (2000)');
  expect(text).toContain('more');
  expect(text.length).toBeLessThan(65_536);
});
