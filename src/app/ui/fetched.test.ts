import { expect, test } from 'vitest';
import { drawFirst, fetchLater, painted } from './fetched.ts';

test('nothing is fetched while something is drawn first; then everything that was asked for', async () => {
  const asked: string[] = [];
  const part = (name: string) => async () => {
    asked.push(name);
    return name;
  };
  const before = fetchLater(part('before'));
  const drawn = drawFirst();
  const during = fetchLater(part('during'));
  for (let frame = 0; frame < 3; frame++) await painted();
  expect(asked).toEqual([]);
  drawn();
  expect(await Promise.all([before, during])).toEqual(['before', 'during']);
  expect(await fetchLater(part('after'))).toBe('after');
});

test('a drawing that is left lets go of what waited for it, whatever is drawn next', async () => {
  const [first, second] = [drawFirst(), drawFirst()];
  const part = fetchLater(async () => 'part');
  first();
  second();
  expect(await part).toBe('part');
});

test('parts that come due together are asked for in a task each, in the order of asking', async () => {
  const asked: string[] = [];
  const part = (name: string) => async () => {
    asked.push(name);
    await Promise.resolve();
    asked.push(`${name} in its task`);
  };
  const drawn = drawFirst();
  const parts = ['one', 'two', 'three'].map((name) => fetchLater(part(name)));
  await painted();
  drawn();
  await Promise.all(parts);
  expect(asked).toEqual(['one', 'one in its task', 'two', 'two in its task', 'three', 'three in its task']);
});
