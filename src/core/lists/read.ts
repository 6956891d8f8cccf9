import Papa from 'papaparse';
import { err, ok, type Result } from '../base/index.ts';

/** A list of threats as it was read: its columns by their names, and the rows under them. */
export interface ThreatList {
  /** Names of the columns as the list has them, in its order. */
  readonly columns: readonly string[];
  readonly rows: readonly ListRow[];
  /** Whether the letters had to be guessed: the list says nothing of its encoding and is no UTF-8. */
  readonly guessed: boolean;
}

export interface ListRow {
  /** Row of the list's table, from 1: of a text the header is line 1, of a workbook it is what the sheet calls the row. */
  readonly line: number;
  /** One for each column; short rows are filled up with empty ones. */
  readonly cells: readonly string[];
}

/** Why a list could not be read. */
export type ListFault =
  | { readonly cause: 'size' | 'rows' | 'entries'; readonly most: number }
  /**
   * `workbook`: an archive that is no Excel workbook or a damaged one; `encrypted`: an old or a locked one; `inflated`: one
   * that unpacks to far more than a list is.
   */
  | { readonly cause: 'empty' | 'workbook' | 'encrypted' | 'inflated' };

/** A list is read whole and shown as a preview: more is no list of threats. */
export const MOST_BYTES = 32 * 1024 * 1024;
export const MOST_ROWS = 100_000;
/** Cells beyond these of a row are left out. */
export const MOST_COLUMNS = 500;

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/**
 * Reads a list of threats by what it holds, whatever it is called: an Excel workbook, else a text. What reads workbooks is
 * loaded for the first one.
 */
export async function readThreatList(bytes: Uint8Array): Promise<Result<ThreatList, ListFault>> {
  if (bytes.length > MOST_BYTES) return err({ cause: 'size', most: MOST_BYTES });
  // The container of workbooks before 2007, and of those behind a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return err({ cause: 'encrypted' });
  if (!begins(bytes, 0x50, 0x4b)) return readTextList(bytes);
  const { readWorkbook } = await import('./workbook.ts');
  return readWorkbook(bytes);
}

/**
 * Reads a list of comma, semicolon or tab separated values (exchange 9.3): UTF-8 with or without byte order mark,
 * UTF-16 with one, else Windows-1252. The guard against formulas, an apostrophe before what a spreadsheet would
 * calculate, is taken away.
 */
export function readTextList(bytes: Uint8Array): Result<ThreatList, ListFault> {
  const { text, guessed } = decoded(bytes);
  const { data } = Papa.parse<readonly string[]>(text, {
    delimiter: separatorOf(text),
    skipEmptyLines: 'greedy',
    preview: MOST_ROWS + 2,
  });
  const [header, ...rows] = data;
  if (header === undefined) return err({ cause: 'empty' });
  if (rows.length > MOST_ROWS) return err({ cause: 'rows', most: MOST_ROWS });
  const columns = header.slice(0, MOST_COLUMNS).map((name) => name.trim());
  return ok({
    columns,
    guessed,
    rows: rows.map((cells, index) => ({
      line: index + 2,
      cells: columns.map((_, column) => unguarded(cells[column] ?? '')),
    })),
  });
}

function decoded(bytes: Uint8Array): { readonly text: string; readonly guessed: boolean } {
  const [first, second, third] = bytes;
  const as = (encoding: string): string => new TextDecoder(encoding).decode(bytes);
  if (first === 0xff && second === 0xfe) return { text: as('utf-16le'), guessed: false };
  if (first === 0xfe && second === 0xff) return { text: as('utf-16be'), guessed: false };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { text: as('utf-8'), guessed: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { text: as('windows-1252'), guessed: true };
  }
}

/** The separator that the header has most of, outside of quotes; a comma where it has none. */
function separatorOf(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) break;
    else if (!quoted && counts.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best === undefined || best[1] === 0 ? ',' : best[0];
}

/** What our lists and others put an apostrophe before (see `toCsv`). */
const GUARDED = /^'(?=[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/u;

export const unguarded = (cell: string): string => cell.replace(GUARDED, '');
