import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from '../program.ts';

export const TEMPLATES = path.join(import.meta.dirname, '..', '..', '..', 'templates');
export const SAMPLE = path.join(TEMPLATES, 'docker-sample.tm7');
export const TEMPLATE = path.join(TEMPLATES, 'containers.tb7');

/** A new folder, and the path of a file in it. Each file of tests has its own: they share this module. */
export function ownFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'trustline-cli-'));
  return { folder, inFolder: (name: string): string => path.join(folder, name) };
}

/** Runs the command line and collects what it says. */
export async function cli(words: readonly string[], stdin: Uint8Array = new Uint8Array()) {
  const out: Uint8Array[] = [];
  const err: string[] = [];
  const code = await runCli(words, {
    out: (text) => out.push(typeof text === 'string' ? new TextEncoder().encode(text) : text),
    err: (text) => err.push(text),
    stdin: () => stdin,
  });
  const bytes = Buffer.concat(out);
  return { code, bytes, text: bytes.toString('utf8'), err: err.join('\n') };
}
