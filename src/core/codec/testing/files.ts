import { readFileSync } from 'node:fs';
import path from 'node:path';
import { refusalWords } from '../../words/later.ts';
import { readModel } from '../index.ts';

export const ROOT = path.join(import.meta.dirname, '..', '..', '..', '..');
export const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));
export const own = (name: string): Uint8Array => bytesOf(path.join(ROOT, 'templates', name));
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

export function model(bytes: Uint8Array) {
  const read = readModel(bytes);
  if (!read.ok) throw new Error(`${refusalWords(read.error)} at ${JSON.stringify(read.error.place)}`);
  return read.value;
}

/** Our sample as text, to make odd files of. */
export const SAMPLE = decode(own('docker-sample.tm7'));
export const edited = (from: string | RegExp, to: string): Uint8Array => {
  const text = SAMPLE.replace(from, to);
  if (text === SAMPLE) throw new Error(`The sample has no ${from}`);
  return encode(text);
};

export const author = { name: 'Ada', now: '2026-01-02T03:04:05+00:00' };
