import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readModel } from '../../../core/codec/index.ts';
import { type Fields, fieldsOf } from '../../../core/threat-list/index.ts';
import { refusalWords } from '../../../core/words/index.ts';
import type { ListOptions } from '../rows.ts';

const read = readModel(
  new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../../../templates/docker-sample.tm7'))),
);
if (!read.ok) throw new Error(refusalWords(read.error));

/** Our sample with its twenty threats. */
export const { model } = read.value;
export const fields: Fields = fieldsOf(model.template);

/** A list that leaves nothing out, in stored order, without groups. */
export const ALL: ListOptions = {
  text: '',
  flows: null,
  sort: 'stored',
  descending: false,
  group: 'none',
};
