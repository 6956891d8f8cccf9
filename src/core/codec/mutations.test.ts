import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalWords } from '../words/index.ts';
import { readModel, readTemplate, writeModel, writeTemplate } from './index.ts';
import { modelFile } from './testing/every-construct.ts';
import { templateFile } from './testing/every-construct-template.ts';
import { SERIALIZATION, XMLNS } from './xml/names.ts';

/** The law of saving: what was read is written, and read as the same, whatever the file that it came from. */

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Elements without elements inside, and attributes: what hands and scripts take away, double, move and spoil. */
const PARTS = / [\w:]+="[^"]*"|<(\w[\w:]*)(?: [^<>]*)?(?:\/>|>[^<>]*<\/\1>)/g;

interface Part {
  readonly at: number;
  readonly text: string;
}

const partsOf = (file: string): readonly Part[] =>
  [...file.matchAll(PARTS)].map(({ 0: text, index }) => ({ at: index, text }));

const change = fc.record({
  which: fc.nat(),
  how: fc.constantFrom('drop', 'double', 'swap', 'twin', 'spoil', 'wrap'),
  by: fc.integer({ min: 1, max: 3 }),
  text: fc.constantFrom('', ' ', 'x', '1', '7,5', '-0', 'true', 'a:b', '&#xB;', '\uFDD0', '\r\n'),
});

function mutated(
  file: string,
  changes: readonly (typeof change extends fc.Arbitrary<infer C> ? C : never)[],
) {
  let text = file;
  for (const { which, how, by, text: other } of changes) {
    const parts = partsOf(text);
    const index = which % parts.length;
    const part = parts[index];
    // Attributes stay in their tags.
    const later = parts
      .slice(index + 1)
      .filter((next) => next.text.startsWith('<') === part?.text.startsWith('<'))[by - 1];
    if (part === undefined || later === undefined) continue;
    const spoilt = part.text.replace(/(["'>])[^"'<>]*((?:["']|<\/[\w:]+>))$/, `$1${other}$2`);
    const swap = (first: string, second: string): string =>
      text.slice(0, part.at) +
      first +
      text.slice(part.at + part.text.length, later.at) +
      second +
      text.slice(later.at + later.text.length);
    const edited: Readonly<Record<typeof how, () => string>> = {
      drop: () => swap('', later.text),
      double: () => swap(part.text + spoilt, later.text),
      swap: () => swap(later.text, part.text),
      twin: () => swap(part.text, later.text + spoilt),
      spoil: () => swap(spoilt, later.text),
      wrap: () =>
        swap(part.text.startsWith('<') ? `<q:F xmlns:q="urn:q">${part.text}</q:F>` : '', later.text),
    };
    text = edited[how]();
  }
  return text;
}

const has = (item: unknown, name: string): item is object => item instanceof Object && name in item;
const anchorOf = (item: unknown): string => (has(item, 'after') ? String(Reflect.get(item, 'after')) : '');
/** Declarations and the numbers of objects are the writer's to give. */
const isWriters = (item: unknown): boolean =>
  has(item, 'namespace') && [XMLNS, SERIALIZATION].includes(String(Reflect.get(item, 'namespace')));

/** What a document says: what is carried behind different members may be told in any order. */
const meant = (document: unknown): unknown =>
  JSON.parse(
    JSON.stringify(document, (_, value: unknown) => {
      if (!Array.isArray(value)) return value;
      const kept = value.filter((item: unknown) => !isWriters(item));
      return kept.every((item) => has(item, 'after'))
        ? kept.toSorted((a, b) => anchorOf(a).localeCompare(anchorOf(b)))
        : kept;
    }),
  );

const changes = fc.array(change, { minLength: 1, maxLength: 5 });
const small = modelFile('G7').replace(/(<a:ImageSource>)[^<]{100,}/g, '$1');
/** Set to look for more: `SEED=3 RUNS=5000`. */
const RUNS = Number(process.env['RUNS'] ?? 120);
const SEED = Number(process.env['SEED'] ?? 10);

describe('files that were changed anyhow', () => {
  it('a model that was read is written and read as the same', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const read = readModel(encode(mutated(small, list)));
        if (!read.ok) return;
        const written = writeModel(read.value.model);
        const again = readModel(written);
        if (!again.ok) throw new Error(refusalWords(again.error));
        expect(meant(again.value.model)).toEqual(meant(read.value.model));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('a template that was read is written and read as the same', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const read = readTemplate(encode(mutated(templateFile(), list)));
        if (!read.ok) return;
        const written = writeTemplate(read.value.template);
        const again = readTemplate(written);
        if (!again.ok) throw new Error(refusalWords(again.error));
        expect(meant(again.value.template)).toEqual(meant(read.value.template));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
