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
    lists +
      edge('f', 'a1', 'b1') +
      edge('g', 'b', 'a1') +
      box('d', 'Orders', 'shape=horLines;', [700, 40, 90, 40]),
  );
  const [diagram] = draft.diagrams;
  expect(diagram?.nodes.map(({ id, role, name }) => [id, role, name])).toEqual([
    ['a', 'process', '1.1\nTake order'],
    ['b', 'process', '1.2\nPack'],
    ['d', 'store', 'Orders'],
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

const kindsOf = (cells: string) =>
  read(cells).draft.diagrams[0]?.nodes.map(({ id, role, kind }) => [id, role, kind]);

it('a picture whose file has the name of a store is one, though nobody gave it a name', () =>
  expect(
    kindsOf(
      box('web', 'Web shop', '', [40, 40, 220, 180]) +
        box('db', '', 'image;image=img/lib/azure2/databases/SQL_Database.svg;', [80, 80, 60, 60]),
    ),
  ).toContainEqual(['db', 'store', 'SQL_Database']));

it('of several pictures in a box none is its picture', () => {
  const cells =
    box('web', 'Web shop', '', [40, 40, 320, 180]) +
    box('one', '', PICTURE, [60, 80, 40, 40]) +
    box('two', '', PICTURE, [160, 80, 40, 40]) +
    box('api', 'API', 'ellipse;', [600, 40, 80, 80]) +
    edge('f', 'one', 'api');
  expect(read(cells).draft.diagrams[0]?.lines[0]?.source.node).toBe('one');
  expect(read(cells).losses).toContainEqual({ code: 'ignored', count: 1, example: 'empty' });
});

it('a picture that the file says more of is an element', () => {
  const picture = `<object id="db" label="" type="data store" Owner="Team A"><mxCell style="${PICTURE}" vertex="1" parent="1"><mxGeometry x="60" y="60" width="40" height="40" as="geometry"/></mxCell></object>`;
  expect(kindsOf(box('web', 'Web shop', '', [40, 40, 120, 120]) + picture)).toContainEqual([
    'db',
    'store',
    'data store',
  ]);
});

it('a box without a name that has a text on it, or at which a line ends, is not empty', () => {
  const circle = box('api', 'API', 'ellipse;', [400, 40, 80, 80]);
  const text = box('caption', 'Bank', 'text;', [60, 60, 80, 30]);
  const line =
    '<mxCell id="f" edge="1" parent="1" target="api"><mxGeometry relative="1" as="geometry"><mxPoint x="165" y="80" as="sourcePoint"/></mxGeometry></mxCell>';
  const bank = box('bank', '', '', [40, 40, 120, 80]);
  expect(kindsOf(bank + circle)).toContainEqual(['bank', 'unknown', 'empty']);
  expect(kindsOf(bank + circle + text)).toContainEqual(['bank', 'external', 'rectangle']);
  expect(kindsOf(bank + circle + line)).toContainEqual(['bank', 'external', 'rectangle']);
});

it('coloured bars in a box make no boundary of it', () =>
  expect(
    kindsOf(
      box('web', 'Web shop', '', [40, 40, 220, 180]) +
        box('bar', '', '', [50, 60, 40, 10]) +
        box('rest', '', '', [50, 90, 40, 10]),
    )?.[0]?.[1],
  ).toBe('process'));

it('a line between parts of one box is left out, and told', () => {
  const { draft, losses } = read(lists + edge('f', 'a1', 'b1') + edge('g', 'a1', 'a'));
  expect(draft.diagrams[0]?.lines.map(({ id }) => id)).toEqual(['f']);
  expect(losses).toContainEqual({ code: 'ignored', count: 1, example: 'line between parts of one box' });
});
