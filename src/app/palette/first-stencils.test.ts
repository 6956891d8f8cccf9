import { expect, it } from 'vitest';
import { typeId } from '../../core/document/index.ts';
import { firstStencils, type StencilGroup } from './stencil-groups.ts';

const group = (name: string, count: number): StencilGroup => ({
  id: typeId(name),
  name,
  stencils: Array.from({ length: count }, (_, n) => ({
    id: typeId(`${name}${n}`),
    name: `${name} ${n}`,
    description: '',
    use: 'shape',
    representation: 'Ellipse',
    image: null,
  })),
});

it('as many stencils are drawn as there is room for, and the rest is counted', () => {
  const groups = [group('a', 3), group('b', 4), group('c', 5)];
  expect(firstStencils(groups, 12)).toEqual({ groups, more: 0 });
  const { groups: first, more } = firstStencils(groups, 5);
  expect(first.map(({ name, stencils }) => [name, stencils.length])).toEqual([
    ['a', 3],
    ['b', 2],
  ]);
  expect(more).toBe(7);
  expect(firstStencils([], 5)).toEqual({ groups: [], more: 0 });
});
