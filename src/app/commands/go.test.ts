import { expect, it } from 'vitest';
import { scene } from '../../core/edit/testing/scene.ts';
import { activeModel, changeSettings, openModel, session } from '../store/index.ts';
import { go } from './go.ts';
import { modelItems } from './items.ts';

it('has the panel of a threat opened, whatever keeps it away, and shows the threat', () => {
  openModel({ fileName: 'a.tm7', model: scene });
  const { bottomPanel } = session.getState().settings;
  changeSettings({ bottomPanel: { ...bottomPanel, open: true, tab: 'notes' } });
  const item = modelItems(scene).find(({ kind }) => kind === 'threat');
  if (item?.kind !== 'threat') throw new Error('no threat');
  const shown: unknown[] = [];
  go(item, (...panel) => shown.push(panel));
  expect(shown).toEqual([['bottom', true]]);
  expect(session.getState().settings.bottomPanel.tab).toBe('threats');
  expect([...(activeModel()?.selectedThreats ?? [])]).toEqual([item.threat.key]);
});
