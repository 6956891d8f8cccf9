import { expect, it } from 'vitest';
import { byTime, isLaterTime, NEVER } from './index.ts';

it.each([
  ['2026-01-02T03:00:00+00:00', '2026-01-02T02:00:00+00:00', true],
  ['2026-01-02T03:00:00+02:00', '2026-01-02T02:00:00+00:00', false],
  ['2026-01-02T00:30:00-08:00', '2026-01-02T08:00:00.1234567+00:00', true],
  ['2026-01-02T03:00:00', '2026-01-02T02:59:00Z', true],
  ['2026-01-02T03:00:00', '2026-01-02T03:00:00Z', false],
  ['2026-01-02T03:00:00', NEVER, true],
  ['yesterday', NEVER, true],
  ['yesterday', '0002-01-01T00:00:00Z', false],
  ['yesterday', 'tomorrow', false],
  [NEVER, NEVER, false],
])('%s is later than %s: %s', (one, other, later) => {
  expect(isLaterTime(one, other)).toBe(later);
  if (later) expect([byTime(one, other), byTime(other, one)]).toEqual([1, -1]);
  if (later) expect(isLaterTime(other, one)).toBe(false);
});
