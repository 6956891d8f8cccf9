import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../filters/index.ts';
import { parseFilter } from '../filters/index.ts';
import { evaluate } from './evaluate.ts';
import { interactionsOf } from './index.ts';
import { LONG, longFilter } from './long-filter.ts';
import { small, templateWith } from './testing/small.ts';

const ATOMS = [
  "source is 'server'",
  "source is 'ROUND'",
  "source is 'ROOT'",
  "source is 'spaceship'",
  "target is 'store'",
  "target is 'worker'",
  "flow is 'flow'",
  "target.encrypted is 'No'",
  "target.Encrypted is 'no'",
  "target.encrypted is 'Yes'",
  "source.encrypted is 'No'",
  "flow crosses 'zone'",
  'source is [Server]',
];

const model = small(templateWith(), true);
const interactions = model.diagrams.flatMap((diagram) => interactionsOf(diagram));

const parsed = (text: string): Expression => {
  const read = parseFilter(text);
  if (!read.ok) throw new Error(`${text} cannot be read`);
  return read.value;
};

const filter = fc
  .array(
    fc.record({
      not: fc.boolean(),
      atom: fc.constantFrom(...ATOMS),
      pair: fc.constantFrom(undefined, ...ATOMS),
    }),
    { minLength: 1, maxLength: 3 * LONG },
  )
  .chain((operands) => fc.constantFrom('or', 'and').map((word) => ({ operands, word })));

describe('a filter of many operands', () => {
  it('holds as one operand after the other would say', () => {
    fc.assert(
      fc.property(filter, ({ operands, word }) => {
        const texts = operands.map(({ not, atom, pair }) => {
          const other = word === 'or' ? 'and' : 'or';
          return `${not ? 'not ' : ''}(${pair === undefined ? atom : `${atom} ${other} ${pair}`})`;
        });
        for (const interaction of interactions) {
          const each = texts.map((text) => evaluate(parsed(text), interaction, model.template));
          const holds = evaluate(parsed(texts.join(` ${word} `)), interaction, model.template);
          expect(holds).toBe(word === 'or' ? each.includes(true) : !each.includes(false));
        }
      }),
      { numRuns: 300, seed: 10 },
    );
    expect(interactions.length).toBeGreaterThan(0);
  });

  it('is one question for each subject, however many answers it names', () => {
    const types = Array.from({ length: 4_000 }, (_, n) => `source is 't${n}'`);
    const values = Array.from({ length: 3_000 }, (_, n) => `target.encrypted is 'v${n}'`);
    const twice = Array.from({ length: 100 }, () => "(source is 'a' and target is 'b')");
    const expression = parsed([...types, ...values, ...twice].join(' or '));
    if (expression.kind !== 'or') throw new Error('It is no list');
    const { types: asked, properties, others } = longFilter(expression, (id) => id);
    expect([...asked.keys()]).toEqual(['source']);
    expect([...(properties.get('target')?.keys() ?? [])]).toEqual(['encrypted']);
    expect(others).toHaveLength(1);
  });
});
