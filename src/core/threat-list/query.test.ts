import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Threat } from '../document/index.ts';
import { compileQuery, fieldsOf, hasChoice, queryCompletions, threatItems, toggleChoice } from './index.ts';
import { parseQuery } from './parse.ts';
import { model, withThreats } from './testing/sample.ts';

const fields = fieldsOf(model.template);
const ids = (query: string, of = model, stale: ReadonlySet<Threat['key']> = new Set()): readonly number[] => {
  const { test } = compileQuery(query, fieldsOf(of.template));
  return threatItems(of, stale)
    .filter(test)
    .map(({ threat }) => threat.id)
    .sort((a, b) => a - b);
};
const ALL = model.threats.map(({ id }) => id).sort((a, b) => a - b);

/** Threats of the sample on which everything that a query can ask for differs. */
const worked = withThreats(({ id }) => ({
  ...(id === 5 ? { state: 'Mitigated', priority: 'Low' } : {}),
  ...(id === 7 ? { state: 'NotApplicable', priority: 'Very High' } : {}),
  ...(id === 9 ? { state: 'NeedsInvestigation', priority: '' } : {}),
  ...(id === 5 ? { changedBy: 'CORP\\anna', modifiedAt: '2026-11-02T09:30:00+01:00' } : {}),
  ...(id === 7 ? { changedBy: 'Ben Okri', modifiedAt: '2025-12-31T23:59:59' } : {}),
}));

it('what changed since the file was opened is what says something else, also after all was made anew', () => {
  const isEdited = compileQuery('is:edited', fields).test;
  const edited = (of: typeof model, opened: typeof model | null): readonly number[] =>
    threatItems(of, new Set(), undefined, opened)
      .filter(isEdited)
      .map(({ threat }) => threat.id);
  expect(edited(model, null)).toEqual([]);
  expect(edited(model, model)).toEqual([]);
  expect(edited(model, structuredClone(model))).toEqual([]);
  expect([...edited(worked, structuredClone(model))].sort()).toEqual([5, 7, 9]);
  const [first] = model.threats;
  expect(edited(model, { ...model, threats: model.threats.slice(1) })).toEqual([first?.id]);
});

describe('a query', () => {
  it.each([
    ['', ALL],
    ['   ', ALL],
    ['BREAKOUT volume', [12]],
    ['breakout nowhere', []],
    ['#12', [12]],
    ['id:12,3', [3, 12]],
    ['id:1', [1]],
    ['element:volume', [11, 12, 13]],
    ['source:container', [11, 12, 13, 18, 19, 20]],
    ['flow:"HTTP"', [1, 2, 3]],
    ['flow:"http*" -flow:"HTTP"', [4, 5, 6, 7, 8, 9, 10, 11, 12, 13]],
    ['flow:ttps', [4, 5, 6, 7, 8, 9, 10, 11, 12, 13]],
    ['flow:', ALL],
    ['flow:nothing', []],
    ['flow:""', []],
  ] as const)('%s', (query, found) => {
    expect(ids(query)).toEqual(found);
  });

  it.each([
    ['state:mitigation-implemented', [5]],
    ['state:Mitigated', [5]],
    ['state:"Mitigation Implemented",not-applicable', [5, 7]],
    ['-state:not-started', [5, 7, 9]],
    ['-state:not-started -#7', [5, 9]],
    ['state:not', []],
    ['state:not*', ALL.filter((id) => id !== 5 && id !== 9)],
    ['priority:low', [5]],
    ['priority:very-high', [7]],
    ['priority:""', [9]],
    ['is:handled', [5, 7]],
    ['is:handled is:open', []],
    ['is:changed', [5, 7]],
    ['-is:changed,open', []],
    ['by:anna', [5]],
    ['by:"Ben Okri"', [7]],
    ['by:"Ben"', []],
    ['changed:2026', [5]],
    ['changed:>2025-12-31', [5]],
    ['changed:>=2025-12-31', [5, 7]],
    ['changed:<2026-01', [7]],
    ['changed:>=2025 changed:<2026-11-02', [7]],
    ['changed:yesterday', []],
    ['is:wrong', []],
    ['-is:wrong', ALL],
  ] as const)('%s of threats that were worked on', (query, found) => {
    expect(ids(query, worked)).toEqual(found);
  });

  it('asks for the texts that the template defines by their labels', () => {
    const datum = { name: 'x1', label: 'Tracker link', hideFromUi: false, values: null, id: null };
    const { template } = model;
    const of = {
      ...withThreats(({ id, properties }) =>
        id === 4 ? { properties: [...properties, ['x1', 'JIRA-7']] } : {},
      ),
      template: { ...template, threatMetadata: { ...template.threatMetadata, datums: [datum] } },
    };
    expect(ids('tracker-link:jira', of)).toEqual([4]);
    expect(ids('has:tracker-link', of)).toEqual([4]);
    expect(ids('has:tracker-link jira-7', of)).toEqual([4]);
    expect(ids('tracker-link:jira')).toEqual([]);
  });

  it('tells the values that can fit nothing', () => {
    expect(compileQuery('is:odd has:title,nothing changed:soon state:odd', fields).unknown).toEqual([
      { field: 'is', value: 'odd' },
      { field: 'has', value: 'nothing' },
      { field: 'changed', value: 'soon' },
    ]);
  });

  it('knows what is stale', () => {
    const [first] = model.threats;
    if (first === undefined) throw new Error('There is no threat');
    expect(ids('is:stale', model, new Set([first.key]))).toEqual([first.id]);
    expect(ids('flow:deleted', model, new Set([first.key]))).toEqual([first.id]);
  });

  it('takes any text, and negation and the terms add up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('-', '"', '\\', ':', ',', '*', ' ', 'is', 'flow', 'HTTP', 'a', '#1')),
        (parts) => {
          const text = parts.join('');
          const terms = parseQuery(text, fields.has);
          for (const [index, { from, to }] of terms.entries()) {
            expect(from).toBeGreaterThanOrEqual(terms[index - 1]?.to ?? 0);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(text.length);
          }
          const each = terms.map(({ from, to }) => new Set(ids(text.slice(from, to))));
          expect(ids(text)).toEqual(ALL.filter((id) => each.every((found) => found.has(id))));
        },
      ),
    );
  });
});

describe('a choice of the list', () => {
  it.each([
    ['', 'state', 'Not Started', 'state:not-started'],
    ['state:not-started', 'state', 'Mitigated', 'state:not-started,mitigated'],
    ['state:not-started,mitigated x', 'state', 'Not Started', 'state:mitigated x'],
    ['a state:mitigated b', 'state', 'Mitigated', 'a b'],
    ['-state:mitigated', 'state', 'Mitigated', '-state:mitigated state:mitigated'],
    ['category:abuse', 'category', 'Abuse', 'category:abuse,"Abuse"'],
    ['category:', 'category', 'A "b" \\', 'category:"A \\"b\\" \\\\"'],
    ['priority:high', 'priority', '', 'priority:high,""'],
    ['is:own', 'is', 'new', 'is:own is:new'],
    ['is:own is:new', 'is', 'own', 'is:new'],
  ])('%s with %s %s is %s', (query, field, value, result) => {
    expect(toggleChoice(query, { field, value }, fields)).toBe(result);
  });

  it('is in the query once it is made, and not when it is taken back', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('High', 'Very High', '"', 'a,b', '*', '\\'));
    const field = fc.constantFrom('state', 'priority', 'category', 'diagram');
    fc.assert(
      fc.property(fc.string(), field, value, (text, name, of) => {
        const query = parseQuery(text, fields.has).every(({ field: own }) => own === null)
          ? text.replaceAll('"', '')
          : '';
        const choice = { field: name, value: of };
        const made = toggleChoice(query, choice, fields);
        expect(hasChoice(made, choice, fields)).toBe(true);
        expect(hasChoice(toggleChoice(made, choice, fields), choice, fields)).toBe(false);
        const item = threatItems(model, new Set())[0];
        if (item === undefined) throw new Error('There is no threat');
        const named = {
          ...item,
          category: of,
          diagram: of,
          threat: { ...item.threat, priority: of, state: of },
        };
        expect(compileQuery(toggleChoice('', choice, fields), fields).test(named)).toBe(true);
      }),
    );
  });
});

describe('completion of a query', () => {
  const items = threatItems(model, new Set());
  const offered = (query: string) => {
    const caret = query.indexOf('|');
    return queryCompletions(query.replace('|', ''), caret, items, fields).map(({ text }) => text);
  };
  it.each([
    ['|', []],
    ['st|', ['state:']],
    ['-so|', ['source:']],
    ['state:|', ['not-started']],
    ['state:n|', ['not-started']],
    ['state:not-started|', []],
    ['is:st|', ['stale']],
    ['x flow:ttp|', ['"HTTPS"', '"HTTP"']],
    ['priority:x|', []],
  ])('of %s', (query, texts) => {
    expect(offered(query)).toEqual(texts);
  });
  it('is of the value at the caret alone', () => {
    expect(queryCompletions('is:own,st new', 9, items, fields)).toEqual([
      { start: 7, end: 9, text: 'stale', label: 'stale', count: 0 },
    ]);
  });
});
