import { describe, expect, it } from 'vitest';
import { categoryId, type Template, type ThreatType, threatTypeId, typeId } from '../document/index.ts';
import { countingGuids, elementType, testTemplate } from '../document/testing/template.ts';
import { keptTwice, mergeKeepingAll, mergeKeepingBoth } from './index.ts';

const [T1] = testTemplate.threatTypes;
const [C1] = testTemplate.threatCategories;
if (T1 === undefined || C1 === undefined) throw new Error('The template of the tests has a threat type');
const threat = (id: string, include: string, categoryId_ = C1.id): ThreatType => ({
  ...T1,
  id: threatTypeId(id),
  categoryId: categoryId_,
  filters: { include, exclude: '' },
});
const template = (web: string, more: Partial<Template>): Template => ({
  ...testTemplate,
  standardElements: [elementType('web', 'round', 'Inherited', { name: web })],
  ...more,
});
const SHARED = threat('shared', "source is 'web'");
const ours = template('Web', { threatTypes: [SHARED] });
const theirs = template('Site', {
  standardElements: [
    elementType('web', 'round', 'Inherited', { name: 'Site' }),
    elementType('shop', 'web', 'Inherited'),
  ],
  threatTypes: [SHARED, threat('own', "source is 'WEB' or flow crosses 'web'")],
});
const WEB = { list: 'standardElements', id: 'web' } as const;
const NEW = '00000000-0000-4000-8000-000000000001';
const NEITHER = { base: null, ours, theirs };

describe('two things of one id, both kept', () => {
  const { document, conflicts } = mergeKeepingBoth(NEITHER, [WEB], countingGuids());
  const named = (id: string) => document.standardElements.find((one) => one.id === id);
  const rule = (id: string) => document.threatTypes.find((one) => one.id === id)?.filters.include;

  it('has ours under its id and theirs under a new one, and asks nothing more', () => {
    expect([named('web')?.name, named(NEW)?.name]).toEqual(['Web', 'Site']);
    expect(conflicts.flatMap((one) => keptTwice(one, NEITHER) ?? [])).toEqual([]);
  });

  it('has references that follow, but where both say the same', () => {
    expect(named('shop')?.parentId).toBe(NEW);
    expect(rule('own')).toBe(`source is '${NEW}' or flow crosses '${NEW}'`);
    expect(rule('shared')).toBe("source is 'web'");
  });

  it('changes neither template, and without a choice is the merge as ever', () => {
    const plain = mergeKeepingBoth(NEITHER, [], countingGuids());
    expect(plain.document.standardElements.map(({ id }) => id).sort()).toEqual(['shop', 'web']);
    expect(plain.conflicts.flatMap((one) => keptTwice(one, NEITHER) ?? [])).toEqual([WEB]);
    // What one side alone has is not kept twice.
    const alone = [{ list: 'standardElements', id: 'shop' }] as const;
    expect(mergeKeepingBoth(NEITHER, alone, countingGuids()).document).toEqual(plain.document);
  });

  it('goes for what both changed of a common version too', () => {
    const base = template('Old', { threatTypes: [SHARED] });
    const three = mergeKeepingBoth({ ...NEITHER, base }, [WEB], countingGuids());
    expect(three.conflicts).toEqual([]);
    expect(three.document.standardElements.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Web', 'Site']),
    );
  });
});

it('keeps all that contradicts, with its categories and what follows to them', () => {
  const a = template('Web', {
    threatCategories: [{ ...C1, name: 'A' }],
    threatTypes: [threat('t', "source is 'web'")],
  });
  const b = template('Site', {
    threatCategories: [{ ...C1, name: 'B' }],
    threatTypes: [threat('t', "target is 'web'"), threat('u', "target is 'round'")],
  });
  const { merged, both } = mergeKeepingAll({ base: null, ours: a, theirs: b }, countingGuids());
  expect(both.map(({ id }) => id).sort()).toEqual([C1.id, 't', 'web'].sort());
  const { standardElements, threatCategories, threatTypes } = merged.document;
  const site = standardElements.find(({ name }) => name === 'Site')?.id ?? typeId('');
  const other = threatCategories.find(({ name }) => name === 'B')?.id ?? categoryId('');
  expect(threatTypes.map(({ filters, categoryId: of }) => [filters.include, of])).toEqual(
    expect.arrayContaining([
      ["source is 'web'", C1.id],
      [`target is '${site}'`, other],
      ["target is 'round'", other],
    ]),
  );
  expect(threatTypes).toHaveLength(3);
});
