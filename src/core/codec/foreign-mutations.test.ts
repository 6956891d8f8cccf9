import { expect, test } from 'vitest';
import { checkInvariants } from '../document/index.ts';
import { refusalWords } from '../words/later.ts';
import { buildModel, EXPORTS, idsOf, planDraft, readForeign } from './index.ts';
import { encode, model, SAMPLE } from './testing/files.ts';
import { stride } from './testing/foreign.ts';
import { changed, randomChange } from './testing/fuzz/mutations.ts';
import { randomFrom } from './testing/fuzz/random.ts';

const sample = model(encode(SAMPLE)).model;
const small = { ...sample, threats: sample.threats.slice(0, 3) };
const TIMES = 40;

test.each(EXPORTS.filter(({ can }) => can.reads))(
  'a file of $label that was changed anywhere is read or refused with a reason, never more',
  ({ write }) => {
    const text = Buffer.from(write(small).bytes).toString('latin1');
    let read = 0;
    for (let seed = 0; seed < TIMES; seed++) {
      const random = randomFrom(seed);
      const odd = changed(text, randomChange(random));
      const found = readForeign(new Uint8Array(Buffer.from(odd, 'latin1')));
      if (!found.ok) {
        expect(refusalWords(found.error)).not.toBe('');
        expect(found.error.place.line).toBeGreaterThan(0);
        continue;
      }
      read += 1;
      const { draft, format } = found.value;
      const { model } = buildModel(draft, planDraft(draft, stride), stride, idsOf(format));
      expect(checkInvariants(model)).toEqual([]);
    }
    expect(read).toBeGreaterThan(0);
  },
);
