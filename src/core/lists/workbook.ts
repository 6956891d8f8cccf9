import { readXlsx } from 'hucre/xlsx';
import { err, ok, type Result } from '../base/index.ts';
import { knownColumns } from './columns.ts';
import { type ListFault, MOST_COLUMNS, MOST_ROWS, type ThreatList, unguarded } from './list.ts';
import { unpacked } from './unpack.ts';

/** The header stands in one of the first rows of a sheet; titles of the sheet may stand over it. */
const HEADER_ROWS = 20;
/** The list is looked for in as many sheets. */
const MOST_SHEETS = 20;

type Cells = readonly (readonly unknown[])[];

/**
 * Reads the list of threats in an Excel workbook: the sheet and the row whose cells are names of columns most. Never
 * throws: what is hostile or damaged is a fault. A formula is the value that was stored beside it.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<ThreatList, ListFault>> {
  const archive = unpacked(bytes);
  if (!archive.ok) return archive;
  try {
    return await listIn(archive.value);
  } catch {
    // The library says what is missing in the words of the format, which help nobody who has the file.
    return err({ cause: 'workbook' });
  }
}

async function listIn(archive: Uint8Array): Promise<Result<ThreatList, ListFault>> {
  let found: { sheet: number; row: number; known: number } | undefined;
  const sheets = await sheetCount(archive);
  for (let sheet = 0; sheet < Math.min(sheets, MOST_SHEETS); sheet++) {
    const rows = await cellsOf(archive, sheet, HEADER_ROWS);
    for (const [row, cells] of rows.entries()) {
      const known = knownColumns(cells.map(textOf));
      const isHeader = cells.some((cell) => textOf(cell).trim() !== '');
      if (isHeader && (found === undefined || known > found.known)) found = { sheet, row, known };
    }
  }
  if (found === undefined) return err({ cause: 'empty' });
  const rows = await cellsOf(archive, found.sheet, MOST_ROWS + found.row + 2);
  return listFrom(rows, found.row);
}

function listFrom(rows: Cells, header: number): Result<ThreatList, ListFault> {
  const columns = (rows[header] ?? []).slice(0, MOST_COLUMNS).map((cell) => textOf(cell).trim());
  const found = rows.slice(header + 1).flatMap((cells, index) => {
    const texts = columns.map((_, column) => unguarded(textOf(cells[column])));
    return texts.some((text) => text.trim() !== '') ? [{ line: header + index + 2, cells: texts }] : [];
  });
  if (rows.length - header - 1 > MOST_ROWS) return err({ cause: 'rows', most: MOST_ROWS });
  return ok({ columns, rows: found, guessed: false });
}

async function sheetCount(archive: Uint8Array): Promise<number> {
  let count = 0;
  const none = (): boolean => {
    count += 1;
    return false;
  };
  await readXlsx(archive, { sheets: none });
  return count;
}

/** The first rows of a sheet, as many as asked for. Only one is held at a time. */
async function cellsOf(archive: Uint8Array, sheet: number, rows: number): Promise<Cells> {
  const range = `A1:${LAST_COLUMN}${rows}`;
  const { sheets } = await readXlsx(archive, { sheets: [sheet], range });
  return sheets[0]?.rows ?? [];
}

/** The name of column 500. */
const LAST_COLUMN = 'SF';

/** A cell as the list says it: a day without its time, where it has none. */
function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return '';
  const [day = '', time = ''] = cell.toISOString().split('T');
  return time === '00:00:00.000Z' ? day : `${day}T${time.slice(0, 8)}`;
}
