import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile, writeModel, writeTemplate } from '../codec/index.ts';
import type { Model, Template } from '../document/index.ts';
import { diffModels, diffTemplates, invert, patchModel, patchTemplate } from './index.ts';

// Files of the Windows tool that are not part of the project; their place may differ.
const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared');
const roots = ['corpus', 'seed'].map((folder) => join(SHARED, folder)).filter((root) => existsSync(root));
if (roots.length === 0) console.warn('SKIPPED: no corpus beside the project, its files are not compared');

const models: (readonly [string, Model])[] = [];
const templates: (readonly [string, Template])[] = [];
for (const root of roots) {
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!/\.t[mb]7$/.test(name) || name.includes('hostile')) continue;
    const read = readFile(new Uint8Array(readFileSync(join(root, name))));
    if (!read.ok) continue;
    if (read.value.format === 'tm7') models.push([name, read.value.model]);
    else templates.push([name, read.value.template]);
  }
}

/** Each file with the next one: different models, often with different templates. */
const pairs = <T>(files: readonly (readonly [string, T])[]) =>
  files.map(([name, before], index) => {
    const [next, after] = files[(index + 1) % files.length] ?? [name, before];
    return { name, next, before, after };
  });

describe.runIf(roots.length > 0)('the corpus', () => {
  it('has files to compare', () => {
    expect(models.length).toBeGreaterThan(5);
    expect(templates.length).toBeGreaterThan(1);
  });

  it.each(pairs(models))('$name becomes $next to the byte, and back', ({ before, after }) => {
    const diff = diffModels(before, after);
    expect(Buffer.compare(writeModel(patchModel(before, diff)), writeModel(after))).toBe(0);
    expect(Buffer.compare(writeModel(patchModel(after, invert(diff))), writeModel(before))).toBe(0);
    expect(diffModels(before, structuredClone(before)).changes).toEqual([]);
  });

  it.each(pairs(templates))('$name becomes $next to the byte, and back', ({ before, after }) => {
    const diff = diffTemplates(before, after);
    expect(Buffer.compare(writeTemplate(patchTemplate(before, diff)), writeTemplate(after))).toBe(0);
    expect(Buffer.compare(writeTemplate(patchTemplate(after, invert(diff))), writeTemplate(before))).toBe(0);
  });
});
