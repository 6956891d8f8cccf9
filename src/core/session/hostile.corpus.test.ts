import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ended } from './testing/through-everything.ts';

/**
 * Files that exhausted a reader, the engine or a report by a few kilobytes. What was quadratic in them took hours, so
 * that the limit may be generous: a busy machine does not come near it.
 */
const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const FOLDER = path.join(ROOT, '..', 'shared', 'corpus', 'hostile');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.tm7')) : [];
if (FILES.length === 0) console.warn(`SKIPPED: hostile files, because ${FOLDER} is not there`);

/** For all files together, in milliseconds. */
const LONGEST = 15 * 60_000;
/** Of the process's heap, in MiB. */
const MOST_MEMORY = 1024;

/** What the process said of each file before it ended or was stopped. */
function throughEverything(files: readonly string[]): Promise<{ ended: readonly Ended[]; said: string }> {
  const script = path.join(import.meta.dirname, 'testing', 'through-everything.ts');
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${MOST_MEMORY}`, '--import', 'tsx', script, ...files],
    { cwd: ROOT, timeout: LONGEST, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [out, said] = ['', ''];
  child.stdout.on('data', (data) => {
    out += String(data);
  });
  child.stderr.on('data', (data) => {
    said += String(data);
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      const lines = out.split('\n').filter((line) => line !== '');
      resolve({ ended: lines.map((line): Ended => JSON.parse(line)), said });
    });
  });
}

describe.runIf(FILES.length > 0)('hostile files', () => {
  it(
    'are read, made anew, written and reported, or refused in plain words',
    async () => {
      const { ended, said } = await throughEverything(FILES.map((name) => path.join(FOLDER, name)));
      expect(
        ended.map(({ file }) => path.basename(file)),
        said,
      ).toEqual(FILES);
      for (const { file, refused, notSaved, reports } of ended) {
        if (refused === undefined) {
          expect(Object.keys(reports ?? {}).sort(), file).toEqual(['csv', 'html', 'json', 'md']);
          for (const size of Object.values(reports ?? {})) expect(size, file).toBeGreaterThan(0);
        } else expect(refused, file).toMatch(/\w/);
        // Only what is too much to be read again is not saved.
        if (notSaved !== undefined) expect(notSaved, file).toMatch(/too large|larger than|MB|MiB/i);
      }
    },
    LONGEST + 60_000,
  );
});
