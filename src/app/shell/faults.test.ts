import { describe, expect, it, test } from 'vitest';
import { faultList, faultText } from './faults.ts';

describe('what is told as a fault', () => {
  test.each([
    [new DOMException('The user aborted a request.', 'AbortError')],
    [new Error('ResizeObserver loop completed with undelivered notifications.')],
    ['ResizeObserver loop limit exceeded'],
  ])('%s is none', (thrown) => expect(faultText(thrown)).toBeNull());

  it('is what was thrown, with the place, whatever it is', () => {
    expect(faultText(new TypeError('x is null'))).toMatch(/^TypeError: x is null\n\s+at /);
    expect(faultText(new DOMException('No room', 'QuotaExceededError'))).toContain('No room');
    expect(faultText('refused')).toBe('refused');
    expect(faultText(undefined)).toBe('undefined');
    // As some browsers write it.
    const bare = Object.assign(new Error('x is null'), { stack: 'move@canvas.js:1:2' });
    expect(faultText(bare)).toBe('x is null\nmove@canvas.js:1:2');
  });
});

describe('the list of faults', () => {
  it('has each once, in order', () => {
    const gather = faultList();
    expect(gather('one')).toEqual(['one']);
    expect(gather('one')).toBeNull();
    expect(gather('two')).toEqual(['one', 'two']);
  });

  it('ends, where something fails anew without end', () => {
    const gather = faultList();
    const told = Array.from({ length: 1000 }, (_, n) => gather(`fault ${n}`)).filter((list) => list !== null);
    expect(told).toHaveLength(20);
  });
});
