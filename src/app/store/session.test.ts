import { beforeEach, describe, expect, it } from 'vitest';
import {
  addDiagram,
  copyFragment,
  deleteElements,
  type Edited,
  moveElements,
  pasteFragment,
  setInformation,
} from '../../core/edit/index.ts';
import { scene, shapes } from '../../core/edit/testing/scene.ts';
import { browserEnvironment } from './environment.ts';
import {
  activateDocument,
  activeDiagram,
  activeModel,
  askImport,
  closeDocument,
  commit,
  endStep,
  type ForeignFile,
  isLastStep,
  isUnsaved,
  newGuid,
  notify,
  openModel,
  openTemplate,
  redoEdit,
  reveal,
  select,
  selectThreats,
  session,
  setDialog,
  setEnvironment,
  setView,
  showDiagram,
  undoEdit,
  undoStep,
  updateModel,
} from './index.ts';

const { person, server } = shapes;
const selection = () => [...(activeModel()?.selection ?? [])];
const said = () => session.getState().announcement.text;

beforeEach(() => {
  session.setState({ notices: [] });
  openModel({ fileName: 'a.tm7', model: scene });
});

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

const own = () => activeModel()?.id ?? '';
const steps = () => activeModel()?.history.past.length;
const type = (text: string, more = {}) =>
  commit('Edit owner', (model) => setInformation(model, 'owner', text), { mergeKey: 'owner', ...more });

describe('typing', () => {
  it.each<readonly [string, () => void, number]>([
    ['goes on with its step', () => undefined, 1],
    ['ends when the field is left', () => endStep(), 2],
    ['ends when the model is saved', () => updateModel(own(), { saved: activeModel()?.model ?? null }), 2],
    ['ends when something else is selected', () => select([server.id]), 2],
    ['goes on when the same is selected again', () => select([...(activeModel()?.selection ?? [])]), 1],
    ['ends when a threat is selected', () => selectThreats(scene.threats.map(({ key }) => key)), 2],
    ['goes on when the same threats are selected again', () => selectThreats([]), 1],
    ['ends when another view is shown', () => setView('report'), 2],
    [
      'ends when another diagram is shown',
      () => {
        const [first, second] = scene.diagrams;
        if (second !== undefined) showDiagram(second.id);
        if (first !== undefined) showDiagram(first.id);
      },
      2,
    ],
    [
      'ends when another model comes to the front',
      () => {
        const id = own();
        activateDocument(null);
        activateDocument(id);
      },
      2,
    ],
    [
      'ends when another model is opened',
      () => {
        const id = own();
        closeDocument(openModel({ fileName: 'b.tm7', model: scene }));
        activateDocument(id);
      },
      2,
    ],
    [
      'ends with undo and redo',
      () => {
        undoEdit();
        redoEdit();
      },
      2,
    ],
  ])('%s', (_, between, wanted) => {
    type('A');
    between();
    type('An');
    expect(steps()).toBe(wanted);
  });

  it('never merges over the saved document: one undo goes back to it', () => {
    type('A');
    updateModel(own(), { saved: activeModel()?.model ?? null });
    for (const text of ['An', 'Ann']) type(text);
    undoEdit();
    const open = activeModel();
    expect(open?.model.information.owner).toBe('A');
    expect(open === null || isUnsaved(open)).toBe(false);
  });

  it('stops at what was taken for saving, though it was typed on while it was written', () => {
    type('A');
    endStep();
    const written = activeModel()?.model ?? null;
    type('An');
    updateModel(own(), { saved: written });
    type('Ann');
    undoEdit();
    undoEdit();
    expect(activeModel()?.model).toBe(written);
  });

  it.each([
    [1000, 1],
    [1001, 2],
  ])('by keys goes on after a pause of %d milliseconds in %d steps', (pause, wanted) => {
    let now = 5000;
    setEnvironment({ ...browserEnvironment, now: () => now });
    type('A', { mergeWithin: 1000 });
    now += pause;
    type('An', { mergeWithin: 1000 });
    setEnvironment(browserEnvironment);
    expect(steps()).toBe(wanted);
  });

  it('says and records nothing when nothing changes', () => {
    const before = session.getState();
    expect(commit('Move', (model) => model).step).toBeNull();
    expect(session.getState()).toBe(before);
  });
});

describe('a notice about a step', () => {
  const notices = () => session.getState().notices.length;
  const tell = () => {
    const { step: undoes } = commit('Move', (model) => moveElements(model, [server.id], 5, 0));
    if (undoes === null) throw new Error('Nothing moved');
    notify({ tone: 'info', text: 'Moved', undoes });
    return undoes;
  };

  it('undoes that step or nothing', () => {
    const undoes = tell();
    type('A');
    const after = activeModel()?.model;
    expect(isLastStep(undoes)).toBe(false);
    undoStep(undoes);
    expect(activeModel()?.model).toBe(after);
    expect(notices()).toBe(1);
    undoEdit();
    expect(isLastStep(undoes)).toBe(true);
    undoStep(undoes);
    expect(activeModel()?.model).toBe(scene);
    expect(notices()).toBe(0);
    // Redo brings the step back, not the notice.
    redoEdit();
    expect(notices()).toBe(0);
  });

  it('offers nothing while another model is in front, and goes when its own is closed', () => {
    const id = own();
    const undoes = tell();
    const other = openModel({ fileName: 'b.tm7', model: scene });
    type('A');
    expect(isLastStep(undoes)).toBe(false);
    undoStep(undoes);
    expect(steps()).toBe(1);
    activateDocument(id);
    expect(isLastStep(undoes)).toBe(true);
    activateDocument(other);
    closeDocument(id);
    expect(notices()).toBe(0);
  });
});

describe('what a command answers', () => {
  const answering = (answer: Omit<Edited, 'value'>) =>
    commit('Edit owner', (model) => ({ value: setInformation(model, 'owner', 'Bob'), ...answer }));

  it('is selected and said', () => {
    const { step, answer } = answering({ select: [server.id], said: 'Bob owns it' });
    expect(selection()).toEqual([server.id]);
    expect(said()).toBe('Bob owns it');
    expect(step?.step.selected).toEqual({ before: [], after: [server.id] });
    expect(answer?.select).toEqual([server.id]);
  });

  it('leaves the selection alone and says the label when it says nothing', () => {
    select([person.id]);
    answering({});
    expect(selection()).toEqual([person.id]);
    expect(said()).toBe('Edit owner');
  });

  it('leaves the selection alone when what it made is on another diagram', () => {
    select([person.id]);
    const second = scene.diagrams[1]?.id;
    if (second === undefined) throw new Error('The scene has one diagram');
    commit('Paste', (model) => pasteFragment(model, second, copyFragment(model, [server.id]), { newGuid }));
    expect(selection()).toEqual([person.id]);
    expect(said()).toBe('Pasted 1 element');
  });

  it('is shown: a new diagram, without the selection of the one before', () => {
    select([person.id]);
    commit('Add diagram', (model) => addDiagram(model, 'Third', newGuid));
    expect(activeDiagram()?.header).toBe('Third');
    expect(selection()).toEqual([]);
    undoEdit();
    expect(activeDiagram()?.header).not.toBe('Third');
  });

  it('is said even when nothing changed, and leaves no step', () => {
    const { step } = commit('Move', (model) => ({ value: model, said: 'At the edge of the canvas' }));
    expect(step).toBeNull();
    expect(steps()).toBe(0);
    expect(said()).toBe('At the edge of the canvas');
  });
});

describe('after undo the spoken words', () => {
  it.each([
    ['Add HTTPS', 'Undid add HTTPS'],
    ['Set Out Of Scope', 'Undid set Out Of Scope'],
    ['HTTPS added', 'Undid HTTPS added'],
    ['Rename: Free Text', 'Undid rename: Free Text'],
  ])('of %s keep the capitals of names', (label, wanted) => {
    commit(label, (model) => setInformation(model, 'owner', label));
    undoEdit();
    expect(said()).toBe(wanted);
  });
});

describe('a command for a model that is not in front', () => {
  it('changes that one', () => {
    const id = own();
    openModel({ fileName: 'b.tm7', model: scene });
    commit('Paste', (model) => setInformation(model, 'owner', 'Ann'), { model: id });
    expect(activeModel()?.model).toBe(scene);
    expect(session.getState().documents.find((open) => open.id === id)).toMatchObject({
      model: { information: { owner: 'Ann' } },
    });
    expect(commit('Paste', (model) => ({ ...model }), { model: 'closed' })).toEqual({
      step: null,
      answer: null,
    });
  });
});

describe('files that wait to be asked about', () => {
  const file = (id: string): ForeignFile => ({
    id,
    name: `${id}.drawio`,
    imported: { format: 'drawio', draft: { id, information: {}, diagrams: [], losses: [] } },
  });
  const waiting = () => {
    const { dialog } = session.getState();
    return dialog?.kind === 'import-files' ? dialog.files.map(({ id }) => id) : dialog;
  };

  it('go on waiting when a model or a template comes to the front', () => {
    setDialog(null);
    askImport([file('a')]);
    openModel({ fileName: 'came.tm7', model: scene });
    askImport([file('b')]);
    openTemplate({ fileName: 'came.tb7', template: scene.template });
    expect(waiting()).toEqual(['a', 'b']);
  });

  it('leave other questions to what comes', () => {
    setDialog({ kind: 'settings' });
    openModel({ fileName: 'came.tm7', model: scene });
    expect(waiting()).toBeNull();
  });
});
