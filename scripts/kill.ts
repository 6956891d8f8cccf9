// `npm run kill`: kills the browser or its page at random moments of steady editing, starts again, and reports how old
// the oldest lost edit was. Options: --count N (200), --seed N (1), --file model.tm7 (our sample), --port N (4319).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { killed, type Loss, randomKill, seeded } from '../e2e/kill-kit.ts';

const ROOT = path.dirname(import.meta.dirname);

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string', default: path.join(ROOT, 'templates', 'docker-sample.tm7') },
    port: { type: 'string', default: '4319' },
  },
});

const url = `http://127.0.0.1:${values.port}/`;
const server = spawn(
  process.execPath,
  [
    path.join(ROOT, 'node_modules/vite/bin/vite.js'),
    'preview',
    '--host',
    '127.0.0.1',
    '--port',
    values.port,
    '--strictPort',
  ],
  { cwd: ROOT, stdio: 'ignore' },
);

async function served(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${url}`);
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function report(losses: readonly Loss[], failed: number): void {
  const ages = losses.map(({ age }) => age).toSorted((a, b) => a - b);
  const lost = losses.map((loss) => loss.lost).toSorted((a, b) => a - b);
  const tasks = losses.map(({ longestTask }) => longestTask).toSorted((a, b) => a - b);
  console.table({
    'age of the oldest lost edit, ms': { median: at(ages, 0.5), p90: at(ages, 0.9), worst: at(ages, 1) },
    'lost edits': { median: at(lost, 0.5), p90: at(lost, 0.9), worst: at(lost, 1) },
    'longest task, ms': { median: at(tasks, 0.5), p90: at(tasks, 0.9), worst: at(tasks, 1) },
  });
  const old = ages.filter((age) => age > 1000).length;
  console.log(`${losses.length} kills came back, ${failed} did not; ${old} lost an edit older than 1 s.`);
  if (failed > 0 || old > 0) process.exitCode = 1;
}

try {
  await served();
  const { findBrowser } = await import(path.join(import.meta.dirname, 'browser.mjs'));
  const executable: string = (await findBrowser()) ?? chromium.executablePath();
  const random = seeded(Number(values.seed));
  const losses: Loss[] = [];
  let failed = 0;
  for (let count = 1; count <= Number(values.count); count++) {
    const kill = randomKill(random);
    try {
      const loss = await killed(kill, { url, file: values.file, executable });
      losses.push(loss);
      console.log(
        `${count}: ${kill.victim}, ${loss.lost} of ${loss.edits} edits lost, oldest ${loss.age} ms`,
      );
    } catch (error) {
      failed++;
      console.log(`${count}: ${kill.victim}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  report(losses, failed);
} finally {
  server.kill();
}
