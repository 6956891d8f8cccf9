import { describe, expect, it, test } from 'vitest';
import { imported } from '../testing/foreign.ts';
import {
  BOUNDARY,
  CONNECTOR,
  cells,
  drawing,
  glue,
  group,
  line,
  type Made,
  type Package,
  PROCESS,
  pageOf,
  RECTANGLE,
  STORE,
  shape,
  shop,
} from './testing/drawing.ts';

describe('places', () => {
  const boxes = (made: Package) =>
    Object.fromEntries(
      pageOf(made).nodes.map(({ id, box }) => [
        id,
        box && [box.left, box.top, box.width, box.height].map(Math.round),
      ]),
    );

  it('are inches from below, and what a shape does not say is its master’s', () => {
    expect(
      boxes({
        page:
          shape(1, { master: PROCESS, cells: { PinX: 2 }, label: 'a' }) +
          shape(2, { master: PROCESS, at: [5, 8, 2, 1] }),
      }),
    ).toEqual({
      1: [144, 840, 96, 48],
      2: [384, 144, 192, 96],
    });
  });

  it('of who changes a size are those of the formula of the master', () => {
    const formula = `<MasterContents><Shapes><Shape ID="1"><Cell N="Width" V="1"/><Cell N="Height" V="1"/><Cell N="LocPinX" V="0.5" F="Width*0.5"/><Cell N="LocPinY" V="0"/></Shape></Shapes></MasterContents>`;
    const page = shape(1, { master: PROCESS, cells: { PinX: 2, PinY: 8, Width: 3, Height: 2 }, label: 'a' });
    expect(boxes({ page, parts: { 'visio/masters/m0.xml': formula } })).toEqual({ 1: [48, 0, 288, 192] });
  });

  it('in groups are relative to them, turned and mirrored with them', () => {
    const inner = shape(2, { master: PROCESS, at: [0.5, 0.5, 1, 1], label: 'a' });
    const inside = (id: number, at: Made['at'], more: Record<string, number>) =>
      shape(id, { ...(at && { at }), cells: more, inside: group(inner.replace('ID="2"', `ID="${id + 1}"`)) });
    expect(
      boxes({
        page:
          inside(10, [4, 8, 4, 2], {}) +
          inside(20, [4, 5, 4, 2], { FlipX: 1 }) +
          inside(30, [4, 2, 4, 2], { Angle: Math.PI / 2 }) +
          inside(40, [8, 8, 4, 2], { Angle: 0.001 }),
      }),
    ).toEqual({
      11: [192, 192, 96, 96],
      21: [480, 480, 96, 96],
      31: [384, 864, 96, 96],
      41: [576, 192, 96, 96],
    });
  });

  it('follow the scale of the page; layers that are not shown are not there', () => {
    const sheet = `${cells({ PageScale: 1, DrawingScale: 10, PageHeight: 100 })}<Section N="Layer"><Row IX="3"><Cell N="Visible" V="0"/></Row></Section>`;
    const hidden = shape(2, {
      master: PROCESS,
      at: [50, 50, 10, 10],
      cells: { LayerMember: '3' },
      label: 'b',
    });
    const both = shape(3, {
      master: PROCESS,
      at: [50, 50, 10, 10],
      cells: { LayerMember: '3;4' },
      label: 'c',
    });
    expect(
      boxes({ sheet, page: shape(1, { master: PROCESS, at: [10, 80, 10, 10], label: 'a' }) + hidden + both }),
    ).toEqual({
      1: [48, 144, 96, 96],
      3: [432, 432, 96, 96],
    });
  });
});

describe('groups', () => {
  const names = (page: string) => pageOf({ page }).nodes.map(({ id, name, role }) => [id, name, role]);
  const bare = (id: number) => shape(id, { at: [0.5, 0.5, 1, 1] });

  it('with a name around an element without one name it; around several they are boundaries', () => {
    const nameless = shape(2, { master: PROCESS, at: [0.5, 0.5, 1, 1], label: '' });
    expect(names(shape(1, { at: [3, 3, 2, 2], label: 'Device', inside: group(nameless) }))).toEqual([
      ['2', 'Device', 'process'],
    ]);
    expect(
      names(shape(1, { at: [3, 3, 2, 2], label: 'Device', inside: group(shop) })).map(([id, , role]) => [
        id,
        role,
      ]),
    ).toEqual([
      ['1', 'borderBoundary'],
      ['1', 'external'],
      ['2', 'process'],
      ['3', 'store'],
    ]);
  });

  it('of bare parts are one thing, and parts of a master are none', () => {
    const text = shape(4, { at: [0.5, 0, 1, 0.2], label: 'Server', nameU: 'Text' });
    expect(names(shape(1, { at: [3, 3, 1, 1], inside: group(bare(2), bare(3), text) }))).toEqual([
      ['1', 'Server', 'process'],
    ]);
    const part = shape(6, { at: [0.5, 0.5, 1, 1], label: 'part', attributes: 'MasterShape="5"' });
    expect(names(shape(1, { master: STORE, at: [3, 3, 1, 1], inside: group(part) }))).toEqual([
      ['1', 'part', 'store'],
    ]);
  });

  it('with small boxes at an element have them as its tags, as are numbers beside one', () => {
    const inside = group(
      shape(2, { master: PROCESS, at: [1, 1, 2, 2], label: 'Web' }),
      shape(3, { master: RECTANGLE, at: [1.5, 1.5, 0.6, 0.2], label: 'PHP' }),
    );
    const { nodes } = pageOf({
      page: shape(1, { at: [3, 3, 2, 2], inside }) + shape(4, { at: [3, 4.05, 0.2, 0.2], label: '7' }),
    });
    expect(nodes.map(({ id, facts }) => [id, facts])).toEqual([['2', [{ name: 'Tags', value: 'PHP, 7' }]]]);
  });

  it('take flows for what is in them', () => {
    const inside = group(shape(2, { master: PROCESS, at: [0.5, 0.5, 1, 1], label: 'Web' }), bare(3));
    const { lines } = pageOf({
      page:
        shape(1, { at: [3, 3, 2, 2], inside }) +
        line(9, [1, 1, 2, 2], { master: CONNECTOR }) +
        line(8, [1, 1, 2, 2], { master: CONNECTOR }),
      connects: glue([9, 'EndX', 1], [8, 'EndX', 3]),
    });
    expect(lines.map(({ target }) => target.node)).toEqual(['2', '3']);
  });
});

describe('lines', () => {
  const linesOf = (made: string, connects = '') => {
    const { lines, losses = [] } = pageOf({ page: shop + made, connects });
    return { lines, codes: losses.map(({ code }) => code) };
  };
  const connected = glue([9, 'BeginX', 1], [9, 'EndX', 2]);
  const rows = (...all: readonly string[]) =>
    `<Section N="Geometry" IX="0"><Row T="MoveTo" IX="1">${cells({ X: 0, Y: 0 })}</Row>${all.join('')}</Section>`;
  const row = (type: string, index: number, values: Record<string, number | string>) =>
    `<Row T="${type}" IX="${index}">${cells(values)}</Row>`;

  it('run along their arrows: back, both ways, or as drawn', () => {
    const ends = (arrows: Record<string, number>) => {
      const { lines, codes } = linesOf(line(9, [1.5, 8, 3.5, 8], { cells: arrows }), connected);
      return [lines.map(({ source, target }) => `${source.node}-${target.node}`), codes];
    };
    expect(ends({ EndArrow: 4 })).toEqual([['1-2'], []]);
    expect(ends({ BeginArrow: 4 })).toEqual([['2-1'], []]);
    expect(ends({ BeginArrow: 4, EndArrow: 4 })).toEqual([['1-2', '2-1'], ['two-way']]);
    expect(ends({ EndArrow: 'Themed' as unknown as number })).toEqual([['1-2'], ['no-arrow']]);
  });

  it('are boundaries by their master, or dashed and free; a stroke that says nothing is left out', () => {
    const arc = line(9, [0, 2, 4, 2], {
      master: BOUNDARY,
      label: 'Internet',
      cells: { Width: 4, Height: 1, LocPinX: 2, LocPinY: 0, PinX: 2, PinY: 2, Angle: 0 },
      inside: rows(row('EllipticalArcTo', 2, { X: 4, Y: 0, A: 2, B: 1 })),
    });
    const dashed = line(10, [0, 1, 4, 1], { cells: { LinePattern: 2 } });
    const named = line(11, [0, 0.5, 4, 0.5], { label: 'Trust boundary' });
    const { lines, codes } = linesOf(
      arc + dashed + named + line(12, [0, 0, 4, 0]) + line(13, [0, 3, 4, 3], { label: 'hm' }),
    );
    expect(lines.map(({ id, role }) => [id, role])).toEqual([
      ['9', 'lineBoundary'],
      ['10', 'lineBoundary'],
      ['11', 'lineBoundary'],
      ['13', 'unknown'],
    ]);
    expect(lines[0]?.bends).toEqual([{ x: 192, y: 672 }]);
    expect(codes).toEqual(['ignored']);
  });

  it('are boundaries that are drawn as a line with a box: open, or a thin band; what encloses something is none', () => {
    const at = [2, 2, 2, 2] as const;
    const made = (id: number, inside: string) =>
      shape(id, { at, label: 'Cloud', cells: { LinePattern: 2 }, inside });
    const to = (x: number, y: number) => row('LineTo', x * 10 + y, { X: x, Y: y });
    const band = rows(
      row('ArcTo', 2, { X: 2, Y: 2, A: 0.6 }),
      row('LineTo', 3, { X: 2, Y: 1.98 }),
      row('ArcTo', 4, { X: 0.02, Y: 0, A: -0.59 }),
      row('LineTo', 5, { X: 0, Y: 0 }),
    );
    const open = rows(row('EllipticalArcTo', 2, { X: 2, Y: 2, A: 0, B: 2, C: 0, D: 1 }));
    const box = rows(to(2, 0), to(2, 2), to(0, 2), to(0, 0));
    const slim = rows(to(2, 0), to(2, 0.4), to(0, 0.4), to(0, 0));
    const bracket = rows(to(2, 0), to(2, 2), to(0, 2));
    const page = [band, open, box, slim, bracket, band].map((inside, index) => made(20 + index, inside));
    const { lines, nodes } = pageOf({
      page: `${shop}${page.join('')}${line(9, [1.5, 8, 2, 2])}`,
      connects: glue([9, 'BeginX', 1], [9, 'EndX', 25]),
    });
    expect(lines.filter(({ id }) => id !== '9').map(({ id, role, name }) => [id, role, name])).toEqual([
      ['20', 'lineBoundary', 'Cloud'],
      ['21', 'lineBoundary', 'Cloud'],
    ]);
    const boxes = nodes.filter(({ name }) => name === 'Cloud').map(({ id, role }) => [id, role]);
    // What a flow ends at is no line.
    expect(boxes).toEqual(['22', '23', '24', '25'].map((id) => [id, 'borderBoundary']));
    const [first] = lines;
    const [from, end] = [first?.source.point, first?.target.point];
    expect([from, first?.source.node, first?.target.node]).toEqual([{ x: 96, y: 864 }, null, null]);
    expect(Math.hypot((end?.x ?? 0) - 288, (end?.y ?? 0) - 672)).toBeLessThan(3);
  });

  it('without records of what they join are attached by their places', () => {
    const { model, losses } = imported(
      drawing({ page: shop + line(9, [1.5, 8, 3.5, 8.02], { cells: { EndArrow: 4 } }) }),
    );
    const [flow] = model.diagrams[0]?.lines ?? [];
    expect([flow?.source.element, flow?.target.element]).toEqual(
      model.diagrams[0]?.shapes.slice(0, 2).map(({ id }) => id),
    );
    expect(losses).toContainEqual({ code: 'attached', count: 2, example: '' });
  });

  const box = { Width: 4, Height: 0, LocPinX: 2, LocPinY: 0, PinX: 4, PinY: 5, Angle: 0 };
  const spline = [row('SplineStart', 2, { X: 2, Y: 2 }), row('SplineKnot', 3, { X: 4, Y: 0 })];
  test.each<[string, string, { bends?: readonly (readonly number[])[]; control?: readonly number[] }]>([
    ['the spline of the stencils, a quadratic curve', rows(...spline), { control: [384, 288] }],
    [
      'corners',
      rows(
        row('LineTo', 2, { X: 2, Y: 0 }),
        row('LineTo', 3, { X: 2, Y: 1 }),
        row('LineTo', 4, { X: 4, Y: 0 }),
      ),
      {
        bends: [
          [384, 480],
          [384, 384],
        ],
      },
    ],
    [
      'a row that is deleted',
      rows(row('LineTo', 2, { X: 4, Y: 0 }), '<Row T="LineTo" IX="3" Del="1"/>'),
      { bends: [] },
    ],
    ['an arc', rows(row('ArcTo', 2, { X: 4, Y: 0, A: -1 })), { bends: [[384, 384]] }],
    [
      'shares of a length',
      rows(row('RelQuadBezTo', 2, { X: 1, Y: 0, A: 0.5, B: 0 })),
      { control: [384, 480] },
    ],
    [
      'a list of points',
      rows(row('PolylineTo', 2, { X: 4, Y: 0, A: 'POLYLINE(1,1,2,1)' })),
      { bends: [[384, 384]] },
    ],
    [
      'a place kept as a control',
      '<Section N="Control"><Row N="Row_1"><Cell N="X" V="2"/><Cell N="Y" V="1"/></Row></Section>',
      { bends: [[384, 384]] },
    ],
    [
      'no place of a text',
      '<Section N="Control"><Row N="TextPosition"><Cell N="X" V="2"/><Cell N="Y" V="1"/></Row></Section>',
      { bends: [] },
    ],
  ])('are drawn along %s', (_, inside, way) => {
    const { lines } = linesOf(line(9, [2, 5, 6, 5], { cells: { ...box, EndArrow: 4 }, inside }), connected);
    const at = ({ x, y }: { x: number; y: number }) => [Math.round(x), Math.round(y)];
    const [flow] = lines;
    expect(flow?.bends.map(at)).toEqual(way.bends ?? []);
    expect(flow?.control && at(flow.control)).toEqual(way.control);
  });

  it('that are drawn as NURBS bend about where those pass', () => {
    const nurbs = row('NURBSTo', 2, {
      X: 4,
      Y: 0,
      A: 1,
      B: 1,
      C: 0,
      D: 1,
      E: 'NURBS(4, 3, 0, 1, 0,2,0,1, 1,2,0,1)',
    });
    const [flow] =
      imported(
        drawing({
          page: shop + line(9, [2, 5, 6, 5], { cells: { ...box, EndArrow: 4 }, inside: rows(nurbs) }),
        }),
      ).model.diagrams[0]?.lines ?? [];
    expect([flow?.handle.x, flow?.handle.y].map((one) => Math.round((one ?? 0) / 10))).toEqual([38, 29]);
  });
});
