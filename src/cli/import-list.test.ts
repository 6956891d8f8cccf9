import { readFileSync, writeFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { cli, ownFolder, SAMPLE } from './testing/cli.ts';

const { inFolder } = ownFolder();

async function exportedList(): Promise<string> {
  const file = inFolder('threats.csv');
  expect((await cli(['report', SAMPLE, '-o', file])).code).toBe(0);
  return readFileSync(file, 'utf8');
}

describe('import', () => {
  it('takes the states of a list, and says what it did', async () => {
    const list = inFolder('worked.csv');
    const out = inFolder('worked.tm7');
    writeFileSync(list, (await exportedList()).replace('Not Started', 'Mitigated'));
    const dry = await cli(['import', SAMPLE, list, '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.text).toMatch(/^change: line 2, threat 1, State: Not Started -> Mitigation Implemented$/m);
    expect(dry.text).toMatch(/20 threats found, 1 value changed, 0 rows not found\n$/);
    const done = await cli(['import', SAMPLE, list, '-o', out, '--author', 'Ann']);
    expect([done.code, done.text]).toEqual([0, dry.text]);
    const { threats } = JSON.parse(
      (await cli(['threats', out, '--format', 'json', '--query', 'by:ann'])).text,
    );
    expect(threats.map(({ id, state }: { id: number; state: string }) => [id, state])).toEqual([
      [1, 'Mitigated'],
    ]);
  });

  it('takes an Excel workbook by what it holds, and refuses a damaged one', async () => {
    const [list, out] = [inFolder('threats.xlsx'), inFolder('excel.tm7')];
    expect((await cli(['report', SAMPLE, '-o', list])).code).toBe(0);
    const { sheets } = await readXlsx(readFileSync(list));
    const rows = sheets[0]?.rows.map((row) =>
      row.map((cell) => (cell === 'Not Started' ? 'Mitigated' : cell)),
    );
    const named = inFolder('excel.csv');
    writeFileSync(named, await writeXlsx({ sheets: [{ name: 'Worked', rows: rows ?? [] }] }));
    const done = await cli(['import', SAMPLE, named, '-o', out]);
    expect([done.code, done.text.split('\n').at(-2)]).toEqual([
      0,
      '20 threats found, 20 values changed, 0 rows not found',
    ]);
    writeFileSync(named, readFileSync(list).subarray(0, 5000));
    const refused = await cli(['import', SAMPLE, named, '-o', out]);
    expect([refused.code, refused.err]).toEqual([
      3,
      expect.stringContaining('no Excel workbook (.xlsx), or a damaged one'),
    ]);
  });

  it('writes nothing over what was changed since, unless it is told to', async () => {
    const [list, once, twice] = [inFolder('later.csv'), inFolder('once.tm7'), inFolder('twice.tm7')];
    writeFileSync(list, (await exportedList()).replace('Not Started', 'Mitigated'));
    expect((await cli(['import', SAMPLE, list, '-o', once])).code).toBe(0);
    writeFileSync(list, (await exportedList()).replace('Not Started', 'Not Applicable'));
    const refused = await cli(['import', once, list, '-o', twice]);
    expect([refused.code, refused.err]).toEqual([
      1,
      "trustline: 1 value was changed in the model since; --force takes the list's",
    ]);
    expect(refused.text).toMatch(/^conflict: line 2/m);
    expect((await cli(['import', once, list, '-o', twice, '--force'])).code).toBe(0);
  });

  it.each([
    ['nothing', '', /no header and no rows/, 3],
    ['threats of another model', 'Id,Title,State\n1,Another,Mitigated\n', /no row is a threat of/, 3],
  ])('refuses %s', async (_, text, message, code) => {
    const list = inFolder('other.csv');
    writeFileSync(list, text);
    const refused = await cli(['import', SAMPLE, list, '-o', inFolder('x.tm7')]);
    expect(refused.code).toBe(code);
    expect(refused.err).toMatch(message);
  });

  it('writes nowhere but where it is told to', async () => {
    const list = inFolder('own.csv');
    writeFileSync(list, 'Id,Title\n');
    expect((await cli(['import', SAMPLE, list])).code).toBe(2);
    expect((await cli(['import', SAMPLE, list, '-o', list])).code).toBe(2);
    expect((await cli(['import', '-', '-', '--dry-run'])).code).toBe(2);
  });
});
