import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from './io.ts';

/**
 * Files that exhausted a reader, the engine or a report by a few kilobytes: each goes through each command of the
 * built command line, those of a large file in one process that is ended when it takes too much. Small files share one,
 * which costs them its start once: what they take is counted by command.
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

/** Bytes of a file that shares a process. */
const SMALL = 200_000;
const isSmall = (name: string): boolean => statSync(path.join(FOLDER, name)).size < SMALL;

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

type Command = readonly [words: readonly string[], written: string | null];

/** Where the commands for a file write. */
const outOf = (name: string, written: string): string => path.join(OUT, `${name}.${written}`);

/** Every command for one file, with what it writes. */
function commandsFor(name: string): readonly Command[] {
  const file = path.join(FOLDER, name);
  const canonical = outOf(name, 'b.tm7');
  const same = outOf(name, 'a.tm7');
  const picture = outOf(name, 'svg');
  return [
    [['convert', file, same], same],
    [['convert', file, canonical, '--canonical'], canonical],
    [['threats', file, '--regenerate'], null],
    [['threats', file, '--regenerate', '--format', 'csv'], null],
    ...REPORTS.map((format): Command => {
      const to = outOf(name, format);
      return [['report', file, '-o', to, '--regenerate'], to];
    }),
    [['render', file, '-o', picture], picture],
    // What was written is read again, and written as it is.
    [['convert', canonical, outOf(name, 'c.tm7'), '--canonical'], null],
  ];
}

/** How the commands for some files ended, in one process. */
async function runAll(names: readonly string[]): Promise<ReadonlyMap<string, readonly Ended[]>> {
  const commands = names.map(commandsFor);
  const ended = await run(commands.flatMap((of) => of.map(([words]) => words)));
  let from = 0;
  return new Map(
    names.map((name, index) => {
      const until = from + (commands[index]?.length ?? 0);
      const own = ended.slice(from, until);
      from = until;
      return [name, own];
    }),
  );
}

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

  let small: Promise<ReadonlyMap<string, readonly Ended[]>> | undefined;

  it.each(FILES)(
    '%s is done or refused in plain words, within the limits',
    async (name) => {
      if (isSmall(name)) small ??= runAll(FILES.filter(isSmall));
      const ended = (await (isSmall(name) ? small : runAll([name])))?.get(name) ?? [];
      for (const [index, [words, written]] of commandsFor(name).entries()) {
        const said = [words[0], ...words.slice(2)].join(' ');
        const { code, err, mebibytes, seconds } = ended[index] ?? GONE;
        expect([EXIT.done, EXIT.tooMuch], `${said}: ${err}`).toContain(code);
        expect(mebibytes, said).toBeLessThan(MOST_MEMORY);
        expect(seconds, said).toBeLessThan(MOST_SECONDS);
        if (code === EXIT.tooMuch) expect(err).toMatch(/yield more than [\d,]+ (threats|letters)/);
        else if (written !== null) expect(readFileSync(written).length, said).toBeGreaterThan(0);
      }
      const [written, again] = ['b.tm7', 'c.tm7'].map((end) => readFileSync(outOf(name, end)));
      expect(written?.equals(again ?? Buffer.of())).toBe(true);
    },
    LONGEST,
  );
});
