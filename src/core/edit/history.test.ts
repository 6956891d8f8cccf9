import { describe, expect, it } from 'vitest';
import type { Model } from '../document/index.ts';
import {
  emptyHistory,
  formatDateTime,
  HISTORY_LIMIT,
  type History,
  record,
  redo,
  redoLabel,
  seal,
  setInformation,
  undo,
  undoLabel,
} from './index.ts';
import { scene, shapes } from './testing/scene.ts';

const a = scene;
const b = setInformation(a, 'owner', 'b');
const c = setInformation(a, 'owner', 'c');

describe('history', () => {
  it('gives back the very documents, with their labels', () => {
    const history = record(record(emptyHistory, 'to b', a, b), 'to c', b, c);
    expect([undoLabel(history), redoLabel(history)]).toEqual(['to c', null]);
    const one = undo(history);
    expect(one?.value).toBe(b);
    expect(one?.label).toBe('to c');
    const two = one && undo(one.history);
    expect(two?.value).toBe(a);
    expect(two && undo(two.history)).toBeNull();
    const again = two && redo(two.history);
    expect(again?.value).toBe(b);
    expect(again && redo(again.history)?.value).toBe(c);
    expect(redo(history)).toBeNull();
  });

  it('forgets what was undone when something new is done', () => {
    const undone = undo(record(emptyHistory, 'to b', a, b));
    const history = record(undone?.history ?? emptyHistory, 'to c', a, c);
    expect(redoLabel(history)).toBeNull();
    expect(history.past).toHaveLength(1);
  });

  it('records nothing when nothing changed', () => {
    expect(record(emptyHistory, 'nothing', a, a)).toBe(emptyHistory);
  });

  it('merges steps with one key that follow each other', () => {
    const merged = record(record(emptyHistory, 'type', a, b, 'name'), 'type', b, c, 'name');
    expect(merged.past).toHaveLength(1);
    expect(undo(merged)?.value).toBe(a);
    // Typed and taken back: no step remains.
    expect(record(record(emptyHistory, 'type', a, b, 'name'), 'type', b, a, 'name').past).toEqual([]);
  });

  it.each<readonly [string, ReturnType<typeof record>]>([
    ['another key', record(record(emptyHistory, 'x', a, b, 'one'), 'x', b, c, 'two')],
    ['no key', record(record(emptyHistory, 'x', a, b), 'x', b, c)],
    ['a gap', record(record(emptyHistory, 'x', a, b, 'one'), 'x', scene, c, 'one')],
    ['a sealed step', record(seal(record(emptyHistory, 'x', a, b, 'one')), 'x', b, c, 'one')],
  ])('does not merge over %s', (_, history) => {
    expect(history.past).toHaveLength(2);
  });

  it('does not merge into what was just undone to', () => {
    const undone = undo(record(record(emptyHistory, 'x', a, b, 'k'), 'y', b, c));
    expect(record(undone?.history ?? emptyHistory, 'x', b, c, 'k').past).toHaveLength(2);
  });

  it('tells what was selected before and after the step, over merged ones too', () => {
    const [one, two] = [shapes.person.id, shapes.server.id];
    const first = record(emptyHistory, 'x', a, b, 'k', { before: [], after: [one] });
    const merged = record(first, 'x', b, c, 'k', { before: [one], after: [two] });
    const undone = undo(merged);
    expect(undone?.selected).toEqual([]);
    expect(undone && redo(undone.history)?.selected).toEqual([two]);
    expect(undo(record(emptyHistory, 'x', a, b))?.selected).toBeUndefined();
  });

  it('keeps no more than its limit', () => {
    let history: History<Model, never> = emptyHistory;
    for (let step = 0; step < HISTORY_LIMIT + 5; step++) {
      history = record(history, String(step), step % 2 === 0 ? a : b, step % 2 === 0 ? b : a);
    }
    expect(history.past).toHaveLength(HISTORY_LIMIT);
    expect(history.past[0]?.label).toBe('5');
  });
});

describe('formatDateTime', () => {
  it.each([
    [0, 0, '1970-01-01T00:00:00+00:00'],
    [1_715_000_000_033, 120, '2024-05-06T14:53:20.033+02:00'],
    [1_715_000_000_500, -330, '2024-05-06T07:23:20.5-05:30'],
    [1_715_000_000_070, 345, '2024-05-06T18:38:20.07+05:45'],
    [-1, 0, '1969-12-31T23:59:59.999+00:00'],
  ])('%d at %d minutes is %s', (ms, offset, wanted) => {
    expect(formatDateTime(ms, offset)).toBe(wanted);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e17])('refuses %d', (ms) => {
    expect(() => formatDateTime(ms, 0)).toThrow(RangeError);
  });
});
