import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../codec/index.ts';
import { DELETED_INTERACTION, type Model, threatProperty } from '../document/index.ts';
import { refusalWords } from '../words/later.ts';
import { isUntouched, regenerate, staleThreats } from './index.ts';

const SHARED = path.join(import.meta.dirname, '..', '..', '..', '..', 'shared');
const found = existsSync(path.join(SHARED, 'corpus', 'models'));
if (!found) console.warn(`SKIPPED: threats of real models, because ${SHARED}/corpus is not there`);
const models = found
  ? ['corpus/models', 'seed'].flatMap((folder) =>
      readdirSync(path.join(SHARED, folder))
        .filter((name) => name.endsWith('.tm7'))
        .map((name) => path.join(folder, name)),
    )
  : [];

function load(file: string): Model {
  const read = readModel(new Uint8Array(readFileSync(path.join(SHARED, file))));
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.model;
}
const pairs = (model: Model): string[] =>
  model.threats.map((threat) => `${threat.typeId} on ${threat.flowId}`).sort();

/** Titles that the Windows tool itself left behind after renames (format 4.5), by file. */
const STALE: Readonly<Record<string, number>> = { 'otmt-complex.tm7': 9 };

describe.runIf(found)('real models', () => {
  it('are all looked at', () => {
    expect(models.map((file) => path.basename(file))).toEqual(
      expect.arrayContaining(['autocert.tm7', 'kubearmor.tm7', 'sveltekit-aspire.tm7', 'docker_sample.tm7']),
    );
  });

  it.each(models)('%s: from nothing come exactly the stored threats that follow', (file) => {
    const model = load(file);
    const follows = model.threats.filter(
      (threat) => threatProperty(threat, 'InteractionString') !== DELETED_INTERACTION,
    );
    expect(pairs(regenerate({ ...model, threats: [] }))).toEqual(pairs({ ...model, threats: follows }));
    expect(pairs(regenerate(model))).toEqual(pairs(model));
  });

  it.each(models)('%s: texts and priorities are those that the tool stored', (file) => {
    const model = load(file);
    const fresh = new Map(
      regenerate({ ...model, threats: [] }).threats.map((threat) => [threat.key, threat]),
    );
    const differing = model.threats
      .filter((threat) => isUntouched(model.template, threat))
      .filter((threat) => {
        const { properties, priority } = fresh.get(threat.key) ?? {};
        return (
          JSON.stringify(properties) !== JSON.stringify(threat.properties) || priority !== threat.priority
        );
      });
    expect(differing.length).toBe(STALE[path.basename(file)] ?? 0);
    for (const threat of differing) {
      const names = threat.properties.filter(
        ([name, value]) => fresh.get(threat.key)?.properties.find(([n]) => n === name)?.[1] !== value,
      );
      expect(names.map(([name]) => name)).toEqual(['Title']);
    }
  });
});

const hasCases = existsSync(path.join(SHARED, 'corpus', 'cases'));
if (!hasCases) console.warn(`SKIPPED: cases, because ${SHARED}/corpus/cases is not there`);

describe.runIf(hasCases)('cases', () => {
  it.each([
    ['c03-flow-out-of-scope.tm7', 17],
    ['c04-straddling-process.tm7', 45],
  ])('%s gives %d threats', (file, count) => {
    const model = load(path.join('corpus', 'cases', file));
    expect(regenerate(model).threats).toHaveLength(count);
    expect(regenerate({ ...model, threats: [] }).threats).toHaveLength(count);
  });

  it('c06b: the threats of the deleted flow say Deleted', () => {
    const model = regenerate(load(path.join('corpus', 'cases', 'c06b-deleted-flow.tm7')));
    const stale = model.threats.filter(({ key }) => staleThreats(model).has(key));
    expect(new Set(stale.map((threat) => threatProperty(threat, 'InteractionString')))).toEqual(
      new Set(['Deleted']),
    );
  });
});
