import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { coreRows } from './core-rows.ts';
import { type Figure, tableOf } from './measure.ts';
import { closeBrowser } from './page.ts';
import { pageRows } from './page-rows.ts';

const rows = [...pageRows, ...coreRows];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '500,2000,10000' },
  },
});
const only = values.only?.split(',');
const unknown = only?.filter((id) => !rows.some((row) => row.id === id)) ?? [];
if (unknown.length > 0)
  throw new Error(`No row is called ${unknown.join(', ')}; there are ${rows.map(({ id }) => id).join(', ')}`);

const folder = mkdtempSync(path.join(tmpdir(), 'trustline-bench-'));
const setting = { runs: Number(values.runs), sizes: values.sizes.split(',').map(Number), folder };
const figures: Figure[] = [];
try {
  for (const row of rows) {
    if (only !== undefined && !only.includes(row.id)) continue;
    process.stderr.write(`${row.id} …\n`);
    figures.push(...(await row.run(setting)));
  }
} finally {
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
}
const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
process.stdout.write(
  `${machine}, ${new Date().toISOString().slice(0, 10)}, medians of ${setting.runs} runs\n\n`,
);
process.stdout.write(`${tableOf(figures)}\n`);
