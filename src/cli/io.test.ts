import type fs from 'node:fs';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { processStreams, writeParts } from './io.ts';

/** Some file systems let nobody say what a file lets others do. */
const modes = vi.hoisted(() => ({ areRefused: false }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const refusing =
    <Args extends unknown[]>(change: (...args: Args) => void) =>
    (...args: Args): void => {
      if (modes.areRefused) throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
      change(...args);
    };
  return { ...real, chmodSync: refusing(real.chmodSync), fchmodSync: refusing(real.fchmodSync) };
});
afterEach(() => {
  modes.areRefused = false;
});

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

it('a text in parts that are made on the way is whole where nobody may say what a file lets others do', () => {
  const { folder, file } = oldFile();
  modes.areRefused = true;
  const parts = function* (): Iterable<string> {
    yield 'the ';
    yield 'new one';
  };
  writeParts(file, parts(), processStreams);
  expect(readFileSync(file, 'utf8')).toBe('the new one');
  expect(readdirSync(folder)).toEqual(['report.html']);
});
