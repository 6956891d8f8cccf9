import { expect, it } from 'vitest';
import { BETWEEN, workPace } from './work-pace.ts';

/** A clock that runs when it is told to. */
function clock() {
  let now = 0;
  const due = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    after: (milliseconds: number, run: () => void) => {
      const timer = { at: now + milliseconds, run };
      due.add(timer);
      return () => void due.delete(timer);
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
      for (const timer of due)
        if (timer.at <= now) {
          due.delete(timer);
          timer.run();
        }
    },
  };
}

it('work is kept ten minutes after its first edit, and no sooner for a later one', () => {
  const { after, pass } = clock();
  const kept: string[] = [];
  const pace = workPace((tab) => kept.push(tab), { after });
  for (let minute = 0; minute < 25; minute++) {
    pace.edited('a');
    pass(BETWEEN / 10);
  }
  expect(kept).toEqual(['a', 'a']);
});

it('a save begins anew, and nothing is kept while nobody works', () => {
  const { after, pass } = clock();
  const kept: string[] = [];
  const pace = workPace((tab) => kept.push(tab), { after });
  pace.edited('a');
  pace.edited('b');
  pass(BETWEEN / 2);
  pace.kept('a');
  pass(BETWEEN);
  expect(kept).toEqual(['b']);
  pace.edited('a');
  pass(BETWEEN);
  pass(3 * BETWEEN);
  expect(kept).toEqual(['b', 'a']);
});
