import type { Model } from '../document/index.ts';
import { staleThreats, validate } from '../engine/index.ts';
import {
  buildReport,
  htmlParts,
  type Report,
  renderCsv,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPdf,
} from '../report/index.ts';
import { messageWords } from '../words/index.ts';
import type { ReportFormatId } from './report-formats.ts';

/** The report of a model with the messages about it. `now` is the text that the report bears as its date. */
export const reportOf = (model: Model, now: string): Report =>
  buildReport(model, {
    now,
    messages: validate(model).map((message) => ({
      severity: message.severity,
      code: message.code,
      text: messageWords(message),
    })),
    stale: staleThreats(model),
  });

const WRITERS: Readonly<Record<ReportFormatId, (report: Report) => string | Promise<Uint8Array>>> = {
  html: renderHtml,
  pdf: renderPdf,
  csv: renderCsv,
  md: renderMarkdown,
  json: renderJson,
};

/** Writes a report. Rejects when a writer fails; nothing is written then. */
export const renderReport = async (report: Report, format: ReportFormatId): Promise<string | Uint8Array> =>
  WRITERS[format](report);

/** The text of a report in parts, where one may be longer than a text can be; undefined for other formats. */
export const reportParts = (report: Report, format: ReportFormatId): Iterable<string> | undefined =>
  format === 'html' ? htmlParts(report) : undefined;
