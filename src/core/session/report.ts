import type { Model } from '../document/index.ts';
import { staleThreats, validate } from '../engine/index.ts';
import {
  buildReport,
  type HtmlOptions,
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

type Progress = (share: number) => void;

const WRITERS: Readonly<
  Record<ReportFormatId, (report: Report, progress?: Progress) => string | Promise<Uint8Array>>
> = {
  html: (report) => renderHtml(report),
  pdf: renderPdf,
  csv: renderCsv,
  md: renderMarkdown,
  json: renderJson,
};

/**
 * Writes a report. Rejects when a writer fails; nothing is written then. `progress` hears how far it is, from 0 to 1,
 * where the writer knows.
 */
export const renderReport = async (
  report: Report,
  format: ReportFormatId,
  progress?: Progress,
): Promise<string | Uint8Array> => WRITERS[format](report, progress);

/** The text of a report in parts, where one may be longer than a text can be; undefined for other formats. */
export const reportParts = (
  report: Report,
  format: ReportFormatId,
  options: HtmlOptions = {},
): Iterable<string> | undefined => (format === 'html' ? htmlParts(report, options) : undefined);
