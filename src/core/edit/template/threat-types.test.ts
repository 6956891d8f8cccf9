import { describe, expect, it } from 'vitest';
import { categoryId, type Template, threatTypeId } from '../../document/index.ts';
import { countingGuids, testTemplate } from '../../document/testing/template.ts';
import {
  addCategory,
  addThreatProperty,
  addThreatType,
  copyThreatType,
  deleteCategory,
  deleteThreatProperty,
  deleteThreatType,
  moveCategory,
  moveThreatProperty,
  moveThreatType,
  nextVersion,
  setCategory,
  setFilter,
  setThreatPropertyFields,
  setThreatType,
  setTypeValue,
  typesOfCategory,
} from '../index.ts';

const FIRST = '00000000-0000-4000-8000-000000000001';
const [S, T] = [categoryId('S'), categoryId('T')];
const T1 = threatTypeId('T1');
const two = addThreatType(testTemplate, T, 'Second', countingGuids()).value;
const T2 = threatTypeId(FIRST);
const typeIds = ({ threatTypes }: Template) => threatTypes.map(({ id }) => id);

describe('categories', () => {
  it('are added, changed and moved', () => {
    const { value, select } = addCategory(testTemplate, 'Repudiation', countingGuids());
    expect(select).toEqual({ kind: 'category', id: FIRST });
    const named = setCategory(value, categoryId(FIRST), { shortDescription: 'a\nb' });
    expect(named.threatCategories.at(-1)).toMatchObject({ name: 'Repudiation', shortDescription: 'a\r\nb' });
    const moved = moveCategory(named, categoryId(FIRST), S);
    expect(moved.threatCategories.map(({ id }) => id)).toEqual([FIRST, 'S', 'T']);
    expect(setCategory(testTemplate, S, { name: 'Spoofing' })).toBe(testTemplate);
  });

  it('go with their threat types, or leave them to another', () => {
    expect(typesOfCategory(two, S).map(({ id }) => id)).toEqual([T1]);
    expect(typeIds(deleteCategory(two, S, null))).toEqual([T2]);
    const kept = deleteCategory(two, S, T);
    expect(kept.threatTypes.map(({ categoryId: id }) => id)).toEqual([T, T]);
    expect(kept.threatCategories.map(({ id }) => id)).toEqual([T]);
    expect(deleteCategory(two, S, S)).toBe(two);
    expect(deleteCategory(two, categoryId('none'), null)).toBe(two);
  });
});

describe('threat types', () => {
  it('are added behind those of their category, and copied behind the original', () => {
    expect(typeIds(two)).toEqual([T1, T2]);
    const more = addThreatType(two, S, 'Third', countingGuids(2)).value;
    expect(more.threatTypes.map(({ shortTitle }) => shortTitle)).toEqual([
      '{source.Name} is not who it says',
      'Third',
      'Second',
    ]);
    const { value } = copyThreatType(two, T1, countingGuids(3));
    expect(value.threatTypes[1]).toEqual({
      ...two.threatTypes[0],
      id: '00000000-0000-4000-8000-000000000003',
      shortTitle: '{source.Name} is not who it says (copy)',
    });
  });

  it('are changed by field, moved and deleted', () => {
    const after = setThreatType(two, T1, { description: 'New', categoryId: T });
    expect(after.threatTypes[0]).toMatchObject({ description: 'New', categoryId: T });
    expect(after.threatTypes[1]).toBe(two.threatTypes[1]);
    expect(typeIds(moveThreatType(two, T2, T1))).toEqual([T2, T1]);
    expect(typeIds(deleteThreatType(two, T1))).toEqual([T2]);
    expect(deleteThreatType(two, threatTypeId('none'))).toBe(two);
  });

  it('take a rule that cannot be read', () => {
    const after = setFilter(two, T1, 'exclude', "source is 'a' and");
    expect(after.threatTypes[0]?.filters).toEqual({
      include: "source is 'round'",
      exclude: "source is 'a' and",
    });
    expect(setFilter(two, T1, 'include', "source is 'round'")).toBe(two);
  });

  it('say something of their own for a property, in the order of the metadata', () => {
    const after = setTypeValue(two, T1, 'PossibleMitigations', 'Do this');
    expect(after.threatTypes[0]?.datums.map(({ name, values }) => [name, values])).toEqual([
      ['PossibleMitigations', ['Do this']],
      ['Priority', ['Medium']],
    ]);
    expect(setTypeValue(after, T1, 'PossibleMitigations', 'Do this')).toBe(after);
    expect(setTypeValue(after, T1, 'PossibleMitigations', null)).toEqual(two);
    expect(setTypeValue(two, T1, 'None', 'x')).toBe(two);
    expect(setTypeValue(two, T1, 'Title', null)).toBe(two);
  });
});

describe('properties of threats', () => {
  it('are added with a name of their own', () => {
    const { value, select } = addThreatProperty(testTemplate, 'Title', countingGuids());
    expect(select).toEqual({ kind: 'threat-property', id: 'Title2' });
    expect(value.threatMetadata.datums.at(-1)).toMatchObject({
      name: 'Title2',
      label: 'Title',
      values: [''],
    });
  });

  it('change in the metadata and where threat types say them again', () => {
    const after = setThreatPropertyFields(testTemplate, 'Priority', {
      label: 'Weight',
      values: ['1', '2'],
      attributeType: 0,
    });
    // The kind of a fixed one stays.
    expect(after.threatMetadata.datums.at(-1)).toMatchObject({
      label: 'Weight',
      values: ['1', '2'],
      attributeType: 1,
    });
    expect(after.threatTypes[0]?.datums).toEqual([
      { ...testTemplate.threatTypes[0]?.datums[0], label: 'Weight' },
    ]);
    expect(setThreatPropertyFields(testTemplate, 'Priority', { hideFromUi: false })).toBe(testTemplate);
  });

  it('are deleted everywhere, but for those that the Windows tool knows by name', () => {
    const said = setTypeValue(testTemplate, T1, 'PossibleMitigations', 'x');
    const after = deleteThreatProperty(said, 'PossibleMitigations');
    expect(after.threatMetadata.datums.map(({ name }) => name)).not.toContain('PossibleMitigations');
    expect(after.threatTypes[0]?.datums.map(({ name }) => name)).toEqual(['Priority']);
    expect(deleteThreatProperty(said, 'Priority')).toBe(said);
    expect(deleteThreatProperty(said, 'None')).toBe(said);
  });

  it('are moved', () => {
    const after = moveThreatProperty(testTemplate, 'Priority', 'Title');
    expect(after.threatMetadata.datums[0]?.name).toBe('Priority');
  });
});

it.each([
  ['1.0.0.0', '1.0.0.1'],
  ['4.1.0.11', '4.1.0.12'],
  ['2', '3'],
  ['', '1.0.0.1'],
  ['v1', '1.0.0.1'],
])('after version %j comes %j', (version, next) => {
  expect(nextVersion(version)).toBe(next);
});
