import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cli, inFolder, SAMPLE } from './testing/cli.ts';

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
  expect(done.err).toContain('2 shapes of an unknown kind, left out ("star")');
  const { text } = await cli(['threats', out, '--format', 'json']);
  expect(JSON.parse(text).threats.length).toBeGreaterThan(0);
});

it('pages are chosen by name, and a loss can be a failure that writes nothing', async () => {
  const out = inFolder('one.tm7');
  expect((await cli(['convert', shop, out, '--page', 'Three'])).err).toContain('there is no page "Three"');
  const failed = await cli(['convert', shop, out, '--page', 'One', '--fail-on-loss', '--losses', 'json']);
  expect(failed.code).toBe(1);
  expect(JSON.parse(failed.text)).toEqual({ losses: [{ code: 'unknown-cells', count: 1, example: 'star' }] });
  expect(() => readFileSync(out)).toThrow();
});

it('a mapping says what becomes of a kind, and is refused where it names what is not there', async () => {
  const map = inFolder('kinds.json');
  writeFileSync(map, JSON.stringify({ kinds: { actor: { as: 'store' } } }));
  const out = inFolder('mapped.tm7');
  expect((await cli(['convert', shop, out, '--map', map])).code).toBe(0);
  expect(readFileSync(out, 'utf8')).toContain('StencilParallelLines');
  writeFileSync(map, JSON.stringify({ kinds: { actor: { type: 'Nothing' } } }));
  const refused = await cli(['convert', shop, out, '--map', map]);
  expect(refused.code).toBe(3);
  expect(refused.err).toContain('"actor": the template has no type "Nothing"');
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
