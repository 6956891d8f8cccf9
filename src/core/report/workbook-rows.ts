import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { WriteSheet } from 'hucre/xlsx';

/** Of a line of text, and the most that a row may have, in points. */
const LINE = 15;
const MOST = 405;

/** How high the rows of a sheet have to be for their wrapped texts, in points; estimated by the letters. */
export const heightsOf = ({ rows = [], columns = [] }: WriteSheet): readonly number[] =>
  rows.map((row) => {
    const lines = row.map((cell, index) => {
      const { width = 10, style } = columns[index] ?? {};
      if (typeof cell !== 'string' || style?.alignment?.wrapText !== true) return 1;
      return cell.split('\n').reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / width)), 0);
    });
    return Math.min(MOST, LINE * Math.max(1, ...lines));
  });

/**
 * The workbook with these heights of rows, sheet by sheet, as those that a spreadsheet worked out itself: it goes on fitting
 * them to what is written there. The library can only fix them for good.
 */
export function withHeights(workbook: Uint8Array, heights: readonly (readonly number[])[]): Uint8Array {
  const parts = unzipSync(workbook);
  for (const [index, rows] of heights.entries()) {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    const sheet = parts[name];
    if (sheet === undefined) continue;
    const fitted = strFromU8(sheet).replace(/<row r="(\d+)"/g, (start, row: string) => {
      const height = rows[Number(row) - 1] ?? LINE;
      return height === LINE ? start : `${start} ht="${height}"`;
    });
    parts[name] = strToU8(fitted);
  }
  // A zip cannot say that it does not know the time; a fixed one makes the same file of the same report.
  return zipSync(parts, { mtime: new Date(1980, 0, 2) });
}
