import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../core/codec/index.ts';
import { type ModelStores, putModel } from './kept-model.ts';
import type { KeptModel } from './records.ts';

const original = new Uint8Array(
  readFileSync(path.join(import.meta.dirname, '../../../templates/docker-sample.tm7')),
);
const read = readModel(original);
if (!read.ok) throw new Error(read.error.message);
const { model } = read.value;

const KEPT: KeptModel = {
  id: 'a',
  session: 's',
  order: 0,
  fileName: 'a.tm7',
  original,
  document: model,
  unsaved: true,
  untouched: false,
  handle: null,
  modified: null,
  toldNormalises: false,
  diagramId: 'd',
  noteDraft: '',
  active: true,
};

/** The names of the stores that a write reaches. */
function reached(kept: KeptModel, before?: KeptModel): readonly string[] {
  const names: string[] = [];
  const store = (name: string) => ({
    put: async () => names.push(name),
    delete: async () => undefined,
  });
  const stores: ModelStores = {
    models: store('models'),
    originals: store('originals'),
    templates: store('templates'),
    diagrams: store('diagrams'),
    threats: store('threats'),
  };
  putModel(stores, kept, before);
  return names.sort();
}

describe('putModel', () => {
  const information = { ...model.information, owner: 'Ada' };
  const moved = { ...model, diagrams: [...model.diagrams] };
  it.each([
    ['the first time, all of it', KEPT, undefined, 'diagrams models originals templates threats'],
    ['an unedited file, its bytes alone', { ...KEPT, document: null }, undefined, 'models originals'],
    ['another tab in front', { ...KEPT, active: false }, KEPT, 'models'],
    ['a text of the model', { ...KEPT, document: { ...model, information } }, KEPT, 'models'],
    ['a shape that moved', { ...KEPT, document: moved }, KEPT, 'diagrams models'],
    [
      'the first edit of a file',
      { ...KEPT, document: moved },
      { ...KEPT, document: null },
      'diagrams models templates threats',
    ],
    ['all edits undone', { ...KEPT, document: null }, KEPT, 'models'],
  ] as const)('%s', (_, kept, before, stores) => {
    expect(reached(kept, before).join(' ')).toBe(stores);
  });
});
