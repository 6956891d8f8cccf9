import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { BREAKPOINTS, upTo } from './breakpoints.ts';

const APP = path.join(import.meta.dirname, '..');
const files = readdirSync(APP, { recursive: true, encoding: 'utf8' });
const textOf = (file: string): string => readFileSync(path.join(APP, file), 'utf8');
const sheets = files.filter((file) => file.endsWith('.css'));
const theme = textOf('ui/theme.css');

/** The values of one property or condition, as `file: value`. */
const found = (of: readonly string[], pattern: RegExp): readonly string[] =>
  of.flatMap((file) => [...textOf(file).matchAll(pattern)].map(([, value]) => `${file}: ${value}`));

it('every place in the stack has a name of the scale, and every name its place', () => {
  const scale = [...theme.matchAll(/--z-([\w-]+): (-?\d+);/g)].map(([, name, place]) => ({
    name,
    place: Number(place),
  }));
  expect(scale.map(({ place }) => place)).toEqual(scale.map(({ place }) => place).toSorted((a, b) => a - b));
  const used = found(sheets, /z-index: ([^;]+);/g);
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((line) => !/: var\(--z-[\w-]+\)$/.test(line))).toEqual([]);
  const names = new Set(used.map((line) => line.replace(/^.*--z-([\w-]+)\)$/, '$1')));
  expect([...names].toSorted()).toEqual(scale.map(({ name }) => name).toSorted());
});

it('style sheets break where the list says, and nowhere else', () => {
  const known = new Set<number>(Object.values(BREAKPOINTS));
  const widths = found(sheets, /@media[^{]*\((?:max|min)-width: (\d+)px\)/g);
  expect(new Set(widths.map((line) => Number(line.split(': ')[1])))).toEqual(known);
  expect(upTo('narrow')).toBe('(max-width: 899px)');
});

it('code asks the list for a width', () => {
  const code = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'));
  expect(found(code, /((?:max|min)-width: \d)/g)).toEqual([]);
});

it('no style asks what there is anywhere in the page', () => {
  // At each change a browser would work out the styles of all elements anew: 14,000 of a large diagram, 70 ms.
  const whole =
    /((?:(?<![\w-])(?::root|html|body)|#root|\.shell|\.workspace|\.canvas)(?![\w-])[^\s,{]*:has\()/g;
  expect(':root:has(.overlay) .notices {'.match(whole)).toHaveLength(1);
  expect(found(sheets, whole)).toEqual([]);
});
