import Papa from 'papaparse';
import { err, ok, type Result } from '../base/index.ts';
import { type ListFault, MOST_BYTES, MOST_COLUMNS, MOST_ROWS, type ThreatList, unguarded } from './list.ts';

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
  // No text has this character: what would be made of it are rows of noise.
  if (text.includes('\0')) return err({ cause: 'binary' });
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
