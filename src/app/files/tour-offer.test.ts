import { expect, it } from 'vitest';
import { scene, shapes } from '../../core/edit/testing/scene.ts';
import { activateDocument, openModel, session, setRenaming, setTool } from '../store/index.ts';
import { offerTour } from './tour-offer.ts';

it('begins in front of its model as any tab comes to the front: nothing of another one goes on', () => {
  const other = openModel({ fileName: 'other.tm7', model: scene });
  const toured = openModel({ fileName: 'toured.tm7', model: scene });
  offerTour();
  activateDocument(other);
  setRenaming(shapes.person.id);
  setTool({ kind: 'hand' });
  session.getState().notices.at(-1)?.action?.run();
  const { activeId, tour, renaming, tool } = session.getState();
  expect({ activeId, tour, renaming, tool }).toEqual({
    activeId: toured,
    tour: 0,
    renaming: null,
    tool: { kind: 'select' },
  });
});
