import { expect, it } from 'vitest';
import { typeId } from '../../core/document/index.ts';
import { drawnOf, firstStencils, type StencilGroup } from './stencil-groups.ts';

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

it('as many stencils are there as have had their turn, under headings that count all', () => {
  const groups = [group('a', 3), group('b', 4), group('c', 5)];
  const drawn = (room: number) => drawnOf(groups, room).map((one) => [one.group.stencils.length, one.drawn]);
  expect(drawn(0)).toEqual([]);
  expect(drawn(3)).toEqual([[3, 3]]);
  expect(drawn(5)).toEqual([
    [3, 3],
    [4, 2],
  ]);
  expect(drawn(40)).toEqual([
    [3, 3],
    [4, 4],
    [5, 5],
  ]);
});
