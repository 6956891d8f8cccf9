import { expect, it } from 'vitest';
import { setInformation } from '../../core/edit/index.ts';
import { scene } from '../../core/edit/testing/scene.ts';
import { modelIn } from './session.ts';
import { statesAtHand } from './states-at-hand.ts';
import { openModel } from './tabs.ts';

const ada = setInformation(scene, 'owner', 'Ada');
const bob = setInformation(scene, 'owner', 'Bob');

it.each([
  ['as it was opened', scene, scene, scene, []],
  ['never saved', ada, null, null, []],
  ['edited since it was opened', ada, scene, scene, ['saved']],
  ['saved after an edit', ada, ada, scene, ['opened']],
  ['edited once more', bob, ada, scene, ['saved', 'opened']],
])('a model %s', (_, model, saved, read, kinds) => {
  const open = modelIn(openModel({ fileName: 'a.tm7', model }));
  if (open === null) throw new Error('It is open');
  const file = { format: 'tm7', bytes: new Uint8Array(), warnings: [] } as const;
  const opened = read === null ? null : { ...file, model: read };
  expect(statesAtHand({ ...open, saved, opened }).map(({ kind }) => kind)).toEqual(kinds);
});
