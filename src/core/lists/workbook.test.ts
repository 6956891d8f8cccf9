import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { THREAT_TEXT, threatProperty } from '../document/index.ts';
import { setThreatPriority, setThreatProperty } from '../edit/index.ts';
import { renderReport, reportOf } from '../session/index.ts';
import { model, withThreats } from '../threat-list/testing/sample.ts';
import { applyList, compareList, readThreatList, type ThreatList } from './index.ts';

const AUTHOR = { name: 'Ann', now: '2026-11-25T10:00:00+01:00' };

async function written(of = model): Promise<Uint8Array> {
  const file = await renderReport(reportOf(of, AUTHOR.now), 'xlsx');
  if (typeof file === 'string') throw new Error('a text');
  return file;
}

async function listOf(bytes: Uint8Array): Promise<ThreatList> {
  const read = await readThreatList(bytes);
  if (!read.ok) throw new Error(read.error.cause);
  return read.value;
}

/** The texts of a part of a workbook, read without the library that wrote it. */
const part = (bytes: Uint8Array, name: string): string =>
  strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

const HOSTILE = [
  '=1+1',
  '@SUM(A1)',
  "'=kept?",
  '+49 30 1',
  'two\r\nlines\t<&>"',
  '_x0041_ is no A',
  ' blanks ',
  '123',
  'TRUE',
  '日本 👍',
];

describe('the workbook of a model', () => {
  const worked = withThreats(({ id, properties }) => ({
    properties: [...properties, [THREAT_TEXT.justification, HOSTILE[id % HOSTILE.length] ?? '']],
  }));

  it('says to another reader what the model has, as text and never as a formula', async () => {
    const bytes = await written(worked);
    const sheets = await readSheets(Buffer.from(bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Threats', 'Elements', 'Summary', 'Lists']);
    const [threats = [], elements = [], summary = [], lists = []] = sheets.map(({ data }) => data);
    const [header = [], ...rows] = threats;
    expect(header.slice(0, 8).join()).toBe('Id,Diagram,Interaction,Source,Target,Title,State,Priority');
    expect(header.at(-1)).toBe('Key');
    expect(rows).toHaveLength(20);
    for (const row of rows) {
      const threat = worked.threats.find(({ id }) => id === row[0]);
      const of = (name: string) => row[header.indexOf(name)];
      expect(of('Key')).toBe(threat?.key);
      expect(of('Title')).toBe(threat && threatProperty(threat, THREAT_TEXT.title));
      const justification = HOSTILE[Number(threat?.id) % HOSTILE.length] ?? '';
      // The other reader trims its cells.
      expect(of('Justification')).toBe(justification.replace('\r\n', '\n').trim());
    }
    expect(elements.length).toBeGreaterThan(10);
    expect(summary).toContainEqual(['Total', 0, 20, 0, 0, 20]);
    expect(lists.slice(0, 2)).toEqual([
      ['State', 'Priority'],
      ['Not Started', 'Critical'],
    ]);
    for (const name of ['sheet1', 'sheet2', 'sheet3', 'sheet4'])
      expect(part(bytes, `xl/worksheets/${name}.xml`)).not.toMatch(/<f[ >]/);
  });

  it('has widths, a header that stays, a filter, and lists for states and priorities', async () => {
    const sheet = part(await written(), 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane xSplit="1" ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<autoFilter ref="A1:[A-Z]+21"/);
    expect(sheet).toMatch(/<col min="6" max="6" width="40"/);
    expect(sheet).toMatch(
      /<dataValidation type="list"[^>]*sqref="G2:G21"[^>]*><formula1>Lists!\$A\$2:\$A\$5</,
    );
    expect(sheet).toMatch(
      /<dataValidation type="list"[^>]*sqref="H2:H21"[^>]*><formula1>Lists!\$B\$2:\$B\$5</,
    );
  });

  it('changes nothing when it comes back as it went, whatever the texts are', async () => {
    const long = setThreatProperty(
      worked,
      [worked.threats[0]?.key ?? ''] as never,
      THREAT_TEXT.justification,
      'x'.repeat(40_000),
      AUTHOR,
    );
    const odd = setThreatPriority(long, [worked.threats[1]?.key ?? ''] as never, 'Urgent', AUTHOR);
    expect(compareList(odd, await listOf(await written(odd)), { texts: true })).toEqual({
      changes: [],
      matched: 20,
      lost: [],
      problems: [],
      unknownColumns: [],
    });
  });

  it('is written of a model without threats or diagrams', async () => {
    const list = await listOf(await written({ ...model, diagrams: [], threats: [] }));
    expect([list.rows, list.columns.at(-1)]).toEqual([[], 'Key']);
  });
});

/** A workbook as another program writes it: strings in the cells or shared, a title over the header, more sheets. */
const other = (rows: unknown[][], mode: 'shared' | 'inline' = 'shared'): Promise<Uint8Array> =>
  writeXlsx({
    stringMode: mode,
    sheets: [
      { name: 'Cover', rows: [['Threats of the shop'], ['State of the project', 'good']] },
      { name: 'Triage', rows: [['Our threats'], [], ...(rows as string[][])] },
    ],
  });

describe('a workbook that was worked on', () => {
  const [first, second] = model.threats;
  it.each(['shared', 'inline'] as const)(
    'with %s strings is read by its columns, in any order',
    async (mode) => {
      const bytes = await other(
        [
          ['STATE', 'Why', 'key', 'Justification'],
          ['mitigated', 'x', first?.key, "'=1+1"],
          [null, null, null, null],
          ['Not Applicable', 1, second?.key, new Date('2026-12-01T00:00:00Z')],
        ],
        mode,
      );
      const found = compareList(model, await listOf(bytes));
      expect(found).toMatchObject({ matched: 2, lost: [], problems: [], unknownColumns: ['Why'] });
      expect(found.changes.map(({ line, after }) => [line, after])).toEqual([
        [4, 'Mitigated'],
        [4, '=1+1'],
        [6, 'NotApplicable'],
        [6, '2026-12-01'],
      ]);
      expect(applyList(model, found.changes, AUTHOR).threats[0]?.state).toBe('Mitigated');
    },
  );
});

describe('a file that is no such workbook', () => {
  const packed = (files: Zippable): Uint8Array => zipSync(files);
  const refused = async (bytes: Uint8Array) => {
    const read = await readThreatList(bytes);
    return read.ok ? 'read' : read.error.cause;
  };
  const lying = (bytes: Uint8Array): Uint8Array => {
    // Claims one byte in the heads of its parts and in the list of them.
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 46 < bytes.length; at++) {
      const mark = view.getUint32(at, true);
      if (mark === 0x04034b50) view.setUint32(at + 22, 1, true);
      if (mark === 0x02014b50) view.setUint32(at + 24, 1, true);
    }
    return bytes;
  };
  const zeros = new Uint8Array(3 * 1024 * 1024);
  const cases: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, string])[] = [
    ['an archive of something else', () => packed({ 'word/document.xml': strToU8('<x/>') }), 'workbook'],
    ['an archive of nothing', () => packed({}), 'workbook'],
    ['two letters', () => strToU8('PK'), 'workbook'],
    ['half a workbook', async () => (await written()).slice(0, 4000), 'workbook'],
    ['a sheet that is no XML', () => withSheet('<worksheet><sheetData><row'), 'workbook'],
    ['one of before 2007', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'encrypted'],
    [
      'one that unpacks to a thousand times as much',
      () => packed({ 'xl/sharedStrings.xml': zeros }),
      'inflated',
    ],
    ['one that lies about that', () => lying(packed({ 'xl/sharedStrings.xml': zeros })), 'inflated'],
    ['a cell at the far end', () => withSheet(cellAt('SF100001')), 'workbook'],
    [
      'one of 2,001 parts',
      () => packed(Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`p${n}`, new Uint8Array()]))),
      'entries',
    ],
    ['one without a cell', () => withSheet('<worksheet><sheetData/></worksheet>'), 'empty'],
  ];
  it.each(cases)('%s', async (_, make, cause) => expect(await refused(await make())).toBe(cause));

  it('expands no entities and fetches nothing', async () => {
    const list = await listOf(
      await withSheet(
        '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>' +
          `<worksheet><sheetData>${row(1, 'Title', 'State')}${row(2, '&a;&b;', 'x')}</sheetData></worksheet>`,
      ),
    );
    expect(list.rows).toEqual([{ line: 2, cells: ['&a;&b;', 'x'] }]);
  });
});

const row = (n: number, ...cells: readonly string[]): string =>
  `<row r="${n}">${cells.map((cell, at) => `<c r="${'AB'[at]}${n}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

const cellAt = (place: string): string =>
  `<worksheet><sheetData>${row(1, 'Title', 'State')}<row r="100001"><c r="${place}"><v>1</v></c></row></sheetData></worksheet>`;

/** A workbook of one sheet with this part in the place of the sheet. */
async function withSheet(sheet: string): Promise<Uint8Array> {
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }] }));
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) });
}
