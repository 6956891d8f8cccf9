import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile, writeModel } from '../codec/index.ts';
import { differencesOf, diffModels } from '../compare/index.ts';
import { checkInvariants, elementName, type Model, threatProperty } from '../document/index.ts';
import {
  addNote,
  checkPorts,
  moveElements,
  setName,
  setThreatProperty,
  setThreatState,
} from '../edit/index.ts';
import { regenerateAfter } from '../engine/index.ts';
import { brokenBy, mergeWhole } from './index.ts';

// Files of the Windows tool and of others that are not part of the project; their place may differ.
const SHARED = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared');
const roots = ['corpus', 'seed']
  .map((folder) => path.join(SHARED, folder))
  .filter((root) => existsSync(root));
if (roots.length === 0) console.warn('SKIPPED: no corpus beside the project, its models are not merged');

const models: (readonly [string, Model])[] = [];
for (const root of roots) {
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!/\.tm7$/.test(name) || name.includes('hostile')) continue;
    const read = readFile(new Uint8Array(readFileSync(path.join(root, name))));
    if (
      read.ok &&
      read.value.format === 'tm7' &&
      read.value.model.diagrams.some(({ shapes }) => shapes.length > 1)
    )
      models.push([name, read.value.model]);
  }
}

const author = { name: 'Ada', now: '2026-01-02T03:04:05+00:00' };
/** Edits as the app makes them, one after the other. */
const edited = (model: Model, ...edits: readonly ((model: Model) => Model)[]): Model =>
  edits.reduce((before, edit) => regenerateAfter(before, edit(before)), model);

describe.runIf(roots.length > 0)('public models', () => {
  it('are there', () => expect(models.length).toBeGreaterThan(5));

  it.each(models)('%s has what two people did to it, through files', (_, base) => {
    const shapes = base.diagrams.flatMap((diagram) => diagram.shapes);
    const [first, last] = [shapes[0], shapes.at(-1)];
    const [one, other] = [base.threats[0], base.threats.at(-1)];
    if (first === undefined || last === undefined) throw new Error('The model has shapes');
    const ours = edited(
      base,
      (model) => setName(model, first.id, 'Renamed by one'),
      (model) => setThreatState(model, one === undefined ? [] : [one.key], 'Mitigated', author),
    );
    const theirs = edited(
      base,
      (model) => moveElements(model, [last.id], 12, 7),
      (model) => addNote(model, 'Written by the other', author),
      (model) =>
        setThreatProperty(model, other === undefined ? [] : [other.key], 'StateInformation', 'Seen', author),
    );
    const again = (model: Model): Model => {
      const read = readFile(writeModel(model), 'x.tm7');
      if (!read.ok || read.value.format !== 'tm7') throw new Error('What was written can be read');
      return read.value.model;
    };
    const three = { base, ours: again(ours), theirs: again(theirs) };
    const { document, conflicts } = mergeWhole(three);
    expect(conflicts).toEqual([]);
    expect(brokenBy(document, three)).toEqual([]);
    const merged = again(document);
    const found = merged.diagrams.flatMap((diagram) => diagram.shapes);
    expect(found.filter((shape) => elementName(shape) === 'Renamed by one')).toHaveLength(1);
    expect(found.find(({ id }) => id === last.id)).toMatchObject({ left: last.left + 12, top: last.top + 7 });
    expect(merged.notes.map(({ message }) => message)).toContain('Written by the other');
    if (one !== undefined) expect(merged.threats.find(({ key }) => key === one.key)?.state).toBe('Mitigated');
    const seen = merged.threats.find(({ key }) => key === other?.key);
    if (seen !== undefined) expect(threatProperty(seen, 'StateInformation')).toBe('Seen');
    // A fault that the file had before is its own.
    const had = new Set([...checkInvariants(three.ours), ...checkInvariants(three.theirs)].map(plain));
    expect(checkInvariants(merged).filter((fault) => !had.has(plain(fault)))).toEqual([]);
    expect(checkPorts(merged).length).toBeLessThanOrEqual(
      Math.max(checkPorts(three.ours).length, checkPorts(three.theirs).length),
    );
    const diff = diffModels(base, merged);
    const told = differencesOf(diff, base, merged);
    expect(new Set(told.flatMap(({ changes }) => changes))).toEqual(new Set(diff.changes));
  });
});

/** A fault without the name of what it is about: one of the sides has another one. */
const plain = (fault: string): string => fault.replaceAll(/"[^"]*"/g, '""');
