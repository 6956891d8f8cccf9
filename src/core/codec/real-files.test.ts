import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../document/index.ts';
import { regenerate } from '../engine/index.ts';
import { refusalWords } from '../words/later.ts';
import { fidelityOf, readFile, writeModel, writeTemplate } from './index.ts';
import { unreadable } from './registry.ts';
import { bytesOf, encode, model, ROOT, SAMPLE, same } from './testing/files.ts';

describe('fuzzing', () => {
  it('random texts in the documents come back as they were', () => {
    const original = model(encode(SAMPLE.replace(/(<a:ImageSource>)[^<]*/g, '$1'))).model;
    const text = fc
      .string({ unit: 'binary', maxLength: 60 })
      .filter((value) => !/[\uD800-\uDFFF\uFDD0-\uFDEF]/.test(value));
    fc.assert(
      fc.property(text, text, fc.integer({ min: -2147483648, max: 2147483647 }), (owner, note, id) => {
        const odd: Model = {
          ...original,
          information: { ...original.information, owner },
          notes: [{ id, message: note, date: '2026-01-02T03:04:05', addedBy: owner }],
        };
        const read = model(writeModel(odd));
        expect(read.model.information.owner).toBe(owner);
        expect(read.model.notes).toEqual(odd.notes);
        expect(fidelityOf(read)).toBe('exact');
      }),
      { numRuns: 25 },
    );
  });

  it('mutated files end in a document or in an error with a place', () => {
    const bytes = encode(SAMPLE.replace(/<a:ImageSource>[^<]*/g, '<a:ImageSource>'));
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.option(fc.nat(bytes.length)),
        (changes, cut) => {
          const mutated = bytes.slice(0, cut ?? bytes.length);
          for (const { at, byte } of changes) if (at < mutated.length) mutated[at] = byte;
          const read = readFile(mutated);
          if (read.ok) expect(read.value.bytes).toBe(mutated);
          else expect(read.error.place.line).toBeGreaterThan(0);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('random bytes are refused with a place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const read = readFile(bytes);
        expect(!read.ok && read.error.place.line).toBeGreaterThan(0);
      }),
    );
  });
});

const SHARED = path.join(ROOT, '..', 'shared');
const files = (folder: string): string[] =>
  existsSync(path.join(SHARED, folder))
    ? readdirSync(path.join(SHARED, folder))
        .filter((name) => /\.t[mb]7$/.test(name))
        .map((name) => path.join(SHARED, folder, name))
    : [];
const hasCorpus = existsSync(path.join(SHARED, 'corpus'));
if (!hasCorpus) console.warn(`SKIPPED: byte identity on real files, because ${SHARED}/corpus is not there`);

describe.runIf(hasCorpus)('real files', () => {
  const tools = [...files('corpus/models'), ...files('seed')];
  it.each(tools.filter((file) => file.endsWith('.tm7')))('%s is written byte for byte', (file) => {
    const read = model(bytesOf(file));
    expect(fidelityOf(read)).toBe('exact');
    expect(read.warnings).toEqual([]);
  });

  it.each([...tools, ...files('corpus/templates'), ...files('corpus/other-writers')])(
    '%s keeps its bytes',
    (file) => {
      const read = readFile(bytesOf(file));
      expect(read.ok && same(read.value.bytes, bytesOf(file))).toBe(true);
    },
  );

  it.each([
    ...tools,
    ...['templates', 'other-writers', 'cases', 'broken'].flatMap((folder) => files(`corpus/${folder}`)),
  ])('%s, written by the rules, reads back as the same document', (file) => {
    const read = readFile(bytesOf(file));
    if (!read.ok) return;
    const opened = read.value;
    if (opened.format === 'tb7') {
      expect(unreadable(writeTemplate(opened.template), opened.template)).toBeNull();
      return;
    }
    const { model: document } = opened;
    expect(unreadable(writeModel(document), document)).toBeNull();
    expect(unreadable(writeTemplate(document.template), document.template)).toBeNull();
    const edit = regenerate(document);
    expect(unreadable(writeModel(edit), edit)).toBeNull();
  });

  it.each(files('corpus/other-writers'))('%s opens with warnings that say a place', (file) => {
    const { warnings } = model(bytesOf(file));
    expect(warnings.length).toBeGreaterThan(0);
    for (const warning of warnings) expect(warning.place?.line).toBeGreaterThan(0);
  });

  it.each(files('corpus/broken'))('%s is refused or opened with warnings', (file) => {
    const read = readFile(bytesOf(file));
    expect(read.ok ? read.value.warnings.length : refusalWords(read.error).length).toBeGreaterThan(0);
  });
});
