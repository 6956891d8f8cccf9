import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../base/index.ts';
import { writeModel, writeTemplate } from '../codec/index.ts';
import { checkInvariants, type Model } from '../document/index.ts';
import { testTemplate } from '../document/testing/template.ts';
import {
  diffModels,
  diffTemplates,
  invert,
  mergeModels,
  mergeTemplates,
  patchModel,
  patchTemplate,
  resolve,
} from './index.ts';
import { choices, disturbed, disturbedTemplate, edited, populated } from './testing/random-models.ts';

const first = deepFreeze(populated());

/** Two documents that may differ in anything: by commands, and by what only hostile files have. */
const anyModel = fc
  .tuple(choices(8), choices(6))
  .map(([commands, disturbances]) => deepFreeze(disturbed(edited(first, commands, 1000), disturbances)));
const anyTemplate = choices(8).map((list) =>
  deepFreeze(list.reduce((template, { a, b, c }) => disturbedTemplate(template, a, b, c), testTemplate)),
);
/** Three that the commands made, as people have them: both sides come from the first. */
const threeModels = fc
  .tuple(choices(4), choices(8), choices(8))
  .map(([before, left, right]): readonly [Model, Model, Model] => {
    const base = deepFreeze(edited(first, before, 1000));
    return [base, deepFreeze(edited(base, left, 2000)), deepFreeze(edited(base, right, 3000))];
  });
const threeTemplates = fc.tuple(anyTemplate, choices(5), choices(5)).map(([base, left, right]) => {
  const from = (list: typeof left) =>
    deepFreeze(list.reduce((template, { a, b, c }) => disturbedTemplate(template, a, b, c), base));
  return [base, from(left), from(right)] as const;
});

const bytes = (model: Model): string => Buffer.from(writeModel(model)).toString('base64');

describe('differences', () => {
  it('of a model lead to the other one to the byte, as JSON too, and back', () => {
    fc.assert(
      fc.property(anyModel, anyModel, (before, after) => {
        const diff = diffModels(before, after);
        const sent: typeof diff = JSON.parse(JSON.stringify(diff));
        expect(patchModel(before, sent)).toEqual(after);
        expect(bytes(patchModel(before, diff)) === bytes(after)).toBe(true);
        expect(patchModel(after, invert(diff))).toEqual(before);
        expect(bytes(patchModel(after, invert(sent))) === bytes(before)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('of a template lead to the other one to the byte and back', () => {
    fc.assert(
      fc.property(anyTemplate, anyTemplate, (before, after) => {
        const diff = diffTemplates(before, after);
        expect(patchTemplate(before, diff)).toEqual(after);
        expect(Buffer.compare(writeTemplate(patchTemplate(before, diff)), writeTemplate(after))).toBe(0);
        expect(patchTemplate(after, invert(diff))).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('of a document and itself, or a copy of it, are none', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        expect(diffModels(model, model).changes).toEqual([]);
        expect(diffModels(model, structuredClone(model)).changes).toEqual([]);
        expect(patchModel(model, diffModels(model, structuredClone(model)))).toBe(model);
      }),
      { numRuns: 50 },
    );
  });
});

describe('merges', () => {
  it('with a side that did not change are the other side', () => {
    fc.assert(
      fc.property(anyModel, anyModel, (base, other) => {
        const copy = structuredClone(base);
        expect(mergeModels(base, other, copy)).toMatchObject({ document: other, conflicts: [] });
        expect(mergeModels(base, copy, other)).toMatchObject({ document: other, conflicts: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('of models keep the invariants, whatever is chosen', () => {
    fc.assert(
      fc.property(threeModels, ([base, ours, theirs]) => {
        const merge = mergeModels(base, ours, theirs);
        expect(checkInvariants(merge.document)).toEqual([]);
        const chosen = Object.fromEntries(merge.conflicts.map(({ id }) => [id, 'theirs' as const]));
        expect(checkInvariants(resolve(merge, chosen).document)).toEqual([]);
        expect(checkInvariants(mergeModels(base, ours, theirs, { prefer: 'theirs' }).document)).toEqual([]);
        expect(merge.document.notes.map(({ id }) => id)).toEqual(merge.document.notes.map((_, at) => at + 1));
        expect(new Set(merge.conflicts.map(({ id }) => id)).size).toBe(merge.conflicts.length);
      }),
      { numRuns: 150 },
    );
  });

  it('of models are the same from both sides but for conflicts', () => {
    fc.assert(
      fc.property(threeModels, ([base, ours, theirs]) => {
        const one = mergeModels(base, ours, theirs);
        const other = mergeModels(base, theirs, ours, { prefer: 'theirs' });
        expect(bytes(one.document) === bytes(other.document)).toBe(true);
        const mirrored = other.conflicts.map(({ ours: left, theirs: right, taken, ...rest }) => ({
          ...rest,
          ...(right === undefined ? {} : { ours: right }),
          ...(left === undefined ? {} : { theirs: left }),
          taken: taken === 'ours' ? 'theirs' : 'ours',
        }));
        const byId = (list: readonly { readonly id: string }[]) =>
          list.toSorted((left, right) => (left.id < right.id ? -1 : 1));
        expect(byId(mirrored)).toEqual(byId(one.conflicts));
        if (one.conflicts.length === 0) {
          expect(mergeModels(base, theirs, ours).document).toEqual(one.document);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('of anything end, from both sides alike', () => {
    fc.assert(
      fc.property(anyModel, anyModel, anyModel, (base, ours, theirs) => {
        const one = mergeModels(base, ours, theirs);
        const other = mergeModels(base, theirs, ours, { prefer: 'theirs' });
        expect(bytes(one.document) === bytes(other.document)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('of templates are the same from both sides but for conflicts, and one side with itself is that side', () => {
    fc.assert(
      fc.property(threeTemplates, ([base, ours, theirs]) => {
        const one = mergeTemplates(base, ours, theirs);
        expect(mergeTemplates(base, theirs, ours, { prefer: 'theirs' }).document).toEqual(one.document);
        if (one.conflicts.length === 0) {
          expect(mergeTemplates(base, theirs, ours).document).toEqual(one.document);
        }
        expect(mergeTemplates(base, ours, base).document).toBe(ours);
        expect(mergeTemplates(base, ours, structuredClone(ours)).document).toEqual(ours);
      }),
      { numRuns: 150 },
    );
  });
});
