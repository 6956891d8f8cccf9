import { describe, expect, it } from 'vitest';
import { elementTypes, type Template, threatTypeId, typeId } from '../../document/index.ts';
import { countingGuids, elementType, testTemplate } from '../../document/testing/template.ts';
import {
  addStencil,
  canMoveStencil,
  copyStencil,
  deleteStencil,
  moveStencil,
  reorderStencil,
  setStencil,
  usesOfStencil,
} from '../index.ts';

const [T1] = testTemplate.threatTypes;
if (T1 === undefined) throw new Error('The template of the tests has a threat type');
const withRule = (include: string, template: Template = testTemplate): Template => ({
  ...template,
  threatTypes: [{ ...T1, filters: { include, exclude: '' } }],
});
const ids = ({ genericElements, standardElements }: Template) => [
  genericElements.map(({ id }) => id),
  standardElements.map(({ id }) => id),
];
const of = (template: Template, id: string) => elementTypes(template).get(typeId(id));
const include = (template: Template) => template.threatTypes[0]?.filters.include;

describe('setStencil', () => {
  it('sets what is given and shares all else', () => {
    const after = setStencil(testTemplate, typeId('server'), { name: 'Host', hidden: true });
    expect(of(after, 'server')).toEqual({ ...of(testTemplate, 'server'), name: 'Host', hidden: true });
    expect(after.genericElements).toBe(testTemplate.genericElements);
    expect(of(after, 'worker')).toBe(of(testTemplate, 'worker'));
  });

  it.each([
    ['says the same', 'server', { name: 'server name' }],
    ['is about no stencil', 'none', { name: 'x' }],
    ['makes a generic one inherit', 'round', { representation: 'Inherited' }],
  ])('leaves the template as it is when it %s', (_, id, fields) => {
    expect(setStencil(testTemplate, typeId(id), fields)).toBe(testTemplate);
  });

  it('says a behavior, and takes it away again', () => {
    const flow = setStencil(testTemplate, typeId('server'), { behavior: 'Flow' });
    expect(of(flow, 'server')).toEqual({ ...of(testTemplate, 'server'), behavior: 'Flow' });
    const none = setStencil(flow, typeId('server'), { behavior: '' });
    expect(of(none, 'server')).toEqual(of(testTemplate, 'server'));
    expect(Object.hasOwn(of(none, 'server') ?? {}, 'behavior')).toBe(false);
    expect(setStencil(none, typeId('server'), { behavior: '' })).toBe(none);
  });

  it('keeps characters out that no file can hold', () => {
    const after = setStencil(testTemplate, typeId('box'), { name: 'a\u0000b', description: 'c\u0001\nd' });
    expect(of(after, 'box')).toMatchObject({ name: 'ab', description: 'c\r\nd' });
  });
});

describe('addStencil', () => {
  it('puts it behind those below the same parent, inheriting the look, and selects it', () => {
    const { value, select } = addStencil(testTemplate, typeId('round'), 'Job', countingGuids());
    const id = typeId('00000000-0000-4000-8000-000000000001');
    expect(ids(value)[1]).toEqual(['server', 'worker', id, 'person', 'https', 'cloud']);
    expect(of(value, id)).toMatchObject({
      name: 'Job',
      parentId: 'round',
      representation: 'Inherited',
      attributes: [],
      stencilConstraints: [{ stencilType: 'Any' }],
    });
    expect(select).toEqual({ kind: 'stencil', id });
  });

  it('adds a generic one at the end', () => {
    const { value } = addStencil(testTemplate, null, 'Store', countingGuids(), 'ParallelLines');
    expect(value.genericElements.at(-1)).toMatchObject({ parentId: 'ROOT', representation: 'ParallelLines' });
  });

  it('writes no constraint where the file has none', () => {
    const bare: Template = {
      ...testTemplate,
      genericElements: [{ ...elementType('a', 'ROOT', 'Ellipse') }].map(
        ({ stencilConstraints: _, ...type }) => type,
      ),
      standardElements: [],
    };
    expect(addStencil(bare, typeId('a'), 'b', countingGuids()).value.standardElements[0]).not.toHaveProperty(
      'stencilConstraints',
    );
  });

  it('adds nothing below what is not there', () => {
    expect(addStencil(testTemplate, typeId('none'), 'x', countingGuids())).toEqual({ value: testTemplate });
  });
});

describe('copyStencil', () => {
  it('has the properties under ids of their own, and stands behind the original', () => {
    const withIds: Template = {
      ...testTemplate,
      standardElements: testTemplate.standardElements.map((type) => ({
        ...type,
        attributes: type.attributes.map((attribute) => ({ ...attribute, id: 'a' })),
      })),
    };
    const { value } = copyStencil(withIds, typeId('server'), countingGuids());
    const [first, second] = value.standardElements;
    expect(second?.name).toBe('server name (copy)');
    expect(second?.attributes.map(({ id }) => id)).toEqual([
      '00000000-0000-4000-8000-000000000002',
      '00000000-0000-4000-8000-000000000003',
    ]);
    expect(second?.attributes.map(({ name }) => name)).toEqual(first?.attributes.map(({ name }) => name));
  });
});

describe('moveStencil', () => {
  it('puts it below another, and what stands below it comes along', () => {
    const after = moveStencil(testTemplate, typeId('server'), typeId('worker'));
    expect(of(after, 'server')?.parentId).toBe('worker');
    expect(ids(after)[1]).toEqual(['worker', 'person', 'https', 'cloud', 'server']);
  });

  it('makes a generic one of it, with the look that it had', () => {
    const after = moveStencil(testTemplate, typeId('https'), null);
    expect(of(after, 'https')).toMatchObject({ parentId: 'ROOT', representation: 'Line' });
    expect(ids(after)[0]?.at(-1)).toBe('https');
  });

  it('puts a generic one below another', () => {
    const after = moveStencil(testTemplate, typeId('box'), typeId('round'));
    expect(of(after, 'box')).toMatchObject({ parentId: 'round', representation: 'Rectangle' });
    expect(ids(after)[1]).toContain('box');
  });

  it.each([
    ['itself', 'round', 'round'],
    ['what stands below it', 'round', 'server'],
    ['what is not there', 'server', 'none'],
    ['its parent', 'server', 'round'],
  ])('never goes below %s', (_, id, parent) => {
    expect(canMoveStencil(testTemplate, typeId(id), typeId(parent))).toBe(false);
    expect(moveStencil(testTemplate, typeId(id), typeId(parent))).toBe(testTemplate);
  });
});

describe('reorderStencil', () => {
  it.each([
    ['cloud', 'server', ['cloud', 'server', 'worker', 'person', 'https']],
    ['server', null, ['worker', 'person', 'https', 'cloud', 'server']],
    ['worker', 'https', ['server', 'person', 'worker', 'https', 'cloud']],
  ])('%s before %s', (id, before, wanted) => {
    const after = reorderStencil(testTemplate, typeId(id), before === null ? null : typeId(before));
    expect(ids(after)[1]).toEqual(wanted);
  });

  it.each([
    ['server', 'server'],
    ['server', 'worker'],
    ['cloud', null],
    ['server', 'round'],
  ])('%s before %s changes nothing', (id, before) => {
    expect(reorderStencil(testTemplate, typeId(id), before === null ? null : typeId(before))).toBe(
      testTemplate,
    );
  });
});

describe('deleteStencil', () => {
  const template = withRule(
    "(source is 'ROUND' or target is 'Server') and flow crosses 'zone' or source is 'box'",
  );

  it('tells before what hangs on it', () => {
    const { derived, threatTypes } = usesOfStencil(template, typeId('round'));
    expect(derived.map(({ id }) => id)).toEqual(['server', 'worker']);
    expect(threatTypes.map(({ id }) => id)).toEqual([threatTypeId('T1')]);
    expect(usesOfStencil(template, typeId('person'))).toEqual({ derived: [], threatTypes: [] });
  });

  it('takes what stands below along, and leaves the names in the rules', () => {
    const after = deleteStencil(template, typeId('round'));
    expect(ids(after)).toEqual([
      ['box', 'store', 'flow', 'zone', 'border', 'note'],
      ['person', 'https', 'cloud'],
    ]);
    expect(include(after)).toBe(
      "(source is [round name] or target is [server name]) and flow crosses 'zone' or source is 'box'",
    );
  });

  it('leaves the rules to another of the same id', () => {
    const [round] = testTemplate.genericElements;
    if (round === undefined) throw new Error('There is one');
    const twice = {
      ...template,
      genericElements: [...template.genericElements, { ...round, name: 'again' }],
    };
    const after = deleteStencil(twice, typeId('round'));
    expect(include(after)).toContain("'ROUND'");
    expect(of(after, 'round')?.name).toBe('again');
  });

  it('never leaves a name that ends too early', () => {
    const odd = setStencil(template, typeId('box'), { name: 'a] or b' });
    expect(include(deleteStencil(odd, typeId('box')))).toContain('source is [a) or b]');
  });
});
