import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { checkInvariants, elementName } from '../../document/index.ts';
import { refusalWords } from '../../words/later.ts';
import { readAnything } from '../index.ts';
import { imported } from '../testing/foreign.ts';
import {
  CONNECTOR,
  drawing,
  glue,
  group,
  line,
  type Made,
  type Package,
  PROCESS,
  pageOf,
  RECTANGLE,
  read,
  refused,
  rels,
  rolesOf,
  shape,
  shop,
  TITLE,
  XMLNS,
} from './testing/drawing.ts';

describe('a Visio drawing', () => {
  it('is read by its relationships, whatever its parts are called', () => {
    const bytes = drawing({
      page: shop + line(9, [1.5, 8, 3.5, 8], { master: CONNECTOR, label: 'order' }),
      connects: glue([9, 'BeginX', 1], [9, 'EndX', 2]),
      parts: {
        '_rels/.rels': rels(['r1', 'document', 'visio/document.xml'], ['r2', 'core-properties', 'p/c.xml']),
        'p/c.xml':
          '<c><title> Shop </title><creator>Ada</creator><created>2026-01-01T00:00:00Z</created></c>',
      },
    });
    const { model, losses } = imported(bytes);
    expect(model.information).toMatchObject({ name: 'Shop', owner: 'Ada' });
    const [diagram] = model.diagrams;
    expect(diagram?.header).toBe('Shop');
    expect(diagram?.shapes.map((one) => [elementName(one), one.kind])).toEqual([
      ['Customer', 'rectangle'],
      ['Web &\nshop', 'ellipse'],
      ['Orders', 'parallelLines'],
    ]);
    const [flow] = diagram?.lines ?? [];
    expect([flow?.source.element, flow?.target.element]).toEqual(
      diagram?.shapes.slice(0, 2).map(({ id }) => id),
    );
    expect(losses).toEqual([]);
    expect(checkInvariants(model)).toEqual([]);
    expect(imported(bytes).model).toEqual(model);
  });

  it('has no background pages; a page without an element is left out', () => {
    const pages =
      '<Page ID="7" Name="Back" Background="1"><Rel r:id="p0"/></Page><Page ID="8" Name="Empty"/>';
    const { diagrams } = read(drawing({ page: shop, pages }));
    expect(diagrams.map(({ name, doubt }) => [name, doubt])).toEqual([
      ['Shop', undefined],
      ['Empty', 'no-elements'],
    ]);
  });

  it('with more pages than are read says how many are left out', () => {
    const pages = Array.from({ length: 501 }, (_, at) => `<Page ID="${at + 1}" Name="Page ${at + 1}"/>`);
    const { diagrams, losses } = read(drawing({ page: shop, pages: pages.join('') }));
    expect(diagrams).toHaveLength(500);
    expect(losses).toEqual([{ code: 'diagrams', count: 2, example: 'Page 500' }]);
  });

  const parts = (more: Package['parts']) => drawing({ page: shop, ...(more && { parts: more }) });
  test.each<[string, Uint8Array, RegExp]>([
    ['another archive', zipSync({ 'a/b.xml': strToU8('<a/>') }), /zip archive/],
    [
      'a workbook',
      zipSync({
        '_rels/.rels': strToU8(rels(['r', 'document', 'xl/workbook.xml']).replaceAll('visio', 'x')),
        'xl/workbook.xml': strToU8('<a/>'),
      }),
      /zip archive/,
    ],
    ['a drawing before 2013', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /Save a drawing as \.vsdx/],
    ['cut off', drawing({ page: shop }).slice(0, 1500), /packed in the file is damaged/],
    [
      'without a list of pages',
      parts({ 'visio/_rels/document.xml.rels': rels(['b', 'theme', 't.xml']) }),
      /no "Pages" \| visio\/document\.xml/,
    ],
    [
      'with a list of pages that is not there',
      parts({ 'visio/_rels/document.xml.rels': rels(['b', 'pages', 'p.xml']) }),
      /no "Pages" \| visio\/p\.xml/,
    ],
    ['a library of stencils', parts({ 'visio/pages/pages.xml': '<Pages/>' }), /library of stencils/],
    [
      'with a page that ends too early',
      parts({ 'visio/drawn/one.XML': '<PageContents><Shapes>' }),
      /ends too early.*\| visio\/drawn\/One\.xml/,
    ],
    [
      'with damaged XML',
      parts({ 'visio/drawn/one.XML': '<PageContents><Shape ID=1/></PageContents>' }),
      /XML is damaged.*One\.xml/,
    ],
    ['with a document type', parts({ 'visio/drawn/one.XML': '<!DOCTYPE a><a/>' }), /DOCTYPE.*One\.xml/],
    [
      'with text that is not UTF-8',
      parts({ 'visio/drawn/one.XML': Uint8Array.of(0x3c, 0x61, 0xff, 0x3e) }),
      /UTF-8.*One\.xml/,
    ],
    ['nested too deep', parts({ 'visio/drawn/one.XML': '<a>'.repeat(200) }), /levels deep/],
    [
      'that unpacks to too much',
      parts({ 'visio/drawn/one.XML': new Uint8Array(80_000_000).fill(32) }),
      /becomes more/,
    ],
    [
      'of too many parts',
      parts(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`x${at}.bin`, '']))),
      /becomes more/,
    ],
  ])('is refused: %s', (_, bytes, reason) => expect(refused(bytes)).toMatch(reason));
});

describe('what a shape stands for', () => {
  it('is told by its master, its structure, its drawing, what it holds, and its words', () => {
    const round = `<Section N="Geometry" IX="0"><Row T="Ellipse" IX="1"><Cell N="X" V="0.5"/></Row></Section>`;
    const container = `<Section N="User"><Row N="msvStructureType"><Cell N="Value" V="Container"/></Row></Section>`;
    expect(
      rolesOf({
        page: [
          shop,
          shape(11, { at: [1, 5, 1, 1], label: 'Worker', inside: round }),
          shape(12, { at: [4, 8, 9, 2], label: 'Company', inside: container }),
          shape(13, { at: [3, 5, 1, 1], label: 'DMZ', cells: { LinePattern: 2 } }),
          shape(14, { at: [5, 5, 1, 1], label: 'A note', attributes: 'LineStyle="1" FillStyle="1"' }),
          shape(15, { at: [7, 5, 1, 1], label: 'Partner', master: RECTANGLE }),
          shape(16, { at: [7, 1, 2, 1], label: 'Title', master: TITLE }),
          shape(17, { at: [9, 5, 1, 1], label: 'Log bucket', nameU: 'Amazon S3.17' }),
          shape(18, { at: [9, 3, 1, 1], label: 'Thing', nameU: 'Gizmo' }),
          shape(19, { at: [3, 3, 1, 1], label: 'Remark', nameU: 'Cloud callout' }),
        ].join(''),
      }),
    ).toEqual({
      1: 'external',
      2: 'process',
      3: 'store',
      11: 'process',
      12: 'borderBoundary',
      13: 'borderBoundary',
      14: 'annotation',
      15: 'external',
      17: 'store',
      18: 'unknown',
      19: 'annotation',
    });
  });

  it('is a boundary around others by what it holds; a frame around texts alone is a text', () => {
    const frame = (id: number, at: Made['at'], label: string) =>
      shape(id, { ...(at && { at }), label, master: RECTANGLE });
    const listed = [
      frame(21, [3, 2, 3, 1], 'Zone'),
      shape(22, { at: [3, 2, 1, 0.3], label: 'x', nameU: 'Note' }),
    ].join('');
    const checklist = listed.replace('Master="5"', 'NameU="Container"');
    expect(rolesOf({ page: frame(20, [4, 8, 9, 3], 'Company') + shop + checklist })).toMatchObject({
      20: 'borderBoundary',
      21: 'annotation',
    });
  });

  it('of Lucidchart is told by the middle of its master', () => {
    const lucid = (id: number, name: string, at: Made['at']) =>
      shape(id, {
        ...(at && { at }),
        label: 'x y',
        nameU: `com.lucidchart.${name}.${id}`,
        attributes: `Name="com.lucidchart.${name}"`,
      });
    const { nodes } = pageOf({
      page:
        lucid(1, 'AmazonEC2AWS2021', [1, 8, 1, 1]) +
        lucid(2, 'DatabaseBlock', [3, 8, 1, 1]) +
        lucid(3, 'UserBlock', [5, 8, 1, 1]),
    });
    expect(nodes.map(({ kind, role }) => [kind, role])).toEqual([
      ['Amazon EC2', 'process'],
      ['Database Block', 'store'],
      ['User Block', 'external'],
    ]);
  });
});

it('shape data that a person filled in are properties, fields are text, and an empty text is none', () => {
  const data = (own: string) =>
    `<Section N="Property"><Row N="Row_1"><Cell N="Label" V="Protocol"/>${own}</Row><Row N="Cost"><Cell N="Value" V="0" F="No Formula"/></Row></Section>`;
  const page = [
    shape(1, {
      master: PROCESS,
      at: [1, 1],
      inside: `${data('<Cell N="Value" V="HTTPS"/>')}<Text>A<fld IX="0">1</fld>\u2028b</Text>`,
    }),
    shape(2, { master: PROCESS, at: [4, 1], inside: '<Text><cp IX="0"/></Text>' }),
    shape(3, { master: PROCESS, at: [7, 1] }),
  ].join('');
  const master = `<MasterContents><Shapes>${shape(5, { at: [1, 1, 1, 1], label: 'From the master' })}</Shapes></MasterContents>`;
  const { nodes } = pageOf({ page, parts: { 'visio/masters/m0.xml': master } });
  expect(nodes.map(({ name, facts }) => [name, facts])).toEqual([
    ['A1\nb', [{ name: 'Protocol', value: 'HTTPS' }]],
    ['', []],
    ['From the master', []],
  ]);
});

it('whatever is on a page ends in a model that holds its invariants, the same each time', () => {
  const number = fc.constantFrom(0, 1, -3, 1e300, Number.NaN, 7.5);
  const id = fc.integer({ min: 1, max: 4 });
  const made = fc.record({
    id,
    master: fc.integer({ min: 0, max: 9 }),
    x: number,
    y: number,
    w: number,
    angle: number,
  });
  const one = made.map(({ id, master, x, y, w, angle }) =>
    shape(id, {
      master,
      at: [x, y, w, 1],
      cells: { Angle: angle, FlipY: 1 },
      label: 'z',
      inside: master > 6 ? group(shape(id + 1, { master: PROCESS })) : '',
    }),
  );
  const way = fc
    .tuple(id, number, number)
    .map(([id, x, y]) => line(id, [x, y, y, x], { cells: { EndArrow: 1 } }));
  const joined = fc.tuple(id, id).map(([from, to]) => glue([from, 'BeginX', to], [from, 'EndX', from]));
  fc.assert(
    fc.property(fc.array(fc.oneof(one, way), { maxLength: 6 }), joined, (shapes, connects) => {
      const bytes = drawing({ page: shop + shapes.join(''), connects });
      const { model } = imported(bytes);
      expect(checkInvariants(model)).toEqual([]);
      expect(imported(bytes).model).toEqual(model);
    }),
    { numRuns: 60 },
  );
});

it('bytes that were changed anyhow are read or refused', () => {
  const bytes = drawing({
    page: shop + line(9, [1, 8, 4, 8], { master: CONNECTOR }),
    connects: glue([9, 'BeginX', 1]),
  });
  const page = `<PageContents ${XMLNS}><Shapes>${shop}</Shapes></PageContents>`;
  fc.assert(
    fc.property(fc.nat(), fc.nat(255), fc.nat(), fc.string({ maxLength: 3 }), (at, byte, place, inserted) => {
      const changed = bytes.slice();
      changed[at % bytes.length] = byte;
      const text =
        page.slice(0, place % page.length) + inserted + page.slice((place % page.length) + (at % 9));
      for (const one of [changed, drawing({ parts: { 'visio/drawn/one.XML': text } })]) {
        const result = readAnything(one, 'a.vsdx');
        if (!result.ok) expect(refusalWords(result.error)).not.toBe('');
      }
    }),
    { numRuns: 150 },
  );
});
