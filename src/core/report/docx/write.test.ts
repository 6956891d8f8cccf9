import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { THREAT_TEXT } from '../../document/index.ts';
import { setInformation, setName } from '../../edit/index.ts';
import { DEFAULT_CHOICES, type ReportChoices } from '../options.ts';
import { buildReport } from '../report.ts';
import { author, NOW, sample, withThreats } from '../testing/sample.ts';
import { renderDocx } from './write.ts';

type Model = typeof sample;

const written = (
  model: Model,
  choices: Partial<ReportChoices> = {},
  progress?: (share: number) => void,
): Promise<Uint8Array> =>
  renderDocx(
    buildReport(model, { now: NOW, tool: 'Trustline 1', choices: { ...DEFAULT_CHOICES, ...choices } }),
    progress,
  );

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Opened {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** Tags of a part in their order. */
  readonly tags: (part: string) => readonly Tag[];
}

/** Every part that is XML, well-formed, or it throws. */
function opened(bytes: Uint8Array): Opened {
  const parts = unzipSync(bytes);
  const read = new Map<string, readonly Tag[]>();
  for (const [name, data] of Object.entries(parts)) {
    if (!/\.(xml|rels|svg)$/.test(name)) continue;
    const tags: Tag[] = [];
    const parser = new SaxesParser<{ readonly xmlns: false; readonly fileName: string }>({
      xmlns: false,
      fileName: name,
    });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', (tag) => tags.push({ name: tag.name, attributes: { ...tag.attributes } }));
    parser.write(strFromU8(data)).close();
    read.set(name, tags);
  }
  return { parts, tags: (part) => read.get(part) ?? [] };
}

const valuesOf = ({ tags }: Opened, part: string, tag: string, attribute: string): readonly string[] =>
  tags(part)
    .filter(({ name }) => name === tag)
    .map(({ attributes }) => attributes[attribute] ?? '');

/** The document as an independent reader understands it, with our styles told by their names. */
async function htmlOf(bytes: Uint8Array): Promise<string> {
  const styleMap = [
    "p[style-name='Title'] => h1.title:fresh",
    "p[style-name='Classification'] => p.classification:fresh",
    "p[style-name='Threat Facts'] => p.facts:fresh",
    "p[style-name='Table Heading'] => p.head:fresh",
  ];
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  return value;
}

describe('a report as a Word document, read by others', () => {
  it('has its headings, the register and each threat with its rows', async () => {
    const html = await htmlOf(await written(sample));
    const headings = [...html.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/g)].map(
      ([, level, inner = '']) => `${level} ${inner.replace(/<[^>]*>/g, '')}`,
    );
    expect(headings).toEqual(
      expect.arrayContaining([
        '1 Threat Modeling Report',
        '1 Summary',
        '2 Priority by state',
        '1 The model',
        '1 Register',
        '1 Threat Model Summary',
        `1 Diagram: ${sample.diagrams[0]?.header}`,
        '2 Elements',
        '2 Trust boundaries',
      ]),
    );
    const report = buildReport(sample, { now: NOW });
    const threats = report.diagrams.flatMap(({ interactions }) =>
      interactions.flatMap((each) => each.threats),
    );
    expect(threats.length).toBeGreaterThan(10);
    expect(headings.filter((heading) => heading.startsWith('3 '))).toEqual(
      threats.map(({ number, title }) => `3 ${number}. ${title}`),
    );
    // The head of the register, and a title that leads to its threat.
    expect(html).toMatch(/<thead><tr><th><p class="head">No\.<\/p>/);
    const anchors = threats.map(({ anchor }) => anchor.replaceAll('-', '_'));
    for (const anchor of anchors) {
      expect(html).toContain(`id="${anchor}"`);
      expect(html).toContain(`href="#${anchor}"`);
    }
  });

  it('leads only to places that there are, by names that Word takes, each once', async () => {
    const file = opened(await written(sample));
    const places = valuesOf(file, 'word/document.xml', 'w:bookmarkStart', 'w:name');
    const numbers = valuesOf(file, 'word/document.xml', 'w:bookmarkStart', 'w:id');
    const links = valuesOf(file, 'word/document.xml', 'w:hyperlink', 'w:anchor').filter((to) => to !== '');
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(places.filter((place) => !/^[A-Za-z]\w{0,39}$/.test(place))).toEqual([]);
    expect(links.filter((to) => !places.includes(to))).toEqual([]);
    expect(links.length).toBeGreaterThan(40);
    const ids = valuesOf(file, 'word/_rels/document.xml.rels', 'Relationship', 'Id');
    const used = valuesOf(file, 'word/document.xml', 'w:hyperlink', 'r:id').filter((id) => id !== '');
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('names styles that there are, and no look of its own beside the bars of states', async () => {
    const file = opened(await written(sample));
    const styles = new Set(valuesOf(file, 'word/styles.xml', 'w:style', 'w:styleId'));
    for (const tag of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
      expect(valuesOf(file, 'word/document.xml', tag, 'w:val').filter((style) => !styles.has(style))).toEqual(
        [],
      );
    const direct = file.tags('word/document.xml').map(({ name }) => name);
    for (const look of ['w:color', 'w:sz', 'w:b', 'w:rFonts']) expect(direct).not.toContain(look);
    expect(valuesOf(file, 'word/styles.xml', 'w:lang', 'w:val')).toEqual(['en-US']);
  });

  it('repeats the head of each table, and keeps rows on a page', async () => {
    const file = opened(await written(sample));
    const tags = file.tags('word/document.xml').map(({ name }) => name);
    const tables = valuesOf(file, 'word/document.xml', 'w:tblStyle', 'w:val');
    expect(tags.filter((name) => name === 'w:tblHeader')).toHaveLength(
      tables.filter((style) => style === 'TrustlineTable').length,
    );
    const counts = { rows: 0, whole: 0 };
    let style: string | undefined;
    for (const { name, attributes } of file.tags('word/document.xml')) {
      if (name === 'w:tblStyle') style = attributes['w:val'];
      if (style === 'TrustlineTable' && name === 'w:tr') counts.rows += 1;
      if (style === 'TrustlineTable' && name === 'w:cantSplit') counts.whole += 1;
    }
    expect(counts.rows).toBeGreaterThan(20);
    expect(counts.whole).toBe(counts.rows);
  });

  it('has each diagram as SVG and as a metafile with texts, and says what it shows', async () => {
    const file = opened(await written(sample));
    const media = (ending: string) => Object.keys(file.parts).filter((name) => name.endsWith(ending));
    expect(media('.emf')).toHaveLength(sample.diagrams.length);
    expect(media('.svg').map((name) => file.tags(name)[0]?.name)).toEqual(sample.diagrams.map(() => 'svg'));
    expect(valuesOf(file, '[Content_Types].xml', 'Default', 'Extension')).toEqual(
      expect.arrayContaining(['emf', 'svg']),
    );
    expect(valuesOf(file, 'word/document.xml', 'wp:docPr', 'descr')).toEqual(
      sample.diagrams.map(({ header }) => `${header} diagram`),
    );
    const none = opened(await written(sample, { pictures: 'none' }));
    expect(Object.keys(none.parts).filter((name) => name.includes('media'))).toEqual([]);
  });

  it('is the same bytes for the same report, and hears how far it is', async () => {
    const shares: number[] = [];
    const first = await written(sample, {}, (share) => shares.push(share));
    expect(Buffer.from(await written(sample)).equals(Buffer.from(first))).toBe(true);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(strFromU8(unzipSync(first)['docProps/core.xml'] ?? new Uint8Array())).toContain(
      '2026-01-02T02:04:05Z',
    );
  });
});

/** A PNG of one clear pixel. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

describe('what a person chose about a Word document', () => {
  it('is on its cover', async () => {
    const cover = {
      ...DEFAULT_CHOICES.cover,
      logo: PIXEL,
      classification: 'Strictly confidential',
      document: 'TM-7',
      versions: [{ version: '1.0', date: '2026-01-01', author: 'Ada', changes: 'First' }],
      signOffs: [{ role: 'CISO', name: 'Grace', date: '' }],
    };
    const bytes = await written(sample, { cover });
    const html = await htmlOf(bytes);
    expect(html).toContain('<p class="classification">Strictly confidential</p>');
    expect(html).toMatch(/<img alt="Logo" src="data:image\/png;base64,/);
    for (const words of ['Document control', 'TM-7', 'First', 'CISO', 'Grace', 'Signature'])
      expect(html).toContain(words);
    const header = unzipSync(bytes)['word/header1.xml'] ?? new Uint8Array();
    expect(strFromU8(header)).toContain('Strictly confidential');
  });

  it('is its layout: a summary is a register that links lead to', async () => {
    const file = opened(await written(sample, { layout: 'summary' }));
    const places = valuesOf(file, 'word/document.xml', 'w:bookmarkStart', 'w:name');
    expect(places).toContain(`threat_${sample.threats[0]?.id}`);
    expect(places.filter((place) => place.startsWith('d'))).toEqual([]);
    const windows = await htmlOf(await written(sample, { layout: 'windows' }));
    expect(windows).not.toContain('Register</h1>');
    expect(windows).toContain('Threat Model Summary</h1>');
  });
});

describe('what a file says stays text in a Word document', () => {
  const HOSTILE = '</w:t><script>alert(1)</script>&amp;\u0007\u0000\uD800\uFFFE]]>\tx\r\ny';
  const shape = sample.diagrams[0]?.shapes.find(({ kind }) => kind === 'rectangle');
  if (shape === undefined) throw new Error('The sample has no user');

  it('with markup, control characters and halves of pairs', async () => {
    const model = setInformation(setName(sample, shape.id, HOSTILE), 'owner', HOSTILE);
    const bytes = await written(model);
    const text = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(text.value).toContain('</w:t><script>alert(1)</script>&amp;]]> x');
    expect(
      opened(bytes)
        .tags('word/document.xml')
        .map(({ name }) => name),
    ).not.toContain('script');
  });

  it('with addresses that lead nowhere good', async () => {
    const addresses = [
      'https://example.com/a b',
      'https://exa mple.com:99999/',
      'http://[::1',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://example.com/%zz?q="<>',
      `https://example.com/${'a'.repeat(5_000)}`,
      'mailto:ada@example.com',
    ];
    const file = opened(await written(setInformation(sample, 'assumptions', addresses.join('\n'))));
    const targets = valuesOf(file, 'word/_rels/document.xml.rels', 'Relationship', 'Target').filter((to) =>
      to.includes(':'),
    );
    expect(targets).toEqual(expect.arrayContaining(['https://example.com/a', 'mailto:ada@example.com']));
    for (const target of targets) {
      expect(target).toMatch(/^(https?|mailto):[\x21-\x7e]+$/);
      expect(target.length).toBeLessThanOrEqual(2_000);
    }
  });

  it('with names of 10,000 letters, without threats, and without diagrams', async () => {
    const long = withThreats(setName(sample, shape.id, 'N'.repeat(10_000)), (threat) => ({
      ...threat,
      changedBy: author.name,
      properties: threat.properties.map(
        ([name, text]) => [name, name === THREAT_TEXT.title ? 'T'.repeat(10_000) : text] as const,
      ),
    }));
    expect(await htmlOf(await written(long))).toContain('NNNN');
    for (const model of [
      { ...sample, threats: [] },
      { ...sample, threats: [], diagrams: [] },
    ]) {
      const html = await htmlOf(await written(model));
      expect(html).toContain('No threat is open.');
      expect(html).not.toContain('Register');
    }
  });
});
