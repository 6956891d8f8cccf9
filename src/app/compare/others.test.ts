import { beforeEach, describe, expect, it } from 'vitest';
import { setInformation } from '../../core/edit/index.ts';
import { scene } from '../../core/edit/testing/scene.ts';
import { commit, modelIn, type OpenModel, openModel, session, updateModel } from '../store/index.ts';
import { earlierOf, othersOf } from './others.ts';

const owner = (name: string) => commit(`Owner ${name}`, (model) => setInformation(model, 'owner', name));
const tabs = (): readonly OpenModel[] => session.getState().documents.filter((one) => one.kind === 'model');
const now = (id: string): OpenModel => {
  const open = modelIn(id);
  if (open === null) throw new Error('It is open');
  return open;
};

describe('what a model can be compared with', () => {
  beforeEach(() => session.setState({ documents: [], activeId: null }));

  it('is what was saved once it is another one, and the other tabs', () => {
    const other = openModel({ fileName: 'other.tm7', model: scene });
    const id = openModel({ fileName: 'own.tm7', model: scene });
    const names = () => othersOf(now(id), tabs()).map(({ other: { name } }) => name);
    expect(names()).toEqual(['other.tm7']);
    owner('Ada');
    expect(names()).toEqual(['own.tm7 as saved', 'other.tm7']);
    expect(othersOf(now(id), tabs())[0]?.other.model).toBe(scene);
    updateModel(id, { saved: now(id).model });
    expect(names()).toEqual(['other.tm7']);
    expect(othersOf(now(other), tabs()).map(({ other: { name } }) => name)).toEqual(['own.tm7']);
  });

  it('is nothing saved where nothing was', () => {
    const id = openModel({ fileName: 'new.tm7', model: scene, saved: null });
    expect(othersOf(now(id), tabs())).toEqual([]);
    expect(earlierOf(now(id))).toEqual([]);
  });

  it('is what it was before each step, the latest first, as far as undo keeps over a reload', () => {
    const id = openModel({ fileName: 'own.tm7', model: scene });
    for (let step = 1; step <= 60; step++) owner(String(step));
    const earlier = earlierOf(now(id));
    expect(earlier).toHaveLength(50);
    expect(earlier[0]?.other.name).toBe('own.tm7 before “Owner 60”');
    expect(earlier[0]?.other.model.information.owner).toBe('59');
    expect(earlier.at(-1)?.other.model.information.owner).toBe('10');
  });
});
