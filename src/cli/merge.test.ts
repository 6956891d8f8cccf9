import { lstatSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import mergeSchema from '../../docs/schemas/merge-1.json' with { type: 'json' };
import { readModel, writeModel } from '../core/codec/index.ts';
import { bytesOf } from '../core/codec/testing/files.ts';
import type { Model } from '../core/document/index.ts';
import { setInformation } from '../core/edit/index.ts';
import { cli, ownFolder, SAMPLE, TEMPLATE, TEMPLATES } from './testing/cli.ts';

const { folder, inFolder } = ownFolder();

const modelOf = (file: string): Model => {
  const read = readModel(bytesOf(file));
  if (!read.ok) throw new Error('It can be read');
  return read.value.model;
};

function edited(name: string, change: (model: Model) => Model): string {
  writeFileSync(inFolder(name), writeModel(change(modelOf(SAMPLE))));
  return inFolder(name);
}

const ours = edited('ours.tm7', (one) => setInformation(setInformation(one, 'owner', 'Ada'), 'name', 'A'));
const theirs = edited('theirs.tm7', (one) => setInformation(one, 'reviewer', 'Bob'));
const against = edited('against.tm7', (one) => setInformation(one, 'owner', 'Bob'));
const OUT = inFolder('out.tm7');
const validMerge = new Ajv2020({ allErrors: true }).compile(mergeSchema);

describe('merge', () => {
  it('has what both sides did', async () => {
    expect(await cli(['merge', SAMPLE, ours, theirs, '-o', OUT])).toMatchObject({ code: 0, err: '' });
    expect(modelOf(OUT).information).toMatchObject({ owner: 'Ada', reviewer: 'Bob', name: 'A' });
  });

  it('keeps the bytes of a side that the other one left alone', async () => {
    await cli(['merge', SAMPLE, SAMPLE, theirs, '-o', OUT]);
    expect(readFileSync(OUT)).toEqual(readFileSync(theirs));
  });

  it('lists conflicts in words and as JSON, ends with 1, and writes a file that opens', async () => {
    const { code, err } = await cli(['merge', SAMPLE, ours, against, '-o', OUT]);
    expect(code).toBe(1);
    expect(err).toContain('conflict: model information "A": owner: ours "Ada", theirs "Bob"; taken: ours');
    expect(modelOf(OUT).information.owner).toBe('Ada');
    const json = await cli(['merge', SAMPLE, ours, against, '-o', OUT, '--format', 'json']);
    const facts: unknown = JSON.parse(json.text);
    validMerge(facts);
    expect(validMerge.errors).toBeNull();
    expect(facts).toMatchObject({ conflicts: [{ field: 'owner', taken: 'ours', values: { ours: 'Ada' } }] });
    const preferred = await cli(['merge', SAMPLE, ours, against, '-o', OUT, '--prefer', 'theirs']);
    expect(preferred.code).toBe(0);
    expect(modelOf(OUT).information).toMatchObject({ owner: 'Bob', name: 'A' });
  });

  it('reads standard input and writes standard output', async () => {
    const { code, bytes } = await cli(['merge', SAMPLE, '-', theirs, '-o', '-'], bytesOf(ours));
    expect(code).toBe(0);
    const read = readModel(bytes);
    expect(read.ok && read.value.model.information.reviewer).toBe('Bob');
  });

  it('merges templates, too', async () => {
    const out = inFolder('out.tb7');
    expect((await cli(['merge', TEMPLATE, TEMPLATE, TEMPLATE, '-o', out])).code).toBe(0);
    expect(readFileSync(out)).toEqual(readFileSync(TEMPLATE));
  });

  const shop = path.join(TEMPLATES, 'kubernetes-shop.tm7');
  const broken = inFolder('broken.tm7');
  writeFileSync(broken, bytesOf(SAMPLE).subarray(0, 5000));
  const empty = inFolder('empty.tm7');
  writeFileSync(empty, '');
  it.each([
    ['two different models', [SAMPLE, SAMPLE, shop], 3, 'two different models'],
    ['a base that does not fit', [shop, ours, theirs], 3, 'the base does not fit'],
    ['a broken side', [SAMPLE, ours, broken], 3, 'broken.tm7'],
    ['no common version', [empty, ours, theirs], 3, 'no common version'],
    ['a model and a template', [SAMPLE, ours, TEMPLATE], 3, 'cannot be merged with each other'],
    ['no such file', [SAMPLE, ours, inFolder('none.tm7')], 3, 'no such file'],
    ['two standard inputs', ['-', '-', theirs], 2, 'only one of the three'],
  ])('refuses %s, and writes nothing', async (_, files, exit, text) => {
    const out = inFolder('refused.tm7');
    writeFileSync(out, 'old');
    const { code, err } = await cli(['merge', ...files, '-o', out]);
    expect([code, err]).toEqual([exit, expect.stringContaining(text)]);
    expect(readFileSync(out, 'utf8')).toBe('old');
  });

  it('refuses a name of the other kind', async () => {
    expect((await cli(['merge', SAMPLE, ours, theirs, '-o', inFolder('x.tb7')])).code).toBe(2);
  });
});

describe('what is written', () => {
  it('comes beside and is renamed: a link leads where it did, and nothing is left over', async () => {
    const target = inFolder('target.tm7');
    const link = inFolder('link.tm7');
    writeFileSync(target, 'old');
    symlinkSync(target, link);
    expect((await cli(['merge', SAMPLE, ours, theirs, '-o', link])).code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(modelOf(target).information.owner).toBe('Ada');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('is not hindered by what a run of the same number left', async () => {
    const target = inFolder('numbered.tm7');
    const left = inFolder(`.numbered.tm7.${process.pid}.tmp`);
    writeFileSync(left, 'left');
    expect((await cli(['merge', SAMPLE, ours, theirs, '-o', target])).code).toBe(0);
    rmSync(left);
  });

  it('cannot go where there is no folder', async () => {
    const { code, err } = await cli(['merge', SAMPLE, ours, theirs, '-o', inFolder('none/x.tm7')]);
    expect([code, err]).toEqual([5, expect.stringContaining('there is no such folder')]);
  });
});

it('text tells models and templates in lines', async () => {
  const { code, text } = await cli(['text', SAMPLE]);
  expect(code).toBe(0);
  expect(text).toMatch(/^ {2}flow "HTTP" \(HTTP\)\n {4}from "User" to "Container"\n {4}crosses: /m);
  expect((await cli(['text', TEMPLATE])).text).toMatch(/^Threat types\n {2}"/m);
});
