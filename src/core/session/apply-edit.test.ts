import { describe, expect, it } from 'vitest';
import { diagramId, type Model, typeId } from '../document/index.ts';
import { countingGuids } from '../document/testing/template.ts';
import { connectElements, deleteElements, setInformation } from '../edit/index.ts';
import { diagramIds, lines, scene, shapes } from '../edit/testing/scene.ts';
import { regenerateAfter } from '../engine/index.ts';
import { applyEdit } from './apply-edit.ts';

const [first = diagramId('')] = diagramIds;

describe('an edit', () => {
  it('that answers a model alone answers nothing more', () => {
    const { model, answer } = applyEdit(scene, (before) => setInformation(before, 'owner', 'Ann'));
    expect(model.information.owner).toBe('Ann');
    expect(answer).toBeNull();
  });

  it.each<readonly [string, (model: Model) => { readonly value: Model; readonly said?: string }]>([
    ['deletes', (model) => deleteElements(model, [lines.request.id])],
    [
      'connects',
      (model) =>
        connectElements(
          model,
          first,
          typeId('https'),
          { source: { element: shapes.person.id }, target: { element: shapes.store.id } },
          countingGuids(),
        ),
    ],
  ])('that %s brings the threats along with what it says', (_, command) => {
    const { model, answer } = applyEdit(scene, command);
    expect(answer).toEqual(command(scene));
    expect(model).toEqual(regenerateAfter(scene, command(scene).value));
  });

  it('leaves the threats alone where they are to be kept', () => {
    const { model, answer } = applyEdit(
      scene,
      (before) => deleteElements(before, [lines.request.id]),
      'keep',
    );
    expect(model).toBe(answer?.value);
    expect(model.threats).toBe(scene.threats);
    expect(applyEdit(scene, (before) => setInformation(before, 'owner', 'Ann'), 'keep').answer).toBeNull();
  });

  it('that changes nothing gives the very model back', () => {
    const { model, answer } = applyEdit(scene, (before) => ({ value: before, said: 'At the edge' }));
    expect(model).toBe(scene);
    expect(answer?.said).toBe('At the edge');
  });
});
