import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { elementId } from '../document/index.ts';
import {
  boundaryNameLines,
  checkedImage,
  diagramCrop,
  diagramSvg,
  imagePlacement,
  interactionSvg,
  labelDrawing,
  lineLabel,
  wrapText,
} from '../drawing/index.ts';
import { setInformation, setName } from '../edit/index.ts';
import { buildReport, renderCsv, renderMarkdown, sanitizeHtml } from './index.ts';
import { html, NOW, sample, withThreats } from './testing/sample.ts';

/** A PNG of one clear pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

describe('nothing of a file becomes more than text', () => {
  const HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&\u0007]]>';
  const user = sample.diagrams[0]?.shapes.find((shape) => shape.kind === 'rectangle');
  const flow = sample.diagrams[0]?.lines.find((line) => line.kind === 'flow');
  if (user === undefined || flow === undefined) throw new Error('The sample has no user or flow');
  const hostile = setInformation(
    setName(setName(sample, user.id, HOSTILE), flow.id, HOSTILE),
    'owner',
    HOSTILE,
  );

  it('in SVG, which stays well-formed', () => {
    const diagram = hostile.diagrams[0];
    const line = diagram?.lines.find((candidate) => candidate.id === flow.id);
    if (diagram === undefined || line === undefined) throw new Error('Gone');
    for (const svg of [
      diagramSvg(hostile, diagram),
      interactionSvg(hostile, diagram, line),
      diagramSvg(hostile, diagram, { theme: 'print' }),
    ]) {
      const tags: string[] = [];
      const parser = new SaxesParser({ xmlns: true });
      parser.on('opentag', (tag) => tags.push(tag.local));
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(svg).close();
      expect(new Set(tags)).not.toContain('script');
      expect(tags.filter((tag) => tag === 'image').length).toBe(
        (svg.match(/href="data:image\/png;base64,/g) ?? []).length,
      );
      expect(/<[a-z][^<>]*\son\w+=/.test(svg)).toBe(false);
    }
  });

  it('in HTML, which runs and loads nothing', () => {
    const page = html(hostile);
    expect(page).toContain("default-src 'none'");
    expect(/<script|<img|<[a-z][^<>]*\sonerror=/.test(page)).toBe(false);
    expect(page).toContain('&lt;script&gt;');
  });

  it('in Markdown', () => {
    const page = renderMarkdown(buildReport(hostile, { now: NOW }));
    expect(page).not.toMatch(/<script|<img/);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['@cmd', "'@cmd"],
    [' =1', "' =1"],
    ['-42', '-42'],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
  ])('in CSV: %j', (owner, cell) => {
    const csv = renderCsv(
      buildReport(
        withThreats(sample, (threat) => ({ ...threat, changedBy: owner })),
        { now: NOW },
      ),
    );
    expect(csv).toContain(`,${cell},`);
    expect(csv.startsWith('\uFEFFId,')).toBe(true);
  });

  it.each([
    ['<p>A <b>bold</b> word</p>', '<p>A <b>bold</b> word</p>'],
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<script>alert(1)</script>after', 'after'],
    ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href=" java\tscript:alert(1)">x</a>', '<a>x</a>'],
    [
      '<a href="https://example.org/?a=1&b=2">x</a>',
      '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">x</a>',
    ],
    ['<img src=x onerror=alert(1)>text', 'text'],
    ['<svg><script>1</script></svg>text', 'text'],
    ['<b>never closed', '<b>never closed</b>'],
    ['<i><b>crossed</i></b>', '<i><b>crossed</b></i>'],
    ['1 &lt; 2', '1 &lt; 2'],
  ])('in rich text: %s', (from, to) => {
    expect(sanitizeHtml(from)).toBe(to);
  });

  it.each([
    [PIXEL, `data:image/png;base64,${PIXEL}`],
    [` ${PIXEL.slice(0, 8)}\n${PIXEL.slice(8)} `, `data:image/png;base64,${PIXEL}`],
    ['PHN2Zz48L3N2Zz4=', null],
    ['', null],
    ['iVBORw0KGgo"onload="x', null],
  ])('in pictures: %j', (base64, href) => {
    expect(checkedImage(base64)).toBe(href);
  });
});

describe('pictures (format 7)', () => {
  it('crops a diagram 25 around what is drawn, never before 10', () => {
    const [diagram] = sample.diagrams;
    if (diagram === undefined) throw new Error('The sample has no diagram');
    const shape = {
      ...diagram.shapes[0],
      kind: 'rectangle',
      left: 100,
      top: 20,
      width: 100,
      height: 100,
    } as const;
    const one = { ...diagram, lines: [], shapes: [shape as (typeof diagram.shapes)[number]] };
    expect(diagramCrop(one)).toEqual({ left: 80, top: 10, width: 140, height: 130 });
  });

  it('puts a label of one line at the handle plus 5, 10 and 30 high', () => {
    const label = labelDrawing('HTTP', { x: 100, y: 100 }, true);
    expect(label && [label.box.left + label.box.width / 2, label.box.top, label.box.height]).toEqual([
      105, 110, 30,
    ]);
    expect(labelDrawing('a\nb', { x: 0, y: 0 }, true)?.box.height).toBe(38);
    expect(labelDrawing(' ', { x: 0, y: 0 }, false)).toBeNull();
  });

  it('writes the lines of boundary names below each other, from the top right corner', () => {
    const { lines } = boundaryNameLines('Docker\r\nhost', { left: 10, top: 20, width: 300, height: 200 });
    expect(lines.map(({ text, x }) => [text, x])).toEqual([
      ['Docker', 307],
      ['host', 307],
    ]);
    expect((lines[1]?.y ?? 0) - (lines[0]?.y ?? 0)).toBe(15);
    const narrow = boundaryNameLines('Physical machine boundary', { left: 0, top: 0, width: 40, height: 40 });
    expect(narrow.lines.map(({ text }) => text)).toEqual(['Physical', 'machine', 'boundary']);
  });

  it.each([
    [
      { left: 10, top: 20, width: 800, height: 500 },
      { left: 766, top: 476, width: 40, height: 40 },
    ],
    [
      { left: 0, top: 0, width: 90, height: 50 },
      { left: 66, top: 26, width: 20, height: 20 },
    ],
  ])('keeps a picture in the corner of %j small', (box, place) => {
    expect(imagePlacement(box, 'Lower right of stencil')).toEqual(place);
  });

  it('puts the name of a line boundary into a label like that of a flow, and none without a name', () => {
    const at = { kind: 'lineBoundary', handle: { x: 100, y: 100 } } as const;
    expect(lineLabel(at, 'Node Boundary', true)).toEqual(labelDrawing('Node Boundary', at.handle, true));
    expect(lineLabel(at, ' ', true)).toBeNull();
  });

  it('lets no label hide another in a picture', () => {
    const [diagram] = sample.diagrams;
    const [flow] = diagram?.lines ?? [];
    if (diagram === undefined || flow === undefined) throw new Error('The sample has no flow');
    const twice = { ...diagram, shapes: [], lines: [flow, { ...flow, id: elementId('other') }] };
    const labels = [...diagramSvg(sample, twice).matchAll(/<rect [^>]*y="([\d.]+)"[^>]*rx="3"/g)];
    const tops = labels.map(([, y]) => Number(y));
    expect(tops).toHaveLength(2);
    expect(Math.abs((tops[0] ?? 0) - (tops[1] ?? 0))).toBeGreaterThanOrEqual(30);
  });

  it('has room around it when it stands alone', () => {
    const [diagram] = sample.diagrams;
    if (diagram === undefined) throw new Error('the sample has no diagram');
    const view = (padding?: number) =>
      /width="(\d+)" height="(\d+)" viewBox="([-\d. ]+)"/
        .exec(diagramSvg(sample, diagram, padding === undefined ? {} : { padding }))
        ?.slice(1)
        .join(' ')
        .split(' ')
        .map(Number);
    const [width = 0, height = 0, left = 0, top = 0, ...size] = view() ?? [];
    expect(view(16)).toEqual([
      width + 32,
      height + 32,
      left - 16,
      top - 16,
      ...size.map((length) => length + 32),
    ]);
  });

  it('wraps at line breaks, blanks and inside long words', () => {
    expect(wrapText('Docker Registry', 60)).toEqual(['Docker', 'Registry']);
    expect(wrapText('a\r\nb\nc', 60)).toEqual(['a', 'b', 'c']);
    expect(wrapText('', 60)).toEqual(['']);
    expect(wrapText('abcdefghijklmnop', 30).join('')).toBe('abcdefghijklmnop');
    expect(wrapText('abcdefghijklmnop', 30).length).toBeGreaterThan(2);
  });

  it('writes each picture of the template once', () => {
    const page = html(sample);
    const pictures = page.match(/href="data:image\/png;base64,[^"]+"/g) ?? [];
    expect(pictures.length).toBeGreaterThan(5);
    expect(new Set(pictures).size).toBe(pictures.length);
  });
});
