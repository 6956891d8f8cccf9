import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import upgradeSchema from '../../docs/schemas/upgrade-1.json' with { type: 'json' };
import { readModel, readTemplate, writeModel, writeTemplate } from '../core/codec/index.ts';
import { bytesOf } from '../core/codec/testing/files.ts';
import { type Template, typeId } from '../core/document/index.ts';
import { deleteStencil, setManifest } from '../core/edit/index.ts';
import { LOST, olderOf, workOf } from '../core/upgrade/testing/versions.ts';
import { cli, ownFolder, SAMPLE, TEMPLATE, TEMPLATES } from './testing/cli.ts';

const { inFolder } = ownFolder();

function newer(name: string, change: (template: Template) => Template): string {
  const read = readTemplate(bytesOf(TEMPLATE));
  if (!read.ok) throw new Error('Our template can be read');
  writeFileSync(
    inFolder(name),
    writeTemplate(change(setManifest(read.value.template, 'version', '9.0.0.0'))),
  );
  return inFolder(name);
}
const without = newer('without.tb7', (template) => deleteStencil(template, typeId('CON.Volume')));
const OUT = inFolder('upgraded.tm7');

describe('upgrade', () => {
  it('says what it does, and writes a model that opens', async () => {
    const { code, text } = await cli(['upgrade', SAMPLE, without, '-o', OUT]);
    expect(code).toBe(0);
    expect(text).toContain('to Containers (OWASP) 9.0.0.0: a newer version\n');
    expect(text).toMatch(/^type: Volume -> .* \(nearest of its kind\), 1 element$/m);
    expect(text).toMatch(
      /^threats: \d+ as they are, \d+ with other texts, \d+ new, \d+ gone, 0 no longer following;/m,
    );
    const read = readModel(bytesOf(OUT));
    expect(read.ok && read.value.model.template.manifest.version).toBe('9.0.0.0');
  });

  it('keeps the bytes on the very same template', async () => {
    const { code } = await cli(['upgrade', SAMPLE, TEMPLATE, '-o', OUT]);
    expect(code).toBe(0);
    expect(readFileSync(OUT).equals(readFileSync(SAMPLE))).toBe(true);
  });

  it('writes nothing on a dry run', async () => {
    const file = inFolder('never.tm7');
    const { code, text } = await cli([
      'upgrade',
      SAMPLE,
      without,
      '-o',
      file,
      '--dry-run',
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({ version: 1, relation: 'newer', threats: { stale: [] } });
    expect(existsSync(file)).toBe(false);
  });

  it('writes JSON that its schema accepts', async () => {
    const validUpgrade = new Ajv2020({ allErrors: true }).compile(upgradeSchema);
    const stranger = path.join(TEMPLATES, 'stride-core.tb7');
    for (const template of [TEMPLATE, without, stranger]) {
      const { text } = await cli(['upgrade', SAMPLE, template, '--dry-run', '--format', 'json']);
      validUpgrade(JSON.parse(text));
      expect(validUpgrade.errors).toBeNull();
    }
  });

  it('remembers choices in a file that can be used again', async () => {
    const map = inFolder('map.json');
    await cli(['upgrade', SAMPLE, without, '--dry-run', '--save-map', map]);
    const saved: unknown = JSON.parse(readFileSync(map, 'utf8'));
    expect(saved).toMatchObject({
      format: 'trustline-template-mapping',
      types: { 'CON.Volume': expect.any(String) },
    });
    writeFileSync(map, JSON.stringify({ ...(saved as object), types: { 'CON.Volume': { keep: true } } }));
    const { text } = await cli(['upgrade', SAMPLE, without, '--dry-run', '--map', map]);
    expect(text).toContain('type: Volume -> kept, 1 element\n');
  });

  it('writes the model to standard output, and what it did to standard error', async () => {
    const { bytes, err } = await cli(['upgrade', SAMPLE, path.join(TEMPLATES, 'stride-core.tb7'), '-o', '-']);
    expect(readModel(new Uint8Array(bytes)).ok).toBe(true);
    expect(err).toContain('another template');
  });

  it.each([
    ['nothing to write to', [SAMPLE, TEMPLATE], 2],
    ['a name of another kind', [SAMPLE, TEMPLATE, '-o', inFolder('x.tb7')], 2],
    ['two standard inputs', ['-', '-', '--dry-run'], 2],
    ['a template for a model', [TEMPLATE, TEMPLATE, '--dry-run'], 3],
    ['no mapping', [SAMPLE, TEMPLATE, '--dry-run', '--map', TEMPLATE], 3],
    ['no such template', [SAMPLE, inFolder('none.tb7'), '--dry-run'], 3],
  ])('refuses %s', async (_, words, exit) => {
    const { code, err } = await cli(['upgrade', ...words]);
    expect(code).toBe(exit);
    expect(err).not.toBe('');
  });
});

describe('every template of ours', () => {
  const files = readdirSync(TEMPLATES);
  const templates = files.filter((file) => file.endsWith('.tb7'));
  const modelOf = (file: string) => {
    const read = readModel(bytesOf(file));
    if (!read.ok) throw new Error('The model can be read');
    return read.value.model;
  };
  const samples = files
    .filter((file) => file.endsWith('.tm7') && !file.includes('-triaged'))
    .map((file) => modelOf(path.join(TEMPLATES, file)));

  it.each(templates)('%s takes models of an older version, and of a stranger', async (file) => {
    const read = readTemplate(bytesOf(path.join(TEMPLATES, file)));
    if (!read.ok) throw new Error('Our template can be read');
    const { template } = read.value;
    const sample = samples.find((one) => one.template.manifest.id === template.manifest.id);
    if (sample === undefined) throw new Error('It has a sample');
    const old = inFolder(`old-${file}.tm7`);
    const { model } = olderOf(template, sample);
    writeFileSync(old, writeModel(model));
    const { code, text } = await cli(['upgrade', old, path.join(TEMPLATES, file), '-o', OUT]);
    expect(code).toBe(0);
    expect(text).toContain(': a newer version\n');
    expect(text).toContain(LOST);
    expect(modelOf(OUT).template.manifest.version).toBe(template.manifest.version);
    expect(workOf(model, modelOf(OUT))).toEqual(workOf(model));
    const other = path.join(TEMPLATES, file === 'stride-core.tb7' ? 'ai.tb7' : 'stride-core.tb7');
    const changed = await cli(['upgrade', old, other, '-o', OUT]);
    expect(changed.code).toBe(0);
    expect(changed.text).toContain('another template');
    expect(workOf(model, modelOf(OUT))).toEqual(workOf(model));
  });
});
