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
   * `binary`: neither a text nor an archive, such as a picture; `workbook`: an archive that is no Excel workbook or a damaged one; `encrypted`: an old or a locked one; `inflated`: one
   * that unpacks to far more than a list is.
   */
  | { readonly cause: 'empty' | 'binary' | 'workbook' | 'encrypted' | 'inflated' };

/** A list is read whole and shown as a preview: more is no list of threats. */
export const MOST_BYTES = 32 * 1024 * 1024;
export const MOST_ROWS = 100_000;
/** Cells beyond these of a row are left out. */
export const MOST_COLUMNS = 500;

/** What our lists and others put an apostrophe before (see `toCsv`). */
const GUARDED = /^'(?=[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/u;

export const unguarded = (cell: string): string => cell.replace(GUARDED, '');
