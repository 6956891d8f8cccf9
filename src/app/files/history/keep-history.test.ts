import { Buffer } from 'node:buffer';
import { beforeEach, describe, expect, it } from 'vitest';
import { readModel, writeModel } from '../../../core/codec/index.ts';
import type { Model } from '../../../core/document/index.ts';
import { setInformation } from '../../../core/edit/index.ts';
import { modelIn, type OpenModel, openModel, session, updateModel } from '../../store/index.ts';
import { fakeHistory } from '../testing/history.ts';
import { model as asRead, original } from '../testing/kept.ts';
import { hasMore, keepBetween, keepSaved, keepState, whereaboutsOf } from './keep-history.ts';
import { unpack } from './packing.ts';
import { asInHand } from './restore.ts';

const opened = { format: 'tm7', model: asRead, bytes: original, warnings: [] } as const;
const edited = setInformation(asRead, 'owner', 'Ada');

function open(model: Model): OpenModel {
  const found = modelIn(openModel({ fileName: 'a.tm7', model, opened, saved: asRead }));
  if (found === null) throw new Error('It is open');
  return found;
}

const readAgain = (model: Model): Model => {
  const read = readModel(writeModel(model));
  if (!read.ok) throw new Error('What is written can be read');
  return read.value.model;
};

beforeEach(() => session.setState({ documents: [], activeId: null, notices: [] }));

it('a state comes back as it was kept', async () => {
  const { stores, known } = fakeHistory();
  const bytes = writeModel(edited);
  await keepState({ kind: 'saved', where: whereaboutsOf(open(edited)), model: edited, bytes }, stores);
  const [state] = known().revisions;
  expect(state).toMatchObject({ kind: 'saved', fileName: 'a.tm7', size: bytes.length, name: '' });
  expect(state?.threats.all).toBe(edited.threats.length);
  const stored = await stores.file(state?.file ?? '');
  if (stored === undefined) throw new Error('Its file is kept');
  const back = await (await unpack(stored)).arrayBuffer();
  expect(Buffer.from(bytes).equals(new Uint8Array(back))).toBe(true);
});

it('a browser that keeps nothing is told of once, and the work goes on', async () => {
  const one = open(edited);
  await keepSaved(one, { fileName: 'a.tm7', handle: null }, writeModel(edited));
  await keepBetween({ ...one, model: setInformation(edited, 'owner', 'Bob') });
  const { notices, documents } = session.getState();
  expect(notices.map(({ tone, text }) => [tone, text.replace(/\..*/, '')])).toEqual([
    ['warning', 'The browser does not let Trustline keep the history of models'],
  ]);
  expect(documents).toHaveLength(1);
  // It is tried again: nothing says that it is kept.
  expect(hasMore(one)).toBe(true);
});

it.each([
  ['as it was read', asRead, false],
  ['edited', edited, true],
])('a model %s has work to be kept: %s', (_, model, wanted) => expect(hasMore(open(model))).toBe(wanted));

describe('a state that comes back', () => {
  it('is what was opened, or saved, where it is the same', async () => {
    const one = open(edited);
    expect(await asInHand(one, readAgain(asRead))).toBe(asRead);
    updateModel(one.id, { saved: edited });
    const now = modelIn(one.id);
    if (now === null) throw new Error('It is open');
    expect(await asInHand(now, readAgain(edited))).toBe(edited);
  });

  it('shares the rest with the model in hand, and is exactly what was kept', async () => {
    const bob = setInformation(edited, 'owner', 'Bob');
    const read = readAgain(bob);
    const made = await asInHand(open(edited), read);
    expect(made).toEqual(read);
    expect(made.information.owner).toBe('Bob');
    expect(made.diagrams).toBe(edited.diagrams);
    expect(made.threats).toBe(edited.threats);
    expect(made.template).toBe(edited.template);
  });
});
