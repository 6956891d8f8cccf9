import type { Model } from '../../core/document/index.ts';
import { staleThreats, validate } from '../../core/engine/index.ts';
import {
  buildReport,
  type Report,
  renderCsv,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPdf,
} from '../../core/report/index.ts';
import { author, notify } from '../store/index.ts';
import { download } from '../ui/index.ts';
import type { ReportFormat } from './formats.ts';

const WRITERS: Readonly<Record<ReportFormat['id'], (report: Report) => string | Promise<Uint8Array>>> = {
  html: renderHtml,
  pdf: renderPdf,
  csv: renderCsv,
  md: renderMarkdown,
  json: renderJson,
};

/** The report of the model as it is now. */
export function reportOf(model: Model): Report {
  return buildReport(model, {
    now: author().now,
    messages: validate(model),
    stale: staleThreats(model),
  });
}

/** Writes the report of a model in one format and hands it to the downloads. */
export async function exportReport(model: Model, fileName: string, format: ReportFormat): Promise<void> {
  const name = `${fileName.replace(/\.tm7$/i, '')}.${format.extension}`;
  try {
    download(name, await WRITERS[format.id](reportOf(model)), format.type);
    notify({ tone: 'success', text: `Exported ${name}` });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    notify({ tone: 'error', text: `${name} could not be written: ${cause}` });
  }
}
