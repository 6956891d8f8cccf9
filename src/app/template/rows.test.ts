import { describe, expect, it } from 'vitest';
import { categoryId, type Template, threatTypeId, typeId } from '../../core/document/index.ts';
import { testTemplate } from '../../core/document/testing/template.ts';
import { matching, stencilRows, threatRows } from './rows.ts';

const type = (id: string, parentId: string, name = id): Template['standardElements'][number] => {
  const [first] = testTemplate.standardElements;
  if (first === undefined) throw new Error('The template of the tests has no stencils');
  return { ...first, id: typeId(id), parentId: typeId(parentId), name, description: '', attributes: [] };
};
const tree = (...standardElements: Template['standardElements']) =>
  stencilRows({ ...testTemplate, genericElements: [], standardElements }).map(
    ({ label, level }) => `${level} ${label}`,
  );

describe('stencilRows', () => {
  it.each([
    ['below their parents', [type('a', 'ROOT'), type('b', 'ROOT'), type('c', 'a')], ['1 a', '2 c', '1 b']],
    ['in the order of the file', [type('a', 'ROOT'), type('c', 'a'), type('b', 'a')], ['1 a', '2 c', '2 b']],
    ['below a parent that comes later', [type('c', 'a'), type('a', 'ROOT')], ['1 a', '2 c']],
    ['at the root when the parent is missing', [type('c', 'gone')], ['1 c']],
    ['once when the parents run in a circle', [type('a', 'b'), type('b', 'a')], ['1 a', '2 b']],
    ['once when it is its own parent', [type('a', 'a')], ['1 a']],
    ['twice when two have one id', [type('a', 'ROOT'), type('a', 'ROOT', 'again')], ['1 a', '1 again']],
  ] as const)('stand %s', (_, types, wanted) => {
    expect(tree(...types)).toEqual(wanted);
  });

  it('take a chain of thousands', () => {
    const chain = Array.from({ length: 5000 }, (_, n) => type(`t${n}`, n === 0 ? 'ROOT' : `t${n - 1}`));
    expect(tree(...chain).at(-1)).toBe('5000 t4999');
  });
});

describe('threatRows', () => {
  const [first] = testTemplate.threatTypes;
  if (first === undefined) throw new Error('The template of the tests has no threat types');
  const template: Template = {
    ...testTemplate,
    threatCategories: [
      { id: categoryId('S'), name: 'Spoofing', isExtension: false },
      { id: categoryId('T'), name: 'Tampering', isExtension: false },
    ],
    threatTypes: [
      { ...first, id: threatTypeId('1'), shortTitle: 'one', categoryId: categoryId('T') },
      { ...first, id: threatTypeId('2'), shortTitle: 'two', categoryId: categoryId('gone') },
      { ...first, id: threatTypeId('3'), shortTitle: 'three', categoryId: categoryId('S') },
    ],
  };
  const rows = threatRows(template);

  it('stand below their category, those without one at the end', () => {
    expect(rows.map(({ label, level }) => `${level} ${label}`)).toEqual([
      '1 Spoofing',
      '2 three',
      '1 Tampering',
      '2 one',
      '1 two',
    ]);
  });

  it.each([
    ['', ['Spoofing', 'three', 'Tampering', 'one', 'two']],
    ['ONE', ['Tampering', 'one']],
    ['spoof', ['Spoofing']],
    ['no such', []],
  ])('%j finds %j, with what is above it', (query, labels) => {
    expect(matching(rows, query).map(({ label }) => label)).toEqual(labels);
  });

  it('has everything above what is found, however deep, and each once', () => {
    const deep = stencilRows({
      ...testTemplate,
      genericElements: [],
      standardElements: [
        type('a', 'ROOT'),
        type('b', 'a'),
        type('hit 1', 'b'),
        type('miss', 'b'),
        type('hit 2', 'b'),
        type('c', 'a'),
      ],
    });
    expect(matching(deep, 'hit').map(({ label }) => label)).toEqual(['a', 'b', 'hit 1', 'hit 2']);
  });
});
