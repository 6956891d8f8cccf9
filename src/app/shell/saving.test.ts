import { expect, it } from 'vitest';
import { setInformation } from '../../core/edit/index.ts';
import { scene } from '../../core/edit/testing/scene.ts';
import { commit, modelIn, openModel, openTemplate, session, undoEdit, updateModel } from '../store/index.ts';
import { savingOf } from './saving.ts';

const inTab = (id: string) => {
  const open = session.getState().documents.find((one) => one.id === id);
  return open === undefined ? null : savingOf(open);
};
const opened = { format: 'tm7', model: scene, bytes: new Uint8Array(), warnings: [] } as const;
const edit = (owner: string) => commit('Set the owner', (model) => setInformation(model, 'owner', owner));

it('says nothing of a file as it came, then that it is not saved, then which file holds it', () => {
  const id = openModel({ fileName: 'a.tm7', model: scene, opened });
  expect(inTab(id)).toBe('as-opened');
  edit('Ann');
  expect(inTab(id)).toBe('unsaved');
  undoEdit();
  expect(inTab(id)).toBe('as-opened');
  edit('Ben');
  updateModel(id, { saved: modelIn(id)?.model ?? null });
  expect(inTab(id)).toBe('downloaded');
  edit('Cid');
  expect(inTab(id)).toBe('unsaved');
  updateModel(id, { saved: modelIn(id)?.model ?? null, place: {} });
  expect(inTab(id)).toBe('saved');
});

it('knows a file that was opened in its place as saved, and what no file has ever held as not', () => {
  expect(inTab(openModel({ fileName: 'a.tm7', model: scene, opened, place: {} }))).toBe('saved');
  expect(inTab(openModel({ fileName: 'b.tm7', model: scene, saved: null }))).toBe('unsaved');
  const { template } = scene;
  expect(inTab(openTemplate({ fileName: 'a.tb7', template, saved: null }))).toBe('unsaved');
});
