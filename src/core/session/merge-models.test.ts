import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Conflict, mergeModels } from '../compare/index.ts';
import { choices, edited, populated } from '../compare/testing/random-models.ts';
import {
  checkInvariants,
  type Diagram,
  freeEnd,
  type LineEnd,
  type Model,
  threatKey,
  typeId,
} from '../document/index.ts';
import { countingGuids } from '../document/testing/template.ts';
import {
  addFlow,
  checkPorts,
  moveElements,
  setInformation,
  setName,
  setThreatProperty,
  setThreatState,
} from '../edit/index.ts';
import { firstOf, lineIn, lines, scene, shapes } from '../edit/testing/scene.ts';
import { regenerate, regenerateAfter } from '../engine/index.ts';
import { brokenWords } from '../words/later.ts';
import { brokenBy, mergeWhole, misfitOf } from './index.ts';
import { decidedIn } from './merge-decided.ts';

const base = regenerate(populated());

describe('what cannot be merged', () => {
  const { template } = scene;
  const other: Model = {
    ...scene,
    template: { ...template, manifest: { ...template.manifest, id: 'another' } },
  };
  it.each([
    ['versions of one model', { base: scene, ours: scene, theirs: scene }, null],
    ['an empty base', { base: { ...scene, diagrams: [] }, ours: scene, theirs: scene }, null],
    ['two models', { base: scene, ours: scene, theirs: base }, 'different'],
    ['a base of another model', { base, ours: scene, theirs: scene }, 'base'],
    ['a side on another template', { base: scene, ours: scene, theirs: other }, 'templates'],
    ['all on that template', { base: other, ours: other, theirs: other }, null],
  ])('%s', (_, three, misfit) => expect(misfitOf(three)).toBe(misfit));
});

describe('what does not hold together', () => {
  const { id } = shapes.server;
  const withShapes = (change: (all: Diagram['shapes']) => Diagram['shapes']): Model => ({
    ...scene,
    diagrams: scene.diagrams.map((diagram) => ({ ...diagram, shapes: change(diagram.shapes) })),
  });
  const cut = withShapes((all) => all.filter((shape) => shape.id !== id));
  const doubled = withShapes((all) => [...all, ...all.filter((shape) => shape.id === id)]);
  const ends = scene.diagrams
    .flatMap(({ lines }) => lines)
    .filter(({ source, target }) => source.element === id || target.element === id)
    .map((line) => `An end of ${line.id} is on ${id}, which is not there`);

  it.each([
    ['an end on nothing', cut, ends],
    ['an id that two have', doubled, [`The id ${id} is given twice`]],
    ['nothing', scene, []],
  ])('%s is told, unless a side had it', (_, merged, told) => {
    const three = { base: scene, ours: scene, theirs: scene };
    expect(brokenBy(merged, three).map(brokenWords)).toEqual(told);
    expect(brokenBy(merged, { ...three, theirs: merged })).toEqual([]);
  });
});

describe('merged models', () => {
  it('are the side itself where only one side did anything', () => {
    const theirs = setInformation(scene, 'owner', 'Ada');
    expect(mergeWhole({ base: scene, ours: structuredClone(scene), theirs }).document).toBe(theirs);
    expect(mergeWhole({ base: scene, ours: theirs, theirs: structuredClone(scene) }).document).toBe(theirs);
  });

  it('have ends as both sides store them, and the ends and handle of a flow of one side where the other moved its shape', () => {
    const drop = (m: Model): Model => ({
      ...m,
      diagrams: m.diagrams.map((diagram) => ({
        ...diagram,
        lines: diagram.lines.map((line) =>
          line.id === lines.query.id
            ? { ...line, target: { ...line.target, port: 'East', x: 1, y: 2 } }
            : line,
        ),
      })),
    });
    const model = drop(scene);
    const ours = addFlow(
      setName(model, lines.query.id, 'Asks'),
      firstOf(model).id,
      typeId('https'),
      { source: { element: shapes.note.id }, target: { element: shapes.server.id } },
      countingGuids(9_000_000),
    );
    const moved = (m: Model) => moveElements(m, [shapes.note.id], 40, 200);
    const { document } = mergeWhole({ base: model, ours, theirs: moved(model) });
    expect(firstOf(document).lines).toEqual(firstOf(moved(ours)).lines);
    expect(lineIn(document, lines.query.id).target).toMatchObject({ x: 1, y: 2 });
  });

  it.each(['follow', 'keep'] as const)(
    'ask nothing that decides itself, with threats that are to %s',
    (threats) => {
      const model = regenerate(scene);
      const [threat] = model.threats;
      if (threat === undefined) throw new Error('The scene has threats');
      const at = (name: string, now: string) => ({ name, now });
      const named = regenerateAfter(model, setName(model, shapes.server.id, 'Gateway'));
      const early = at('Ada', '2026-01-02T09:00:00+08:00');
      const late = at('Ben', '2026-01-02T02:00:00+00:00');
      const ours = setThreatState(named, [threat.key], 'Mitigated', early);
      const text = threat.properties.find(([name, value]) =>
        ours.threats[0]?.properties.some(([other, now]) => other === name && now !== value),
      )?.[0];
      if (text === undefined) throw new Error('A text names the server');
      const theirs = setThreatProperty(model, [threat.key], text, 'Written by hand', late);
      const { document, conflicts } = mergeWhole({ base: model, ours, theirs }, { threats });
      expect(conflicts).toEqual([]);
      expect(document.threats[0]).toMatchObject({
        state: 'Mitigated',
        changedBy: late.name,
        modifiedAt: late.now,
      });
      expect(document.threats[0]?.properties).toContainEqual([text, 'Written by hand']);
    },
  );

  it('look for the threats of a great many conflicts once', () => {
    const MANY = 2000;
    const [one] = scene.threats;
    if (one === undefined) throw new Error('The scene has threats');
    const by = (changedBy: string | null): Model => ({
      ...scene,
      threats: Array.from({ length: MANY }, (_, id) => ({
        ...one,
        id,
        key: threatKey(`${one.key} ${id}`),
        changedBy,
      })),
    });
    const [ours, theirs] = [by('Ada'), by('Ben')];
    const { conflicts } = mergeModels(by(null), ours, theirs);
    expect(conflicts).toHaveLength(MANY);
    let looks = 0;
    const watched = (model: Model): Model => ({
      ...model,
      threats: new Proxy(model.threats, {
        get: (list, name) => {
          looks += 1;
          return Reflect.get(list, name);
        },
      }),
    });
    const decided = decidedIn(conflicts, { ours: watched(ours), theirs: watched(theirs) });
    expect(Object.keys(decided)).toHaveLength(MANY);
    expect(looks).toBeLessThan(10 * MANY);
  });

  it('keep threats as they are when asked to', () => {
    const model = regenerate(scene);
    const ours = setName(model, shapes.server.id, 'Gateway');
    const theirs = setInformation(model, 'owner', 'Ada');
    const titles = (merged: Model) =>
      merged.threats.map(({ properties }) => properties.find(([name]) => name === 'Title')?.[1]);
    expect(titles(mergeWhole({ base: model, ours, theirs }, { threats: 'keep' }).document)).toEqual(
      titles(model),
    );
  });

  it('ask whether a shape stays only while an end that is taken needs it', () => {
    const { id } = shapes.server;
    const moved = (end: LineEnd): LineEnd => (end.element === id ? { ...end, x: end.x + 1 } : end);
    const freed = (end: LineEnd): LineEnd => (end.element === id ? freeEnd(end.x, end.y) : end);
    const withEnds = (change: (end: LineEnd) => LineEnd): Model => ({
      ...scene,
      diagrams: scene.diagrams.map((diagram) => ({
        ...diagram,
        lines: diagram.lines.map((line) => ({
          ...line,
          source: change(line.source),
          target: change(line.target),
        })),
      })),
    });
    const theirs = withEnds(freed);
    const [first, ...rest] = theirs.diagrams;
    if (first === undefined) throw new Error('The scene has a diagram');
    const gone = { ...first, shapes: first.shapes.filter((shape) => shape.id !== id) };
    const three = { base: scene, ours: withEnds(moved), theirs: { ...theirs, diagrams: [gone, ...rest] } };
    const causes = (prefer: 'ours' | 'theirs') =>
      new Set(mergeWhole(three, { prefer }).conflicts.map(({ cause }) => cause));
    expect(causes('ours')).toContain('needed');
    expect(causes('theirs')).not.toContain('needed');
  });

  it('hold together, with ends at their ports, whatever both sides did', () => {
    fc.assert(
      fc.property(choices(10), choices(10), (mine, other) => {
        const ours = edited(base, mine, 2_000_000);
        const theirs = edited(base, other, 3_000_000);
        const three = { base, ours, theirs };
        const { document, conflicts } = mergeWhole(three);
        expect(brokenBy(document, three)).toEqual([]);
        expect(checkInvariants(document)).toEqual([]);
        expect(checkPorts(document)).toEqual([]);
        const chosen = mergeWhole(three, { prefer: 'theirs' });
        // Which shapes an end needs, and which properties a type frames, follows from what was taken.
        const asked = (all: readonly Conflict[]): readonly string[] =>
          all.flatMap(({ id, cause }) => (cause === 'needed' || cause === 'framed' ? [] : [id]));
        expect(asked(chosen.conflicts)).toEqual(asked(conflicts));
        expect(checkInvariants(chosen.document)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('have what each side did where the other did nothing there', () => {
    fc.assert(
      fc.property(choices(8), (mine) => {
        const ours = edited(base, mine, 2_000_000);
        const theirs = setInformation(base, 'reviewer', 'Only theirs');
        const merged = mergeWhole({ base, ours, theirs }).document;
        expect(merged.information.reviewer).toBe('Only theirs');
        expect(merged.diagrams).toEqual(ours.diagrams);
        expect(merged.notes).toEqual(ours.notes);
      }),
      { numRuns: 60 },
    );
  });
});
