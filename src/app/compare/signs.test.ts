import { describe, expect, it } from 'vitest';
import { differencesOf, diffModels } from '../../core/compare/index.ts';
import { type Model, newDiagram } from '../../core/document/index.ts';
import { countingGuids } from '../../core/document/testing/template.ts';
import * as edit from '../../core/edit/index.ts';
import { lines, scene, shapes } from '../../core/edit/testing/scene.ts';
import { applyEdit } from '../../core/session/index.ts';
import { countsOf, EVERYTHING, filtered, onlyMoves, rowsOf } from './rows.ts';
import { comparedDiagrams, SIGN_LOOKS, SIGNS } from './signs.ts';

const between = (after: Model, before = scene) => differencesOf(diffModels(before, after), before, after);
const changed = (change: (model: Model) => Model): Model => applyEdit(scene, change).model;

describe('signs', () => {
  it.each<[string, (model: Model) => Model, Record<string, string>]>([
    ['nothing', (m) => m, {}],
    ['another name', (m) => edit.setName(m, shapes.server.id, 'X'), { [shapes.server.id]: 'changed' }],
    ['another place', (m) => edit.moveElements(m, [shapes.note.id], 5, 5), { [shapes.note.id]: 'moved' }],
    [
      'another name and place',
      (m) => edit.setName(edit.moveElements(m, [shapes.note.id], 5, 5), shapes.note.id, 'X'),
      { [shapes.note.id]: 'changed' },
    ],
    [
      'another place in the order of drawing',
      (m) => ({
        ...m,
        diagrams: m.diagrams.map((one) => ({ ...one, shapes: one.shapes.toReversed() })),
      }),
      {},
    ],
    [
      'other boundaries around the ends of a flow',
      (m) => edit.moveElements(m, [shapes.zone.id], 2000, 2000),
      {
        [shapes.zone.id]: 'moved',
        [lines.request.id]: 'changed',
      },
    ],
    [
      'a property',
      (m) => edit.setProperty(m, [shapes.server.id], 'language', 2),
      { [shapes.server.id]: 'changed' },
    ],
    [
      'one that went',
      (m) => edit.deleteElements(m, [lines.request.id]).value,
      { [lines.request.id]: 'removed' },
    ],
  ])('%s', (_, change, signs) => {
    const after = changed(change);
    const [first] = comparedDiagrams(scene, after, between(after));
    expect(Object.fromEntries(first?.signs ?? [])).toEqual(signs);
    const [back] = comparedDiagrams(after, scene, between(scene, after));
    const opposite = Object.entries(signs).map(([id, sign]) => [id, sign === 'removed' ? 'added' : sign]);
    expect(Object.fromEntries(back?.signs ?? [])).toEqual(Object.fromEntries(opposite));
  });

  it('are on all of a diagram that came or went, and it is listed on either side', () => {
    const added = newDiagram('More', countingGuids(7_000_000));
    const [first] = scene.diagrams;
    if (first === undefined) throw new Error('The scene has a diagram');
    const after = { ...scene, diagrams: [added, ...scene.diagrams.slice(1)] };
    const found = comparedDiagrams(scene, after, between(after));
    expect(found.map(({ id }) => id)).toEqual([
      added.id,
      ...scene.diagrams.slice(1).map(({ id }) => id),
      first.id,
    ]);
    const gone = found.at(-1);
    expect(gone?.after).toBeNull();
    expect(gone?.signs.size).toBe(first.shapes.length + first.lines.length);
    expect(new Set(gone?.signs.values())).toEqual(new Set(['removed']));
  });

  it('are on an element on both diagrams when it stands on another one now', () => {
    const [one, two] = scene.diagrams;
    if (one === undefined || two === undefined) throw new Error('The scene has two diagrams');
    const { id } = shapes.note;
    const note = one.shapes.filter((shape) => shape.id === id);
    const after = {
      ...scene,
      diagrams: [
        { ...one, shapes: one.shapes.filter((shape) => shape.id !== id) },
        { ...two, shapes: [...two.shapes, ...note] },
      ],
    };
    const found = comparedDiagrams(scene, after, between(after));
    expect(found.map(({ signs }) => [...signs])).toEqual([[[id, 'moved']], [[id, 'moved']]]);
  });

  it('are found by looking at each diagram a few times, however many there are', () => {
    const MANY = 500;
    const many = Array.from({ length: MANY }, (_, index) =>
      newDiagram('More', countingGuids(8_000_000 + index)),
    );
    let looks = 0;
    const diagrams = new Proxy(many, {
      get: (list, name) => {
        looks += 1;
        return Reflect.get(list, name);
      },
    });
    const model = { ...scene, diagrams };
    expect(comparedDiagrams(model, { ...model, diagrams: many }, [])).toHaveLength(MANY);
    expect(looks).toBeLessThan(10 * MANY);
  });

  it('each have a form and a dash of their own', () => {
    const looks = SIGNS.map((sign) => SIGN_LOOKS[sign]);
    for (const part of ['outline', 'glyph', 'colour', 'dash'] as const)
      expect(new Set(looks.map((look) => String(look[part]))).size).toBe(SIGNS.length);
  });
});

describe('the rows of a comparison', () => {
  const after = changed((m) =>
    edit.moveElements(
      edit.setName(edit.addNote(m, 'Look', { name: 'Ada', now: 'x' }), shapes.server.id, 'Gate'),
      [shapes.note.id],
      5,
      5,
    ),
  );
  const differences = between(after);

  it('are groups with what is in them, in one order', () => {
    const rows = rowsOf(differences, new Set());
    expect(rows.filter(({ kind }) => kind === 'difference')).toHaveLength(differences.length);
    expect(rows[0]).toMatchObject({ kind: 'group', group: 'elements', expanded: true });
    const folded = rowsOf(differences, new Set(['elements']));
    expect(folded[0]).toMatchObject({ expanded: false, differences: [{}, {}] });
    expect(folded[1]?.kind).toBe('group');
    expect(rows.length - folded.length).toBe(2);
  });

  it.each([
    ['all', '', differences.length],
    ['threats', '', differences.filter(({ effect }) => effect === 'threats').length],
    ['lasting', '', differences.filter(({ effect }) => effect !== 'moves').length],
    ['all', 'GATE', differences.filter((one) => JSON.stringify(one).includes('Gate')).length],
    ['all', 'no such words', 0],
  ] as const)('that show %s and say "%s" are counted', (show, text, count) => {
    expect(filtered(differences, { show, text })).toHaveLength(count);
  });

  it('are counted by sign, and a mere move is told', () => {
    expect(filtered(differences, EVERYTHING)).toEqual(differences);
    expect(countsOf(differences)).toMatchObject({ added: 1, moved: 1 });
    expect(onlyMoves(differences)).toBe(false);
    expect(onlyMoves([])).toBe(false);
    expect(onlyMoves(between(changed((m) => edit.moveElements(m, [shapes.note.id], 5, 5))))).toBe(true);
  });
});
