import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../codec/index.ts';
import { checkInvariants, type Diagram, type Model } from '../document/index.ts';
import { checkPorts } from '../edit/index.ts';
import { interactionsOf } from '../engine/index.ts';
import { refusalWords } from '../words/later.ts';
import { contents, tidied } from './testing/tidied.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const folders = ['../shared/corpus/models', '../shared/seed', 'templates']
  .map((folder) => path.join(ROOT, folder))
  .filter((folder) => existsSync(folder));
if (folders.length < 3)
  console.warn('SKIPPED: no corpus beside the project, only our own samples are laid out');

const files = folders.flatMap((folder) =>
  readdirSync(folder)
    // The triaged samples have the diagrams of the others.
    .filter((name) => name.endsWith('.tm7') && !name.endsWith('-triaged.tm7'))
    .map((name) => path.join(folder, name)),
);

function load(file: string): Model {
  const read = readModel(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(`${file}: ${refusalWords(read.error)}`);
  return read.value.model;
}

/** "flow crosses boundary", for border boundaries and for line boundaries. */
function crossings(diagram: Diagram): {
  readonly borders: readonly string[];
  readonly lines: readonly string[];
} {
  const facts = interactionsOf(diagram).flatMap(({ flow, crossed }) =>
    crossed.map((boundary) => ({ fact: `${flow.id} crosses ${boundary.id}`, border: 'width' in boundary })),
  );
  const of = (border: boolean) => facts.flatMap((one) => (one.border === border ? one.fact : [])).toSorted();
  return { borders: of(true), lines: of(false) };
}

describe('tidying the corpus', () => {
  it.each(files)('%s: threats rest on the same facts, and tidying again changes nothing', async (file) => {
    const model = load(file);
    for (const diagram of model.diagrams) {
      const once = await tidied(model, diagram);
      expect(contents(once.diagram).toSorted()).toEqual(contents(diagram).toSorted());
      const [before, after] = [crossings(diagram), crossings(once.diagram)];
      expect(after.borders).toEqual(before.borders);
      // One curve cannot always cut what it cut before; the app says how many threats that changes.
      const kept = before.lines.filter((fact) => after.lines.includes(fact));
      expect(kept.length).toBeGreaterThanOrEqual(before.lines.length * 0.6);
      expect(checkInvariants(once.model)).toEqual([]);
      expect(checkPorts(once.model)).toEqual([]);
      const twice = await tidied(once.model, once.diagram);
      expect(twice.diagram).toEqual(once.diagram);
    }
  });
});
