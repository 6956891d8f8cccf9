import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readModel, writeModel } from '../../core/codec/index.ts';
import {
  type Choice,
  choices,
  disturbed,
  edited,
  populated,
} from '../../core/compare/testing/random-models.ts';
import type { Model, Note } from '../../core/document/index.ts';
import { refusalWords } from '../../core/words/later.ts';
import type { DocumentStores } from './document-stores.ts';
import { Keeper } from './keeper.ts';
import type { KeptDocument, KeptModel, RestoredDocument } from './records.ts';
import { contentOfModel } from './restored-content.ts';
import { NO_STEPS, STEP_LIMITS } from './step-log.ts';
import { storedDocuments } from './stored-documents.ts';
import { KEPT, KEPT_TEMPLATE, model } from './testing/kept.ts';
import { fakeStores, type Snapshot } from './testing/stores.ts';

const SMALL = { piece: 200, heavy: 60, changes: 3, weight: 2000, steps: STEP_LIMITS };

const original = writeModel(populated());
const read = readModel(original);
if (!read.ok) throw new Error(refusalWords(read.error));
const asRead = read.value.model;

const noteOf = (id: number, message: string): Note => ({ id, message, date: '', addedBy: '' });

/** What a profile with this content brings back. */
async function restored(content: Snapshot): Promise<readonly RestoredDocument[]> {
  const sorted = await storedDocuments(fakeStores({}, content).stores);
  return sorted.map((one) => {
    if (!one.sound) throw new Error(one.damaged.fault);
    return one.restored;
  });
}

async function contentIn(document: RestoredDocument | undefined): Promise<Model> {
  if (document?.kind !== 'model') throw new Error('No model came back');
  const found = await contentOfModel(document);
  if ('fault' in found) throw new Error(found.fault);
  return found.content;
}

interface Step {
  readonly commands: readonly Choice[];
  readonly strange: readonly Choice[];
  readonly how: 'write' | 'leave' | 'both' | 'full' | 'undo' | 'restart';
}

const steps = fc.array(
  fc.record<Step>({
    commands: choices(4),
    strange: choices(2),
    how: fc.constantFrom('write', 'write', 'write', 'write', 'leave', 'both', 'full', 'undo', 'restart'),
  }),
  { maxLength: 10 },
);

/** Runs steps of an edited document over a database; every state that a kill could leave, and every document. */
async function run(list: readonly Step[], first: Pick<KeptModel, 'original' | 'asRead' | 'edited'>) {
  const models: Model[] = [first.edited ?? asRead];
  const snapshots: Snapshot[] = [];
  let full = false;
  const fake = fakeStores({ isFull: () => full, stored: (snapshot) => snapshots.push(snapshot) });
  // A page that was killed writes nothing more: what it was copying ends with it.
  let page = 0;
  const keeperOfPage = (): Keeper => {
    const own = ++page;
    const begin: DocumentStores['begin'] = () => {
      if (own !== page) throw new Error('The page is gone');
      return fake.stores.begin();
    };
    return new Keeper(async () => ({ ...fake.stores, begin }), SMALL);
  };
  let keeping = keeperOfPage();
  const now = (): readonly KeptDocument[] => {
    const at = models.length - 1;
    const content = models[at] ?? null;
    // The name tells which document a profile should bring back.
    return [{ ...KEPT, ...first, edited: content === first.asRead ? null : content, fileName: `${at}` }];
  };
  await keeping.write(now, false);
  for (const { commands, strange, how } of list) {
    const last = models.at(-1) ?? asRead;
    models.push(
      how === 'undo' ? (models[0] ?? last) : disturbed(edited(last, commands, models.length * 100), strange),
    );
    full = how === 'full';
    const before = how === 'both' ? keeping.write(now, false) : null;
    if (how === 'both') {
      // The write has begun, and the page goes with another edit.
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      models.push(edited(models.at(-1) ?? last, commands, models.length * 100));
    }
    const writing = keeping.write(now, how === 'leave' || how === 'both');
    await (full ? expect(writing).rejects.toThrow('Quota') : writing);
    await before;
    full = false;
    if (how === 'restart') {
      const [back] = await restored(snapshots.at(-1) ?? new Map());
      if (back?.kind !== 'model') throw new Error('No model came back');
      const found = await contentOfModel(back);
      if ('fault' in found) throw new Error(found.fault);
      keeping = keeperOfPage();
      const [kept] = now();
      // What comes back is equal, and another object.
      models.push(found.content);
      if (kept !== undefined)
        keeping.adopt(
          { ...kept },
          { kind: 'model', original: back.original, log: found.log, copied: null, steps: NO_STEPS },
        );
    }
  }
  await keeping.write(now, false);
  return { models, snapshots, fake };
}

describe('Keeper', () => {
  it.each([
    ['a file', 8, { original, asRead, edited: null }],
    ['a new model', 20, { original: null, asRead: null, edited: populated() }],
  ])(
    'whatever happens to %s, each write that ends can be brought back as it was',
    async (_, numRuns, first) => {
      await fc.assert(
        fc.asyncProperty(steps, async (list) => {
          const { models, snapshots } = await run(list, first);
          for (const snapshot of snapshots) {
            const [document, ...others] = await restored(snapshot);
            expect(others).toEqual([]);
            expect(await contentIn(document)).toEqual(models[Number(document?.fileName)]);
          }
          const [last] = await restored(snapshots.at(-1) ?? new Map());
          expect(last?.fileName).toBe(`${models.length - 1}`);
        }),
        { numRuns },
      );
    },
  );

  it('keeps few changes, and makes full copies that replace each other', async () => {
    const snapshots: Snapshot[] = [];
    const fake = fakeStores({ stored: (snapshot) => snapshots.push(snapshot) });
    const keeping = new Keeper(async () => fake.stores, SMALL);
    let last = asRead;
    for (let step = 0; step < 60; step++) {
      last = { ...last, notes: [...last.notes, noteOf(step, `${step}`.repeat(80))] };
      await keeping.write(() => [{ ...KEPT, original, asRead, edited: last }], false);
      for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    const numbers = (store: string): ReadonlySet<unknown> =>
      new Set(
        fake
          .keys()
          .flatMap((key) =>
            key.startsWith(`${store} [`) ? [JSON.parse(key.slice(store.length + 1))[1]] : [],
          ),
      );
    // The one that is named, and the next one when no write has followed it.
    expect(numbers('copies').size).toBeLessThan(3);
    expect(Math.max(...[...numbers('copies')].map(Number))).toBeGreaterThan(2);
    expect(numbers('changes').size).toBeLessThan(3 * SMALL.changes);
    const [back] = await restored(snapshots.at(-1) ?? new Map());
    expect(await contentIn(back)).toEqual(last);
  });

  const two = fc.array(
    fc.record({
      which: fc.constantFrom('a', 'b', 'both'),
      // An edit that is not written again, one that is, and the way back to the file.
      what: fc.constantFrom('heavy', 'heavy', 'heavy', 'light', 'file'),
      leaving: fc.boolean(),
      // What goes on beside the writes gets as far as that.
      turns: fc.integer({ min: 0, max: 12 }),
    }),
    { minLength: 20, maxLength: 40 },
  );

  it('clears nothing away that a record of one of several documents names', async () => {
    await fc.assert(
      fc.asyncProperty(two, async (list) => {
        const states: Model[] = [asRead];
        const snapshots: Snapshot[] = [];
        const fake = fakeStores({ stored: (snapshot) => snapshots.push(snapshot) });
        const keeping = new Keeper(async () => fake.stores, { ...SMALL, changes: 2 });
        const at = { a: 0, b: 0 };
        const now = (): readonly KeptDocument[] =>
          (['a', 'b'] as const).map((id) => {
            const content = states[at[id]] ?? asRead;
            const edited = content === asRead ? null : content;
            return { ...KEPT, id, original, asRead, edited, fileName: `${at[id]}` };
          });
        const writes: Promise<void>[] = [];
        for (const { which, what, leaving, turns } of list) {
          for (const id of which === 'both' ? (['a', 'b'] as const) : [which]) {
            const last = states[at[id]] ?? asRead;
            const note = noteOf(states.length, 'x'.repeat(what === 'heavy' ? 5000 : 1));
            at[id] = what === 'file' ? 0 : states.push({ ...last, notes: [note] }) - 1;
          }
          writes.push(keeping.write(now, leaving));
          for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
        }
        await Promise.all(writes);
        for (const snapshot of snapshots) expect(await restored(snapshot)).toHaveLength(2);
        for (const document of await restored(snapshots.at(-1) ?? new Map()))
          expect(await contentIn(document)).toEqual(states[Number(document.fileName)]);
      }),
      { numRuns: 30 },
    );
  });

  it('a page that goes writes again what a write under way takes with it', async () => {
    const ends = [true];
    const fake = fakeStores({ isFull: () => ends.pop() === true });
    const keeping = new Keeper(async () => fake.stores, SMALL);
    const first = keeping.write(() => [KEPT], false);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    const second = keeping.write(() => [KEPT], true);
    await expect(first).rejects.toThrow('Quota');
    await second;
    expect(fake.keys()).toContain('models a');
  });

  it('removes a document that was closed after its last write failed', async () => {
    let full = false;
    const fake = fakeStores({ isFull: () => full });
    const keeping = new Keeper(async () => fake.stores);
    await keeping.write(() => [KEPT], false);
    full = true;
    await expect(keeping.write(() => [{ ...KEPT, order: 1 }], false)).rejects.toThrow('Quota');
    await expect(keeping.write(() => [], false)).rejects.toThrow('Quota');
    full = false;
    await keeping.write(() => [], false);
    expect(fake.keys()).toEqual([]);
  });

  it('writes nothing when nothing changed, and of an edit what it changed', async () => {
    const sizes: number[] = [];
    const fake = fakeStores({
      stored: (snapshot) => sizes.push(JSON.stringify([...(snapshot.get('changes') ?? [])]).length),
    });
    const keeping = new Keeper(async () => fake.stores);
    const write = (content: Model) =>
      keeping.write(() => [{ ...KEPT, asRead: model, edited: content === model ? null : content }], false);
    await write(model);
    await write(model);
    expect(sizes).toHaveLength(1);
    const information = { ...model.information, owner: 'Ada' };
    await write({ ...model, information });
    expect(sizes.at(-1)).toBeLessThan(1000);
    // All edits undone: the file is enough.
    await write(model);
    await new Promise((resolve) => setImmediate(resolve));
    expect(fake.keys().filter((key) => !key.startsWith('originals'))).toEqual(['models a']);
  });

  it('removes a closed document whole, and keeps the others', async () => {
    const fake = fakeStores();
    const keeping = new Keeper(async () => fake.stores);
    await keeping.write(() => [KEPT, KEPT_TEMPLATE], false);
    await keeping.write(() => [KEPT_TEMPLATE], false);
    expect(fake.keys().toSorted()).toEqual(['copies ["t",0,0]', 'openTemplates t', 'originals t']);
  });

  describe('where the browser refuses', () => {
    const unseen: unknown[] = [];
    const note = (reason: unknown): void => void unseen.push(reason);
    beforeEach(() => {
      unseen.length = 0;
      process.on('unhandledRejection', note);
    });
    afterEach(() => void process.off('unhandledRejection', note));

    it.each(
      ['models', 'copies', 'commit'].flatMap((at) => [false, true].map((leaving) => [at, leaving] as const)),
    )(
      '%s (leaving: %s): the cause is told once, nothing is stored, and the next write tries again',
      async (at, leaving) => {
        let refusing = true;
        const fake = fakeStores({ refuses: (store) => refusing && store === at });
        const keeping = new Keeper(async () => fake.stores);
        await expect(keeping.write(() => [KEPT], leaving)).rejects.toThrow('QuotaExceededError');
        await new Promise((resolve) => setImmediate(resolve));
        expect(unseen).toEqual([]);
        expect(fake.aborts()).toBe(1);
        expect(fake.keys()).toEqual([]);
        refusing = false;
        await keeping.write(() => [KEPT], leaving);
        expect(fake.keys()).toContain('models a');
      },
    );
  });
});
