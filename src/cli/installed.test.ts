import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { buildInto } from './testing/built.ts';
import { SAMPLE, TEMPLATES } from './testing/cli.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
/** Milliseconds that a busy machine may need to build the command. */
const BUILDING = 180_000;
const HOME = mkdtempSync(path.join(tmpdir(), 'trustline-installed-'));
const CI = path.join(ROOT, 'docs', 'ci');
const PACKED = path.join(HOME, 'empty', 'package');
const MAIN = path.join(PACKED, packageJson.bin.trustline);
const TRIAGED = path.join(TEMPLATES, 'docker-sample-triaged.tm7');

const ENV = {
  ...process.env,
  HOME,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: path.join(HOME, 'gitconfig'),
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  TRUSTLINE: `node ${MAIN}`,
  npm_config_cache: path.join(HOME, 'npm'),
};

function run(
  command: string,
  words: readonly string[],
  cwd: string,
  more: Readonly<Record<string, string>> = {},
) {
  const { status, stdout, stderr } = spawnSync(command, [...words], {
    cwd,
    env: { ...ENV, ...more },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const trustline = (...words: readonly string[]) =>
  run(process.execPath, [MAIN, ...words], path.join(HOME, 'empty'));

/** Packs what would be published, and unpacks it in an empty folder, far from sources and packages. */
beforeAll(() => {
  const source = path.join(HOME, 'source');
  mkdirSync(path.join(HOME, 'empty'), { recursive: true });
  buildInto(path.join(source, 'dist', 'cli'));
  for (const file of ['package.json', 'README.md', 'LICENSE', 'action.yml', 'docs/ci', 'docs/schemas'])
    cpSync(path.join(ROOT, file), path.join(source, file), { recursive: true });
  mkdirSync(path.join(source, 'templates'));
  copyFileSync(path.join(TEMPLATES, 'containers.tb7'), path.join(source, 'templates', 'containers.tb7'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--offline', '--silent', '--pack-destination', HOME], {
    cwd: source,
    env: ENV,
  });
  const [packed] = readdirSync(HOME).filter((name) => name.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', path.join(HOME, packed ?? ''), '-C', path.join(HOME, 'empty')]);
}, BUILDING);

describe('the packed command', () => {
  it('works without sources and packages', () => {
    expect(trustline('--version')).toMatchObject({ code: 0, out: `${packageJson.version}\n` });
    expect(trustline('new', 'package/templates/containers.tb7', '-o', 'made.tm7')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(trustline('check', 'made.tm7').code).toBe(4);
    for (const format of ['pdf', 'xlsx'])
      expect(trustline('report', SAMPLE, '-o', `report.${format}`)).toMatchObject({ code: 0, err: '' });
    expect(trustline('tidy', SAMPLE, '-o', 'tidied.tm7').code).toBe(0);
    expect(trustline('diff', SAMPLE, TRIAGED, '--format', 'comment').out).toContain('3 threats are open');
  });

  it('has what its examples for build servers name', () => {
    for (const file of ['docs/ci/review.sh', 'docs/ci/action.sh', 'docs/schemas/policy-1.json', 'LICENSE'])
      expect(existsSync(path.join(PACKED, file))).toBe(true);
    for (const file of readdirSync(CI).filter((name) => name.endsWith('.yml')))
      for (const [script] of readFileSync(path.join(CI, file), 'utf8').matchAll(/docs\/ci\/[\w.-]+\.sh/g))
        expect(existsSync(path.join(PACKED, script))).toBe(true);
    expect(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')).toContain('docs/ci/action.sh');
  });

  it('completes commands, options and files in bash', () => {
    const cases = [
      ['trustline', 'di'],
      ['trustline', 'git', ''],
      ['trustline', 'git', 'install', '--u'],
      ['trustline', 'diff', 'made.tm7', '--fo'],
      ['trustline', 'diff', 'mad'],
      ['trustline', 'diff', 'My'],
    ];
    writeFileSync(path.join(HOME, 'empty', 'My Model.tm7'), '');
    const asked = cases.map(
      (words) =>
        `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _trustline; echo "\${#COMPREPLY[@]} \${COMPREPLY[@]}"`,
    );
    const script = [`eval "$(node ${MAIN} completion bash)"`, ...asked].join('\n');
    expect(run('bash', ['-c', script], path.join(HOME, 'empty')).out.split('\n')).toEqual([
      '1 diff',
      '2 install uninstall',
      '1 --user',
      '1 --format',
      '1 made.tm7',
      '1 My Model.tm7',
      '',
    ]);
  });
});

/** A repository with a base, a branch that answers the threats of one model, and a model that was not touched. */
function repository(): string {
  const folder = mkdtempSync(path.join(HOME, 'repository '));
  const git = (...words: readonly string[]) => expect(run('git', words, folder)).toMatchObject({ code: 0 });
  git('init', '-q', '-b', 'main');
  mkdirSync(path.join(folder, 'some models'));
  copyFileSync(SAMPLE, path.join(folder, 'some models', 'shop.tm7'));
  copyFileSync(TRIAGED, path.join(folder, 'other.tm7'));
  git('add', '-A');
  git('commit', '-qm', 'base');
  git('checkout', '-qb', 'work');
  copyFileSync(TRIAGED, path.join(folder, 'some models', 'shop.tm7'));
  git('commit', '-qam', 'answers');
  return folder;
}

describe('scripts for build servers', () => {
  it('say what a change request does, as a comment', () => {
    const folder = repository();
    expect(run('sh', [path.join(CI, 'review.sh'), 'main', 'out.md'], folder)).toMatchObject({ code: 0 });
    const text = readFileSync(path.join(folder, 'out.md'), 'utf8');
    expect(text).toContain('some models/shop.tm7 (before) → some models/shop.tm7 (after)');
    expect(text).toContain('**3 threats are open** (−17)');
    expect(text).not.toContain('other.tm7');
    run('git', ['checkout', '-q', 'main'], folder);
    run('sh', [path.join(CI, 'review.sh'), 'main', 'out.md'], folder);
    // A build server would write an empty comment.
    expect(existsSync(path.join(folder, 'out.md'))).toBe(false);
  });

  it('name models that are new, gone or renamed', () => {
    const folder = repository();
    const git = (...words: readonly string[]) => expect(run('git', words, folder)).toMatchObject({ code: 0 });
    git('checkout', '-q', 'main');
    git('checkout', '-qb', 'more');
    git('mv', 'other.tm7', 'some models/ moved.tm7');
    git('commit', '-qm', 'moved');
    run('sh', [path.join(CI, 'review.sh'), 'main', 'out.md'], folder);
    expect(readFileSync(path.join(folder, 'out.md'), 'utf8')).toBe(
      '## `other.tm7`\n\nThis file was deleted.\n\n## `some models/ moved.tm7`\n\nThis file is new.\n\n',
    );
  });

  it('call nobody by the name of a file, and end where a comment has no room', () => {
    const folder = repository();
    const git = (...words: readonly string[]) => expect(run('git', words, folder)).toMatchObject({ code: 0 });
    // Names of 2,500 letters: thirty of them fill a comment.
    const deep = path.join(...Array.from({ length: 10 }, () => 'x'.repeat(250)));
    mkdirSync(path.join(folder, deep), { recursive: true });
    writeFileSync(path.join(folder, '`@org`.tm7'), '');
    for (let at = 0; at < 30; at++) writeFileSync(path.join(folder, deep, `${at}.tb7`), '');
    git('add', '-A');
    git('commit', '-qm', 'many');
    run('sh', [path.join(CI, 'review.sh'), 'main', 'out.md'], folder);
    const text = readFileSync(path.join(folder, 'out.md'), 'utf8');
    expect(text).toContain('## `@org.tm7`\n');
    expect(text).toContain('**3 threats are open** (−17)');
    expect(Buffer.byteLength(text)).toBeLessThan(60_100);
    const shown = text.split('This file is new.').length - 1;
    expect(text).toMatch(new RegExp(`\n… and ${31 - shown} more files\n$`));
  });

  it('run the gate, write SARIF and the summary, and end by it', () => {
    const folder = repository();
    const summary = path.join(HOME, 'summary.md');
    const inputs = {
      FILES: 'some models/*.tm7\n*.tm7',
      BASE: 'main',
      LEVEL: 'warning',
      GITHUB_STEP_SUMMARY: summary,
    };
    expect(run('sh', [path.join(CI, 'action.sh')], folder, inputs)).toMatchObject({ code: 0 });
    expect(readFileSync(summary, 'utf8')).toContain('3 threats are open');
    const sarif: unknown = JSON.parse(readFileSync(path.join(folder, 'trustline.sarif'), 'utf8'));
    expect(sarif).toMatchObject({ version: '2.1.0' });
    copyFileSync(SAMPLE, path.join(folder, 'other.tm7'));
    const { code, out } = run('sh', [path.join(CI, 'action.sh')], folder, inputs);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('other.tm7: warning: 20 of 20 threats are not started'),
    ]);
  });

  it('stop a commit of what breaks the policy, by what is staged', () => {
    const folder = repository();
    const hook = path.join(folder, '.git', 'hooks', 'pre-commit');
    mkdirSync(path.dirname(hook), { recursive: true });
    copyFileSync(path.join(CI, 'pre-commit'), hook);
    chmodSync(hook, 0o755);
    const policy = { version: 1, levels: { 'threats-not-started': 'error' } };
    writeFileSync(path.join(folder, '.trustline-policy.json'), JSON.stringify(policy));
    copyFileSync(SAMPLE, path.join(folder, 'some models', 'new one.tm7'));
    run('git', ['add', '-A'], folder);
    const refused = run('git', ['commit', '-qm', 'open'], folder);
    expect([refused.code, refused.out + refused.err]).toEqual([
      1,
      expect.stringContaining('some models/new one.tm7: error: 20 of 20 threats are not started'),
    ]);
    copyFileSync(TRIAGED, path.join(folder, 'some models', 'new one.tm7'));
    // It lies there, but is not staged.
    expect(run('git', ['commit', '-qm', 'still open'], folder).code).toBe(1);
    run('git', ['add', '-A'], folder);
    expect(run('git', ['commit', '-qm', 'answered'], folder)).toMatchObject({ code: 0 });
    // Called from where the hook runs, not from where it put what is staged.
    symlinkSync(path.dirname(MAIN), path.join(folder, '.git', 'tool'));
    copyFileSync(SAMPLE, path.join(folder, 'some models', 'new one.tm7'));
    const TRUSTLINE = `node .git/tool/${path.basename(MAIN)}`;
    const again = run('git', ['commit', '-qam', 'open'], folder, { TRUSTLINE });
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringMatching(/^some models\/new one\.tm7: error: 20 of 20 threats/m),
    ]);
  });
});
