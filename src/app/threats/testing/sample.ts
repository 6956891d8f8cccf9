import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readModel } from '../../../core/codec/index.ts';
import { refusalWords } from '../../../core/words/index.ts';
import type { ListOptions } from '../rows.ts';

const read = readModel(
  new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../../../templates/docker-sample.tm7'))),
);
if (!read.ok) throw new Error(refusalWords(read.error));

/** Our sample with its twenty threats. */
export const { model } = read.value;

/** A list that leaves nothing out, in stored order, without groups. */
export const ALL: ListOptions = {
  text: '',
  states: new Set(),
  priorities: new Set(),
  categories: new Set(),
  onlyNew: false,
  flows: null,
  diagramId: null,
  sort: 'stored',
  descending: false,
  group: 'none',
};
