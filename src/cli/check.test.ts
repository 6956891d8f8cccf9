import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTemplate, writeTemplate } from '../core/codec/index.ts';
import { bytesOf } from '../core/codec/testing/files.ts';
import type { Template } from '../core/document/index.ts';
import { setFilter, setManifest } from '../core/edit/index.ts';
import { cli, inFolder, SAMPLE, TEMPLATE } from './testing/cli.ts';

function changed(name: string, change: (template: Template) => Template): string {
  const read = readTemplate(bytesOf(TEMPLATE));
  if (!read.ok) throw new Error('Our template can be read');
  writeFileSync(inFolder(name), writeTemplate(change(read.value.template)));
  return inFolder(name);
}

const firstType = ({ threatTypes: [first] }: Template) => {
  if (first === undefined) throw new Error('Our template has threat types');
  return first.id;
};

describe('check', () => {
  it('is content with our templates, and with the one inside of a sample', async () => {
    const { code, err } = await cli(['check', TEMPLATE, SAMPLE]);
    expect([code, err]).toEqual([0, '']);
  });

  it('tells the place and ends with 1', async () => {
    const file = changed('broken.tb7', (one) => setFilter(one, firstType(one), 'include', "source is 'X'"));
    const { code, text, err } = await cli(['check', file]);
    expect(code).toBe(1);
    expect(text).toContain(
      `${file}: warning: "Container network traffic", include filter: The template has no type "X" (character 1)\n`,
    );
    expect(err).toMatch(/^trustline: \d+ warnings?$/);
  });

  it('ends with 1 from the wanted level up', async () => {
    const file = changed('odd.tb7', (one) => setManifest(one, 'version', 'first'));
    expect((await cli(['check', file])).code).toBe(1);
    expect((await cli(['check', file, '--level', 'error'])).code).toBe(0);
    expect((await cli(['check', file, '--level', 'none'])).code).toBe(2);
  });

  it('writes JSON for programs', async () => {
    const file = changed('odd.tb7', (one) => setManifest(one, 'version', 'first'));
    const { text } = await cli(['check', file, '--format', 'json']);
    const facts: unknown = JSON.parse(text);
    expect(facts).toMatchObject({
      version: 1,
      files: [
        {
          file,
          template: { name: 'Containers (OWASP)', version: 'first' },
          findings: expect.arrayContaining([
            expect.objectContaining({ level: 'warning', code: 'odd-version', item: null, fixable: false }),
          ]),
        },
      ],
    });
  });

  it('reads nothing else', async () => {
    expect((await cli(['check', '-'], new TextEncoder().encode('no file'))).code).toBe(3);
  });
});
