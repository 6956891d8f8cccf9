import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeModel } from '../../../core/codec/index.ts';
import type { Model } from '../../../core/document/index.ts';
import { setInformation } from '../../../core/edit/index.ts';
import { modelIn, type OpenModel, openModel, session } from '../../store/index.ts';
import { fakeHistory } from '../testing/history.ts';
import { model as asRead, original } from '../testing/kept.ts';
import { deleteState } from './change.ts';
import { keepClosed, keepSaved, keepState, whereaboutsOf } from './keep-history.ts';
import { restore } from './restore.ts';
import { type Known, removal } from './revisions.ts';
import { browserStores } from './stores.ts';
import { BETWEEN } from './work-pace.ts';

const [ada, bob] = ['Ada', 'Bob'].map((name) => setInformation(asRead, 'owner', name)) as [Model, Model];
const opened = { format: 'tm7', model: asRead, bytes: original, warnings: [] } as const;

let fake: ReturnType<typeof fakeHistory>;

beforeEach(() => {
  session.setState({ documents: [], activeId: null, notices: [], dialog: null });
  fake = fakeHistory();
  vi.spyOn(browserStores, 'known').mockImplementation(fake.stores.known);
  vi.spyOn(browserStores, 'change').mockImplementation(fake.stores.change);
  vi.spyOn(browserStores, 'file').mockImplementation(fake.stores.file);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function open(): string {
  return openModel({ fileName: 'a.tm7', model: asRead, opened, saved: asRead });
}

function now(id: string): OpenModel {
  const found = modelIn(id);
  if (found === null) throw new Error('It is open');
  return found;
}

function put(id: string, change: Partial<OpenModel>): void {
  session.setState({ documents: [{ ...now(id), ...change }] });
}

/** Saves a model as it became, as the save does: what is open is changed before the state is kept. */
function save(id: string, model: Model, meanwhile = model): Promise<void> {
  put(id, { model });
  const before = now(id);
  put(id, { saved: model, model: meanwhile });
  return keepSaved(before, { fileName: 'a.tm7', handle: null }, writeModel(model));
}

const kinds = ({ revisions }: Known) => revisions.map(({ kind }) => kind);

it('what the file was is kept at the first save, and does not come back when it was deleted', async () => {
  const id = open();
  await save(id, ada);
  expect(kinds(fake.known())).toEqual(['opened', 'saved']);
  await fake.stores.change((known) =>
    removal(
      known,
      known.revisions.filter(({ kind }) => kind === 'opened'),
    ),
  );
  await save(id, bob);
  expect(kinds(fake.known())).toEqual(['saved', 'saved']);
});

it('what the file was is kept where the browser has lost what was saved', async () => {
  const id = open();
  put(id, { saved: null });
  await save(id, ada);
  expect(kinds(fake.known())).toEqual(['opened', 'saved']);
});

it('an edit made while the file was written is kept ten minutes later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const id = open();
  const saving = save(id, ada, setInformation(ada, 'owner', 'Cy'));
  vi.advanceTimersByTime(BETWEEN);
  vi.useRealTimers();
  await saving;
  await vi.waitFor(() => expect(kinds(fake.known())).toEqual(['opened', 'saved', 'between']), {
    timeout: 4000,
  });
});

it.each([
  ['a model of no file', { opened: null }, []],
  ['a model of a file', {}, ['between']],
  ['a model that was saved', { opened: null, saved: asRead }, ['between']],
])('the work of %s is kept when it is closed where it can be found again', async (name, of, wanted) => {
  const id = open();
  put(id, { saved: null, model: setInformation(asRead, 'owner', name), ...of });
  await keepClosed(now(id));
  expect(kinds(fake.known())).toEqual(wanted);
});

it('another file of the same name is a place of its own', async () => {
  const handle = (file: string) =>
    ({
      file,
      isSameEntry: async (other: { file: string }) => other.file === file,
    }) as unknown as FileSystemFileHandle;
  const where = whereaboutsOf(now(open()));
  const files = [handle('one'), handle('two'), handle('two')];
  for (const [index, file] of files.entries()) {
    const model = setInformation(asRead, 'owner', `${index}`);
    const bytes = writeModel(model);
    await keepState({ kind: 'saved', where: { ...where, handle: file }, model, bytes }, fake.stores);
  }
  expect(fake.known().histories.map(({ places }) => places.map((place) => place.handle))).toEqual([
    [files[2], files[0]],
  ]);
});

it('a restore that is no longer asked for does nothing', async () => {
  const id = open();
  await save(id, ada);
  const [state] = fake.known().revisions;
  if (state === undefined) throw new Error('One is kept');
  const restored = async (isAsked: () => boolean) => [await restore(id, state, isAsked), now(id).model];
  expect(await restored(() => false)).toEqual([false, ada]);
  let asked = 0;
  expect(await restored(() => asked++ === 0)).toEqual([false, ada]);
  expect(fake.known().revisions).toHaveLength(2);
  expect(await restored(() => true)).toEqual([true, asRead]);
});

it('a state that another window has deleted already is not offered back', async () => {
  const id = open();
  await save(id, ada);
  const [, state] = fake.known().revisions;
  if (state === undefined) throw new Error('Two are kept');
  expect(await deleteState(state)).toMatchObject({ revision: state });
  await save(id, bob);
  expect(fake.known().revisions.at(-1)?.number).toBe(state.number);
  expect(await deleteState(state)).toBeNull();
  expect(kinds(fake.known())).toEqual(['opened', 'saved']);
});
