import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cli, ownFolder, SAMPLE } from './testing/cli.ts';

const { inFolder } = ownFolder();

/** A PNG of one clear pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const written = (name: string): string => readFileSync(inFolder(name), 'utf8');
const report = (name: string, ...flags: readonly string[]) =>
  cli(['report', SAMPLE, '-o', inFolder(name), ...flags]);

describe('the options of a report on the command line', () => {
  it('are the full report where nothing is said: with its file, its hash and its tool', async () => {
    expect((await report('usual.html')).code).toBe(0);
    const page = written('usual.html');
    expect(page).toContain(createHash('sha256').update(readFileSync(SAMPLE)).digest('hex'));
    expect(page).toContain('docker-sample.tm7');
    expect(page).toMatch(/Trustline \d/);
    expect(page).toContain('script-src');
  });

  it('come from a file, and flags come before it; a logo is looked for beside it', async () => {
    writeFileSync(inFolder('logo.png'), PIXEL);
    writeFileSync(
      inFolder('options.json'),
      JSON.stringify({
        layout: 'windows',
        states: ['Not Started'],
        cover: { logo: 'logo.png', classification: 'Internal', signOffs: [{ role: 'Owner' }] },
      }),
    );
    const options = ['--options', inFolder('options.json')];
    await report('file.html', ...options);
    expect(written('file.html')).not.toContain('Register');
    expect(written('file.html')).toContain(PIXEL.toString('base64'));
    await report('both.html', ...options, '--layout', 'summary', '--classification', 'Secret');
    expect(written('both.html')).toContain('Register');
    expect(written('both.html')).toContain('>Secret<');
    expect(written('both.html')).toContain('Owner');
  });

  it('choose threats in every format', async () => {
    await report('some.json', '--states', 'mitigated');
    expect(JSON.parse(written('some.json')).summary.Total).toBe(0);
    await report('some.csv', '--states', 'mitigated, not-applicable', '--group-by', 'category');
    expect(written('some.csv').trim().split('\n')).toHaveLength(1);
  });

  it('put the pictures of a Markdown report beside it', async () => {
    await report('pictures.md', '--markdown-pictures', 'files');
    expect(written('pictures.md')).toContain('](<pictures-pictures/diagram-1.svg>)');
    expect(written('pictures-pictures/diagram-1.svg')).toMatch(/^<svg/);
  });

  it('compare with an older model', async () => {
    await report('since.html', '--since', SAMPLE);
    expect(written('since.html')).toContain('What changed since docker-sample.tm7');
  });

  it.each<[string, readonly string[], string]>([
    ['a layout', ['--layout', 'fancy'], 'layout: has to be one of full, summary, windows, not "fancy"'],
    ['a state', ['--states', 'done'], 'states[0]: there is no state "done"'],
    ['a diagram', ['--diagrams', 'Nowhere'], 'diagrams: the model has no "Nowhere"; it has: Docker Sample'],
    ['a logo', ['--logo', SAMPLE], 'this is no PNG or JPEG'],
    ['a file of options', ['--options', SAMPLE], 'not JSON'],
    ['an older model', ['--since', inFolder('none.tm7')], 'no such file'],
  ])('that are wrong write nothing: %s', async (_, flags, message) => {
    const { code, err } = await report('never.html', ...flags);
    expect(code).toBeGreaterThan(1);
    expect(err).toContain(message);
    expect(() => written('never.html')).toThrow('ENOENT');
  });

  it('are all told when several are wrong', async () => {
    writeFileSync(inFolder('bad.json'), '{"layout":"x","elements":1,"colour":2}');
    const { code, err } = await report('never.html', '--options', inFolder('bad.json'));
    expect(code).toBe(2);
    expect(err.match(/bad\.json: /g)).toHaveLength(3);
  });
});
