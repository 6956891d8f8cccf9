import { describe, expect, it } from 'vitest';
import { fidelityOf, readModel, writeModel } from './index.ts';
import { modelFile } from './testing/every-construct.ts';
import { decode, encode, model } from './testing/files.ts';
import { Prefixes } from './tm7/prefixes.ts';

describe('prefixes', () => {
  it('are the first letters that stand for nothing, and are free again behind their element', () => {
    const prefixes = new Prefixes();
    prefixes.bind('b', 'urn:b');
    const before = prefixes.mark();
    const given = Array.from({ length: 30 }, (_, n) => {
      const letter = prefixes.freeLetter();
      prefixes.bind(letter, `urn:${n}`);
      return letter;
    });
    expect(given.slice(0, 3)).toEqual(['a', 'c', 'd']);
    expect(given.slice(24, 27)).toEqual(['z', 'a1', 'b1']);
    prefixes.backTo(before);
    expect(prefixes.uriOf('a')).toBeUndefined();
    expect(prefixes.uriOf('b')).toBe('urn:b');
    expect(prefixes.freeLetter()).toBe('a');
  });

  it('stand for what the innermost element says', () => {
    const prefixes = new Prefixes();
    prefixes.bind('a', 'urn:a');
    const before = prefixes.mark();
    prefixes.bind('a', 'urn:b');
    expect(prefixes.prefixOf('urn:a', true)).toBeUndefined();
    expect(prefixes.prefixOf('urn:b', true)).toBe('a');
    prefixes.backTo(before);
    expect(prefixes.prefixOf('urn:a', false)).toBe('a');
    prefixes.bind('', 'urn:c');
    expect([prefixes.prefixOf('urn:c', true), prefixes.prefixOf('urn:c', false)]).toEqual(['', undefined]);
  });

  it('of twenty thousand namespaces are written and read again', () => {
    const count = 20_000;
    const attributes = Array.from({ length: count }, (_, n) => ` xmlns:n${n}="urn:${n}" n${n}:x="${n}"`).join(
      '',
    );
    const file = modelFile('G7').replace('<Version>', `<Future${attributes}/><Version>`);
    const written = writeModel(model(encode(file)).model);
    expect(decode(written).match(/:x="\d/g)).toHaveLength(count);
    const again = readModel(written);
    expect(again.ok && fidelityOf(again.value)).toBe('exact');
  });
});
