import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICES } from '../../core/report/index.ts';
import { sample } from '../../core/report/testing/sample.ts';
import { choicesOf, keepChoices, readKept } from './kept-choices.ts';

function storage() {
  const texts = new Map<string, string>();
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, value: string) => {
      texts.set(key, value);
    },
  };
}

const [first] = sample.diagrams;
if (first === undefined) throw new Error('The sample has no diagram');
const other = { ...sample, diagrams: [{ ...first, id: 'other' as typeof first.id }] };

describe('the options of reports that are kept', () => {
  it('belong to one model, and come back', () => {
    const store = storage();
    keepChoices(sample, { layout: 'summary', priorities: ['High'] }, store);
    keepChoices(sample, { grouping: 'state' }, store);
    const expected = { ...DEFAULT_CHOICES, layout: 'summary', priorities: ['High'], grouping: 'state' };
    expect(choicesOf(sample)).toEqual(expected);
    expect(choicesOf(other)).toEqual(DEFAULT_CHOICES);
    expect(readKept(store).get(first.id)).toEqual(expected);
  });

  it.each([
    '',
    '{',
    '{}',
    '[1]',
    '[["x"]]',
    '[["x",{"layout":"fancy"}]]',
    '[["x",{"cover":{"logo":"PHN2Zz4="}}]]',
  ])('are left out where they are damaged: %j', (text) => {
    expect(readKept({ getItem: () => text, setItem: () => undefined }).size).toBe(0);
  });

  it('are changed where nothing can be kept', () => {
    keepChoices(
      other,
      { elements: false },
      {
        getItem: () => null,
        setItem: () => {
          throw new Error('full');
        },
      },
    );
    expect(choicesOf(other).elements).toBe(false);
  });
});
