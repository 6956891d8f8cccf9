import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THREAT_TEXT, type Threat, threatProperty } from '../document/index.ts';
import { setThreatProperty, setThreatState } from '../edit/index.ts';
import { toCsv } from '../report/csv.ts';
import { renderReport, reportOf } from '../session/index.ts';
import { model, withThreats } from '../threat-list/testing/sample.ts';
import { addOwnThreats, applyList, compareList, readThreatList, type ThreatList } from './index.ts';
import { readTextList } from './read.ts';

const AUTHOR = { name: 'Ann', now: '2026-11-25T10:00:00+01:00' };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function listOf(bytes: Uint8Array | string): ThreatList {
  const read = readTextList(typeof bytes === 'string' ? bytesOf(bytes) : bytes);
  if (!read.ok) throw new Error(read.error.cause);
  return read.value;
}

const exported = async (of = model, format: 'csv' | 'csv-windows' = 'csv'): Promise<string> => {
  const text = await renderReport(reportOf(of, '2026-11-25'), format);
  if (typeof text !== 'string') throw new Error('no text');
  return text;
};

const compare = (list: string | Uint8Array, of = model, options = {}) =>
  compareList(of, listOf(list), options);
const threat = (id: number, of = model): Threat => {
  const found = of.threats.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no threat ${id}`);
  return found;
};

describe('a list that is read', () => {
  const ROWS = [
    ['Id', 'Title'],
    ['1', 'Ärger; "laut",\r\nund lang'],
  ];
  it.each([
    ['our form', toCsv(ROWS)],
    ['UTF-8 without a mark', toCsv(ROWS).slice(1)],
    ['UTF-16, little end first', utf16(toCsv(ROWS).slice(1), true)],
    ['UTF-16, big end first', utf16(toCsv(ROWS).slice(1), false)],
    ['Windows-1252', Uint8Array.from(toCsv(ROWS).slice(1), (char) => char.charCodeAt(0))],
    ['semicolons', 'Id;Title\r\n1;"Ärger; ""laut"",\r\nund lang"\r\n\r\n'],
    ['tabs', 'Id\tTitle\n1\t"Ärger; ""laut"",\r\nund lang"'],
  ])('as %s', (name, list) => {
    const { columns, rows, guessed } = listOf(list);
    expect(columns).toEqual(ROWS[0]);
    expect(rows).toEqual([{ line: 2, cells: ROWS[1] }]);
    expect(guessed).toBe(name === 'Windows-1252');
  });

  it('loses the guard against formulas, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''),
          { minLength: 1 },
        ),
        (cells) => {
          const plain = cells.filter(
            (cell) => !/^'[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell),
          );
          const { rows } = listOf(toCsv([['Title'], ...plain.map((cell) => [cell])]));
          expect(rows.map(({ cells: [cell] }) => cell)).toEqual(plain);
        },
      ),
    );
  });

  it('is refused when there is nothing in it, or too much', async () => {
    expect(await readThreatList(bytesOf(''))).toEqual({ ok: false, error: { cause: 'empty' } });
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
    expect(await readThreatList(png)).toEqual({ ok: false, error: { cause: 'binary' } });
    expect(await readThreatList(bytesOf(`Id\n${'1\n'.repeat(100_001)}`))).toMatchObject({
      error: { cause: 'rows' },
    });
    expect(await readThreatList(new Uint8Array(33 * 1024 * 1024))).toMatchObject({
      error: { cause: 'size' },
    });
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const read = readTextList(bytes);
        if (read.ok)
          for (const { cells } of read.value.rows) expect(cells).toHaveLength(read.value.columns.length);
      }),
    );
  });
});

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, little);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + 2 * at, text.charCodeAt(at), little);
  return bytes;
}

describe('a list beside a model', () => {
  it.each(['csv', 'csv-windows'] as const)('that was just exported as %s changes nothing', async (format) => {
    const worked = setThreatState(model, [threat(3).key], 'Mitigated', AUTHOR);
    const list = await exported(worked, format);
    expect(compare(list, worked, { texts: true, clearing: true })).toMatchObject({
      changes: [],
      matched: 20,
      lost: [],
      problems: [],
      unknownColumns: format === 'csv' ? [] : [],
    });
  });

  it('gives the model what was worked on elsewhere', async () => {
    const elsewhere = withThreats(({ id, properties }) => ({
      ...(id % 3 === 0 ? { state: 'Mitigated' } : {}),
      ...(id % 4 === 0 ? { priority: 'Low' } : {}),
      properties: properties
        .filter(([name]) => name !== THREAT_TEXT.justification)
        .concat([[THREAT_TEXT.justification, `=Reason ${id}`]]),
    }));
    const { changes } = compare(await exported(elsewhere));
    const after = applyList(model, changes, AUTHOR);
    for (const { id, state, priority } of elsewhere.threats) {
      const got = threat(id, after);
      expect([got.state, got.priority]).toEqual([state, priority]);
      expect(threatProperty(got, THREAT_TEXT.justification)).toBe(`=Reason ${id}`);
      expect([got.changedBy, got.modifiedAt]).toEqual(['Ann', AUTHOR.now]);
    }
    expect(compareList(after, listOf(await exported(elsewhere))).changes).toEqual([]);
  });

  const [first, second] = [threat(1), threat(2)];
  const title = (of: Threat): string => threatProperty(of, THREAT_TEXT.title) ?? '';
  it.each([
    ['its key', `Key,State\n${first.key},mitigated`, 1],
    ['its id and title, in any case', `STATE,title,ID\nMitigated,${title(first).toUpperCase()},1`, 1],
    [
      'its names, where they tell it',
      `Title,Interaction,Diagram,State\n${title(first)},HTTP,Docker Sample,Mitigated`,
      1,
    ],
    [
      'its names and ends',
      `Title,Interaction,Diagram,Source,Target,State\n${title(first)},HTTP,docker  sample,User,Container,Mitigated`,
      1,
    ],
  ])('finds a threat by %s', (_, list, id) => {
    expect(compare(list).changes).toMatchObject([{ id, field: { kind: 'state' }, after: 'Mitigated' }]);
  });
  it.each([
    ['its id alone', 'Id,State\n1,Mitigated'],
    ['its id and another title', `Id,Title,State\n1,Another,Mitigated`],
    ['names that several have', `Title,Interaction,State\n${title(first)},HTTPS,Mitigated`],
    ['a key that is gone', 'Key,State\nx,Mitigated'],
  ])('does not find one by %s', (_, list) => {
    expect(compare(list)).toMatchObject({ changes: [], matched: 0, lost: [{ line: 2 }] });
  });

  it('takes only what it may, and says what it does not', () => {
    const list = [
      'Key,State,Priority,Title,Justification,Odd',
      `${first.key},Fixed,Urgent,New title,,1`,
      `${second.key},,,,  ,2`,
      `${first.key},Mitigated,,,,3`,
    ].join('\n');
    expect(compare(list)).toEqual({
      changes: [],
      matched: 2,
      lost: [],
      problems: [
        { kind: 'state', line: 2, value: 'Fixed' },
        { kind: 'priority', line: 2, value: 'Urgent' },
        { kind: 'twice', line: 4, first: 2 },
      ],
      unknownColumns: ['Odd'],
    });
    expect(compare(list, model, { texts: true }).changes).toMatchObject([
      { column: 'Title', after: 'New title' },
    ]);
  });

  it('empties what the model has only when asked to', () => {
    const worked = setThreatProperty(model, [first.key], THREAT_TEXT.justification, 'Done', AUTHOR);
    const list = `Key,Justification\n${first.key},`;
    expect(compare(list, worked).changes).toEqual([]);
    const { changes } = compare(list, worked, { clearing: true });
    expect(threatProperty(threat(1, applyList(worked, changes, AUTHOR)), THREAT_TEXT.justification)).toBe('');
  });

  it.each([
    ['', true],
    ['Generated', true],
    [AUTHOR.now, false],
    ['2026-11-24T10:00:00+01:00', true],
    ['11/24/2026 10:00:00 AM', false],
  ])('made at "%s" conflicts with a later change: %s', (date, conflict) => {
    const worked = setThreatState(model, [first.key], 'NotApplicable', AUTHOR);
    const list = `Key,State,Last Modified\n${first.key},Mitigated,${date}`;
    expect(compare(list, worked).changes.map((change) => change.conflict)).toEqual([conflict]);
    expect(compare(list).changes[0]?.conflict).toBe(
      date !== '' && date !== 'Generated' && !date.includes('/'),
    );
  });

  it('makes threats of rows that no threat is known by, where their flow is found', () => {
    const list = [
      'Title,Interaction,Source,Target,State,Priority,Description',
      'Own one,HTTP,User,Container,Mitigated,Low,Why',
      'Nowhere,Carrier pigeon,User,Container,,,',
      'Which one,HTTPS,,,,,',
      ',HTTP,User,Container,,,',
    ].join('\n');
    const { lost } = compare(list);
    expect(lost.map(({ own }) => own !== null)).toEqual([true, false, false, false]);
    let guid = 0;
    const after = addOwnThreats(
      model,
      lost.flatMap((row) => row.own ?? []),
      AUTHOR,
      () => String(++guid),
    );
    expect(after.threats).toHaveLength(21);
    expect(after.threats.at(-1)).toMatchObject({ state: 'Mitigated', priority: 'Low', flowId: first.flowId });
  });
});
