import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import lossesSchema from '../../docs/schemas/losses-1.json' with { type: 'json' };
import { runCli } from './program.ts';
import { cli, ownFolder, SAMPLE } from './testing/cli.ts';

const { inFolder } = ownFolder();

const shop = inFolder('shop.json');
const cell = (id: string, shape: string, type: string, x: number) => ({
  id,
  shape,
  position: { x, y: 40 },
  size: { width: 100, height: 80 },
  data: { type, name: id },
});
writeFileSync(
  shop,
  JSON.stringify({
    version: '2.0.0',
    summary: { title: 'Shop' },
    detail: {
      contributors: [],
      reviewer: '',
      diagramTop: 2,
      threatTop: 0,
      diagrams: ['One', 'Two'].map((title, id) => ({
        id,
        title,
        cells: [
          cell('User', 'actor', 'tm.Actor', 20),
          cell('Shop', 'process', 'tm.Process', 320),
          {
            id: 'f',
            shape: 'flow',
            source: { cell: 'User' },
            target: { cell: 'Shop' },
            data: { type: 'tm.Flow' },
          },
          { id: 'odd', shape: 'star', data: {} },
        ],
      })),
    },
  }),
);

it('a file of another program becomes a model with the threats of the template, and says what is lost', async () => {
  const out = inFolder('shop.tm7');
  const done = await cli(['convert', shop, out]);
  expect(done).toMatchObject({ code: 0 });
  expect(done.err).toContain('shapes of an unknown kind, left out: 2 ("star")');
  const { text } = await cli(['threats', out, '--format', 'json']);
  expect(JSON.parse(text).threats.length).toBeGreaterThan(0);
});

it('pages are chosen by name, and a loss can be a failure that writes nothing', async () => {
  const out = inFolder('one.tm7');
  expect((await cli(['convert', shop, out, '--page', 'Three'])).err).toContain('there is no page "Three"');
  const failed = await cli(['convert', shop, out, '--page', 'One', '--fail-on-loss', '--losses', 'json']);
  expect(failed.code).toBe(1);
  const lost: unknown = JSON.parse(failed.text);
  expect(lost).toMatchObject({ losses: [{ code: 'unknown-cells', count: 1, example: 'star' }] });
  const isValid = new Ajv2020({ allErrors: true }).compile(lossesSchema);
  isValid(lost);
  expect(isValid.errors).toBeNull();
  expect(() => readFileSync(out)).toThrow();
});

it('a mapping says what becomes of a kind, and is refused where it names what is not there', async () => {
  const map = inFolder('kinds.json');
  writeFileSync(map, JSON.stringify({ kinds: { actor: { as: 'store' } } }));
  const out = inFolder('mapped.tm7');
  expect((await cli(['convert', shop, out, '--map', map])).code).toBe(0);
  expect(readFileSync(out, 'utf8')).toContain('StencilParallelLines');
  for (const [wanted, why] of [
    [{ type: 'Nothing' }, 'the template has no type "Nothing"'],
    [{ as: 'flow' }, 'a shape cannot be "flow"'],
    [{ as: 'process', type: 'GE.DF' }, 'is not drawn as "process"'],
  ] as const) {
    writeFileSync(map, JSON.stringify({ kinds: { actor: wanted } }));
    const refused = await cli(['convert', shop, out, '--map', map]);
    expect(refused.code).toBe(3);
    expect(refused.err).toContain(why);
  }
});

it.each([
  ['sample.mmd', 'flowchart '],
  ['sample.dot', 'digraph '],
  ['sample.json', '{\n  "version": "2.6.2"'],
])('a model is written as %s', async (name, start) => {
  const out = inFolder(name);
  expect((await cli(['convert', SAMPLE, out])).code).toBe(0);
  expect(readFileSync(out, 'utf8').startsWith(start)).toBe(true);
});

it('a format that nobody writes, and a template as a model, are refused', async () => {
  expect((await cli(['convert', SAMPLE, '-', '--to', 'word'])).err).toContain('there is no format "word"');
  expect((await cli(['convert', SAMPLE, '-', '--to', 'dot'])).text).toMatch(/^digraph/);
});

it('standard input is read once', async () => {
  const bytes = new Uint8Array(readFileSync(SAMPLE));
  let reads = 0;
  const out: Uint8Array[] = [];
  const code = await runCli(['convert', '-', '-', '--to', 'tm7'], {
    out: (text) => out.push(typeof text === 'string' ? new TextEncoder().encode(text) : text),
    err: () => undefined,
    stdin: () => (reads++ === 0 ? bytes : new Uint8Array()),
  });
  expect(code).toBe(0);
  expect(Buffer.concat(out).equals(Buffer.from(bytes))).toBe(true);
});

it('a page of a model takes its threats along, and no others', async () => {
  const two = inFolder('two.tm7');
  await cli(['convert', shop, two]);
  const out = inFolder('first.tm7');
  expect((await cli(['convert', two, out, '--page', 'One'])).code).toBe(0);
  const count = async (file: string): Promise<number> =>
    JSON.parse((await cli(['threats', file, '--format', 'json'])).text).threats.length;
  expect(await count(out)).toBe((await count(two)) / 2);
});

it.each([
  ['a diagram as a template', [shop, inFolder('x.tb7')], /a template holds no diagrams/],
  [
    'another format under the name of a model',
    [SAMPLE, inFolder('x.tm7'), '--to', 'dot'],
    /promises another format/,
  ],
  ['a model under the name of a template', [SAMPLE, inFolder('x.tb7'), '--to', 'tm7'], /promises another/],
  ['a template under the name of a model', [SAMPLE, inFolder('x.tm7'), '--to', 'tb7'], /promises another/],
  ['an import under the name of a template', [shop, inFolder('x.tb7'), '--to', 'tm7'], /promises another/],
  [
    'Mermaid under the name of a drawing',
    [SAMPLE, inFolder('x.drawio'), '--to', 'mermaid'],
    /promises another/,
  ],
  ['JSON of losses after the file', [SAMPLE, '-', '--to', 'dot', '--losses', 'json'], /--losses json/],
])('%s is refused', async (_, words, message) => {
  const { code, err } = await cli(['convert', ...words]);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});

it('a diagram of draw.io that is our own export gets the threats of the template again', async () => {
  const drawn = inFolder('own.drawio');
  await cli(['convert', SAMPLE, drawn]);
  const back = inFolder('own.tm7');
  expect((await cli(['convert', drawn, back, '--template', SAMPLE])).code).toBe(0);
  const { text } = await cli(['threats', back, '--format', 'json']);
  expect(JSON.parse(text).threats).toHaveLength(20);
});

it('losses are told as JSON where nothing is lost, and of a template what it leaves behind', async () => {
  const codes = async (...words: readonly string[]): Promise<unknown> =>
    JSON.parse((await cli(['convert', SAMPLE, ...words, '--losses', 'json'])).text).losses.map(
      ({ code }: { readonly code: string }) => code,
    );
  expect(await codes(inFolder('same.tm7'))).toEqual([]);
  expect(await codes(inFolder('anew.tm7'), '--canonical')).toEqual([]);
  expect(await codes(inFolder('taken.tb7'))).toEqual(expect.arrayContaining(['diagrams', 'threats']));
});

it('a template is refused as a model by its name', async () => {
  const template = inFolder('none.tb7');
  await cli(['convert', SAMPLE, template]);
  const { code, err } = await cli(['convert', template, inFolder('none.json'), '--to', 'threat-dragon']);
  expect([code, err]).toEqual([2, expect.stringContaining('none.tb7: a template is not a model')]);
});

it('a model that would be larger than is read cannot be written, which is no fault of ours', async () => {
  const large = inFolder('large.tm7');
  const owner = '>'.repeat(17 * 1024 * 1024);
  writeFileSync(large, readFileSync(SAMPLE, 'utf8').replace('<Owner/>', `<Owner>${owner}</Owner>`));
  const out = inFolder('larger.tm7');
  writeFileSync(out, 'as it was');
  const { code, err } = await cli(['convert', large, out, '--canonical']);
  expect([code, err]).toEqual([5, expect.stringContaining('The file is larger than 64 MiB')]);
  expect(readFileSync(out, 'utf8')).toBe('as it was');
});
