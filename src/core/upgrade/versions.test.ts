import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel, readTemplate, writeModel } from '../codec/index.ts';
import { own, ROOT, same } from '../codec/testing/files.ts';
import { checkInvariants, type Model, type Template, threatProperty } from '../document/index.ts';
import { emptyHistory, record, undo } from '../edit/index.ts';
import { regenerate } from '../engine/index.ts';
import { refusalWords } from '../words/later.ts';
import { NO_CHOICES, previewUpgrade, relationOf } from './index.ts';
import { GONE, LOST, olderOf, workOf } from './testing/versions.ts';

function modelOf(bytes: Uint8Array): Model {
  const read = readModel(bytes);
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.model;
}
function templateOf(file: string): Template {
  const read = readTemplate(own(file));
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.template;
}

const files = readdirSync(path.join(ROOT, 'templates'));
const templates = files.filter((file) => file.endsWith('.tb7')).map(templateOf);
const samples = files
  .filter((file) => file.endsWith('.tm7') && !file.includes('-triaged'))
  .map((file) => modelOf(own(file)));
/** Each of our templates with a model on it. */
const ours = templates.map((template): [string, Template, Model] => {
  const sample = samples.find((model) => model.template.manifest.id === template.manifest.id);
  if (sample === undefined) throw new Error(`${template.manifest.name} has no sample`);
  return [template.manifest.name, template, sample];
});

/** The model upgraded as one step, which is undone: it has to come back to the very bytes. */
function upgradedAndBack(model: Model, template: Template) {
  const bytes = writeModel(model);
  const first = modelOf(bytes);
  const preview = previewUpgrade(first, template, NO_CHOICES);
  const undone = undo<Model, never>(record(emptyHistory, 'Change the template', first, preview.model));
  expect(undone && same(writeModel(undone.value), bytes)).toBe(true);
  expect(checkInvariants(preview.model)).toEqual([]);
  expect(workOf(first, preview.model)).toEqual(workOf(first));
  expect(workOf(first).length).toBeGreaterThan(0);
  const again = modelOf(writeModel(preview.model));
  expect(again.diagrams).toEqual(preview.model.diagrams);
  expect(again.threats).toEqual(preview.model.threats);
  expect(regenerate(preview.model)).toBe(preview.model);
  return preview;
}

describe.each(ours)('%s', (_, current, sample) => {
  it('takes a model on an older version of it, with all that was done there', () => {
    const old = olderOf(current, sample);
    expect(relationOf(old.template, current)).toBe('newer');
    const { types, lost, threats, model } = upgradedAndBack(old.model, current);
    expect(types.matches.every(({ by }) => by === 'id')).toBe(true);
    expect(types.unknown).toEqual([]);
    expect(lost.map(({ value }) => value)).toEqual([LOST]);
    // What a rule hits no more or never did, and what the older version had no rule for.
    expect(threats.stale.length).toBeGreaterThan(0);
    expect(threats.removed.length).toBeGreaterThan(0);
    expect(threats.added.length).toBeGreaterThan(0);
    // Texts follow the template, but for those that a person wrote.
    const titles = model.threats.map((threat) => threatProperty(threat, 'Title') ?? '');
    expect(titles).not.toContain('As it was titled');
    expect(titles.some((title) => title.startsWith('Own title'))).toBe(true);
    const stale = new Set(threats.stale.map(({ id }) => id));
    for (const threat of model.threats)
      if (threatProperty(threat, 'Title') === GONE) expect(stale.has(threat.id)).toBe(true);
  });

  it('gives its models to a template that shares no id with it', () => {
    const idsOf = ({ standardElements, threatTypes }: Template) =>
      new Set<string>([...standardElements, ...threatTypes].map(({ id }) => id.toLowerCase()));
    const own = idsOf(current);
    const strangers = templates.filter(
      (one) => one !== current && [...idsOf(one)].every((id) => !own.has(id)),
    );
    const [stranger] = strangers;
    if (stranger === undefined) throw new Error('All share an id');
    const { model } = olderOf(current, sample);
    const { types, threats } = upgradedAndBack(model, stranger);
    expect(types.matches.some(({ by }) => by === 'generic' || by === 'name')).toBe(true);
    expect(threats.stale.length).toBeGreaterThan(0);
  });
});
