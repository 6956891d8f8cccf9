import { deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  checkInvariants,
  elementName,
  isOutOfScope,
  type Model,
  propertyText,
} from '../../document/index.ts';
import { refusalWords } from '../../words/later.ts';
import {
  buildModel,
  exportFormat,
  idsOf,
  planDraft,
  readForeign,
  readTemplate,
  withDiagrams,
} from '../index.ts';
import { decode, encode, model, own, SAMPLE } from '../testing/files.ts';
import { memberName } from './own.ts';

const stride = (() => {
  const read = readTemplate(own('stride-core.tb7'));
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.template;
})();
const sample = model(encode(SAMPLE)).model;

const read = (bytes: Uint8Array) => {
  const result = readForeign(bytes);
  if (!result.ok) throw new Error(refusalWords(result.error));
  return result.value.draft;
};
const imported = (bytes: Uint8Array, template = stride) => {
  const draft = withDiagrams(read(bytes), ({ doubt }) => doubt === undefined);
  return buildModel(draft, planDraft(draft, template), template, idsOf('drawio'));
};
const refused = (bytes: Uint8Array): string => {
  const result = readForeign(bytes);
  return result.ok ? '' : refusalWords(result.error);
};

const graph = (cells: string): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;
const box = (id: string, style: string, [x, y, w = 100, h = 80]: readonly number[], more = 'parent="1"') =>
  `<mxCell id="${id}" value="${id}" style="${style}" vertex="1" ${more}><mxGeometry x="${x}" y="${y}" width="${w}" height="${h}" as="geometry"/></mxCell>`;
const edge = (id: string, style: string, ends: string, inner = '') =>
  `<mxCell id="${id}" value="${id}" style="${style}" edge="1" parent="1" ${ends}><mxGeometry relative="1" as="geometry">${inner}</mxGeometry></mxCell>`;
const shop =
  box('Web', 'ellipse;html=1;', [300, 40]) +
  box('User', 'rounded=0;whiteSpace=wrap;html=1;', [40, 40]) +
  box('Orders', 'shape=cylinder3;', [600, 40]) +
  edge('order', 'endArrow=classic;', 'source="User" target="Web"');
const pageOf = (cells: string): Uint8Array => encode(graph(cells));
const rolesOf = (cells: string) => {
  const [diagram] = read(pageOf(cells)).diagrams;
  return Object.fromEntries(
    [...(diagram?.nodes ?? []), ...(diagram?.lines ?? [])].map(({ id, role }) => [id, role]),
  );
};

const packed = (xml: string): string => deflateRawSync(encodeURIComponent(xml)).toString('base64');
const mxfile = (...pages: readonly (readonly [name: string, content: string])[]): string =>
  `<mxfile>${pages.map(([name, content], id) => `<diagram id="p${id}" name="${name}">${content}</diagram>`).join('')}</mxfile>`;

/** A PNG of nothing but the chunk that holds a text. */
function png(type: 'tEXt' | 'zTXt', xml: string): Uint8Array {
  const text = Buffer.from(encodeURIComponent(xml));
  const head = Buffer.from(type === 'tEXt' ? 'mxfile\0' : 'mxfile\0\0', 'latin1');
  const data = Buffer.concat([head, type === 'tEXt' ? text : deflateSync(text)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(Buffer.concat([signature, length, Buffer.from(type), data, Buffer.alloc(4)]));
}

describe('a draw.io file', () => {
  const escaped = mxfile(['One', graph(shop)])
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;');
  test.each<[string, Uint8Array]>([
    ['plain', encode(mxfile(['One', graph(shop)]))],
    ['packed', encode(mxfile(['One', packed(graph(shop))]))],
    ['a bare graph', pageOf(shop)],
    ['inside of an SVG', encode(`<svg xmlns="http://www.w3.org/2000/svg" content="${escaped}"/>`)],
    ['inside of a PNG', png('tEXt', mxfile(['One', graph(shop)]))],
    ['packed inside of a PNG', png('zTXt', mxfile(['One', packed(graph(shop))]))],
  ])('is read %s', (_, bytes) => {
    const { model } = imported(bytes);
    expect(
      model.diagrams.map(({ shapes, lines }) => [shapes.map(elementName), lines.map(elementName)]),
    ).toEqual([[['Web', 'User', 'Orders'], ['order']]]);
    expect(checkInvariants(model)).toEqual([]);
  });

  it('has pages; those that are no data flow diagrams are left out and told', () => {
    const tree = box('A', 'shape=or;', [0, 0]) + box('B', 'ellipse;', [300, 0]);
    const { model, losses } = imported(
      encode(
        mxfile(
          ['Shop', graph(shop)],
          ['Notes', graph(box('n', 'text;', [0, 0]))],
          ['Tree', graph(tree)],
          ['', ''],
        ),
      ),
    );
    expect(model.diagrams.map(({ header }) => header)).toEqual(['Shop']);
    expect(losses).toContainEqual({ code: 'no-elements', count: 2, example: 'Notes' });
    expect(losses).toContainEqual({ code: 'attack-tree', count: 1, example: 'Tree' });
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['a library of stencils', encode('<mxlibrary>[]</mxlibrary>'), /library of stencils/],
    ['packed text that is damaged', encode(mxfile(['A', 'AAAA////AAAA'])), /damaged/],
    ['packed text that is no base64', encode(mxfile(['A', '%%%'])), /damaged/],
    ['a text that becomes too much', encode(mxfile(['A', packed(' '.repeat(80_000_000))])), /becomes more/],
    ['XML that ends too early', encode('<mxfile><diagram'), /ends too early/],
    ['a page of another XML', encode(mxfile(['A', packed('<a/>')])), /<a>/],
  ])('is refused as %s', (_, bytes, reason) => expect(refused(bytes)).toMatch(reason));
});

describe('what a cell stands for', () => {
  it('is told by its style', () => {
    expect(
      rolesOf(
        shop +
          box('store', 'shape=partialRectangle;left=0;right=0;', [0, 200]) +
          box('person', 'shape=umlActor;', [200, 200]) +
          box('zone', 'dashed=1;fillColor=none;', [0, 0, 900, 500]) +
          box('note', 'text;html=1;', [400, 200]) +
          box('row', 'shape=tableRow;', [0, 600]),
      ),
    ).toEqual({
      Web: 'process',
      User: 'external',
      Orders: 'store',
      store: 'store',
      person: 'external',
      zone: 'borderBoundary',
      note: 'annotation',
      order: 'flow',
    });
  });

  it('is told by its type in a wrapper, by what it holds, and by words', () => {
    const typed = `<object id="t" label="Ledger" type="data store" Owner="Ada"><mxCell style="rounded=0;" vertex="1" parent="1"><mxGeometry x="0" y="300" width="90" height="40" as="geometry"/></mxCell></object>`;
    const roles = rolesOf(
      typed +
        box('frame', 'rounded=0;', [0, 0, 800, 250]) +
        box('Lambda worker', 'shape=image;image=https://x.test/icons/fn.svg;', [20, 20]) +
        box('S3 bucket', 'rounded=0;', [200, 20]) +
        box('thing', 'rounded=0;', [400, 20]),
    );
    expect(roles).toEqual({
      t: 'store',
      frame: 'borderBoundary',
      'Lambda worker': 'process',
      'S3 bucket': 'store',
      thing: 'unknown',
    });
    const { model } = imported(pageOf(shop + typed));
    const own = model.diagrams[0]?.shapes
      .at(-1)
      ?.properties.flatMap((one) => (one.kind === 'customString' ? [propertyText(one)] : []));
    expect(own).toEqual(['Ada']);
  });

  it('with a tag beside it has the tag as a text of its own', () => {
    const [diagram] = read(pageOf(shop + box('TA01', 'text;', [380, 30, 30, 20]))).diagrams;
    expect(diagram?.nodes.map(({ id, facts }) => [id, facts])).toContainEqual([
      'Web',
      [{ name: 'Tags', value: 'TA01' }],
    ]);
    expect(diagram?.nodes.some(({ id }) => id === 'TA01')).toBe(false);
  });
});

describe('lines', () => {
  const lineOf = (style: string, ends: string, inner = '', more = '') =>
    imported(pageOf(shop + more + edge('e', style, ends, inner)));
  const last = ({ diagrams }: Model) =>
    diagrams[0]?.lines.filter((line) => elementName(line).startsWith('e')) ?? [];

  it('run against an arrow at the start, and both ways with two', () => {
    const idsOfShapes = Object.fromEntries(
      imported(pageOf(shop)).model.diagrams[0]?.shapes.map((shape) => [elementName(shape), shape.id]) ?? [],
    );
    const [back] = last(lineOf('startArrow=classic;endArrow=none;', 'source="Web" target="Orders"').model);
    expect([back?.source.element, back?.target.element]).toEqual([idsOfShapes['Orders'], idsOfShapes['Web']]);
    const both = lineOf('startArrow=classic;', 'source="Web" target="Orders"');
    expect(last(both.model)).toHaveLength(2);
    expect(both.losses).toContainEqual({ code: 'two-way', count: 1, example: 'e' });
    expect(lineOf('endArrow=none;', 'source="Web" target="Orders"').losses).toContainEqual({
      code: 'no-arrow',
      count: 1,
      example: 'e',
    });
  });

  it('have the curve of a single point as their control, and a bend as it is', () => {
    const points = '<Array as="points"><mxPoint x="500" y="400"/></Array>';
    expect(
      last(lineOf('endArrow=classic;', 'source="Web" target="Orders"', points).model)[0]?.handle,
    ).toEqual({ x: 500, y: 400 });
    const [curved] = last(lineOf('curved=1;', 'source="Web" target="Orders"', points).model);
    const middle = ((curved?.source.y ?? 0) + 800 + (curved?.target.y ?? 0)) / 4;
    expect(Math.abs((curved?.handle.y ?? 0) - middle)).toBeLessThanOrEqual(1);
  });

  it('leave and enter where the file says, and take the labels that hang on them', () => {
    const label = `<mxCell id="l" value="&lt;b&gt;TLS&lt;/b&gt;&lt;br&gt;443" style="edgeLabel;html=1;" vertex="1" connectable="0" parent="e"><mxGeometry x="-0.2" relative="1" as="geometry"/></mxCell>`;
    const [line] = last(
      lineOf('exitX=0.5;exitY=1;entryX=0.5;entryY=0;', 'source="Web" target="Orders"', '', label).model,
    );
    expect([line?.source.port, line?.target.port]).toEqual(['South', 'North']);
    expect(line && elementName(line)).toBe('e / TLS\n443');
  });

  it('that are dashed with free ends are boundaries; free ends at an element are attached to it', () => {
    const ends = '<mxPoint x="200" y="0" as="sourcePoint"/><mxPoint x="200" y="400" as="targetPoint"/>';
    expect(last(lineOf('dashed=1;endArrow=none;', '', ends).model).map(({ kind }) => kind)).toEqual([
      'lineBoundary',
    ]);
    const near = '<mxPoint x="145" y="80" as="sourcePoint"/>';
    const attached = lineOf('endArrow=classic;', 'target="Orders"', near);
    expect(last(attached.model)[0]?.source.element).not.toBeNull();
    expect(attached.losses).toContainEqual({ code: 'attached', count: 1, example: 'e' });
  });

  it('that are half-round shapes run along their longer side', () => {
    const [line] =
      imported(
        pageOf(shop + box('e', 'shape=requiredInterface;dashed=1;', [500, 20, 20, 330])),
      ).model.diagrams[0]?.lines.filter(({ kind }) => kind === 'lineBoundary') ?? [];
    expect([line?.source, line?.target].map((end) => [end?.x, end?.y])).toEqual([
      [500, 20],
      [500, 350],
    ]);
  });
});

describe('a model as draw.io', () => {
  it('comes back with its types, places, ports, handles, names and properties', () => {
    const named: Model = {
      ...sample,
      diagrams: sample.diagrams.map((diagram) => ({
        ...diagram,
        shapes: diagram.shapes.map((shape) => ({
          ...shape,
          properties: shape.properties.map((one) =>
            one.kind === 'string' && one.displayName === 'Name' ? { ...one, value: ' <b>"&amp;\n x' } : one,
          ),
        })),
      })),
    };
    for (const one of [sample, named]) {
      const { bytes } = exportFormat('drawio')?.write(one) ?? { bytes: encode('') };
      const back = imported(bytes, one.template).model;
      const facts = ({ diagrams }: Model) =>
        diagrams.map(({ id, header, shapes, lines }) => ({
          id,
          header,
          shapes: shapes.map((shape) => [
            shape.id,
            shape.typeId,
            elementName(shape),
            shape.left,
            shape.top,
            shape.width,
          ]),
          lines: lines.map(({ source, target, handle, ...line }) => [
            line.id,
            line.typeId,
            source,
            target,
            handle,
          ]),
        }));
      expect(facts(back)).toEqual(facts(one));
    }
    const { bytes } = exportFormat('drawio')?.write(named) ?? { bytes: encode('') };
    expect(decode(bytes)).toContain('label=" &amp;lt;b&amp;gt;&quot;&amp;amp;amp;&lt;br&gt; x"');
  });

  it('draws the same curve: its one point is the control of the quadratic', () => {
    const text = decode(exportFormat('drawio')?.write(sample).bytes ?? encode(''));
    const without = text.replace(/ trustline-(type|data)="[^"]*"/g, '');
    const [before, after] = [sample, imported(encode(without), sample.template).model].map(
      ({ diagrams }) => new Map(diagrams[0]?.lines.map(({ id, handle }) => [id, handle])),
    );
    for (const [id, handle] of before ?? []) {
      const other = after?.get(id);
      expect(Math.hypot((other?.x ?? 0) - handle.x, (other?.y ?? 0) - handle.y)).toBeLessThan(3);
    }
  });
});

it('what was changed in draw.io holds: properties, places, copies, new shapes off the page', () => {
  const text = decode(exportFormat('drawio')?.write(sample).bytes ?? encode(''));
  const [flow] = sample.diagrams[0]?.lines ?? [];
  const [shape] = sample.diagrams[0]?.shapes.filter(({ kind }) => kind === 'ellipse') ?? [];
  if (flow === undefined || shape === undefined) throw new Error('There is nothing to change');
  const whole = new RegExp(`<object [^>]*id="${shape.id}"[\\s\\S]*?</object>`).exec(text)?.[0] ?? '';
  const copy = whole.replace(` id="${shape.id}"`, ' id="copy"').replace(/ x="[^"]*"/, ' x="-700"');
  const changed = text
    .replace(/ Out_Of_Scope="false"/, ' Out_Of_Scope="true"')
    .replace('</root>', `${copy}${box('new', 'ellipse;', [-500, 10])}</root>`);
  const back = imported(encode(changed), sample.template).model;
  const [diagram] = back.diagrams;
  expect(diagram?.shapes).toHaveLength((sample.diagrams[0]?.shapes.length ?? 0) + 2);
  expect(new Set(diagram?.shapes.map(({ left, top }) => `${left} ${top}`)).size).toBe(diagram?.shapes.length);
  expect([...(diagram?.shapes ?? []), ...(diagram?.lines ?? [])].filter(isOutOfScope)).toHaveLength(1);
  expect(checkInvariants(back)).toEqual([]);
});

it('names of properties become names that XML has', () => {
  const used = new Set<string>();
  expect(
    ['Nº de cuenta', '1st', 'label', 'xml', 'A b', 'A-b', 'A_b', '日本', ''].map((name) =>
      memberName(name, used),
    ),
  ).toEqual(['N_de_cuenta', '_1st', '_label', '_xml', 'A_b', 'A-b', 'A_b_2', '日本', '_']);
});

it.each<[string, string]>([
  [
    'placeholders that fill each other',
    `<object id="p" placeholders="1" label="${'%a%'.repeat(50_000)}" a="${'x'.repeat(10_000)}"><mxCell vertex="1" parent="1"><mxGeometry x="0" y="0" width="9" height="9" as="geometry"/></mxCell></object>`,
  ],
  [
    'the name of a picture',
    `<mxCell id="i" style="image=${'a'.repeat(200_000)}/" vertex="1" parent="1"><mxGeometry x="0" y="0" width="9" height="9" as="geometry"/></mxCell>`,
  ],
  [
    'labels at many lines',
    Array.from({ length: 5000 }, (_, at) => edge(`e${at}`, '', 'source="Web" target="User"')).join(''),
  ],
])('a page with %s is read', (_, cells) => {
  const [diagram] = read(pageOf(shop + cells)).diagrams;
  expect(diagram?.nodes.every(({ name, kind }) => name.length <= 40_000 && kind.length <= 100)).toBe(true);
});

it('the limits hold for all pages together', () => {
  const page = packed(graph('<a/>'.repeat(100_000)));
  const bytes = encode(mxfile(...Array.from({ length: 30 }, (_, at) => [`P${at}`, page] as const)));
  expect(refused(bytes)).toMatch(/more than/);
});

it('whatever is in a page ends in a model that holds its invariants, the same each time', () => {
  const style = fc.constantFrom(
    'ellipse;',
    'shape=cylinder;',
    'swimlane;',
    'group',
    'dashed=1;fillColor=none;',
    'text;',
    'shape=image;image=data:,x',
    '',
  );
  const id = fc.constantFrom('1', 'a', 'b', 'c', 'Web');
  const number = fc.oneof(fc.integer({ min: -9999, max: 9999 }), fc.constant(Number.NaN), fc.constant(1e300));
  const vertex = fc
    .tuple(id, style, id, number, number)
    .map(([own, look, parent, x, y]) => box(own, look, [x, y], `parent="${parent}"`));
  const line = fc
    .tuple(id, id, id)
    .map(([own, from, to]) => edge(own, '', `source="${from}" target="${to}"`));
  fc.assert(
    fc.property(fc.array(fc.oneof(vertex, line), { maxLength: 8 }), (cells) => {
      const bytes = pageOf(shop + cells.join(''));
      const { model } = imported(bytes);
      expect(checkInvariants(model)).toEqual([]);
      expect(imported(bytes).model).toEqual(model);
    }),
    { numRuns: 100 },
  );
});
