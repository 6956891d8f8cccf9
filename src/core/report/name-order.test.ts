import { describe, expect, it } from 'vitest';
import { compareNames } from './name-order.ts';

describe('compareNames', () => {
  it.each([
    ['query \r\nor write', 'query & config'],
    ['query\nor write', 'query & config'],
    ['query & config', 'query or read'],
    ['a\tb', 'a b'],
    ['a\r\nb', 'a b'],
    ['a b', 'a\u00a0c'],
    ['a b', 'ab'],
    [' b', 'a'],
    ['a&b', 'a_b'],
    ['a_b', 'a<b'],
    ['a<b', 'a1'],
    ['a1', 'ab'],
    ['gRPC OTEL', 'HTTP'],
    ['coop', 'co-op'],
    ['co-op', 'coops'],
    ['bill', "b'ill"],
    ['resume', 'résumé'],
  ])('%j before %j', (first, second) => {
    expect(compareNames(first, second)).toBeLessThan(0);
    expect(compareNames(second, first)).toBeGreaterThan(0);
  });

  it.each([
    ['HTTP', 'http'],
    ['', ''],
    ['co-op', 'CO-OP'],
  ])('%j is the same as %j', (first, second) => {
    expect(compareNames(first, second)).toBe(0);
  });
});
