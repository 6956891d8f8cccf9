import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterWords } from '../words/index.ts';
import type { Expression } from './expression.ts';
import { parseFilter } from './index.ts';

/** A tree as text without places, fully bracketed. */
function show(node: Expression): string {
  switch (node.kind) {
    case 'or':
    case 'and':
      return `(${node.operands.map(show).join(` ${node.kind} `)})`;
    case 'not':
      return `(not ${show(node.operand)})`;
    case 'is':
      return `${node.subject} is '${node.typeId}'`;
    case 'crosses':
      return `flow crosses '${node.typeId}'`;
    case 'property':
      return `${node.subject}.${node.name} is '${node.value}'`;
    case 'broken':
      return `[${node.displayName}]`;
  }
}

describe('filters that can be read (format 5.1)', () => {
  it.each([
    ["source is 'A'", "source is 'A'"],
    ["SOURCE Is 'A'", "source is 'A'"],
    ["flow crosses 'B'", "flow crosses 'B'"],
    ["flow.1a-2b is 'Yes'", "flow.1a-2b is 'Yes'"],
    ["flow.a.b is 'Yes'", "flow.a.b is 'Yes'"],
    ["target.x is 'it (is) and or'", "target.x is 'it (is) and or'"],
    ["source is ''", "source is ''"],
    ["source is 'A' and target is 'B' and flow is 'C'", "(source is 'A' and target is 'B' and flow is 'C')"],
    ["source is 'A' or target is 'B' and flow is 'C'", "(source is 'A' or (target is 'B' and flow is 'C'))"],
    [
      "(source is 'A' or target is 'B') and flow is 'C'",
      "((source is 'A' or target is 'B') and flow is 'C')",
    ],
    ["source is 'A' OR target is 'B'", "(source is 'A' or target is 'B')"],
    ["not source is 'A' and target is 'B'", "((not source is 'A') and target is 'B')"],
    ["not not (source is 'A')", "(not (not source is 'A'))"],
    ["  source\n\tis   'A'  ", "source is 'A'"],
    ["(source is'A')and(target is'B')", "(source is 'A' and target is 'B')"],
    ["source . x is 'A'", "source.x is 'A'"],
    ["source. x is 'A' and flow .x.y\tis 'B'", "(source.x is 'A' and flow.x.y is 'B')"],
    ['target . [Public Access] is [Yes]', '[Public Access]'],
    ['source is [GPS Receiver]', '[GPS Receiver]'],
    ['flow crosses [Trust Border]', '[Trust Border]'],
    ["target.[Public Access] is 'Yes'", '[Public Access]'],
  ])('%s', (text, tree) => {
    const parsed = parseFilter(text);
    expect(parsed.ok ? show(parsed.value) : parsed.error).toBe(tree);
  });

  it('say where each part stands', () => {
    const parsed = parseFilter("source is 'A' and  flow crosses 'B'");
    expect(parsed.ok && parsed.value).toMatchObject({
      start: 0,
      length: 35,
      operands: [
        { start: 0, length: 13 },
        { start: 19, length: 16 },
      ],
    });
  });
});

describe('filters that cannot be read', () => {
  it.each([
    ['', 0, 'subject-expected', '"source", "target" or "flow" expected'],
    ['source', 6, 'is-expected', '"is" expected'],
    ['flow', 4, 'is-or-crosses-expected', '"is" or "crosses" expected'],
    ["source is A'", 11, 'open-quote', 'The closing quote is missing'],
    ['source is A', 10, 'type-expected', 'Type id in single quotes expected'],
    ["source is 'A", 10, 'open-quote', 'The closing quote is missing'],
    ['source is [A', 10, 'open-name', 'The closing "]" is missing'],
    ["source is 'A' target is 'B'", 14, 'operator-expected', '"and" or "or" expected'],
    ["source is 'A' and", 17, 'subject-expected', '"source", "target" or "flow" expected'],
    ["(source is 'A'", 14, 'open-bracket', '")" expected'],
    ["source is 'A')", 13, 'operator-expected', '"and" or "or" expected'],
    ["source crosses 'B'", 7, 'crosses-needs-flow', 'Only a flow crosses a boundary'],
    ['flow crosses B', 13, 'boundary-expected', 'Boundary id in single quotes expected'],
    ["element is 'A'", 0, 'subject-expected', '"source", "target" or "flow" expected, not "element"'],
    ["source. is 'A'", 8, 'property-expected', 'Property name expected after "source."'],
    ["source.x = 'A'", 9, 'unexpected-character', 'Unexpected character "="'],
    ["source.x \u{1F600} 'A'", 9, 'unexpected-character', 'Unexpected character "\u{1F600}"'],
    ['source.x is 3', 12, 'value-expected', 'Value in single quotes expected'],
    ['not', 3, 'subject-expected', '"source", "target" or "flow" expected'],
    [`${'('.repeat(300)}source is 'A'`, 201, 'too-deep', 'The filter is nested more than 200 levels deep'],
    [' '.repeat(262_145), 0, 'too-long', 'The filter is longer than 262144 characters'],
  ] as const)('%#', (text, position, code, words) => {
    const parsed = parseFilter(text);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.error).toMatchObject({ code, position });
    expect(filterWords(parsed.error)).toBe(words);
  });
});

describe('fuzzing', () => {
  const atom: fc.Arbitrary<string> = fc.oneof(
    fc.constantFrom("source is 'A'", "target is 'B'", "flow is 'C'", "flow crosses 'D'", "flow.x is 'Yes'"),
  );
  const tree: fc.Arbitrary<string> = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      atom,
      fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a} and ${b})`),
      fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a} or ${b})`),
      tie('node').map((a) => `(not ${a})`),
    ),
  })).node as fc.Arbitrary<string>;

  it('printing a read filter and reading it again gives the same', () => {
    fc.assert(
      fc.property(tree, (text) => {
        const once = parseFilter(text);
        if (!once.ok) throw new Error(filterWords(once.error));
        const again = parseFilter(show(once.value));
        expect(again.ok && show(again.value)).toBe(show(once.value));
      }),
    );
  });

  it('any text ends in a filter or in an error inside the text', () => {
    const word = fc.constantFrom(
      'source',
      'flow.x',
      'is',
      'and',
      'or',
      'not',
      '(',
      ')',
      "'a'",
      '[b]',
      "'",
      '[',
      '.',
      '\n',
      '€',
    );
    const soup = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(soup, (text) => {
        const parsed = parseFilter(text);
        if (parsed.ok) return;
        expect(filterWords(parsed.error)).toMatch(/\w/);
        expect(parsed.error.position).toBeGreaterThanOrEqual(0);
        expect(parsed.error.position).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
