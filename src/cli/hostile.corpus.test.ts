import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from './io.ts';

/**
 * Files that exhausted a reader, the engine or a report by a few kilobytes: each goes through each command of the
 * built command line, those of a file in one process that is ended when it takes too much.
 */
const ROOT = path.join(import.meta.dirname, '..', '..');
const FOLDER = path.join(ROOT, '..', 'shared', 'corpus', 'hostile');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.tm7')) : [];
if (FILES.length === 0) console.warn(`SKIPPED: hostile files, because ${FOLDER} is not there`);

/** Seconds of processor time of a command: twice what is aimed at, as they hold less on a busy machine. */
const MOST_SECONDS = 10;
/** Memory of a process, in MiB. */
const MOST_MEMORY = 1024;
/** Wall time for all commands of a file, in milliseconds: only for a process that waits and does nothing. */
const LONGEST = 10 * 60_000;

const OUT = mkdtempSync(path.join(tmpdir(), 'trustline-hostile-'));
const PROGRAM = path.join(OUT, 'cli');
const out = (name: string): string => path.join(OUT, name);

interface Ended {
  readonly code: number;
  readonly err: string;
  readonly mebibytes: number;
  readonly seconds: number;
}

/** Runs commands one after the other; those before the one that never came to its end, or exhausted the process. */
function run(commands: readonly (readonly string[])[]): Promise<readonly Ended[]> {
  const node = [
    `--max-old-space-size=${MOST_MEMORY}`,
    '--expose-gc',
    path.join(import.meta.dirname, 'testing', 'one-by-one.mjs'),
    path.join(PROGRAM, 'program.js'),
    JSON.stringify(commands),
  ];
  // The shell's limit ends a process that never comes back to its own clock.
  const limit = MOST_SECONDS * commands.length;
  const child = spawn('sh', ['-c', `ulimit -t ${limit}; exec "$0" "$@"`, process.execPath, ...node], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    timeout: LONGEST,
  });
  let told = '';
  child.stdio[3]?.on('data', (data) => {
    told += String(data);
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      const lines = told.split('\n').filter((line) => line !== '');
      resolve(lines.map((line): Ended => JSON.parse(line)));
    });
  });
}

/** Of a command that did not come to its end. */
const GONE: Ended = {
  code: -1,
  err: 'it was ended',
  mebibytes: Number.POSITIVE_INFINITY,
  seconds: Number.POSITIVE_INFINITY,
};

const REPORTS = ['html', 'csv', 'md', 'json', 'pdf', 'docx', 'sarif', 'xlsx'] as const;

/** Every command for one file, with what it writes. */
const commandsFor = (file: string): readonly (readonly [readonly string[], string | null])[] => [
  [['convert', file, out('a.tm7')], out('a.tm7')],
  [['convert', file, out('b.tm7'), '--canonical'], out('b.tm7')],
  [['threats', file, '--regenerate'], null],
  [['threats', file, '--regenerate', '--format', 'csv'], null],
  ...REPORTS.map((format) => {
    const to = out(`report.${format}`);
    return [['report', file, '-o', to, '--regenerate'], to] as const;
  }),
  [['render', file, '-o', out('a.svg')], out('a.svg')],
];

describe.runIf(FILES.length > 0 && process.platform !== 'win32')('hostile files on the command line', () => {
  beforeAll(async () => {
    await build({
      configFile: path.join(ROOT, 'vite.config.ts'),
      root: ROOT,
      logLevel: 'silent',
      build: { ssr: path.join(ROOT, 'src', 'cli', 'program.ts'), outDir: PROGRAM, emptyOutDir: true },
    });
  }, LONGEST);
  afterAll(() => rmSync(OUT, { recursive: true, force: true }));

  it.each(FILES)(
    '%s is done or refused in plain words, within the limits',
    async (name) => {
      const file = path.join(FOLDER, name);
      const commands = commandsFor(file);
      // What was written is read again, and written as it is.
      const again = ['convert', out('b.tm7'), out('c.tm7'), '--canonical'];
      const ended = await run([...commands.map(([words]) => words), again]);
      for (const [index, [words, written]] of [...commands, [again, null] as const].entries()) {
        const said = [words[0], ...words.slice(2)].join(' ');
        const { code, err, mebibytes, seconds } = ended[index] ?? GONE;
        expect([EXIT.done, EXIT.tooMuch], `${said}: ${err}`).toContain(code);
        expect(mebibytes, said).toBeLessThan(MOST_MEMORY);
        expect(seconds, said).toBeLessThan(MOST_SECONDS);
        if (code === EXIT.tooMuch) expect(err).toMatch(/yield more than [\d,]+ (threats|letters)/);
        else if (written !== null) expect(readFileSync(written).length, said).toBeGreaterThan(0);
      }
      expect(readFileSync(out('c.tm7')).equals(readFileSync(out('b.tm7')))).toBe(true);
    },
    LONGEST,
  );
});
