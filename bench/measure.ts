import { performance } from 'node:perf_hooks';

/** What one row measured. A figure without a unit is a count or a ratio. */
export interface Figure {
  readonly row: string;
  readonly size: string;
  readonly value: number;
  readonly unit: string;
  /** What the same costs at least, measured in the same run. */
  readonly floor?: number;
  /** What the row is to reach: a value in its unit, or a multiple of the floor. */
  readonly reach?: number;
  readonly note?: string;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The value that a share of the values does not exceed; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? sorted[0] ?? 0;
}

/** Milliseconds that a run takes: the median of several, after one that warms up. */
export async function timed(runs: number, run: () => unknown): Promise<number> {
  const times: number[] = [];
  await run();
  for (let n = 0; n < runs; n++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return median(times);
}

const shown = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));

/** The figures as a table in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ row, size, value, unit, floor, reach, note }) => [
    row,
    size,
    `${shown(value)} ${unit}`.trim(),
    floor === undefined ? '' : `${shown(floor)} ${unit}`.trim(),
    floor === undefined || floor === 0 ? '' : `${(value / floor).toFixed(1)}x`,
    reach === undefined ? '' : floor === undefined ? `${shown(reach)} ${unit}`.trim() : `${reach}x`,
    note ?? '',
  ]);
  const head = ['what', 'model', 'measured', 'floor', 'ratio', 'reach', 'note'];
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
