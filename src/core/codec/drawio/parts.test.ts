import { expect, it } from 'vitest';
import { elementName } from '../../document/index.ts';
import { encode } from '../testing/files.ts';
import { imported, threatsAtFlows } from '../testing/foreign.ts';

const read = (cells: string) =>
  imported(
    encode(`<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`),
  );
const box = (id: string, label: string, style: string, [x, y, w, h]: readonly number[], parent = '1') =>
  `<mxCell id="${id}" value="${label}" style="${style}" vertex="1" parent="${parent}"><mxGeometry x="${x}" y="${y}" width="${w}" height="${h}" as="geometry"/></mxCell>`;
const edge = (id: string, source: string, target: string) =>
  `<mxCell id="${id}" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
const LIST = 'swimlane;childLayout=stackLayout;startSize=26;';
const PICTURE = 'shape=image;image=https://example.org/logo.png;';

/** Processes of Gane and Sarson: a number, and below it what is done. */
const lists =
  box('a', '1.1', LIST, [40, 40, 140, 52]) +
  box('a1', 'Take order', 'text;', [0, 26, 140, 26], 'a') +
  box('b', '1.2', LIST, [400, 40, 140, 52]) +
  box('b1', 'Pack', 'text;', [0, 26, 140, 26], 'b');

it('rows of a box with a head are its name, and flows at them end at it', () => {
  const { draft, model } = read(
    lists + edge('f', 'a1', 'b1') + edge('g', 'b', 'a1') + box('d', 'Orders', 'horLines;', [700, 40, 90, 40]),
  );
  const [diagram] = draft.diagrams;
  expect(diagram?.nodes.slice(0, 2).map(({ id, role, name }) => [id, role, name])).toEqual([
    ['a', 'process', '1.1\nTake order'],
    ['b', 'process', '1.2\nPack'],
  ]);
  expect(diagram?.lines.map(({ source, target }) => [source.node, target.node])).toEqual([
    ['a', 'b'],
    ['b', 'a'],
  ]);
  expect(threatsAtFlows(model)).toEqual({ all: 2, crossing: 0 });
});

it('rows of a list that no flow ends at stay texts in a boundary', () => {
  const [diagram] = read(lists + box('web', 'Web', 'ellipse;', [700, 40, 80, 80])).draft.diagrams;
  expect(diagram?.nodes.slice(0, -1).map(({ id, role }) => [id, role])).toEqual([
    ['a', 'borderBoundary'],
    ['a1', 'annotation'],
    ['b', 'borderBoundary'],
    ['b1', 'annotation'],
  ]);
});

it('a picture without a name in a box with one is a picture of it, and flows at it end there', () => {
  const { draft, model, losses } = read(
    box('web', 'Web shop', '', [40, 40, 120, 80]) +
      box('logo', '', PICTURE, [60, 50, 40, 40]) +
      box('api', 'API', 'ellipse;', [400, 40, 80, 80]) +
      edge('f', 'logo', 'api'),
  );
  expect(draft.diagrams[0]?.nodes.map(({ id }) => id)).toEqual(['web', 'api']);
  expect(draft.diagrams[0]?.lines[0]?.source.node).toBe('web');
  expect(model.diagrams[0]?.shapes.map(elementName)).toEqual(['Web shop', 'API']);
  expect(losses).toEqual([]);
});

it('what has no name, holds nothing and takes no flow is left out, and told', () => {
  const { model, losses } = read(
    box('web', 'Web shop', '', [40, 40, 120, 80]) +
      box('api', 'API', '', [400, 40, 80, 80]) +
      box('logo', '', PICTURE, [200, 200, 40, 40]) +
      box('rest', '', '', [300, 200, 40, 40]) +
      edge('f', 'web', 'api'),
  );
  expect(model.diagrams[0]?.shapes.map(elementName)).toEqual(['Web shop', 'API']);
  expect(losses).toEqual([{ code: 'ignored', count: 2, example: 'empty' }]);
});

it('a dashed box around an element is a boundary, whatever fills it; one that takes flows is none', () => {
  const inner = box('api', 'API', 'ellipse;', [60, 60, 80, 80]) + edge('f', 'other', 'api');
  const [zone, other] = [
    box('zone', 'Ours', 'dashed=1;', [40, 40, 200, 200]),
    box('other', 'Other', '', [400, 40, 80, 80]),
  ];
  const role = (cells: string) => read(cells).draft.diagrams[0]?.nodes.find(({ id }) => id === 'zone')?.role;
  expect(role(zone + inner + other)).toBe('borderBoundary');
  expect(role(zone + inner + other + edge('g', 'zone', 'other'))).not.toBe('borderBoundary');
});
