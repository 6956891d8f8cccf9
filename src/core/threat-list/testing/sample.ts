import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readModel } from '../../codec/index.ts';
import type { Model, Threat } from '../../document/index.ts';
import { refusalWords } from '../../words/later.ts';

const read = readModel(
  new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../../../templates/docker-sample.tm7'))),
);
if (!read.ok) throw new Error(refusalWords(read.error));

/** Our sample with its twenty threats. */
export const { model } = read.value;

/** The sample with its threats changed; those that `change` says nothing of stay. */
export const withThreats = (change: (threat: Threat, index: number) => Partial<Threat>): Model => ({
  ...model,
  threats: model.threats.map((threat, index) => ({ ...threat, ...change(threat, index) })),
});
