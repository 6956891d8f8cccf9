import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { readModel } from '../codec/index.ts';
import { diagramId, elementId, type Model, type Threat, ZERO_GUID } from '../document/index.ts';
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
import { addNote, setInformation, setName, setThreatState } from '../edit/index.ts';
import { refusalWords } from '../words/index.ts';
import {
  buildReport,
  plainText,
  renderCsv,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPdf,
  sanitizeHtml,
  threatsJson,
  threatsTable,
} from './index.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const NOW = '2026-01-02T03:04:05.6+01:00';
const author = { name: 'Ada', now: NOW };

function load(file: string): Model {
  const read = readModel(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.model;
}
const sample = load(path.join(ROOT, 'templates', 'docker-sample.tm7'));
const html = (model: Model): string => renderHtml(buildReport(model, { now: NOW }));
const withThreats = (model: Model, change: (threat: Threat, index: number) => Threat): Model => ({
  ...model,
  threats: model.threats.map(change),
});
/** Text of the page without tags, as a reader sees it. */
const textOf = (page: string): string => plainText(page.replace(/<style>.*?<\/style>|<svg.*?<\/svg>/gs, ''));

describe('the statements and their order (format 6)', () => {
  it('groups by interaction, orders groups by name without case, numbers through', () => {
    const report = buildReport(sample, { now: NOW });
    const names = report.diagrams[0]?.interactions.map((interaction) => interaction.name);
    expect(names).toEqual(['HTTP', 'HTTPS', 'HTTPS', 'HTTPS', 'Process', 'Process']);
    const numbers = report.diagrams.flatMap((d) =>
      d.interactions.flatMap((i) => i.threats.map((t) => t.number)),
    );
    expect(numbers).toEqual(sample.threats.map((_, index) => index + 1));
  });

  it('groups by the elements where another writer left the interaction key or the diagram empty', () => {
    const bare = withThreats(sample, (threat) => ({
      ...threat,
      interactionKey: '',
      diagramId: diagramId(ZERO_GUID),
    }));
    const shown = (model: Model) =>
      buildReport(model, { now: NOW }).diagrams.map(({ header, interactions }) => [
        header,
        interactions.map(({ name, threats }) => [name, threats.length]),
      ]);
    expect(shown(bare)).toEqual(shown(sample));
    expect(bare.threats[0]?.interactionKey).toBe('');
  });

  it('sorts lower case among upper case, equal names by first occurrence', () => {
    const flows = sample.diagrams[0]?.lines ?? [];
    const named = flows.reduce(
      (model, flow, index) => setName(model, flow.id, ['b', 'A', 'c', 'B', 'a', 'C'][index] ?? ''),
      sample,
    );
    const renamed = withThreats(named, (threat) => {
      const flow = flows.findIndex((candidate) => candidate.id === threat.flowId);
      const name = ['b', 'A', 'c', 'B', 'a', 'C'][flow] ?? '';
      return {
        ...threat,
        properties: threat.properties.map(([key, value]) => [
          key,
          key === 'InteractionString' ? name : value,
        ]),
      };
    });
    const names = buildReport(renamed, { now: NOW }).diagrams[0]?.interactions.map(({ name }) =>
      name.toLowerCase(),
    );
    expect(names).toEqual(['a', 'a', 'b', 'b', 'c', 'c']);
  });

  it('sorts by the names as they are stored, line breaks included (format 6.4)', () => {
    const [first, second, third] = sample.diagrams[0]?.lines ?? [];
    if (first === undefined || second === undefined || third === undefined) throw new Error('no flows');
    const named = [
      [first.id, 'query or read'],
      [second.id, 'query & config'],
      [third.id, 'query \nor write'],
    ] as const;
    const model = named.reduce((next, [id, name]) => setName(next, id, name), sample);
    const ids = new Set<string>(named.map(([id]) => id));
    const only = { ...model, threats: model.threats.filter(({ flowId }) => ids.has(flowId)) };
    const names = buildReport(only, { now: NOW }).diagrams[0]?.interactions.map(({ name }) => name);
    expect(names?.map((name) => name.replace(/\s+/g, ' '))).toEqual([
      'query or write',
      'query & config',
      'query or read',
    ]);
  });

  it('tells interactions of one name apart in the contents, and nowhere else', () => {
    const page = html(sample);
    const nav = textOf(page.slice(page.indexOf('<nav'), page.indexOf('</nav>')));
    expect(nav).toContain('HTTPS (Secret → Image)');
    expect(nav).not.toContain('HTTP (');
    expect(page.match(/<h3[^>]*>Interaction: HTTPS<\/h3>/g)).toHaveLength(3);
  });

  it('counts states in the fixed order, migrated ones by their mark', () => {
    const keys = sample.threats.slice(0, 3).map((threat) => threat.key);
    const changed = withThreats(setThreatState(sample, keys, 'Mitigated', author), (threat, index) => ({
      ...threat,
      upgraded: index < 2,
      state: index === 5 ? 'Deferred' : threat.state,
    }));
    expect(buildReport(changed, { now: NOW }).summary.map(({ label, count }) => [label, count])).toEqual([
      ['Not Started', 16],
      ['Not Applicable', 0],
      ['Needs Investigation', 0],
      ['Mitigation Implemented', 3],
      ['Total', 20],
      ['Total Migrated', 2],
    ]);
  });

  it('shows rows without a value, trims cells, says when there is no justification', () => {
    const first = withThreats(sample, (threat, index) =>
      index > 0
        ? threat
        : {
            ...threat,
            properties: threat.properties
              .filter(([name]) => name !== 'ActionItems')
              .map(([name, value]) => [name, name === 'UserThreatDescription' ? '  padded  ' : value]),
          },
    );
    const rows = buildReport(first, { now: NOW }).diagrams[0]?.interactions[0]?.threats[0]?.rows;
    expect(rows?.map(({ label }) => label)).toEqual([
      'Category',
      'Description',
      'Justification',
      'Action Items',
      'Comments',
    ]);
    expect(rows?.[1]?.value).toBe('padded');
    expect(rows?.[2]).toMatchObject({ value: '', whenEmpty: '<no mitigation provided>' });
    expect(rows?.[3]?.value).toBe('');
  });

  it('prints the priority member, not the property', () => {
    const odd = withThreats(sample, (threat) => ({ ...threat, priority: 'Low' }));
    expect(html(odd).match(/\[Priority: Low\]/g)).toHaveLength(20);
  });

  it('shows notes only when there are some, messages and stale threats in their places', () => {
    expect(html(sample)).not.toContain('Notes:');
    const noted = addNote(sample, 'Ask <them>', author);
    const stale = new Set(sample.threats.slice(0, 1).map((threat) => threat.key));
    const page = renderHtml(
      buildReport(noted, {
        now: NOW,
        stale,
        messages: [{ severity: 'warning', code: 'free-end', text: 'A free end' }],
      }),
    );
    expect(textOf(page)).toMatch(
      /Notes:\s[\s\S]*Ask <them>[\s\S]*Messages:\s[\s\S]*A free end[\s\S]*Threat Model Summary/,
    );
    expect(page.match(/no longer generated/g)).toHaveLength(1);
  });

  it('keeps threats of deleted flows and diagrams', () => {
    const bare: Model = {
      ...sample,
      diagrams: sample.diagrams.map((diagram) => ({ ...diagram, lines: [] })),
    };
    expect(textOf(html(bare))).toContain('The data flow was deleted.');
    expect(html(bare).match(/<h3[^>]*>Interaction: (?!Deleted<)/g)).toBeNull();
    const none: Model = { ...sample, diagrams: [] };
    expect(buildReport(none, { now: NOW }).diagrams.map(({ header }) => header)).toEqual(['Deleted diagram']);
  });

  it('calls the interaction of a threat that no longer follows Deleted in every format', () => {
    const [first] = sample.threats;
    if (first === undefined) throw new Error('No threat');
    const stale = new Set([first.key]);
    const report = buildReport(sample, { now: NOW, stale });
    expect(textOf(renderHtml(report)).match(/\[Interaction: Deleted\]/g)).toHaveLength(1);
    expect(renderMarkdown(report).match(/Interaction: Deleted/g)).toHaveLength(1);
    expect(renderCsv(report).match(/,Deleted,/g)).toHaveLength(1);
    expect(renderJson(report).match(/"interaction": "Deleted"/g)).toHaveLength(1);
    expect(threatsJson(sample, 'x', stale).match(/"name": "Deleted"/g)).toHaveLength(1);
    expect(threatsTable(sample, 'csv', stale).match(/,Deleted,/g)).toHaveLength(1);
    expect(report.diagrams[0]?.interactions.map(({ name }) => name)).not.toContain('Deleted');
  });

  it('lists several diagrams in their order, each with its own threats', () => {
    const [first] = sample.diagrams;
    if (first === undefined) throw new Error('The sample has no diagram');
    const two: Model = {
      ...sample,
      diagrams: [{ ...first, id: 'other' as typeof first.id, header: 'Empty' }, first],
    };
    const report = buildReport(two, { now: NOW });
    expect(report.diagrams.map(({ header, interactions }) => [header, interactions.length])).toEqual([
      ['Empty', 0],
      ['Docker Sample', 6],
    ]);
  });
});

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

  it('puts the name of a boundary curve into a label like that of a flow, and none without a name', () => {
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

describe('other writers', () => {
  it('PDF: a document with pages, its title and searchable text, also for names in any script', async () => {
    const named = setInformation(sample, 'name', 'Contêiner Контейнер 容器 🐳');
    const bytes = await renderPdf(buildReport(named, { now: NOW }));
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.startsWith('%PDF-1.')).toBe(true);
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
    expect((text.match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(3);
    expect(text).toContain('/Outlines');
    expect(text).toContain('/ToUnicode');
  });

  it('JSON says the same statements', () => {
    const { diagrams, summary } = JSON.parse(renderJson(buildReport(sample, { now: NOW })));
    expect(summary['Total']).toBe(20);
    expect(diagrams[0].interactions[0].threats[0]).toMatchObject({
      number: 1,
      state: 'Not Started',
      priority: 'High',
    });
  });

  it('JSON loses no row to another one of the same label', () => {
    const { datums, ...rest } = sample.template.threatMetadata;
    const [some] = datums;
    if (some === undefined) throw new Error('No metadata');
    const added = ['a', 'b', 'c'].map((name, index) => ({
      ...some,
      name,
      label: ['Description', 'state', 'state'][index] ?? '',
      hideFromUi: false,
    }));
    const model = withThreats(
      {
        ...sample,
        template: { ...sample.template, threatMetadata: { ...rest, datums: [...datums, ...added] } },
      },
      (threat) => ({
        ...threat,
        properties: [...threat.properties, ['a', 'A'], ['b', 'B'], ['c', 'C']] as const,
      }),
    );
    const { diagrams } = JSON.parse(renderJson(buildReport(model, { now: NOW })));
    const [threat] = diagrams[0].interactions[0].threats;
    expect(threat).toMatchObject({
      state: 'Not Started',
      'Description (2)': 'A',
      'state (2)': 'B',
      'state (3)': 'C',
    });
    expect(threat['Description']).not.toBe('A');
  });

  it('threats for programs keep the stored state and key', () => {
    const { threats } = JSON.parse(threatsJson(sample, 'x.tm7', new Set()));
    expect(threats.map((threat: { key: string }) => threat.key)).toEqual(
      sample.threats.map((threat) => threat.key),
    );
  });

  it('the table is one line per threat and carries no control characters', () => {
    const odd = withThreats(sample, (threat) => ({ ...threat, priority: 'Hi\u001b[31mgh\nx' }));
    const lines = threatsTable(odd, 'table', new Set()).trimEnd().split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
  });
});

const SHARED = path.join(ROOT, '..', 'shared');
const CHECK = path.join(SHARED, 'tools', 'report_check.py');
const hasPython = ((): boolean => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const canCheck = existsSync(CHECK) && hasPython;
if (!canCheck)
  console.warn(
    'SKIPPED: reports against those of the Windows tool, because ../shared or python3 is not there',
  );

describe.runIf(canCheck)('the reports of the Windows tool', () => {
  it.each([
    ['seed/docker_sample.tm7', undefined],
    ['corpus/models/sveltekit-aspire.tm7', 'corpus/models/sveltekit-aspire.report.htm'],
  ])('%s: every fact is the same in the same order', (file, reference) => {
    const target = path.join(mkdtempSync(path.join(tmpdir(), 'trustline-report-')), 'report.html');
    writeFileSync(target, html(load(path.join(SHARED, file))));
    const words = [CHECK, target, ...(reference === undefined ? [] : [path.join(SHARED, reference)])];
    expect(execFileSync('python3', words, { encoding: 'utf8' })).toMatch(/, 0 differences/);
  });
});
