import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeHistory, fileOf, MADE } from '../testing/history.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import {
  bytesStored,
  type Change,
  historiesOf,
  historyOf,
  type Known,
  keeping,
  MEGABYTE,
  type NewRevision,
  naming,
  puttingBack,
  removal,
  statesElsewhere,
  statesOf,
} from './revisions.ts';

const handle = (name: string) =>
  ({
    name,
    isSameEntry: async (other: { name: string }) => other.name === name,
  }) as unknown as FileSystemFileHandle;

/** A small one, so that files are. */
const MOST_BYTES = 3000;
const LIMITS = { most: 3, megabytes: MOST_BYTES / MEGABYTE };

/** Keeps states one after the other. */
async function kept(...changes: readonly Partial<NewRevision>[]) {
  const fake = fakeHistory();
  for (const [index, change] of changes.entries())
    await fake.stores.change((known) => keeping(known, { ...MADE, at: index, ...change }, LIMITS));
  return fake;
}

const told = (known: Known, history = 'h') =>
  statesOf(history, known).map(({ file, kind, name }) => [file, kind, name].join(' ').trim());
const file = (id: string, bytes?: number) => ({ file: fileOf(id, bytes) });

describe('what is kept', () => {
  it('a save is a state with who, when and what it holds', async () => {
    const { known } = await kept({});
    expect(known()).toEqual({
      histories: [{ id: 'h', tab: 'tab', places: [{ fileName: 'a.tm7', handle: null }], diagrams: ['d1'] }],
      revisions: [
        {
          id: 'h',
          number: 1,
          at: 0,
          kind: 'saved',
          name: '',
          who: 'Ada',
          fileName: 'a.tm7',
          file: 'f1',
          size: 30,
          packed: 10,
          threats: { handled: 1, all: 2 },
        },
      ],
    });
  });

  it.each<[string, readonly Partial<NewRevision>[], readonly string[]]>([
    ['two saves', [file('f1'), file('f2')], ['f2 saved', 'f1 saved']],
    ['a save of the same again', [file('f1'), file('f1')], ['f1 saved']],
    ['a save of what was kept in between', [{ kind: 'between' }, {}], ['f1 saved']],
    ['work that is what was saved', [{}, { kind: 'between' }], ['f1 saved']],
    [
      'what was saved before, again',
      [file('f1'), file('f2'), file('f1')],
      ['f1 saved', 'f2 saved', 'f1 saved'],
    ],
    [
      'the file as it was opened, once',
      [{ ...file('f0'), kind: 'opened' }, file('f1'), { ...file('f0'), kind: 'opened' }, file('f2')],
      ['f2 saved', 'f1 saved', 'f0 opened'],
    ],
    [
      'the file as it was opened, where it was saved here',
      [file('f0'), { ...file('f0'), kind: 'opened' }, file('f1')],
      ['f1 saved', 'f0 saved'],
    ],
  ])('%s', async (_, changes, wanted) => {
    const { known } = await kept(...changes);
    expect(told(known())).toEqual(wanted);
  });

  it('a file that several states have is stored once, and goes with the last of them', async () => {
    const { known, files, stores } = await kept(file('f1'), file('f2'), file('f1'));
    expect(files()).toEqual(['f1', 'f2']);
    expect(bytesStored(known().revisions)).toBe(20);
    const [first, , third] = statesOf('h', known());
    if (first === undefined || third === undefined) throw new Error('Three are kept');
    await stores.change((now) => removal(now, [first]));
    expect(files()).toEqual(['f1', 'f2']);
    await stores.change((now) => removal(now, [third]));
    expect(files()).toEqual(['f2']);
  });

  it('of models that are not open goes at once, with the files that nobody else has', async () => {
    const gone = { history: 'gone', tab: 'closed' };
    const { known, files, stores } = await kept(
      file('f1'),
      { ...gone, ...file('f1') },
      { ...gone, ...file('f2') },
    );
    const elsewhere = statesElsewhere(known(), new Set(['h', null]));
    expect(elsewhere.map(({ id, file }) => [id, file])).toEqual([
      ['gone', 'f1'],
      ['gone', 'f2'],
    ]);
    await stores.change((now) => removal(now, elsewhere));
    expect([known().histories.map(({ id }) => id), files(), told(known())]).toEqual([
      ['h'],
      ['f1'],
      ['f1 saved'],
    ]);
  });
});

describe('what may be of a model that is open in another tab of the browser, or waits to be brought back', () => {
  const other = { id: 'other', fileName: 'b.tm7', handle: null };
  it.each([
    ['its tab', {}, { ...other, id: 'tab' }, true],
    ['its file', { handle: handle('x') }, { ...other, handle: handle('x') }, true],
    ['its name', {}, { ...other, fileName: 'a.tm7' }, true],
    [
      'the name of another file',
      { handle: handle('x') },
      { ...other, fileName: 'a.tm7', handle: handle('y') },
      false,
    ],
    ['nothing', {}, other, false],
  ])('is known by %s', async (_, made, waiting, isFound) => {
    const { known } = await kept(made);
    expect([...(await historiesOf([waiting], known()))]).toEqual(isFound ? ['h'] : []);
  });
});

describe('the limits', () => {
  it('the oldest without a name go, and named ones stay', async () => {
    const fake = await kept(file('f1'), file('f2'), file('f3'));
    const [, , oldest] = statesOf('h', fake.known());
    if (oldest === undefined) throw new Error('Three are kept');
    await fake.stores.change((known) => naming(known, oldest, '  Before the audit  '));
    for (const [index, id] of ['f4', 'f5'].entries())
      await fake.stores.change((known) => keeping(known, { ...MADE, ...file(id), at: 10 + index }, LIMITS));
    expect(told(fake.known())).toEqual(['f5 saved', 'f4 saved', 'f3 saved', 'f1 saved Before the audit']);
    expect(fake.files()).toEqual(['f1', 'f3', 'f4', 'f5']);
  });

  it('the number is that of each model, the bytes are those of all', async () => {
    const heavy = (id: string) => file(id, MOST_BYTES / 3);
    const other = { history: 'g', tab: 'other' };
    const fake = await kept(heavy('f1'), { ...other, ...heavy('f2') }, heavy('f3'));
    expect(fake.files()).toEqual(['f1', 'f2', 'f3']);
    await fake.stores.change((known) => keeping(known, { ...MADE, ...heavy('f4'), at: 9 }, LIMITS));
    expect(fake.files()).toEqual(['f2', 'f3', 'f4']);
    await fake.stores.change((known) => keeping(known, { ...MADE, ...heavy('f5'), at: 10 }, LIMITS));
    expect(fake.files()).toEqual(['f3', 'f4', 'f5']);
    expect(fake.histories()).toEqual(['h']);
  });

  it('what has just been kept stays, however heavy', async () => {
    const { files } = await kept(file('f1'), file('f2', 2 * MOST_BYTES));
    expect(files()).toEqual(['f2']);
  });

  it('hold after any keeping, naming and deleting, and no file is missing or left over', () => {
    const op = fc.record({
      what: fc.constantFrom('keep', 'keep', 'keep', 'name', 'delete'),
      history: fc.constantFrom('g', 'h'),
      file: fc.integer({ min: 1, max: 6 }),
      kind: fc.constantFrom('saved', 'between', 'opened'),
    });
    const doing = (
      known: Known,
      { what, history, file: id, kind }: typeof op extends fc.Arbitrary<infer T> ? T : never,
      at: number,
    ): Change => {
      const [state] = statesOf(history, known).slice(id % 3);
      if (what === 'keep')
        return keeping(
          known,
          { ...MADE, history, tab: history, kind, at, ...file(`f${id}`, id * 300) },
          LIMITS,
        );
      if (state === undefined) return {};
      return what === 'name' ? naming(known, state, 'kept') : removal(known, [state]);
    };
    return fc.assert(
      fc.asyncProperty(fc.array(op, { maxLength: 25 }), async (ops) => {
        const fake = fakeHistory();
        for (const [at, one] of ops.entries()) {
          const named = fake.known().revisions.filter(({ name }) => name !== '').length;
          await fake.stores.change((known) => doing(known, one, at));
          const { revisions } = fake.known();
          if (one.what === 'keep') {
            expect(revisions.filter(({ name }) => name !== '')).toHaveLength(named);
            const unnamed = revisions.filter(({ name }) => name === '');
            for (const id of ['g', 'h'])
              expect(unnamed.filter((state) => state.id === id).length).toBeLessThanOrEqual(3);
            expect(bytesStored(revisions) <= MOST_BYTES || unnamed.length <= 1).toBe(true);
          }
          expect(fake.files().toSorted()).toEqual([...new Set(revisions.map(({ file: id }) => id))].sort());
          expect(fake.histories().toSorted()).toEqual([...new Set(revisions.map(({ id }) => id))].sort());
        }
      }),
    );
  });
});

describe('the history of a model', () => {
  const where = { tab: 'new', fileName: 'a.tm7', handle: null, diagrams: ['d1'] };

  it.each<
    [string, Partial<NewRevision>, Partial<typeof where> | { handle: FileSystemFileHandle }, string | null]
  >([
    ['its tab', { fileName: 'b.tm7', diagrams: [] }, { tab: 'tab' }, 'h'],
    ['its file', { handle: handle('x'), fileName: 'b.tm7', diagrams: [] }, { handle: handle('x') }, 'h'],
    ['its name and a diagram', {}, {}, 'h'],
    ['its name alone', { diagrams: ['d2'] }, {}, null],
    ['a diagram alone', { fileName: 'b.tm7' }, {}, null],
    ['the name of another file', { handle: handle('x') }, { handle: handle('y') }, null],
    ['its name, where only one is known by its file', { handle: handle('x') }, {}, 'h'],
  ])('is found by %s', async (_, made, of, wanted) => {
    const { known } = await kept(made);
    expect(await historyOf({ ...where, ...of }, known())).toBe(wanted);
  });

  it('is found by each name that it had', async () => {
    const { known } = await kept({}, { fileName: 'b.tm7', ...file('f2') });
    for (const fileName of ['a.tm7', 'b.tm7'])
      expect(await historyOf({ ...where, fileName }, known())).toBe('h');
  });

  it('goes with its last state, and comes back with it', async () => {
    const { known, stores, histories, files } = await kept({});
    const before = known();
    const [state] = before.revisions;
    if (state === undefined) throw new Error('One is kept');
    await stores.change((now) => removal(now, [state]));
    expect([...histories(), ...files(), ...known().revisions]).toEqual([]);
    await stores.change((now) => puttingBack(now, state, MADE.file, before.histories[0]));
    expect(known()).toEqual(before);
    expect(files()).toEqual(['f1']);
  });

  it('keeps a state that has the number of one that is gone', async () => {
    const { known, files, stores } = await kept(file('f1'), file('f2'));
    const [last] = statesOf('h', known());
    if (last === undefined) throw new Error('Two are kept');
    await stores.change((now) => removal(now, [last]));
    await stores.change((now) => keeping(now, { ...MADE, ...file('f3'), at: 5 }, DEFAULT_LIMITS));
    await stores.change((now) => removal(now, [last]));
    await stores.change((now) => naming(now, last, 'Another'));
    expect(told(known())).toEqual(['f3 saved', 'f1 saved']);
    expect(files()).toEqual(['f1', 'f3']);
  });

  it('takes a state back whose number was given away meanwhile', async () => {
    const { known, stores } = await kept(file('f1'), file('f2'));
    const [last] = statesOf('h', known());
    if (last === undefined) throw new Error('Two are kept');
    await stores.change((now) => removal(now, [last]));
    await stores.change((now) => keeping(now, { ...MADE, ...file('f3'), at: 5 }, DEFAULT_LIMITS));
    await stores.change((now) => puttingBack(now, last, fileOf('f2'), undefined));
    expect(told(known())).toEqual(['f3 saved', 'f2 saved', 'f1 saved']);
  });
});
