import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf, diffModels, standingsOf } from '../compare/index.ts';
import { choices, edited, populated } from '../compare/testing/random-models.ts';
import type { Model } from '../document/index.ts';
import {
  addShape,
  deleteElements,
  moveElements,
  renameDiagram,
  setName,
  setThreatState,
} from '../edit/index.ts';
import { author, firstOf, scene, shapes } from '../edit/testing/scene.ts';
import {
  besideSvg,
  changeComment,
  changeHtml,
  changeReport,
  comparedDiagrams,
  documentListing,
  LISTING_SECTIONS,
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

it('a report counts a threat in a state of its own as one that nobody decided about', () => {
  const [one, ...others] = scene.threats;
  if (one === undefined) throw new Error('The scene has threats');
  const after = { ...scene, threats: [{ ...one, state: 'Accepted' }, ...others] };
  const { open, states } = reported(setThreatState(scene, [one.key], 'Mitigated', author), after);
  expect(open).toEqual({ before: others.length, after: scene.threats.length });
  expect(states.find(({ label }) => label === 'Accepted')).toMatchObject({ before: 0, after: 1 });
});

it('a listing of a template has its threat properties', () => {
  const datum = {
    name: 'Effort',
    label: 'Effort to repair',
    hideFromUi: true,
    values: ['Small', null, 'Large'],
    id: null,
    attributeType: 1,
  };
  const { template } = scene;
  const more = { ...template.threatMetadata, datums: [...template.threatMetadata.datums, datum] };
  expect(documentListing({ ...template, threatMetadata: more })).toContain(
    '\n  "Effort to repair" (Effort, list, hidden)\n    values: Small, Large\n',
  );
});

it('a listing has no section but those that say so', () => {
  const listed = [scene, scene.template].flatMap((one) => documentListing(one).split('\n'));
  // Nothing else of a listing begins a line, but for the word on the first one.
  const heads = listed.filter((line) => /^\S/.test(line) && line !== 'Model' && line !== 'Template');
  const known = (line: string) =>
    LISTING_SECTIONS.filter((name) => line === name || line.startsWith(`${name} "`));
  expect(heads.map(known).filter(({ length }) => length !== 1)).toEqual([]);
  expect(new Set(heads.flatMap(known))).toEqual(new Set(LISTING_SECTIONS));
});

describe('a page', () => {
  const gone = deleteElements(scene, [shapes.note.id]).value;
  const page = changeHtml(
    reported(scene, renameDiagram(moveElements(gone, [shapes.zone.id], 5, 0), firstOf(scene).id, 'New')),
  );

  it('has places of its own for what it leads to', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(expect.arrayContaining(['pictures', 'diagrams']));
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  it('has the signs in its rows that its legend explains', () => {
    const legend = new Map([...page.matchAll(/<b>(.)<\/b> (\w+)/g)].map(([, sign, word]) => [word, sign]));
    const rows = [...page.matchAll(/aria-label="(\w+)">(.)<\/span>/g)];
    expect(new Set(rows.map(([, word]) => word))).toEqual(new Set(['removed', 'moved', 'changed']));
    for (const [, word, sign] of rows) expect(legend.get(word)).toBe(sign);
  });
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
    const standings = standingsOf(between(scene, both), scene, both);
    expect(standings.get(firstOf(scene).id)?.get(shapes.note.id)).toBe('changed');
  });

  it('show an element that stands on another diagram now where it was, too', () => {
    const [one, two] = scene.diagrams;
    if (one === undefined || two === undefined) throw new Error('The scene has two diagrams');
    const isNote = ({ id }: { readonly id: string }): boolean => id === shapes.note.id;
    const left = { ...one, shapes: one.shapes.filter((shape) => !isNote(shape)) };
    const joined = { ...two, shapes: [...two.shapes, ...one.shapes.filter(isNote)] };
    const other = { ...scene, diagrams: [left, joined] };
    const pictures = comparedDiagrams(between(scene, other), scene, other);
    expect(pictures.map(({ before, after: now }) => [marked(before, 'moved'), marked(now, 'moved')])).toEqual(
      [
        [2, 1],
        [1, 2],
      ],
    );
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

it('a comment stays below what hosts take whatever the model, the files and states are called', () => {
  const long = '@a'.repeat(40_000);
  const threats = Array.from({ length: 3000 }, (_, id) => ({
    ...(scene.threats[0] as (typeof scene.threats)[number]),
    id,
    key: `${id}` as (typeof scene.threats)[number]['key'],
    state: `@state ${id} ${'@a'.repeat(100)}`,
  }));
  const after = { ...scene, information: { ...scene.information, name: long }, threats };
  const report = changeReport(between(scene, after), scene, after, { before: long, after: long });
  const text = changeComment(report);
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain('more states |');
  expect(text).toContain('### Threats (');
});
