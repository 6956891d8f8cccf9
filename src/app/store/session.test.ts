import { beforeEach, describe, expect, it } from 'vitest';
import { deleteElements, moveElements, setInformation } from '../../core/edit/index.ts';
import { scene, shapes } from '../../core/edit/testing/scene.ts';
import { activeModel, commit, openModel, redoEdit, reveal, select, session, undoEdit } from './session.ts';

const { person, server } = shapes;
const selection = () => [...(activeModel()?.selection ?? [])];
const said = () => session.getState().announcement.text;

beforeEach(() => void openModel({ fileName: 'a.tm7', document: scene }));

describe('undo and redo', () => {
  it('select what was selected before and after the step, and say it', () => {
    select([server.id]);
    commit('Move', (model) => moveElements(model, [server.id], 5, 0));
    select([person.id]);
    commit('Delete', (model) => deleteElements(model, [person.id]));
    expect(selection()).toEqual([]);
    undoEdit();
    expect(selection()).toEqual([person.id]);
    expect(said()).toBe('Undid delete: person name');
    undoEdit();
    expect(selection()).toEqual([server.id]);
    expect(said()).toBe('Undid move: server name, in cloud name');
    select([]);
    redoEdit();
    expect(selection()).toEqual([server.id]);
    redoEdit();
    expect(selection()).toEqual([]);
    expect(said()).toBe('Redid delete');
  });

  it('leave the selection alone when no diagram changes', () => {
    select([server.id]);
    commit('Edit owner', (model) => setInformation(model, 'owner', 'Ann'));
    select([person.id]);
    undoEdit();
    expect(selection()).toEqual([person.id]);
  });

  it('keep the selection as plain data, over merged steps too', () => {
    select([server.id]);
    for (let step = 0; step < 3; step++)
      commit('Move', (model) => moveElements(model, [server.id], 1, 0), { mergeKey: 'nudge' });
    expect(activeModel()?.history.past.map((step) => step.selected)).toEqual([
      { before: [server.id], after: [server.id] },
    ]);
  });
});

describe('reveal', () => {
  it('says what it goes to', () => {
    const [diagram] = scene.diagrams;
    const [flow] = diagram?.lines ?? [];
    if (diagram === undefined || flow === undefined) throw new Error('The scene is empty');
    reveal(diagram.id, [flow.id]);
    expect(said()).toBe('https name, person name → server name');
    reveal(diagram.id, [flow.id, person.id]);
    expect(said()).toBe('2 elements');
  });
});
