import { expect, it } from 'vitest';
import { work } from '../../core/engine/generate.ts';
import { openModel, selectThreats } from '../store/index.ts';
import { setListed } from './actions.ts';
import { model } from './testing/sample.ts';
import { threatCommands } from './threat-commands.ts';

it('whether threats can be removed is worked out for selected ones alone', () => {
  const remove = threatCommands.find(({ id }) => id === 'threats.remove');
  const keys = model.threats.map(({ key }) => key);
  openModel({ fileName: 'a.tm7', model: { ...model } });
  setListed(keys);
  const before = work.interactions;
  expect(remove?.enabled?.()).toBe(false);
  expect(work.interactions).toBe(before);
  selectThreats(keys.slice(0, 1));
  expect(remove?.enabled?.()).toBe(false);
  expect(work.interactions).toBeGreaterThan(before);
});
