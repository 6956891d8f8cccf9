import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import formatsSchema from '../../docs/schemas/formats-1.json' with { type: 'json' };
import { FOREIGN_FORMATS, FORMATS } from '../core/codec/index.ts';
import { writeAll } from './io.ts';
import { cli, ownFolder, SAMPLE, TEMPLATE, TEMPLATES } from './testing/cli.ts';

const { folder, inFolder } = ownFolder();

describe('writing to a pipe', () => {
  const failure = (code: string) => Object.assign(new Error(code), { code });

  it('goes on after a part, waits while it is full, and ends quietly when it is closed', () => {
    const taken: number[] = [];
    let full = true;
    const bytes = Uint8Array.from({ length: 10 }, (_, index) => index);
    writeAll(1, bytes, (_, from, at) => {
      full = !full;
      if (full) throw failure('EAGAIN');
      const part = from.subarray(at, at + 4);
      taken.push(...part);
      return part.length;
    });
    expect(taken).toEqual([...bytes]);
    writeAll(1, bytes, () => {
      throw failure('EPIPE');
    });
    expect(() =>
      writeAll(1, 'text', () => {
        throw failure('ENOSPC');
      }),
    ).toThrow('ENOSPC');
  });
});

describe('report', () => {
  it.each([
    ['report.html', /^<!doctype html>/i],
    ['report.md', /^# /],
    ['report.csv', /Container breakout/],
    ['report.json', /^\{/],
    ['report.sarif', /sarif-schema-2\.1\.0/],
    ['report.sarif.json', /sarif-schema-2\.1\.0/],
    ['report.pdf', /^%PDF-1\./],
    ['report.docx', /^PK/],
  ])('writes %s by its name', async (name, start) => {
    const { code } = await cli(['report', SAMPLE, '-o', inFolder(name)]);
    expect(code).toBe(0);
    expect(readFileSync(inFolder(name), 'latin1').replace(/^ï»¿/, '').trimStart()).toMatch(start);
  });

  it('takes --format before the name', async () => {
    await cli(['report', SAMPLE, '-o', inFolder('named.txt'), '--format', 'md']);
    expect(readFileSync(inFolder('named.txt'), 'utf8')).toMatch(/^# /);
  });
});

describe('formats', () => {
  it('says what each can, for people and for programs', async () => {
    const { code, text } = await cli(['formats']);
    expect(code).toBe(0);
    expect(text).toMatch(/^Threat model \(\.tm7\): reads, writes, lossless\n {2}\S/);
    const listed: unknown = JSON.parse((await cli(['formats', '--json'])).text);
    const validFormats = new Ajv2020({ allErrors: true }).compile(formatsSchema);
    validFormats(listed);
    expect(validFormats.errors).toBeNull();
    expect(listed).toMatchObject({
      formats: [...FORMATS, ...FOREIGN_FORMATS].map(({ id, label, extensions, mime, can, note }) => ({
        id,
        label,
        extensions,
        mime,
        ...can,
        note,
      })),
    });
  });

  it('every ending it lists is one that convert writes', async () => {
    for (const [ending] of FORMATS.map(({ extensions }) => extensions)) {
      expect((await cli(['convert', SAMPLE, inFolder(`listed${ending}`)])).code).toBe(0);
    }
  });
});

describe('convert', () => {
  it.each(['docker-sample.tm7', 'containers.tb7'])('keeps the bytes of %s', async (name) => {
    const source = path.join(TEMPLATES, name);
    for (const options of [[], ['--canonical']]) {
      const { code, bytes } = await cli(['convert', source, '-', ...options]);
      expect(code).toBe(0);
      expect(bytes.equals(readFileSync(source))).toBe(true);
    }
  });

  it("keeps another writer's bytes, and writes them by the rules when asked", async () => {
    const declared = `<?xml version="1.0"?>\n${readFileSync(SAMPLE, 'utf8')}\n`;
    writeFileSync(inFolder('declared.tm7'), declared);
    expect((await cli(['convert', inFolder('declared.tm7'), '-'])).text).toBe(declared);
    const canonical = await cli(['convert', inFolder('declared.tm7'), '-', '--canonical']);
    // The line end behind the last tag is carried.
    expect(canonical.text).toBe(`${readFileSync(SAMPLE, 'utf8')}\n`);
  });

  it('takes the template out of a model', async () => {
    expect((await cli(['convert', SAMPLE, inFolder('taken.tb7')])).code).toBe(0);
    expect(readFileSync(inFolder('taken.tb7'), 'utf8')).toMatch(/<KnowledgeBase [^>]*>\r\n {2}<Manifest /);
  });

  it('takes pages before the files, and only a form of losses that there is', async () => {
    const out = inFolder('page.tm7');
    const page = ['--page', 'Docker Sample'];
    expect(await cli(['convert', ...page, ...page, SAMPLE, out])).toMatchObject({ code: 0, err: '' });
    expect((await cli(['convert', SAMPLE, out, '--losses', 'csv'])).code).toBe(2);
  });
});

describe('render and new', () => {
  it('draws a diagram', async () => {
    const { code, text } = await cli(['render', SAMPLE, '-o', '-']);
    expect(code).toBe(0);
    expect(text).toMatch(/^<svg /);
    expect(text).toContain('Docker Registry');
  });

  it('makes an empty model that it can read again', async () => {
    expect((await cli(['new', TEMPLATE, '-o', inFolder('new.tm7')])).code).toBe(0);
    const { code, text } = await cli(['threats', inFolder('new.tm7'), '--regenerate', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(text).threats).toEqual([]);
  });
});

it('what is written over lets others do what the old file did', async () => {
  const out = inFolder('shared.tm7');
  writeFileSync(out, 'old');
  chmodSync(out, 0o666);
  expect((await cli(['new', TEMPLATE, '-o', out])).code).toBe(0);
  expect(statSync(out).mode & 0o777).toBe(0o666);
});

describe('writing over the file that is read', () => {
  const bytes = readFileSync(SAMPLE);
  it.each([
    ['new', 'same.tm7', []],
    ['report', 'same.tm7', ['--format', 'md']],
    ['render', 'same.svg', []],
  ])('%s does not, by whatever name', async (command, name, options) => {
    writeFileSync(inFolder(name), bytes);
    for (const output of [inFolder(name), `${folder}/../${path.basename(folder)}/${name}`]) {
      const { code, err } = await cli([command, inFolder(name), '-o', output, ...options]);
      expect(code).toBe(2);
      expect(err).toMatch(/this is the file that is read/);
    }
    expect(readFileSync(inFolder(name)).equals(bytes)).toBe(true);
  });

  it('convert does where the format stays', async () => {
    writeFileSync(inFolder('model.tb7'), bytes);
    expect((await cli(['convert', inFolder('model.tb7'), inFolder('model.tb7')])).code).toBe(2);
    writeFileSync(inFolder('same.tm7'), bytes);
    expect((await cli(['convert', inFolder('same.tm7'), inFolder('same.tm7'), '--canonical'])).code).toBe(0);
    expect(readFileSync(inFolder('same.tm7')).equals(bytes)).toBe(true);
  });
});

describe('what cannot be done', () => {
  it.each([
    [
      'no such file',
      () => ['threats', inFolder('missing.tm7')],
      3,
      /missing\.tm7: cannot be read: no such file/,
    ],
    ['a folder', () => ['threats', folder], 3, /it is a folder/],
    ['a template as a model', () => ['threats', TEMPLATE], 3, /this is a template, not a model/],
    ['an unknown command', () => ['frobnicate'], 2, /unknown command/],
    ['an unknown option', () => ['threats', SAMPLE, '--loud'], 2, /unknown option/],
    ['an unknown format', () => ['threats', SAMPLE, '--format', 'xml'], 2, /table, json, csv/],
    ['no output', () => ['report', SAMPLE], 2, /required option/],
    ['a picture of another sort', () => ['render', SAMPLE, '-o', inFolder('o.png')], 2, /\.svg/],
    ['a model named as a template', () => ['new', TEMPLATE, '-o', inFolder('n.tb7')], 2, /\.tm7/],
    [
      'a name that says no format',
      () => ['report', SAMPLE, '-o', inFolder('report.doc')],
      2,
      /give --format/,
    ],
    [
      'a name that is a word of the language',
      () => ['report', SAMPLE, '-o', inFolder('report.constructor')],
      2,
      /give --format/,
    ],
    ['an unknown diagram', () => ['render', SAMPLE, '-o', '-', '--diagram', 'Nope'], 2, /"Docker Sample"/],
    ['a template to a model', () => ['convert', TEMPLATE, inFolder('x.tm7')], 2, /trustline new/],
    ['another file type', () => ['convert', SAMPLE, inFolder('x.xml')], 2, /\.tm7 or \.tb7/],
    [
      'an output folder that is not there',
      () => ['render', SAMPLE, '-o', inFolder('no/x.svg')],
      5,
      /cannot be written: there is no such folder/,
    ],
  ])('%s', async (_, words, wanted, message) => {
    const { code, err } = await cli(words());
    expect(code).toBe(wanted);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('says the file, the place and the cause of broken XML', async () => {
    const whole = readFileSync(SAMPLE, 'utf8');
    writeFileSync(inFolder('cut.tm7'), whole.slice(0, 5000));
    const { code, err } = await cli(['threats', inFolder('cut.tm7')]);
    expect(code).toBe(3);
    expect(err).toMatch(/cut\.tm7:\d+:\d+: \S/);
  });

  it('says help and version and ends with 0', async () => {
    const help = await cli(['--help']);
    expect(help.code).toBe(0);
    for (const command of ['threats', 'report', 'convert', 'render', 'new', 'Exit codes']) {
      expect(help.text).toContain(command);
    }
    expect((await cli(['--version'])).text).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
