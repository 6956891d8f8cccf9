import { describe, expect, it } from 'vitest';
import { typeId } from '../../core/document/index.ts';
import { countingGuids } from '../../core/document/testing/template.ts';
import { deleteElements, insertLine, insertShape, rename } from '../../core/edit/index.ts';
import { scene, shapes } from '../../core/edit/testing/scene.ts';
import { activeModel, commit, type OpenModel, openModel, redoEdit, undoEdit } from '../store/index.ts';
import { addedType } from './used.ts';

const now = (): OpenModel => {
  const open = activeModel();
  if (open === null) throw new Error('No model is open');
  return open;
};

/** What an act on the open scene was the use of. */
function used(act: () => void): string | null {
  const before = now();
  act();
  return addedType(before, now());
}

const box = { left: 20, top: 500, width: 100, height: 100 };
const addServer = () =>
  void commit('Add', (model) =>
    insertShape(model, now().diagramId, { typeId: typeId('server'), box, around: 0 }, countingGuids(5000)),
  );
const addLine = (type: string) =>
  void commit('Add', (model) =>
    insertLine(
      model,
      now().diagramId,
      typeId(type),
      { source: { x: 20, y: 700 }, target: { x: 200, y: 700 } },
      countingGuids(6000),
    ),
  );

describe('a stencil is used', () => {
  it('when it is placed, and when that is done again', () => {
    openModel({ fileName: 'test.tm7', model: scene });
    expect(used(addServer)).toBe('server');
    expect(used(() => void undoEdit())).toBeNull();
    expect(used(() => void redoEdit())).toBe('server');
    expect(used(() => addLine('border'))).toBe('border');
  });

  it('not when a flow is drawn, something else is edited, or what was deleted comes back', () => {
    openModel({ fileName: 'test.tm7', model: scene });
    expect(used(() => addLine('https'))).toBeNull();
    expect(used(() => void commit('Rename', (model) => rename(model, shapes.server.id, 'x')))).toBeNull();
    expect(used(() => void commit('Delete', (model) => deleteElements(model, [shapes.note.id])))).toBeNull();
    expect(used(() => void undoEdit())).toBeNull();
    expect(used(() => undefined)).toBeNull();
  });
});
