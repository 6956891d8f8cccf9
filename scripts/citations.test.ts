import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const FOLDERS = ['src', 'scripts', 'templates', 'e2e', 'bench'];

/** The numbers that the notes define: headings (`### 5.4 …`), rules in bold (`**1.2.7 …`), traps (`28. …`). */
function definedIn(notes: string): ReadonlySet<string> {
  const sections = [
    ...notes.matchAll(/^#{2,3} (\d+(?:\.\d+)*)\.? /gm),
    ...notes.matchAll(/\*\*(\d+\.\d+\.\d+) /g),
  ];
  const traps = notes.slice(notes.indexOf('## 8. Traps'), notes.indexOf('## 9.'));
  return new Set([
    ...sections.map(([, number]) => number ?? ''),
    ...[...traps.matchAll(/^(\d+)\. /gm)].map(([, number]) => `trap ${number}`),
  ]);
}

/** What a text cites: "format 5.4", "format 1.2.7", "format trap 15", also several behind one word. */
function citationsOf(text: string): readonly string[] {
  return [...text.matchAll(/\bformat ((?:(?:traps? )?\d+(?:\.\d+)*(?:, | and )?)+)/g)].flatMap(
    ([, list = '']) => {
      const trap = /^traps? /.test(list);
      return [...list.matchAll(/\d+(?:\.\d+)*/g)].map(([number]) => (trap ? `trap ${number}` : number));
    },
  );
}

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs|css|md)$/.test(file) && !file.includes('citations.test'))
    .map((file) => path.join(folder, file)),
);
const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const defined = definedIn(textOf('docs/tm7-format.md'));

test('every cited section of docs/tm7-format.md is there', () => {
  const cited = sources.flatMap((file) => citationsOf(textOf(file)).map((number) => ({ file, number })));
  expect(cited.length).toBeGreaterThan(60);
  expect(cited.filter(({ number }) => !defined.has(number))).toEqual([]);
});

test('a citation names the document, not bare numbers or notes that are not in the repository', () => {
  const bare = /\/\/.*\((\d\.\d(\.\d)?)\)|^\s*\/?\*.*(\((\d\.\d(\.\d)?)\)|format notes|rule \d\.\d)/;
  const found = sources.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => (bare.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

test.each([
  ['(format 5.4)', ['5.4']],
  ['format 1.2.7, 4.6 and 7', ['1.2.7', '4.6', '7']],
  ['format traps 1 and 28', ['trap 1', 'trap 28']],
  ['the format 2016 wrote', ['2016']],
])('%s cites %j', (text, numbers) => expect(citationsOf(text)).toEqual(numbers));

test('a section that does not exist is found', () => {
  expect(['5.9', 'trap 99', '1.2.9'].filter((number) => defined.has(number))).toEqual([]);
  expect(['0', '5.4', '1.2.7', 'trap 28', '9'].every((number) => defined.has(number))).toBe(true);
});
