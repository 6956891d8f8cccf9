import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { LISTING_SECTIONS } from '../core/change-report/index.ts';
import { EXIT, Failure, makeFolder, type Streams, writeBytes } from './io.ts';

/** Where the drivers are registered: in one repository, or for all of the user's. */
interface GitOptions {
  readonly user?: boolean;
  readonly command?: string;
}

/** The name of the drivers in git's configuration. */
const DRIVER = 'trustline';

/** Files keep their bytes (`-text`: no line end is changed), are compared as text, and merged by record. */
const ATTRIBUTES = ['tm7', 'tb7'].map((ending) => `*.${ending} -text diff=${DRIVER} merge=${DRIVER}`);
const HEAD = '# Threat models and templates, for trustline (trustline git install)';

/** What git calls, and what is written for it. `%O` is the common version, `%A` ours, `%B` theirs, `%P` the path. */
const settings = (command: string): readonly (readonly [key: string, value: string])[] => [
  [`diff.${DRIVER}.textconv`, `${command} text`],
  // The heading that a difference stands under.
  [`diff.${DRIVER}.xfuncname`, `^((${LISTING_SECTIONS.join('|')})( .*)?)$`],
  [`merge.${DRIVER}.name`, 'three-way merge of threat models'],
  [`merge.${DRIVER}.driver`, `${command} merge %O %A %B -o %A --name %P`],
  [`difftool.${DRIVER}.cmd`, `${command} diff "$LOCAL" "$REMOTE"`],
];
const SECTIONS = [`diff.${DRIVER}`, `merge.${DRIVER}`, `difftool.${DRIVER}`];

/** `trustline git install`: registers drivers for `.tm7` and `.tb7` with git, and says what it wrote. */
export function gitInstall(options: GitOptions, streams: Streams): void {
  const scope = options.user === true ? '--global' : '--local';
  const attributes = attributesFile(options);
  for (const [key, value] of settings(options.command ?? ownCommand())) {
    git(['config', scope, key, value]);
    streams.out(`${scope === '--global' ? 'your git configuration' : '.git/config'}: ${key} = ${value}\n`);
  }
  const lines = linesOf(attributes);
  const missing = ATTRIBUTES.filter((line) => !lines.includes(line));
  if (missing.length > 0) {
    const head = lines.includes(HEAD) ? [] : [HEAD];
    makeFolder(path.dirname(attributes));
    writeBytes(attributes, `${[...lines, ...head, ...missing].join('\n')}\n`, streams);
  }
  for (const line of ATTRIBUTES)
    streams.out(`${attributes}: ${line}${missing.includes(line) ? '' : ' (was there)'}\n`);
  if (options.user !== true)
    streams.out(
      'Commit .gitattributes; each clone runs "trustline git install" once, as git does not share drivers.\n',
    );
}

/** `trustline git uninstall`: takes away what `install` wrote, and nothing else. */
export function gitUninstall(options: GitOptions, streams: Streams): void {
  const scope = options.user === true ? '--global' : '--local';
  const attributes = attributesFile(options);
  const there = git(['config', scope, '--list', '--name-only']).split('\n');
  for (const section of SECTIONS) {
    if (!there.some((key) => key.startsWith(`${section}.`))) continue;
    git(['config', scope, '--remove-section', section]);
    streams.out(`${scope === '--global' ? 'your git configuration' : '.git/config'}: ${section} removed\n`);
  }
  const lines = linesOf(attributes);
  const rest = lines.filter((line) => line !== HEAD && !ATTRIBUTES.includes(line));
  if (rest.length === lines.length) return;
  if (rest.length === 0) rmSync(attributes);
  else writeBytes(attributes, `${rest.join('\n')}\n`, streams);
  streams.out(
    `${attributes}: ${rest.length === 0 ? 'removed' : `${lines.length - rest.length} lines removed`}\n`,
  );
}

const linesOf = (file: string): readonly string[] => {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  return text === '' ? [] : text.split(/\r?\n/);
};

/** The repository's `.gitattributes`, or the user's file of attributes. */
function attributesFile({ user }: GitOptions): string {
  if (user !== true) return path.join(git(['rev-parse', '--show-toplevel']).trim(), '.gitattributes');
  const configured = git([
    'config',
    '--global',
    '--default',
    '',
    '--type=path',
    '--get',
    'core.attributesFile',
  ]).trim();
  const folder = process.env.XDG_CONFIG_HOME || path.join(homedir(), '.config');
  return configured === '' ? path.join(folder, 'git', 'attributes') : configured;
}

/** Runs git and returns what it wrote. */
function git(words: readonly string[]): string {
  try {
    return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Failure(`git: ${said === '' ? 'cannot be run' : said.split('\n')[0]}`, EXIT.usage);
  }
}

/** How git's shell calls this very program: by its name where that leads to it, otherwise by Node and its file. */
function ownCommand(): string {
  const [node, script] = process.argv;
  const named = (process.env.PATH ?? '')
    .split(path.delimiter)
    // npm puts folders of packages on the path for as long as it runs a command.
    .filter((folder) => path.isAbsolute(folder) && !/node_modules[\\/]\.bin[\\/]?$/.test(folder))
    .map((folder) => fileAt(path.join(folder, 'trustline')))
    .find((file) => file !== undefined);
  if (script !== undefined && named !== undefined && named === fileAt(script)) return 'trustline';
  return [node, script === undefined ? undefined : path.resolve(script)]
    .map((part) => quoted(part ?? ''))
    .join(' ');
}

/** The file that a name leads to; undefined where there is none. */
const fileAt = (name: string): string | undefined =>
  existsSync(name) && statSync(name).isFile() ? realpathSync(name) : undefined;

/** For a POSIX shell, which git has on every system; backslashes of Windows would be taken for something else. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '/').replaceAll("'", "'\\''")}'`;
