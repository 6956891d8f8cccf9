/**
 * Reads each file that is named, makes its threats anew, writes it and puts it into every report that is text. Run in
 * a process of its own, which can be stopped and has a bound on its memory; one line of JSON for each file.
 */
import { readFileSync } from 'node:fs';
import { readFile, unreadable, writeModel } from '../../codec/index.ts';
import { regenerate } from '../../engine/index.ts';
import { refusalWords } from '../../words/index.ts';
import { REPORT_FORMATS, renderReport, reportOf, reportParts } from '../index.ts';

/** How a file ended: in its reports, by their sizes in characters, or in plain words. */
export interface Ended {
  readonly file: string;
  readonly refused?: string;
  /** Why what was written could not be opened again; nothing when it could. */
  readonly notSaved?: string;
  readonly reports?: Readonly<Record<string, number>>;
}

async function through(file: string): Promise<Ended> {
  const read = readFile(new Uint8Array(readFileSync(file)), file);
  if (!read.ok) return { file, refused: refusalWords(read.error) };
  if (read.value.format !== 'tm7') return { file, refused: 'It is no model' };
  const model = regenerate(read.value.model);
  const fault = unreadable(writeModel(model), model);
  const report = reportOf(model, '2026-01-02T03:04:05+00:00');
  const reports: Record<string, number> = {};
  for (const { id } of REPORT_FORMATS) {
    if (id === 'pdf') continue;
    let size = 0;
    for (const part of reportParts(report, id) ?? [await renderReport(report, id)]) size += part.length;
    reports[id] = size;
  }
  return { file, reports, ...(fault === null ? {} : { notSaved: refusalWords(fault) }) };
}

void (async () => {
  for (const file of process.argv.slice(2)) console.log(JSON.stringify(await through(file)));
})();
