import { describe, expect, it } from 'vitest';
import { cli } from './testing/cli.ts';

describe('help', () => {
  it.each(['diff', 'merge', 'check', 'threats', 'git', 'report', 'completion'])(
    'of %s has examples and exit codes',
    async (command) => {
      const { code, text } = await cli([command, '--help']);
      expect(code).toBe(0);
      expect(text).toMatch(/Examples:\n {2}.*trustline /);
      expect(text).toContain('Exit codes:');
    },
  );
});

it('of a command below another one has exit codes, and all of them once', async () => {
  const { text } = await cli(['git', 'install', '--help']);
  expect(text.match(/Exit codes:/g)).toHaveLength(1);
  expect((await cli(['diff', '--help'])).text.match(/Exit codes:/g)).toHaveLength(1);
  expect((await cli(['--help'])).text.match(/Exit codes:/g)).toHaveLength(1);
});

describe('completion', () => {
  it('is for three shells', async () => {
    expect((await cli(['completion', 'fish'])).text).toContain("-a diff -d 'say what is different");
    expect((await cli(['completion', 'zsh'])).text).toContain('bashcompinit');
    expect(await cli(['completion', 'tcsh'])).toMatchObject({ code: 2 });
  });
});
