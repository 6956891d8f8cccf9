import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import diffSchema from '../../docs/schemas/diff-1.json' with { type: 'json' };
import { readModel, readTemplate, writeModel, writeTemplate } from '../core/codec/index.ts';
import { bytesOf } from '../core/codec/testing/files.ts';
import { elementId, type Model, shownName, type Template, typeId } from '../core/document/index.ts';
import { countingGuids } from '../core/document/testing/template.ts';
import { addStencil, setManifest, setName, setStencil } from '../core/edit/index.ts';
import { cli, ownFolder, SAMPLE, TEMPLATE, TEMPLATES } from './testing/cli.ts';

const { inFolder } = ownFolder();

function changed(name: string, change: (template: Template) => Template): string {
  const read = readTemplate(bytesOf(TEMPLATE));
  if (!read.ok) throw new Error('Our template can be read');
  writeFileSync(inFolder(name), writeTemplate(change(read.value.template)));
  return inFolder(name);
}

function edited(name: string, change: (model: Model) => Model): string {
  const read = readModel(bytesOf(SAMPLE));
  if (!read.ok) throw new Error('Our sample can be read');
  writeFileSync(inFolder(name), writeModel(change(read.value.model)));
  return inFolder(name);
}

const validDiff = new Ajv2020({ allErrors: true }).compile(diffSchema);

/** The first shape of the sample stands alone enough to be moved with nothing but its flows. */
const moved = edited('moved.tm7', (model) => {
  const [first] = model.diagrams;
  const user = first?.shapes.find((shape) => shownName(shape) === 'User');
  if (first === undefined || user === undefined) throw new Error('The sample has a user');
  return {
    ...model,
    diagrams: [
      { ...first, shapes: first.shapes.map((one) => (one === user ? { ...one, left: one.left + 3 } : one)) },
      ...model.diagrams.slice(1),
    ],
  };
});

const renamed = changed('renamed.tb7', (one) => setStencil(one, typeId('CON.Volume'), { name: 'Disk' }));
const other = changed('other.tb7', (one) =>
  setManifest(setStencil(one, typeId('CON.Volume'), { name: 'Store' }), 'version', '9.0.0.0'),
);
const more = changed(
  'more.tb7',
  (one) => addStencil(one, typeId('CON.Container'), 'Sidecar', countingGuids()).value,
);

describe('diff', () => {
  it('says what is different, and ends with 1 when it is asked to', async () => {
    const { code, text } = await cli(['diff', TEMPLATE, renamed]);
    expect([code, text]).toEqual([0, 'Stencils (1)\n  ~ stencil "Disk": name: "Volume" -> "Disk"\n']);
    expect((await cli(['diff', TEMPLATE, renamed, '--exit-code'])).code).toBe(1);
    expect(await cli(['diff', TEMPLATE, TEMPLATE, '--exit-code'])).toMatchObject({
      code: 0,
      text: '',
      err: '',
    });
  });

  it('says it of models, and as JSON', async () => {
    const triaged = path.join(TEMPLATES, 'docker-sample-triaged.tm7');
    const { text } = await cli(['diff', SAMPLE, triaged]);
    expect(text).toMatch(/^ {2}~ threat "Container breakout" \(#2, .*\): state: "Not Started" -> /m);
    const json: unknown = JSON.parse((await cli(['diff', SAMPLE, triaged, '--format', 'json'])).text);
    expect(json).toMatchObject({ version: 1, of: 'model', movesOnly: false, mayChangeThreats: true });
    validDiff(json);
    expect(validDiff.errors).toBeNull();
  });

  it('says only what is asked for, and ends by that', async () => {
    const only = (what: string) => cli(['diff', SAMPLE, moved, '--only', what, '--exit-code']);
    expect(await only('moves')).toMatchObject({ code: 1 });
    expect((await only('moves')).text).toMatch(/^Elements \(1\)\n {2}\* element "User" .*: place: /);
    expect(await only('threat-changes')).toMatchObject({ code: 0, text: '' });
    expect(await only('no-moves')).toMatchObject({ code: 0, text: '' });
    expect(await only('states,flows')).toMatchObject({ code: 0, text: '' });
    expect(await only('shapes')).toMatchObject({ code: 2 });
  });

  it('reads standard input, and warns of two that have nothing in common', async () => {
    expect((await cli(['diff', SAMPLE, '-'], bytesOf(moved))).text).toContain('* element "User"');
    const { code, err } = await cli(['diff', SAMPLE, path.join(TEMPLATES, 'kubernetes-shop.tm7')]);
    expect(code).toBe(0);
    expect(err).toContain('they have nothing in common');
  });

  it('writes Markdown with pictures beside it, a comment, and HTML that runs nothing', async () => {
    const md = inFolder('changes.md');
    expect((await cli(['diff', SAMPLE, moved, '--format', 'md', '-o', md])).code).toBe(0);
    const text = readFileSync(md, 'utf8');
    expect(text).toContain('1 difference. Things only lie elsewhere; no threat changes.');
    expect(text).toContain('(<changes-pictures/diagram-1.svg>)');
    const svg = readFileSync(inFolder('changes-pictures/diagram-1.svg'), 'utf8');
    expect(svg.match(/<title>moved<\/title>/g)).toHaveLength(2);
    const ids = svg.match(/ id="[^"]+"/g) ?? [];
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
    const triaged = path.join(TEMPLATES, 'docker-sample-triaged.tm7');
    const comment = (await cli(['diff', SAMPLE, triaged, '--format', 'comment'])).text;
    expect(comment).toContain('**3 threats are open** (−17).');
    expect(comment).toContain('| Not Started | 20 | 0 (−20) |');
    expect(comment).toContain('- … and 8 more');
    const html = (await cli(['diff', SAMPLE, moved, '--format', 'html'])).text;
    expect(html).toContain("default-src 'none'");
    expect(html).not.toContain('<script');
    expect(html.match(/<figure>/g)).toHaveLength(2);
  });

  it('escapes what a name says in every format', async () => {
    const rude = '<img src=x onerror=alert(1)> @all [a](http://b) | ::error::';
    const named = edited('rude.tm7', (model) =>
      setName(model, model.diagrams[0]?.shapes[0]?.id ?? elementId(''), rude),
    );
    for (const format of ['md', 'comment', 'html']) {
      const { text } = await cli(['diff', SAMPLE, named, '--format', format]);
      expect(text.includes('<img src=x')).toBe(false);
      // Nobody is mentioned in a comment.
      expect(format === 'html' || text.includes('@<!-- -->all')).toBe(true);
    }
    const { text } = await cli(['render', SAMPLE, '--compare', named, '-o', '-']);
    expect(text).toContain('<title>changed</title>');
    expect(text).not.toContain('<img src=x');
  });

  it.each([
    ['a model and a template', [SAMPLE, TEMPLATE], 3],
    ['writing over what is read', [SAMPLE, SAMPLE, '-o', SAMPLE], 2],
    ['two standard inputs', ['-', '-'], 2],
    ['no such file', [SAMPLE, inFolder('none.tm7')], 3],
  ])('refuses %s', async (_, words, exit) => {
    expect((await cli(['diff', ...words])).code).toBe(exit);
  });
});

describe('merge-templates', () => {
  const OUT = inFolder('merged.tb7');
  const merged = (): Template => {
    const read = readTemplate(bytesOf(OUT));
    if (!read.ok) throw new Error('What was written can be read');
    return read.value.template;
  };
  const nameOf = (id: string) =>
    [...merged().genericElements, ...merged().standardElements].find((one) => one.id === typeId(id))?.name;

  it('takes what each side changed of a common version', async () => {
    const { code } = await cli(['merge-templates', renamed, more, '--base', TEMPLATE, '-o', OUT]);
    expect(code).toBe(0);
    expect(nameOf('CON.Volume')).toBe('Disk');
    expect(merged().standardElements.some(({ name }) => name === 'Sidecar')).toBe(true);
  });

  it('lists conflicts and ends with 1, unless a side is preferred', async () => {
    const { code, err } = await cli(['merge-templates', renamed, other, '--base', TEMPLATE, '-o', OUT]);
    expect(code).toBe(1);
    expect(err).toMatch(/^conflict: stencil "[^"]+": name: taken from /m);
    expect(nameOf('CON.Volume')).toBe('Disk');
    const preferred = await cli([
      'merge-templates',
      renamed,
      other,
      '--base',
      TEMPLATE,
      '-o',
      OUT,
      '--prefer',
      'b',
    ]);
    expect(preferred.code).toBe(0);
    expect(nameOf('CON.Volume')).toBe('Store');
  });

  it('keeps both of what has one id, the second under a new one', async () => {
    const words = ['merge-templates', renamed, other, '-o', OUT, '--prefer', 'both'];
    const { code, err } = await cli(words);
    expect(code).toBe(0);
    expect(err).toContain('both kept: stencil "Store": CON.Volume, and the second under a new id');
    expect(nameOf('CON.Volume')).toBe('Disk');
    const { standardElements, threatTypes } = merged();
    const store = standardElements.filter(({ name }) => name === 'Store');
    expect(store).toHaveLength(1);
    expect(store[0]?.id).not.toBe('CON.Volume');
    // What both sides ask in the same words stays with the first.
    expect(threatTypes.some(({ filters }) => filters.include.includes("'CON.Volume'"))).toBe(true);
    expect(err).not.toMatch(/^conflict: stencil/m);
    expect((await cli([...words, '--base', TEMPLATE])).code).toBe(0);
    expect(merged().standardElements.some(({ name }) => name === 'Store')).toBe(true);
  });

  it('joins two that have nothing in common but names', async () => {
    const stride = path.join(TEMPLATES, 'stride-core.tb7');
    const { code, err } = await cli(['merge-templates', TEMPLATE, stride, '-o', OUT, '--prefer', 'a']);
    expect(code).toBe(0);
    expect(err).toContain('both kept: stencil "');
    expect(merged().manifest.name).toBe('Containers (OWASP)');
    expect(nameOf('CON.Volume')).toBe('Volume');
    expect(nameOf('GE.P')).toBeDefined();
  });

  it.each([
    ['a model', [TEMPLATE, SAMPLE, '-o', OUT], 3],
    ['a name of another kind', [TEMPLATE, TEMPLATE, '-o', inFolder('x.tm7')], 2],
    ['a side that is none', [TEMPLATE, TEMPLATE, '-o', OUT, '--prefer', 'c'], 2],
  ])('refuses %s', async (_, words, exit) => {
    expect((await cli(['merge-templates', ...words])).code).toBe(exit);
  });
});
