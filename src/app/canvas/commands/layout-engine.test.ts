import { beforeEach, expect, it, vi } from 'vitest';
import { layoutEngine } from './layout-engine.ts';

type Layout = (graph: { readonly id: string }) => Promise<object>;
const made = vi.hoisted(() => ({
  engines: 0,
  stopped: [] as number[],
  asked: [] as string[],
  layout: null as Layout | null,
  workers: [] as EventTarget[],
}));
vi.stubGlobal(
  'Worker',
  class extends EventTarget {
    constructor() {
      super();
      made.workers.push(this);
    }
  },
);
vi.mock('elkjs/lib/elk-worker.min.js?url', () => ({ default: 'worker.js' }));
vi.mock('elkjs/lib/elk-api.js', () => ({
  default: class {
    readonly number = ++made.engines;
    layout = (graph: { readonly id: string }) => {
      made.asked.push(graph.id);
      return made.layout?.(graph) ?? Promise.resolve(graph);
    };
    terminateWorker = () => made.stopped.push(this.number);
  },
}));

beforeEach(() => Object.assign(made, { asked: [], layout: null }));

it('is another one after a layout that failed, and stays after one that did not', async () => {
  made.layout = () => Promise.reject(new Error('the worker is gone'));
  await expect((await layoutEngine())({ id: 'a' })).rejects.toThrow('the worker is gone');
  const failed = made.engines;
  made.layout = null;
  for (const id of ['b', 'c']) expect(await (await layoutEngine())({ id })).toEqual({ id });
  expect([made.engines, made.stopped]).toEqual([failed + 1, [failed]]);
});

it('stops a layout that nobody wants any longer, begins none that waits, and goes on with what is wanted', async () => {
  let isWanted = true;
  made.layout = ({ id }) => (id === 'long' ? new Promise(() => undefined) : Promise.resolve({ id }));
  const left = await layoutEngine(() => isWanted);
  const all = Promise.allSettled([left({ id: 'long' }), left({ id: 'waits' })]);
  const other = (await layoutEngine())({ id: 'other' });
  await vi.waitFor(() => expect(made.asked).toEqual(['long']));
  const before = made.engines;
  isWanted = false;
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await other).toEqual({ id: 'other' });
  expect(made.asked).toEqual(['long', 'other']);
  expect([made.stopped.at(-1), made.engines]).toEqual([before, before + 1]);
});

it('tells who waits that the worker itself failed, and is another one after it', async () => {
  made.layout = () => new Promise(() => undefined);
  const asked = (await layoutEngine())({ id: 'never' });
  await vi.waitFor(() => expect(made.asked).toEqual(['never']));
  const before = made.engines;
  made.workers.at(-1)?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  await expect(asked).rejects.toThrow('out of memory');
  made.layout = null;
  expect(await (await layoutEngine())({ id: 'b' })).toEqual({ id: 'b' });
  expect(made.engines).toBe(before + 1);
});
