import { beforeEach, describe, expect, it } from 'vitest';
import type { Template } from '../../core/document/index.ts';
import { testTemplate } from '../../core/document/testing/template.ts';
import { setInformation, setManifest } from '../../core/edit/index.ts';
import { scene } from '../../core/edit/testing/scene.ts';
import {
  activateDocument,
  activeModel,
  activeTemplate,
  closeDocument,
  commit,
  commitTemplate,
  endStep,
  isLastStep,
  isUnsaved,
  notify,
  type OpenDocument,
  openModel,
  openTemplate,
  redoEdit,
  selectInTemplate,
  session,
  undoEdit,
  undoStep,
  updateTemplate,
} from './index.ts';

const front = () => {
  const open = activeTemplate();
  if (open === null) throw new Error('No template is in front');
  return open;
};
const rename = (name: string) =>
  commitTemplate('Edit the name', (template) => setManifest(template, 'name', name), { mergeKey: 'name' });

beforeEach(() => {
  session.setState({ documents: [], activeId: null, notices: [] });
  openTemplate({ fileName: 'a.tb7', template: testTemplate });
});

describe('a template in front', () => {
  it('is no model: what needs one finds none, and changes nothing', () => {
    const before = session.getState().documents;
    expect(activeModel()).toBeNull();
    expect(commit('Edit owner', (model) => setInformation(model, 'owner', 'x'))).toEqual({
      step: null,
      answer: null,
    });
    expect(session.getState().documents).toBe(before);
  });

  it('is edited, undone to the very one before, and done again', () => {
    expect(rename('x')).toBe(true);
    const after = front().template;
    expect(isUnsaved(front())).toBe(true);
    undoEdit();
    expect(front().template).toBe(testTemplate);
    expect(isUnsaved(front())).toBe(false);
    redoEdit();
    expect(front().template).toBe(after);
  });

  it('takes no step from a command that changes nothing', () => {
    const before = session.getState();
    expect(rename(testTemplate.manifest.name)).toBe(false);
    expect(session.getState()).toBe(before);
  });

  it.each<readonly [string, () => void, number]>([
    ['goes on with its step while one types', () => undefined, 1],
    ['starts a step when the field was left', () => endStep(), 2],
    ['starts a step behind a save', () => updateTemplate(front().id, { saved: front().template }), 2],
    ['starts a step when something is selected', () => selectInTemplate(null), 2],
    [
      'starts a step when it comes to the front again',
      () => {
        const { id } = front();
        activateDocument(null);
        activateDocument(id);
      },
      2,
    ],
  ])('%s', (_, between, steps) => {
    rename('x');
    between();
    rename('xy');
    expect(front().history.past).toHaveLength(steps);
  });

  it('keeps what is selected, unless it is gone, and selects it again on undo', () => {
    const [category] = testTemplate.threatCategories;
    if (category === undefined) throw new Error('The template of the tests has no categories');
    const item = { kind: 'category', id: category.id } as const;
    selectInTemplate(item);
    rename('x');
    expect(front().selected).toEqual(item);
    const without = (template: Template): Template => ({ ...template, threatCategories: [] });
    commitTemplate('Delete', without);
    expect(front().selected).toBeNull();
    undoEdit();
    expect(front().selected).toEqual(item);
  });
});

describe('tabs of both kinds', () => {
  it('stand in one row, and each undoes its own', () => {
    const template = front().id;
    rename('x');
    const model = openModel({ fileName: 'b.tm7', model: scene });
    commit('Edit owner', (current) => setInformation(current, 'owner', 'Ann'));
    expect(session.getState().documents.map(({ kind }) => kind)).toEqual(['template', 'model']);
    expect(activeTemplate()).toBeNull();
    undoEdit();
    expect(activeModel()?.model).toBe(scene);
    activateDocument(template);
    expect(front().template.manifest.name).toBe('x');
    closeDocument(template);
    expect(session.getState().activeId).toBe(model);
  });

  it('have notices about steps, which go with their document', () => {
    rename('x');
    const step = front().history.past.at(-1);
    if (step === undefined) throw new Error('No step was recorded');
    const undoes = { document: front().id, step };
    notify({ tone: 'info', text: 'Renamed', undoes });
    expect(isLastStep(undoes)).toBe(true);
    const model = openModel({ fileName: 'b.tm7', model: scene });
    expect(isLastStep(undoes)).toBe(false);
    closeDocument(model);
    undoStep(undoes);
    expect(front().template).toBe(testTemplate);
    expect(session.getState().notices).toEqual([]);
  });

  it('have notices that offer something, which go when it is no longer to be had', () => {
    const { template } = front();
    const holds = (documents: readonly OpenDocument[]) =>
      documents.some((one) => one.kind === 'template' && one.template === template);
    notify({ tone: 'info', text: 'Use it', holds });
    const model = openModel({ fileName: 'b.tm7', model: scene });
    closeDocument(model);
    expect(session.getState().notices).toHaveLength(1);
    rename('x');
    expect(session.getState().notices).toEqual([]);
  });
});
