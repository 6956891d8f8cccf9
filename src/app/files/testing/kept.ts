import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readModel } from '../../../core/codec/index.ts';
import { refusalWords } from '../../../core/words/index.ts';
import type { KeptModel } from '../records.ts';

/** The bytes of our sample, and the model in them. */
export const original = new Uint8Array(
  readFileSync(path.join(import.meta.dirname, '../../../../templates/docker-sample.tm7')),
);
const read = readModel(original);
if (!read.ok) throw new Error(refusalWords(read.error));
export const { model } = read.value;

/** What is kept of it beside its parts. */
export const PLAIN = {
  id: 'a',
  session: 's',
  order: 0,
  fileName: 'a.tm7',
  unsaved: true,
  untouched: false,
  handle: null,
  modified: null,
  toldNormalises: false,
  diagramId: 'd',
  noteDraft: '',
  active: true,
} as const;

export const KEPT: KeptModel = { ...PLAIN, original, document: model };
