import { expect, it } from 'vitest';
import { addNote, setThreatState } from '../../core/edit/index.ts';
import { scene } from '../../core/edit/testing/scene.ts';
import { author, changeSettings, commit, openModel, session, undoEdit } from '../store/index.ts';
import { changedUnsigned } from './unsigned.ts';

it('is told by a changed threat and a new note while no name is set, and by nothing else', () => {
  const found: boolean[] = [];
  session.subscribe((state, before) => {
    if (state.documents !== before.documents) found.push(changedUnsigned(state, before));
  });
  const told = (run: () => void): boolean => {
    found.length = 0;
    run();
    return found.includes(true);
  };
  expect(told(() => openModel({ fileName: 'a.tm7', model: scene }))).toBe(false);
  const keys = new Set(scene.threats.slice(0, 1).map(({ key }) => key));
  expect(keys.size).toBe(1);
  const change = (state: 'Mitigated' | 'NotApplicable') => () => {
    commit('Set the state', (model) => setThreatState(model, keys, state, author()), { threats: 'keep' });
  };
  expect(told(change('Mitigated'))).toBe(true);
  expect(told(undoEdit)).toBe(false);
  const note = () => {
    commit('Add a note', (model) => addNote(model, 'A note', author()), { threats: 'keep' });
  };
  expect(told(note)).toBe(true);
  expect(told(undoEdit)).toBe(false);
  changeSettings({ author: 'Ann' });
  expect(told(change('NotApplicable'))).toBe(false);
  expect(told(note)).toBe(false);
});
