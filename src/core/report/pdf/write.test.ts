import { describe, expect, it } from 'vitest';
import { isNameProperty, type Model, type Property } from '../../document/index.ts';
import { DEFAULT_CHOICES } from '../options.ts';
import { buildReport } from '../report.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { NOW, sample, withThreats } from '../testing/sample.ts';
import { pdfParts, renderPdf } from './write.ts';

const written = (model: Model): Promise<Uint8Array> => renderPdf(buildReport(model, { now: NOW }));
const pdfOf = async (model: Model) => readPdf(await written(model));
const textOf = async (model: Model): Promise<string> => (await pdfOf(model)).pages.join('\n');

/** The sample with one text of every threat replaced. */
const withTexts = (wanted: string, text: string): Model =>
  withThreats(sample, (threat) => ({
    ...threat,
    properties: threat.properties.map(([name, value]) => [name, name === wanted ? text : value]),
  }));
const withInformation = (more: Partial<Model['information']>): Model => ({
  ...sample,
  information: { ...sample.information, ...more },
});

/** The property of an element's name with another name; other properties as they are. */
const renamed = (property: Property, name: string): Property =>
  isNameProperty(property) ? { ...property, value: name } : property;

/** A PNG whose packed pixels do not unpack; all else of it is as it was. */
function withBrokenPixels(image: string): string {
  const bytes = Buffer.from(image, 'base64');
  const at = bytes.indexOf('IDAT');
  bytes.fill(0xa5, at + 4, at + 4 + bytes.readUInt32BE(at - 4));
  return bytes.toString('base64');
}

describe('the PDF file', () => {
  it('says everything that the report says', async () => {
    const bare = (text: string): string => text.replace(/\s+/g, '');
    const said = bare(await textOf(sample));
    const report = buildReport(sample, { now: NOW });
    const statements = [
      ...report.information.map(({ label }) => `${label}:`),
      ...report.summary.map(({ label, count }) => `${label} ${count}`),
      ...report.diagrams.flatMap(({ header, interactions }) => [
        `Diagram: ${header}`,
        ...interactions.flatMap(({ name, source, target, threats }) => [
          `Interaction: ${name}`,
          `${source} to ${target}`,
          ...threats.flatMap(({ number, title, state, priority, rows }) => [
            `${number}. ${title}`,
            `[State: ${state}]`,
            `[Priority: ${priority}]`,
            ...rows.filter(({ rich }) => !rich).map(({ label, value }) => `${label}: ${value}`),
          ]),
        ]),
      ]),
    ];
    const missing = statements.filter((each) => !said.includes(bare(each)));
    expect(statements.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('numbers its pages, and lists where each interaction stands', async () => {
    const { pages, outline } = await pdfOf(sample);
    for (const [index, page] of pages.entries())
      expect(page).toMatch(new RegExp(`^${index + 1} / ${pages.length}$`, 'm'));
    const contents = pages.slice(0, 3).join('\n').split('Contents')[1] ?? '';
    const listed = [
      ...contents.matchAll(/^(Summary|The model|Register|(?:Diagram|Interaction): .*?) ?\n(\d+)$/gm),
    ];
    expect(listed.map(([, name]) => name)).toEqual([
      'Summary',
      'The model',
      'Register',
      'Diagram: Docker Sample',
      'Interaction: HTTP',
      'Interaction: HTTPS (Secret to Image)',
      'Interaction: HTTPS (Docker Registry to Image)',
      'Interaction: HTTPS (Container to Volume)',
      'Interaction: Process (Image to Container)',
      'Interaction: Process (Container to Host)',
    ]);
    for (const [, name = '', page] of listed)
      expect(pages[Number(page) - 1]).toContain(name.replace(/ \(.*/, ''));
    expect(outline).toEqual(listed.map(([, name = '']) => name.replace(/^\w+: /, '')));
  });

  it('has a named place for each threat by its own id, and leads there from the register', async () => {
    const { objects } = await pdfOf(sample);
    const all = [...objects.values()].join('\n');
    for (const { id } of sample.threats) {
      expect(all).toMatch(new RegExp(`\\(threat-${id}\\) \\[`));
      expect(all).toMatch(new RegExp(`/D \\(threat-${id}\\)`));
    }
  });

  it('leads from each threat to its diagram and its interaction, and from an interaction to its diagram', async () => {
    const { objects } = await pdfOf(sample);
    const all = [...objects.values()].join('\n');
    const links = (place: string): number => all.match(new RegExp(`/D \\(${place}\\)`, 'g'))?.length ?? 0;
    const [{ interactions } = { interactions: [] }] = buildReport(sample, { now: NOW }).diagrams;
    // One of each comes from the contents.
    expect(links('d0')).toBe(1 + interactions.length + sample.threats.length);
    for (const [index, { threats }] of interactions.entries())
      expect(links(`d0i${index}`)).toBe(1 + threats.length);
  });

  it('tells tables as tables', async () => {
    const { elements } = await pdfOf(sample);
    const [rows = 0, heads = 0, cells = 0] = ['TR', 'TH', 'TD'].map((tag) => elements.get(tag));
    expect(elements.get('Table')).toBeGreaterThanOrEqual(4);
    expect(rows).toBeGreaterThan(sample.threats.length);
    expect(heads).toBeGreaterThan(15);
    expect(cells).toBeGreaterThan(7 * sample.threats.length);
  });

  it.each(['full', 'summary', 'windows'] as const)('has a cover in the layout %s', async (layout) => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const cover = {
      logo: `data:image/png;base64,${pixel}`,
      classification: 'Top secret',
      document: 'SEC-12',
      version: '2',
      status: 'Draft',
      versions: [{ version: '2', date: '2026-01-01', author: 'Ann', changes: 'More '.repeat(300) }],
      signOffs: [{ role: 'Security', name: 'Bob', date: '' }],
    };
    const report = buildReport(sample, { now: NOW, choices: { ...DEFAULT_CHOICES, layout, cover } });
    const { pages, elements } = readPdf(await renderPdf(report));
    for (const page of pages) expect(page).toContain('Top secret');
    for (const said of ['SEC-12', 'Draft', 'Ann', 'Security', 'Bob']) expect(pages.join()).toContain(said);
    expect(elements.get('Figure')).toBe({ full: 9, summary: 2, windows: 8 }[layout]);
    expect(pages.join().includes('Register')).toBe(layout !== 'windows');
  });

  it('is the same bytes for the same report, whole and in parts', async () => {
    const once = await written(sample);
    const parts: Uint8Array[] = [];
    const shares: number[] = [];
    const report = buildReport(sample, { now: NOW });
    for await (const part of pdfParts(report, (share) => shares.push(share))) parts.push(part);
    expect(Buffer.concat(parts).equals(once)).toBe(true);
    expect(parts.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(Buffer.from(once).toString('latin1')).toContain('(D:20260102020405Z)');
  });

  it('tells its structure, its language and its title', async () => {
    const { elements, objects } = await pdfOf(sample);
    const all = [...objects.values()].join('\n');
    expect(all).toMatch(/\/Lang \(en\)/);
    expect(all).toMatch(/\/DisplayDocTitle true/);
    expect(all).toMatch(/\/Marked true/);
    expect(all).toContain('/Alt (Docker Sample diagram)');
    expect(all).toContain('/Alt (HTTP interaction: User to Container)');
    expect(Object.fromEntries(elements)).toMatchObject({
      H1: 1,
      H4: sample.threats.length,
      TOC: 1,
      TOCI: 10,
      // The bar of states is one, too.
      Figure: 8,
    });
  });

  it.each([
    ['Shop', 'Shop - Threat Modeling Report'],
    [' ', 'Threat Modeling Report'],
    ['A & <b>', 'A & <b> - Threat Modeling Report'],
    ['Über (1)', 'Über (1) - Threat Modeling Report'],
  ])('of a model called "%s" has the title "%s"', async (name, title) => {
    const bytes = Buffer.from(await written(withInformation({ name })));
    const { objects } = readPdf(bytes);
    const utf16 = Buffer.from(`\ufeff${title}`, 'utf16le').swap16().toString('latin1');
    const stored = /[^\x20-\x7f]/.test(title) ? utf16 : title;
    const escaped = stored.replace(/[()\\]/g, '\\$&');
    expect([...objects.values()]).toContain(`(${escaped})`);
    // The metadata are XML.
    expect(bytes.toString('utf8')).toContain(
      `>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</rdf:li>`,
    );
  });

  it('keeps the dates and authors of notes on one line', async () => {
    const note = {
      id: 1,
      message: 'seen',
      date: '2022-08-26T10:16:24.1-07:00',
      addedBy: 'DESKTOP-P0QR\\ann',
    };
    const model = { ...sample, notes: [note, { ...note, id: 2, addedBy: 'x-'.repeat(40) }] };
    const lines = (await textOf(model)).split('\n').map((line) => line.trim());
    expect(lines).toContain('2022-08-26 10:16:24');
    expect(lines).toContain('DESKTOP-P0QR\\ann');
    // What would leave the note no room is broken.
    expect(lines).not.toContain('x-'.repeat(40));
    expect(lines.join('')).toContain('x-'.repeat(40));
  });

  it('repeats the heads of a long table of notes', async () => {
    const notes = Array.from({ length: 200 }, (_, id) => ({
      id,
      message: `note ${id}.`,
      date: '',
      addedBy: '',
    }));
    const { pages } = await pdfOf({ ...sample, notes });
    const said = pages.join('\n');
    for (const { message } of notes) expect(said).toContain(message);
    expect(said.match(/^Added By/gm)?.length).toBe(pages.filter((page) => page.includes('note ')).length);
  });

  it('leads to the addresses of texts', async () => {
    const text =
      'see https://example.org/a_(b)?q=ü&x=1, and mailto:ann@example.org; <a href="javascript:x">no</a>';
    const { addresses, elements } = await pdfOf(withTexts('UserThreatDescription', text));
    expect(new Set(addresses)).toContain('https://example.org/a_\\(b\\)?q=%C3%BC&x=1'.replaceAll('\\', ''));
    expect(new Set(addresses)).toContain('mailto:ann@example.org');
    expect(addresses.join()).not.toContain('javascript');
    expect(elements.get('Link') ?? 0).toBeGreaterThanOrEqual(addresses.length);
  });

  it('states and priorities may be any words', async () => {
    const model = withThreats(sample, (threat) => ({
      ...threat,
      state: 'constructor',
      priority: 'toString',
    }));
    const said = await textOf(model);
    expect(said).toContain('[State: constructor]');
    expect(said).toContain('[Priority: toString]');
  });

  it('holds texts longer than a page, whole', async () => {
    const words = Array.from({ length: 2_000 }, (_, index) => `word${index}`);
    const model = withThreats(withTexts('UserThreatDescription', ''), (threat, index) => ({
      ...threat,
      properties: threat.properties.map(([name, value]) => [
        name,
        index === 0 && name === 'UserThreatDescription' ? words.join(' ') : value,
      ]),
    }));
    const said = (await textOf(model)).split(/\s+/);
    expect(said.filter((word) => /^word\d+$/.test(word))).toEqual(words);
  });

  it('breaks words that no line holds', async () => {
    const hash = 'f'.repeat(300);
    const lines = (await textOf(withInformation({ owner: `sha256:${hash}, all of it` }))).split('\n');
    const broken = lines.filter((line) => /f{40}/.test(line));
    expect(broken.length).toBeGreaterThan(2);
    expect(broken.join('').replace(/\s/g, '')).toContain(hash);
  });

  it.each([
    ['no diagram and no threat', { ...sample, diagrams: [], threats: [] }],
    ['threats without their diagrams', { ...sample, diagrams: [] }],
    ['names of 10,000 letters', withInformation({ name: 'n'.repeat(10_000), owner: 'o '.repeat(5_000) })],
    [
      'control characters and halves of pairs',
      withInformation({ owner: 'a\u0000\u0007\ud800b', name: '\udc00' }),
    ],
    ['a hundred thousand marks', withInformation({ owner: `e${'\u0301'.repeat(100_000)}` })],
    ['twenty thousand letters that run to the left', withInformation({ owner: 'א('.repeat(10_000) })],
  ])('is written for %s', async (_, model) => {
    const { pages } = await pdfOf(model);
    expect(pages.length).toBeGreaterThan(0);
  });

  it.each([
    ['Chinese', '威胁建模（龍）'],
    ['Japanese', '働く人のモデル'],
    ['Korean', '위협 모델'],
    ['Hindi', 'मॉडल'],
    ['signs', '→ ✓'],
  ])('has a font for %s, in texts and in diagrams', async (_, text) => {
    const [diagram] = sample.diagrams;
    if (diagram === undefined) throw new Error('The sample has a diagram');
    const [shape, ...shapes] = diagram.shapes;
    if (shape === undefined) throw new Error('The diagram has a shape');
    const named = { ...shape, properties: shape.properties.map((one) => renamed(one, text)) };
    const model = withInformation({ owner: text });
    const drawn = { ...model, diagrams: [{ ...diagram, shapes: [named, ...shapes] }], threats: [] };
    const bare = (pages: readonly string[]): string => pages.join('').replace(/\s+/g, '');
    const said = bare((await pdfOf(drawn)).pages);
    expect(said).toContain(`Owner:${text.replaceAll(' ', '')}`);
    expect(said).not.toContain('No font of this program');
  });

  it('puts words that run to the left where they are read', async () => {
    const said = (await textOf(withInformation({ owner: 'مرحبا (443) שלום' }))).replace(/\s+/g, '');
    expect(said).toContain('םולש(443)');
    expect(said).not.toContain('No font of this program');
  });

  it('says which characters no font has', async () => {
    const said = (await textOf(withInformation({ owner: 'ไทย \u{1f4a5}' }))).replace(/\s+/g, ' ');
    expect(said).toMatch(/No font of this program has these characters.*: .*U\+0E44/);
    expect(said).toContain('U+1F4A5');
  });

  it('fetches no font that it does not need', async () => {
    const fonts = async (model: Model): Promise<number> =>
      [...(await pdfOf(model)).objects.values()].filter((data) => data.includes('/FontFile2')).length;
    const plain = await fonts(sample);
    expect(await fonts(withInformation({ owner: 'Ελληνικά Кириллица Tiếng Việt' }))).toBe(plain);
    expect(await fonts(withInformation({ owner: 'שלום' }))).toBe(plain + 1);
  });

  it('draws the elements of a diagram once, however many interactions show them', async () => {
    const forms = async (threats: Model['threats']): Promise<number> => {
      const { objects } = await pdfOf({ ...sample, threats });
      return [...objects.values()].filter((data) => data.includes('/Subtype /Form')).length;
    };
    const elements = sample.diagrams.flatMap(({ shapes, lines }) => [...shapes, ...lines]).length;
    expect(await forms(sample.threats)).toBeLessThanOrEqual(2 * elements + 1);
    expect(await forms([])).toBe(1);
    const { objects } = await pdfOf(sample);
    const pictures = [...objects.values()].filter((data) => data.includes('/Subtype /Image'));
    expect(pictures.length).toBeGreaterThan(3);
    expect(pictures.length).toBeLessThan(40);
  });

  it('leaves out a picture whose pixels are damaged', async () => {
    const broken = (image: string | null): string | null => image && withBrokenPixels(image);
    const { template } = sample;
    const model = {
      ...sample,
      template: {
        ...template,
        genericElements: template.genericElements.map((type) => ({ ...type, image: broken(type.image) })),
        standardElements: template.standardElements.map((type) => ({ ...type, image: broken(type.image) })),
      },
    };
    const { objects, pages } = await pdfOf(model);
    expect(pages.length).toBeGreaterThan(3);
    expect([...objects.values()].filter((data) => data.includes('/Subtype /Image'))).toEqual([]);
  });
});
