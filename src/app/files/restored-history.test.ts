import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModel, writeModel } from '../../core/codec/index.ts';
import { choices, edited, populated } from '../../core/compare/testing/random-models.ts';
import type { ElementId, Model } from '../../core/document/index.ts';
import { emptyHistory, type History, record, redo, undo } from '../../core/edit/index.ts';
import { refusalWords } from '../../core/words/later.ts';
import { LIMITS } from './change-log.ts';
import { Keeper } from './keeper.ts';
import type { KeptModel } from './records.ts';
import { contentOfModel, historyOfModel } from './restored-content.ts';
import { storedDocuments } from './stored-documents.ts';
import { KEPT } from './testing/kept.ts';
import { fakeStores } from './testing/stores.ts';

type ModelHistory = History<Model, ElementId>;

const original = writeModel(populated());
const read = readModel(original);
if (!read.ok) throw new Error(refusalWords(read.error));
const asRead = read.value.model;

interface At {
  readonly model: Model;
  readonly history: ModelHistory;
  readonly saved: Model | null;
  readonly asRead: Model;
}

const START: At = { model: asRead, history: emptyHistory, saved: asRead, asRead };

const kept = (at: At): KeptModel => ({
  ...KEPT,
  original,
  asRead: at.asRead,
  edited: at.model === at.asRead ? null : at.model,
  unsaved: at.model !== at.saved,
  saved: at.saved,
  past: at.history.past,
  future: at.history.future,
});

type Stores = ReturnType<typeof fakeStores>;

/** What a page that starts now has, and the keeper that goes on. */
async function restarted(fake: Stores, limits: typeof LIMITS) {
  const [sorted] = await storedDocuments(fake.stores);
  if (sorted?.sound !== true || sorted.restored.kind !== 'model') throw new Error('Nothing came back');
  const { restored } = sorted;
  const found = await contentOfModel(restored);
  if ('fault' in found) throw new Error(found.fault);
  const { content: model, opened, log } = found;
  const { history, saved, log: steps } = historyOfModel(restored, model, opened?.model ?? null);
  const at: At = {
    model,
    history,
    saved: restored.unsaved ? saved : model,
    asRead: opened?.model ?? asRead,
  };
  const keeping = new Keeper(async () => fake.stores, limits);
  keeping.adopt(kept(at), { kind: 'model', original, log, copied: null, steps });
  return { at, keeping };
}

/** The documents of a history, the present one among them, and what stands between them. */
function told({ history, model }: At, count: number) {
  const past = history.past.slice(-count);
  const future = history.future.slice(-count);
  return {
    before: past.map(({ label, selected, before }) => ({ label, selected, before })),
    now: model,
    after: future.map(({ label, selected, after }) => ({ label, selected, after })),
  };
}

const ops = fc.array(
  fc.record({
    what: fc.constantFrom('edit', 'edit', 'edit', 'type', 'undo', 'undo', 'redo', 'save', 'restart'),
    commands: choices(3),
    write: fc.boolean(),
  }),
  { maxLength: 25 },
);

function done(
  at: At,
  { what, commands }: { what: string; commands: Parameters<typeof edited>[1] },
  turn: number,
): At {
  const moved = what === 'undo' ? undo(at.history) : what === 'redo' ? redo(at.history) : null;
  if (moved !== null) return { ...at, model: moved.value, history: moved.history };
  if (what === 'save') return { ...at, saved: at.model };
  if (what !== 'edit' && what !== 'type') return at;
  const owner = { ...at.model, information: { ...at.model.information, owner: `${turn}` } };
  const model = what === 'type' ? owner : edited(at.model, commands, turn * 100);
  const selected = { before: [], after: at.model.diagrams[0]?.shapes.slice(0, 1).map(({ id }) => id) ?? [] };
  const key = what === 'type' ? 'owner' : undefined;
  return { ...at, model, history: record(at.history, `Step ${turn}`, at.model, model, key, selected) };
}

/** A step of its own. */
function withOwner(at: At, turn: number): At {
  const model = { ...at.model, information: { ...at.model.information, owner: `${turn}` } };
  return { ...at, model, history: record(at.history, `Step ${turn}`, at.model, model) };
}

describe('the history of a document', () => {
  it.each([
    ['whole', LIMITS],
    ['as much of it as is stored', { ...LIMITS, piece: 200, steps: { count: 3, weight: 100_000 } }],
  ])('comes back with it, %s, whatever was done', async (_, limits) => {
    await fc.assert(
      fc.asyncProperty(ops, async (list) => {
        const fake = fakeStores();
        let keeping = new Keeper(async () => fake.stores, limits);
        let at = START;
        for (const [turn, op] of list.entries()) {
          at = done(at, op, turn);
          if (op.write || op.what === 'restart') await keeping.write(() => [kept(at)], false);
          if (op.what === 'restart') ({ at, keeping } = await restarted(fake, limits));
        }
        await keeping.write(() => [kept(at)], false);
        const { at: back } = await restarted(fake, limits);
        const [is, was] = [told(back, limits.steps.count), told(at, limits.steps.count)];
        expect(is.now).toEqual(was.now);
        // Steps that were left out once, with the first ones, do not come back into the middle.
        const shorter = <T>(steps: readonly T[]) => steps.slice(steps.length - is.before.length);
        expect(is.before).toEqual(limits === LIMITS ? was.before : shorter(was.before));
        expect(is.after).toEqual(was.after);
        const saved = (one: At) => [
          one.model === one.saved,
          ...one.history.past.map(({ before }) => before === one.saved),
        ];
        if (limits === LIMITS) expect(saved(back)).toEqual(saved(at));
        for (const { before } of back.history.past.slice(1))
          expect(back.history.past.some(({ after }) => after === before)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('leads back to the very document that was read', async () => {
    const fake = fakeStores();
    const at = [1, 2, 3].reduce((last, turn) => done(last, { what: 'type', commands: [] }, turn), START);
    await new Keeper(async () => fake.stores).write(() => [kept(at)], false);
    const { at: back } = await restarted(fake, LIMITS);
    const first = undo(back.history);
    expect(first?.value).toBe(back.asRead);
    expect(first?.value).toBe(back.saved);
  });

  it('stores what the steps changed, and nothing of it twice', async () => {
    let at = START;
    const sizes: number[] = [];
    const fake = fakeStores({
      stored: (snapshot) => sizes.push(JSON.stringify([...(snapshot.get('steps') ?? [])]).length),
    });
    const keeping = new Keeper(async () => fake.stores);
    for (let turn = 0; turn < 80; turn++) {
      at = withOwner(at, turn);
      await keeping.write(() => [kept(at)], false);
    }
    const stepKeys = () => fake.keys().filter((key) => key.startsWith('steps'));
    expect(stepKeys()).toHaveLength(LIMITS.steps.count);
    expect(sizes.at(-1)).toBeLessThan(LIMITS.steps.count * 1000);
    await keeping.write(() => [], false);
    expect(fake.keys()).toEqual([]);
  });

  it('leaves out a step that is too heavy, and what is behind it', async () => {
    const fake = fakeStores();
    const limits = { ...LIMITS, steps: { count: 50, weight: 500 } };
    const keeping = new Keeper(async () => fake.stores, limits);
    let at = done(START, { what: 'type', commands: [] }, 1);
    const notes = Array.from({ length: 200 }, (_, id) => ({ id, message: 'x', date: '', addedBy: '' }));
    const heavy = { ...at.model, notes };
    at = { ...at, model: heavy, history: record(at.history, 'Heavy', at.model, heavy) };
    await keeping.write(() => [kept(at)], false);
    expect((await restarted(fake, limits)).at).toMatchObject({ model: heavy, history: emptyHistory });
    at = done(at, { what: 'type', commands: [] }, 2);
    await keeping.write(() => [kept(at)], false);
    const { past } = (await restarted(fake, limits)).at.history;
    expect(past.map(({ label }) => label)).toEqual(['Step 2']);
  });

  describe('that is damaged', () => {
    const three = [1, 2, 3].reduce(withOwner, START);
    /** What comes back when one store is not what it was. */
    async function damaged(change: (name: string, record: Record<string, unknown>, key: string) => unknown) {
      let last = new Map<string, ReadonlyMap<string, unknown>>();
      const fake = fakeStores({ stored: (snapshot) => (last = new Map(snapshot)) });
      await new Keeper(async () => fake.stores).write(() => [kept(three)], false);
      const changed = [...last].map(([name, records]) => {
        const entries = [...records].map(([key, value]) => [key, change(name, Object(value), key)] as const);
        return [name, new Map(entries.filter(([, value]) => value !== undefined))] as const;
      });
      return restarted(fakeStores({}, new Map(changed)), LIMITS);
    }
    const labels = ({ history }: At) => history.past.map(({ label }) => label);

    it.each([
      [
        'lacks a step',
        (name: string, value: object, key: string) =>
          name === 'steps' && key.includes(',1,') ? undefined : value,
        ['Step 3'],
      ],
      [
        'lacks its last step',
        (name: string, value: object, key: string) =>
          name === 'steps' && key.includes(',2,') ? undefined : value,
        [],
      ],
      ['lacks all', (name: string, value: object) => (name === 'steps' ? undefined : value), []],
      [
        'is named by a record that says nothing',
        (name: string, value: object) => (name === 'models' ? { ...value, history: { from: 'x' } } : value),
        [],
      ],
      [
        'has steps that are none',
        (name: string, value: object) =>
          name === 'steps'
            ? {
                ...value,
                piece: { path: [], from: 0, items: [{ label: 'x', diff: { of: 'model', changes: [7] } }] },
              }
            : value,
        [],
      ],
    ])('and %s harms nothing else', async (_, change, left) => {
      const { at, keeping } = await damaged(change);
      expect(at.model).toEqual(three.model);
      expect(labels(at)).toEqual(left);
      // What is done then is kept like anything else.
      await keeping.write(() => [kept(at)], false);
    });
  });
});
