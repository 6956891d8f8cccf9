import { describe, expect, it } from 'vitest';
import { type Expression, parseFilter, printFilter } from '../../core/filters/index.ts';
import { changedAt, deniedIf, firstCondition, fitsForm, withBeside } from './rule-tree.ts';

function read(text: string): Expression {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}
const print = (expression: Expression | null): string | null =>
  expression === null ? null : printFilter(expression);

const [A, B, C] = ["source is 'A'", "target is 'B'", "flow crosses 'C'"];

describe('a node of a filter', () => {
  it.each([
    [`${A} and ${B} and ${C}`, [1], `${A} and ${C}`],
    [`${A} and ${B}`, [0], B],
    [`${A} and (${B} or ${C})`, [1, 0], `${A} and ${C}`],
    [`${A} and not ${B}`, [1, 0], A],
    [`not ${A}`, [0], null],
    [A, [], null],
    [A, [3], A],
    [`(${A} and ${B}) or (${B} and ${C})`, [0, 1], `${A} or ${B} and ${C}`],
  ])('of %s at %j is taken away', (text, path, wanted) => {
    expect(print(changedAt(read(text), path, () => null))).toBe(wanted);
  });

  it('is changed in its place', () => {
    expect(print(changedAt(read(`${A} and (${B} or ${C})`), [1, 1], (node) => deniedIf(true, node)))).toBe(
      `${A} and (${B} or not ${C})`,
    );
    expect(print(changedAt(read(`not ${A}`), [0], (node) => deniedIf(false, node)))).toBe(`not ${A}`);
  });

  it('gets another one beside it', () => {
    const more = firstCondition('D');
    expect(print(withBeside(read(A), more, 'or'))).toBe(`${A} or source is 'D'`);
    expect(print(withBeside(read(`${A} or ${B}`), more, 'or'))).toBe(`${A} or ${B} or source is 'D'`);
    expect(print(withBeside(read(`${A} or ${B}`), more, 'and'))).toBe(`(${A} or ${B}) and source is 'D'`);
  });
});

describe('the form', () => {
  it.each([
    [A, true],
    [`not not ${A}`, true],
    [Array.from({ length: 70 }, () => A).join(' or '), true],
    [Array.from({ length: 90 }, () => A).join(' or '), false],
    ['('.repeat(8) + A + ` and ${B}) or ${C})`.repeat(4), false],
  ])('takes %.40s: %s', (text, fits) => {
    const parsed = parseFilter(text);
    expect(parsed.ok && fitsForm(parsed.value)).toBe(fits);
  });
});
