import { expect, test } from 'vitest';
import { FOREIGN_FORMATS } from './index.ts';
import { foreignBases } from './testing/fuzz/inputs.ts';
import { randomChange } from './testing/fuzz/mutations.ts';
import { randomFrom } from './testing/fuzz/random.ts';

const TIMES = 40;
const BASES = foreignBases();

test.each(FOREIGN_FORMATS.filter(({ can }) => can.reads))(
  'there is a file of $label to change',
  ({ label }) => {
    expect(BASES.filter(({ name }) => name.startsWith(label))).not.toEqual([]);
  },
);

test.each(BASES)(
  'a file that was changed anywhere is read or refused with a reason, never more: $name',
  ({ text, judged, changed }) => {
    expect(judged(text)).toEqual({ read: true, fault: undefined });
    let read = 0;
    for (let seed = 0; seed < TIMES; seed++) {
      const verdict = judged(changed(text, randomChange(randomFrom(seed))));
      expect([seed, verdict.fault]).toEqual([seed, undefined]);
      if (verdict.read) read += 1;
    }
    expect(read).toBeGreaterThan(0);
  },
);
