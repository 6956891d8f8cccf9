import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readModel, readTemplate } from '../../../core/codec/index.ts';
import { refusalWords } from '../../../core/words/later.ts';
import type { KeptModel, KeptTemplate } from '../records.ts';

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
  size: null,
  toldNormalises: false,
  diagramId: 'd',
  noteDraft: '',
  active: true,
} as const;

const NO_HISTORY = { saved: null, past: [], future: [] };

export const KEPT: KeptModel = {
  ...PLAIN,
  kind: 'model',
  original,
  asRead: null,
  edited: model,
  ...NO_HISTORY,
};

/** The bytes of one of our templates, and the template in them. */
export const templateOriginal = new Uint8Array(
  readFileSync(path.join(import.meta.dirname, '../../../../templates/containers.tb7')),
);
const readKept = readTemplate(templateOriginal);
if (!readKept.ok) throw new Error(refusalWords(readKept.error));
export const { template } = readKept.value;

const { diagramId: _, noteDraft: __, ...file } = PLAIN;

/** What is kept of it beside its parts. */
export const PLAIN_TEMPLATE = { ...file, id: 't', fileName: 't.tb7' } as const;

export const KEPT_TEMPLATE: KeptTemplate = {
  ...PLAIN_TEMPLATE,
  kind: 'template',
  original: templateOriginal,
  asRead: null,
  edited: template,
  ...NO_HISTORY,
};
