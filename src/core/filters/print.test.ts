import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expression, parseFilter, printFilter, walk } from './index.ts';

const read = (text: string): Expression => {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(`Not readable: ${text}`);
  return parsed.value;
};
/** A tree without its places. */
const shape = (node: Expression): unknown =>
  JSON.parse(
    JSON.stringify(node, (key, value) => (['start', 'length', 'at'].includes(key) ? undefined : value)),
  );

describe('printFilter', () => {
  it.each([
    ["source is 'A'"],
    ["flow crosses 'B' or flow crosses 'C'"],
    ["source is 'A' and (target is 'B' or target is 'C')"],
    ["source is 'A' and target is 'B' or target is 'C'"],
    ["not source.p is 'x' and not (flow crosses 'B' or flow crosses 'C')"],
    ["not not source is 'A'"],
    ["(source is 'A' or source is 'B') or target is 'C'"],
    ['source is [Gone] and flow crosses [Old border]'],
    ["target.[Public Access] is 'Yes' or target.p is [Other] or target.[A] is [B]"],
  ])('writes %j as it is', (text) => {
    expect(printFilter(read(text))).toBe(text);
  });

  it.each([
    ["SOURCE  IS 'A'", "source is 'A'"],
    ["((source is 'A'))", "source is 'A'"],
    ["source is 'A' AND\n (target.p is 'x')", "source is 'A' and target.p is 'x'"],
  ])('writes %j as %j', (text, wanted) => {
    expect(printFilter(read(text))).toBe(wanted);
  });

  it('takes from the text what is as it was', () => {
    const text = "SOURCE is  'A' and ( target is 'B'  OR target is 'C' )";
    const before = read(text);
    if (before.kind !== 'and') throw new Error('A chain');
    const known = new Set<Expression>();
    walk(before, (node) => known.add(node));
    const more: Expression = { kind: 'is', subject: 'flow', typeId: 'F', start: 0, length: 0 };
    const after = { ...before, operands: [...before.operands, more] };
    expect(printFilter(after, text, (node) => known.has(node))).toBe(`${text} and flow is 'F'`);
    const other = { ...before, kind: 'or' } as const;
    expect(printFilter(other, text, (node) => known.has(node))).toBe(
      "SOURCE is  'A' or ( target is 'B'  OR target is 'C' )",
    );
  });

  it('does not take a chain whose first operand has brackets for one in brackets', () => {
    const text = "(source is 'A') or (source is 'B')";
    const or = read(text);
    const known = new Set<Expression>([or]);
    const atom: Expression = { kind: 'is', subject: 'flow', typeId: 'F', start: 0, length: 0 };
    const after: Expression = { kind: 'and', operands: [or, atom], start: 0, length: 0 };
    expect(printFilter(after, text, (node) => known.has(node))).toBe(`(${text}) and flow is 'F'`);
  });

  const name = fc
    .stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/)
    .filter((text) => !/^(is|and|or|not|crosses)$/i.test(text));
  const quoted = fc.stringMatching(/^[^'\]]{0,10}$/);
  const place = { start: fc.constant(0), length: fc.constant(0) };
  const subject = fc.constantFrom('source', 'target', 'flow');
  const { tree } = fc.letrec<{ tree: Expression; atom: Expression }>((tie) => ({
    atom: fc.oneof(
      fc.record({ kind: fc.constant('is'), subject, typeId: quoted, ...place }),
      fc.record({ kind: fc.constant('crosses'), typeId: quoted, ...place }),
      fc.record({ kind: fc.constant('property'), subject, name, value: quoted, ...place }),
    ) as fc.Arbitrary<Expression>,
    tree: fc.oneof(
      { depthSize: 'small' },
      tie('atom'),
      fc.record({ kind: fc.constant('not'), operand: tie('tree'), ...place }) as fc.Arbitrary<Expression>,
      fc.record({
        kind: fc.constantFrom('or', 'and'),
        operands: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }),
        ...place,
      }) as fc.Arbitrary<Expression>,
    ),
  }));

  it('reads back as the same tree', () => {
    fc.assert(
      fc.property(tree, (one) => {
        const again = read(printFilter(one));
        expect(shape(again)).toEqual(shape(one));
      }),
    );
  });
});
