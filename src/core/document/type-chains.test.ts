import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementTypes, lineKindOf, representationOf, shapeKindOf, typeChain, work } from './queries.ts';
import type { Template } from './template.ts';
import { elementType, testTemplate } from './testing/template.ts';

/** What a chain of ancestors says, type by type. */
const plainly = (template: Template): readonly string[] =>
  [...elementTypes(template).values()].map(
    ({ id, representation }) =>
      typeChain(template, id).find((type) => type.representation !== 'Inherited')?.representation ??
      representation,
  );

const shown = (template: Template): readonly string[] =>
  [...elementTypes(template).values()].map((type) => representationOf(template, type));

/** `count` types, each below the one before it and the first below `parent`. */
const chained = (count: number, parent: string): Template => ({
  ...testTemplate,
  standardElements: Array.from({ length: count }, (_, n) =>
    elementType(`t${n}`, n === 0 ? parent : `t${n - 1}`, 'Inherited'),
  ),
});

describe('how types are drawn', () => {
  it('is what the nearest ancestor says that says it, wherever chains lead', () => {
    const type = fc.tuple(
      fc.nat(9),
      fc.constantFrom('Inherited', 'Inherited', 'Inherited', 'Line', 'Ellipse'),
    );
    fc.assert(
      fc.property(fc.array(type, { minLength: 1, maxLength: 8 }), (types) => {
        const standardElements = types.map(([parent, drawn], n) => elementType(`T${n}`, `t${parent}`, drawn));
        const template = { ...testTemplate, standardElements };
        expect(shown(template)).toEqual(plainly(template));
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  it('is heard of two hundred types, in whatever order they are asked', () => {
    const down = chained(210, 'round');
    const up = { ...down, standardElements: down.standardElements.toReversed() };
    expect(shown(down)).toEqual(plainly(down));
    expect(shown(up)).toEqual(plainly(up));
    expect(shown(down).filter((drawn) => drawn === 'Inherited')).toHaveLength(11);
  });

  it('is looked up once for each type of a long chain', () => {
    const template = chained(20_000, 'flow');
    work.chained = 0;
    for (const { id } of template.standardElements.toReversed()) {
      shapeKindOf(template, id);
      lineKindOf(template, id);
    }
    expect(work.chained).toBeLessThanOrEqual(20_001);
  });
});
