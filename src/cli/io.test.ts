import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { processStreams, writeParts } from './io.ts';

const oldFile = (): { readonly folder: string; readonly file: string } => {
  const folder = mkdtempSync(path.join(tmpdir(), 'trustline-'));
  const file = path.join(folder, 'report.html');
  writeFileSync(file, 'the old report');
  return { folder, file };
};

it('a text in parts replaces a file when all of it is written', () => {
  const { folder, file } = oldFile();
  writeParts(file, ['the ', 'new one'], processStreams);
  expect(readFileSync(file, 'utf8')).toBe('the new one');
  expect(readdirSync(folder)).toEqual(['report.html']);
});

it('a text in parts that breaks off leaves the old file, and nothing beside it', () => {
  const { folder, file } = oldFile();
  const parts = function* (): Iterable<string> {
    yield 'x'.repeat(2_000_000);
    throw new Error('broken off');
  };
  expect(() => writeParts(file, parts(), processStreams)).toThrow('broken off');
  expect(readFileSync(file, 'utf8')).toBe('the old report');
  expect(readdirSync(folder)).toEqual(['report.html']);
});
