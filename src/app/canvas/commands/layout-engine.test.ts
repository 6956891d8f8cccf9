import { expect, it, vi } from 'vitest';
import { layoutEngine } from './layout-engine.ts';

const made = vi.hoisted(() => ({ engines: 0 }));
vi.mock('elkjs/lib/elk-worker.min.js?url', () => ({ default: 'worker.js' }));
vi.mock('elkjs/lib/elk-api.js', () => ({
  default: class {
    readonly number = ++made.engines;
    layout = (graph: object) =>
      this.number === 1 ? Promise.reject(new Error('the worker is gone')) : Promise.resolve(graph);
  },
}));

it('is another one after a layout that failed, and stays after one that did not', async () => {
  const graph = { id: 'root' };
  const first = await layoutEngine();
  await expect(first(graph)).rejects.toThrow('the worker is gone');
  const second = await layoutEngine();
  expect(await second(graph)).toEqual(graph);
  expect(await layoutEngine()).toBe(second);
  expect(made.engines).toBe(2);
});
