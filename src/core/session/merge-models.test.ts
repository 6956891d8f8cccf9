import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choices, edited, populated } from '../compare/testing/random-models.ts';
import { checkInvariants, type Model } from '../document/index.ts';
import { checkPorts, setInformation, setName } from '../edit/index.ts';
import { scene, shapes } from '../edit/testing/scene.ts';
import { regenerate } from '../engine/index.ts';
import { brokenBy, mergeWhole, misfitOf } from './index.ts';

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

describe('merged models', () => {
  it('are the side itself where only one side did anything', () => {
    const theirs = setInformation(scene, 'owner', 'Ada');
    expect(mergeWhole({ base: scene, ours: structuredClone(scene), theirs }).document).toBe(theirs);
    expect(mergeWhole({ base: scene, ours: theirs, theirs: structuredClone(scene) }).document).toBe(theirs);
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
        expect(chosen.conflicts.map(({ id }) => id)).toEqual(conflicts.map(({ id }) => id));
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
