import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readModel } from '../../codec/index.ts';
import type { Model, Threat } from '../../document/index.ts';
import { refusalWords } from '../../words/later.ts';
import { buildReport, plainText, renderHtml } from '../index.ts';

export const ROOT = path.join(import.meta.dirname, '..', '..', '..', '..');
export const NOW = '2026-01-02T03:04:05.6+01:00';
export const author = { name: 'Ada', now: NOW };

export function load(file: string): Model {
  const read = readModel(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.model;
}
export const sample = load(path.join(ROOT, 'templates', 'docker-sample.tm7'));
export const html = (model: Model): string => renderHtml(buildReport(model, { now: NOW }));
export const withThreats = (model: Model, change: (threat: Threat, index: number) => Threat): Model => ({
  ...model,
  threats: model.threats.map(change),
});
/** Text of the page without tags, as a reader sees it. */
export const textOf = (page: string): string =>
  plainText(page.replace(/<style>.*?<\/style>|<svg.*?<\/svg>/gs, ''));
