import { expect } from 'vitest';
import { deepFreeze } from '../../base/index.ts';
import { checkInvariants, diagramId, type Model } from '../../document/index.ts';
import { checkPorts, type Fragment, parseFragment } from '../index.ts';
import { diagramIds, lines, scene, shapes } from './scene.ts';

deepFreeze(scene);
export const [first = diagramId(''), second = diagramId('')] = diagramIds;
export const { zone, server, store, person, note } = shapes;
export const { request, query, border } = lines;

/** The model itself, checked. */
export const sound = (model: Model): Model => {
  expect([...checkInvariants(model), ...checkPorts(model)]).toEqual([]);
  return model;
};

/** Through the clipboard: text, read strictly. */
export function through(fragment: Fragment): Fragment {
  const read = parseFragment(JSON.stringify(fragment));
  if (!read.ok) throw new Error(`${read.error.path}: ${read.error.message}`);
  return read.value;
}
