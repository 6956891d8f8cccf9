import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, slugOf } from './help-pages.ts';

const ROOT = path.join(import.meta.dirname, '..');

describe('Markdown as blocks', () => {
  it.each([
    ['# A *b*', [{ kind: 'heading', depth: 1, id: 'a-b', content: ['A ', { kind: 'em', content: ['b'] }] }]],
    ['A & <b\nnext', [{ kind: 'paragraph', content: ['A & <b next'] }]],
    ['`a < b`', [{ kind: 'paragraph', content: [{ kind: 'code', text: 'a < b' }] }]],
    ['`&lt;`', [{ kind: 'paragraph', content: [{ kind: 'code', text: '&lt;' }] }]],
    ['![Start](p/s.png)', [{ kind: 'picture', address: 'p/s.png', text: 'Start' }]],
    [
      '[Down](#there) and [out](formats.md)',
      [{ kind: 'paragraph', content: [{ kind: 'link', to: 'there', content: ['Down'] }, ' and ', 'out'] }],
    ],
    [
      '- **A**: b\n  - c',
      [
        {
          kind: 'list',
          ordered: false,
          items: [
            [
              { kind: 'paragraph', content: [{ kind: 'strong', content: ['A'] }, ': b'] },
              { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', content: ['c'] }]] },
            ],
          ],
        },
      ],
    ],
    ['| a | b |\n|---|---|\n| 1 | 2 |', [{ kind: 'table', head: [['a'], ['b']], rows: [[['1'], ['2']]] }]],
    ['```json\n{ "a": 1 }\n```', [{ kind: 'code', text: '{ "a": 1 }' }]],
  ])('%s', (markdown, wanted) => expect(blocksOf(markdown)).toEqual(wanted));

  it('names headings of the same text apart', () =>
    expect(
      blocksOf('# A\n# B\n# A').flatMap((block) => (block.kind === 'heading' ? [block.id] : [])),
    ).toEqual(['a', 'b', 'a-1']));

  it.each(['<b>no</b>', '> no', '---', 'a ![b](c.png)'])(
    'refuses %s, which the help cannot show',
    (markdown) => expect(() => blocksOf(markdown)).toThrow('The help does not show'),
  );

  it('names headings as code hosts do', () =>
    expect(slugOf('Versions, git & "build" servers')).toBe('versions-git--build-servers'));
});

it.each(['docs/guide.md', 'CHANGELOG.md'])('%s has nothing that the help cannot show', (file) => {
  const blocks = blocksOf(readFileSync(path.join(ROOT, file), 'utf8'));
  const ids = blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
  expect(ids.length).toBeGreaterThan(3);
  const links = JSON.stringify(blocks).matchAll(/"kind":"link","to":"([^"]+)"/g);
  expect([...links].map(([, to]) => to).filter((to) => !ids.includes(to ?? ''))).toEqual([]);
});
