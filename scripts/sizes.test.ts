import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it, test } from 'vitest';

/** What fits on a screen or two is understood at once. Tables are longer, and so is what lists a whole format. */
const LINES_OF_A_FUNCTION = 80;
const LINES_OF_A_FILE = 400;

/** Functions that may be longer, with the reason. */
const LONG_FUNCTIONS: Readonly<Record<string, string>> = {
  'src/core/codec/testing/every-construct.ts modelFile': 'one file of the format, as it stands in a file',
  'src/core/codec/testing/every-construct-template.ts templateFile':
    'one file of the format, as it stands in a file',
};

/** Files that may be longer, with the reason. */
const LONG_FILES: Readonly<Record<string, string>> = {
  'src/core/codec/testing/every-construct.ts': 'one file of the format, as it stands in a file',
};

const ROOT = path.join(import.meta.dirname, '..');

const sources = ['src', 'scripts', 'e2e', 'bench']
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file).split(path.sep).join('/'),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .sort();

/** The functions of a source that are longer than `limit` lines. Those of tests hold suites: they do not count. */
function longFunctions(source: ts.SourceFile, limit: number): readonly string[] {
  const found: string[] = [];
  const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const lines = lineAt(node.end) - lineAt(node.getStart(source)) + 1;
      if (lines > limit) found.push(nameOf(node, source));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The name of a function, or of what it is given to. */
function nameOf(node: ts.SignatureDeclaration, source: ts.SourceFile): string {
  if (node.name !== undefined) return node.name.getText(source);
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText(source);
  if (ts.isCallExpression(parent)) return parent.expression.getText(source);
  return nameOfEnclosing(parent, source);
}

function nameOfEnclosing(node: ts.Node | undefined, source: ts.SourceFile): string {
  for (let at = node; at !== undefined; at = at.parent) {
    if (ts.isFunctionLike(at)) return `inside ${nameOf(at, source)}`;
  }
  return 'nameless';
}

const parsed = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

test('everything is looked at', () => {
  expect(sources.length).toBeGreaterThan(400);
});

test('no function is longer than it needs to be', () => {
  const long = sources
    .filter((file) => !/\.(test|spec|bench)\.tsx?$/.test(file))
    .flatMap((file) =>
      longFunctions(parsed(file, textOf(file)), LINES_OF_A_FUNCTION).map((name) => `${file} ${name}`),
    );
  expect(long.sort()).toEqual(Object.keys(LONG_FUNCTIONS).sort());
});

test('no file is longer than it needs to be', () => {
  const long = sources.filter((file) => textOf(file).trimEnd().split('\n').length > LINES_OF_A_FILE);
  expect(long.sort()).toEqual(Object.keys(LONG_FILES).sort());
});

describe('a long function', () => {
  const body = (lines: number): string => `{\n${'  run();\n'.repeat(lines - 2)}}`;
  it.each([
    ['a declaration', `function a() ${body(6)}`, ['a']],
    ['an arrow', `const a = () => ${body(6)};`, ['a']],
    ['a method', `class A {\n a() ${body(6)}\n}`, ['a']],
    ['a property', `const o = { a: () => ${body(6)} };`, ['a']],
    ['what is handed over', `useEffect(() => ${body(6)});`, ['useEffect']],
    ['what is given back', `const a = () => () => ${body(6)};`, ['a', 'inside a']],
    ['one that fits', `function a() ${body(5)}`, []],
  ])('%s', (_, text, names) => expect(longFunctions(parsed('a.ts', text), 5)).toEqual(names));
});
