import { describe, expect, it, test } from 'vitest';
import type { RefusalSaid } from '../words/index.ts';
import { refusalWords } from '../words/later.ts';
import { LIMITS, Refusal } from './places.ts';
import type { Reader, Sureness } from './port.ts';
import { HEAD_BYTES, readBy } from './read.ts';
import { sniffXml } from './xml/open.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const FILE_START = { line: 1, column: 1, path: '' };

describe('the format that is surest reads', () => {
  const said = (name: string, cause: 'wrong-root' | 'malformed'): RefusalSaid =>
    cause === 'malformed'
      ? { cause, params: { said: `${name} says no` } }
      : { cause, params: { what: 'other', root: `${name} says no` } };
  const reader = (name: string, sure: Sureness, refuses?: 'wrong-root' | 'malformed'): Reader<string> => ({
    extensions: [`.${name}`],
    sniff: () => sure,
    read: () => {
      if (refuses === undefined) return name;
      throw new Refusal({ ...said(name, refuses), place: FILE_START });
    },
  });
  const read = (readers: readonly Reader<string>[], name = '', text = 'x') => {
    const result = readBy(readers, encode(text), { name, expected: 'any' });
    return result.ok
      ? result.value
      : (/\w says no/.exec(refusalWords(result.error))?.[0] ?? refusalWords(result.error));
  };

  test.each<[string, readonly Reader<string>[], string, string]>([
    ['the surest', [reader('a', 'possible'), reader('b', 'certain'), reader('c', 'likely')], '', 'b'],
    ['not by its name', [reader('a', 'possible'), reader('b', 'likely')], 'x.a', 'b'],
    ['of equals the one of the name', [reader('a', 'likely'), reader('b', 'likely')], 'X.B', 'b'],
    ['of equals the first', [reader('a', 'likely'), reader('b', 'likely')], 'x.c', 'a'],
    ['never one that says no', [reader('a', 'no'), reader('b', 'possible')], 'x.a', 'b'],
    [
      "the next, when the file is another's",
      [reader('a', 'possible', 'wrong-root'), reader('b', 'possible')],
      '',
      'b',
    ],
    [
      'no other, when the file is damaged',
      [reader('a', 'possible', 'malformed'), reader('b', 'possible')],
      '',
      'a says no',
    ],
    [
      'no other, when it was certain',
      [reader('a', 'certain', 'wrong-root'), reader('b', 'possible')],
      '',
      'a says no',
    ],
    [
      'nobody: the first refusal is told',
      [reader('a', 'possible', 'wrong-root'), reader('b', 'possible', 'wrong-root')],
      '',
      'a says no',
    ],
  ])('%s', (_, readers, name, expected) => expect(read(readers, name)).toBe(expected));

  it('takes what is refused as strange when no format does', () => {
    const zip = 'PK\u0003\u0004';
    expect(read([reader('a', 'possible')], '', zip)).toBe('a');
    expect(read([reader('a', 'possible', 'wrong-root')], '', zip)).toMatch(/zip archive/);
    expect(read([], '', zip)).toMatch(/zip archive/);
  });

  it('tells faults of its own as they are', () => {
    const broken: Reader<string> = {
      ...reader('a', 'certain'),
      read: () => {
        throw new RangeError('a fault');
      },
    };
    expect(() => read([broken])).toThrow(RangeError);
  });

  it('asks nobody about a file that is empty or beyond the limits', () => {
    const never: Reader<string> = {
      ...reader('a', 'certain'),
      sniff: () => {
        throw new Error('asked');
      },
    };
    const limits = { ...LIMITS, bytes: 2 };
    expect(readBy([never], new Uint8Array(3), { name: '', expected: 'any', limits })).toMatchObject({
      error: { cause: 'too-large' },
    });
    expect(read([never], '', '')).toMatch(/empty/);
  });
});

describe('how sure a file is XML of a root', () => {
  const utf16 = (text: string) => Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0]));
  test.each<[string, Uint8Array, Sureness]>([
    ['the root', encode('<ThreatModel xmlns="x">'), 'certain'],
    ['an empty one', encode('<ThreatModel/>'), 'certain'],
    ['under a prefix', encode('<t:ThreatModel>'), 'certain'],
    [
      'behind a mark, a declaration and comments',
      encode('\uFEFF<?xml a?>\n<!-- <b> -->\t<ThreatModel>'),
      'certain',
    ],
    ['UTF-16', utf16('\u00FF<ThreatModel>').subarray(2), 'certain'],
    ['another root', encode('<KnowledgeBase>'), 'possible'],
    ['a name that only begins so', encode('<ThreatModelling>'), 'possible'],
    ['a comment that does not end here', encode(`<!--${' '.repeat(HEAD_BYTES)}`), 'possible'],
    ['a document type', encode('<!DOCTYPE a><ThreatModel>'), 'possible'],
    ['nothing but space in sight', encode('   '), 'possible'],
    ['text before the root', encode('x<ThreatModel>'), 'no'],
    ['JSON', encode('{"a": "<ThreatModel>"}'), 'no'],
    ['nothing', new Uint8Array(), 'no'],
  ])('%s', (_, head, sure) => expect(sniffXml(head, 'ThreatModel')).toBe(sure));
});
