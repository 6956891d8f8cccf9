import { expect, it } from 'vitest';
import { seldom } from './index.ts';

it('tells ten times a second at most', () => {
  let time = 0;
  const told: number[] = [];
  const tell = seldom(
    (share) => told.push(share),
    () => time,
  );
  for (time = 0; time <= 1000; time += 10) tell(time / 1000);
  expect(told).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
});
