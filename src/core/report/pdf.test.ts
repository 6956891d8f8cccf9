import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../codec/index.ts';
import type { Model } from '../document/index.ts';
import { refusalWords } from '../words/index.ts';
import { definition } from './pdf.ts';
import type { Node } from './pdf-texts.ts';
import { buildReport } from './report.ts';

const file = path.join(import.meta.dirname, '../../../templates/docker-sample.tm7');
const read = readModel(new Uint8Array(readFileSync(file)));
if (!read.ok) throw new Error(refusalWords(read.error));
const sample = read.value.model;
const now = '2026-01-02T03:04:05.6+01:00';

type Part = Exclude<Node, string>;
const parts = (value: unknown): readonly Part[] =>
  Array.isArray(value) ? value.filter((part): part is Part => typeof part === 'object' && part !== null) : [];
const content = (model: Model): readonly Part[] => parts(definition(buildReport(model, { now })).content);

/** What follows each threat's heading in the block that is not broken over pages. */
const kept = (model: Model) =>
  content(model)
    .filter(({ unbreakable }) => unbreakable === true)
    .map(({ stack }) => {
      const block = parts(stack);
      const at = block.findIndex(({ style }) => style === 'threat');
      return { at, table: block[at + 1]?.['table'] };
    });

/** The sample with one text of every threat replaced. */
const withTexts = (wanted: string, text: string): Model => ({
  ...sample,
  threats: sample.threats.map((threat) => ({
    ...threat,
    properties: threat.properties.map(([name, value]) => [name, name === wanted ? text : value]),
  })),
});

describe('the PDF document', () => {
  it('keeps the dates and authors of notes on one line', () => {
    const note = {
      id: 1,
      message: 'seen',
      date: '2022-08-26T10:16:24.1-07:00',
      addedBy: 'DESKTOP-P0QR\\ann',
    };
    const model = { ...sample, notes: [note, { ...note, id: 2, addedBy: 'x-'.repeat(40) }] };
    const table = JSON.stringify(content(model).find(({ table }) => JSON.stringify(table)?.includes('seen')));
    for (const kept of ['2022-08-26 10:16:24', 'DESKTOP-P0QR\\\\ann']) {
      expect(table).toContain(`{"text":"${kept}","noWrap":true}`);
    }
    // What would leave the note no room is broken.
    expect(table).not.toContain('x-'.repeat(40));
  });

  it("keeps each threat's heading with its first rows", () => {
    const blocks = kept(sample);
    expect(blocks).toHaveLength(sample.threats.length);
    for (const { at, table } of blocks) {
      expect(at).toBeGreaterThanOrEqual(0);
      expect(table).toMatchObject({ body: [expect.anything(), expect.anything()] });
    }
    // Headings stand nowhere else.
    expect(content(sample).filter(({ style }) => style === 'threat')).toEqual([]);
  });

  it('does not keep together what may be longer than a page', () => {
    const long = 'word '.repeat(2000);
    const model = withTexts('UserThreatDescription', long);
    for (const { table } of kept(model)) expect(table).toMatchObject({ body: [expect.anything()] });
    expect(JSON.stringify(content(model)).includes(long.trim())).toBe(true);
    // pdfmake leaves out, without a word, what must not be broken and fits on no page.
    const whole = (part: Part): boolean =>
      part['unbreakable'] === true || JSON.stringify(part).includes('"dontBreakRows":true');
    expect(
      content(model).filter((part) => whole(part) && JSON.stringify(part).includes(long.trim())),
    ).toEqual([]);
    const titled = withTexts('Title', long);
    expect(
      content(titled).filter((part) => whole(part) && JSON.stringify(part).includes(long.trim())),
    ).toEqual([]);
  });

  it('states and priorities may be any words', () => {
    const threats = sample.threats.map((threat) => ({
      ...threat,
      state: 'constructor',
      priority: 'toString',
    }));
    const text = JSON.stringify(content({ ...sample, threats }));
    expect(text).toContain(
      '{"text":" [State: constructor] ","bold":false,"fontSize":8.5,"color":"#4c5661","background":"#eceef0"}',
    );
    expect(text).toContain('{"text":"  [Priority: toString]","bold":false,"fontSize":8.5,"color":"#4c5661"}');
  });

  it('words that no line holds may break anywhere, others only where they may', () => {
    const hash = 'f'.repeat(64);
    const text = JSON.stringify(
      content(withTexts('UserThreatDescription', `The digest is sha256:${hash}, all of it`)),
    );
    expect(text).toContain(`{"text":"sha256:${hash},","wordBreak":"break-all"}," all of it"`);
    expect(JSON.stringify(content(sample))).not.toContain('break-all');
  });

  it.each([
    ['Shop', 'Shop - Threat Modeling Report'],
    [' ', 'Threat Modeling Report'],
  ])('of a model called "%s" has the title "%s"', (name, title) => {
    const model = { ...sample, information: { ...sample.information, name } };
    expect(definition(buildReport(model, { now }))['info']).toMatchObject({ title });
  });

  it('lists interactions of one name with their ends; the headings stay as they are', () => {
    const text = JSON.stringify(content(sample));
    const listed = [...text.matchAll(/"text":"([^"]*)","linkToDestination":"(\w+)"/g)];
    expect(listed.map(([, name, id]) => [name, id])).toEqual([
      ['Diagram: Docker Sample', 'd0'],
      ['Interaction: HTTP', 'd0i0'],
      ['Interaction: HTTPS (Secret to Image)', 'd0i1'],
      ['Interaction: HTTPS (Docker Registry to Image)', 'd0i2'],
      ['Interaction: HTTPS (Container to Volume)', 'd0i3'],
      ['Interaction: Process (Image to Container)', 'd0i4'],
      ['Interaction: Process (Container to Host)', 'd0i5'],
    ]);
    const headings = [...text.matchAll(/"text":"([^"]*)","style":"h[23]","id":"(\w+)"/g)];
    expect(headings.map(([, name, id]) => [name, id])).toEqual(
      listed.map(([, name = '', id]) => [name.replace(/ \(.*/, ''), id]),
    );
  });
});
