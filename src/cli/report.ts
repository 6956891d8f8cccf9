import { formatDateTime } from '../core/edit/index.ts';
import { staleThreats, validate } from '../core/engine/index.ts';
import {
  buildReport,
  type Report,
  renderCsv,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPdf,
} from '../core/report/index.ts';
import { checkApart, EXIT, Failure, openModel, type Streams, writeBytes, writeText } from './io.ts';

export const REPORT_FORMATS = ['html', 'pdf', 'csv', 'md', 'json'] as const;
type ReportFormat = (typeof REPORT_FORMATS)[number];

const BY_NAME: ReadonlyMap<string, ReportFormat> = new Map([
  ['html', 'html'],
  ['htm', 'html'],
  ['pdf', 'pdf'],
  ['csv', 'csv'],
  ['md', 'md'],
  ['markdown', 'md'],
  ['json', 'json'],
]);

const WRITERS: Readonly<Record<ReportFormat, (report: Report) => string | Promise<Uint8Array>>> = {
  html: renderHtml,
  pdf: renderPdf,
  csv: renderCsv,
  md: renderMarkdown,
  json: renderJson,
};

/** `trustline report`: the report of a model in the format asked for, or that of the file name. */
export async function writeReport(
  file: string,
  options: { output: string; format?: string; regenerate?: boolean },
  streams: Streams,
): Promise<void> {
  const ending = /\.([a-z0-9]+)$/i.exec(options.output)?.[1]?.toLowerCase() ?? '';
  const format = BY_NAME.get(options.format ?? ending);
  if (format === undefined) {
    const known = REPORT_FORMATS.join(', ');
    throw new Failure(
      `${options.output}: the name does not say the format; give --format (${known})`,
      EXIT.usage,
    );
  }
  checkApart(file, options.output);
  const model = openModel(file, streams, options);
  const report = buildReport(model, {
    now: formatDateTime(Date.now(), -new Date().getTimezoneOffset()),
    messages: validate(model),
    stale: staleThreats(model),
  });
  const written = await WRITERS[format](report);
  if (typeof written === 'string' && (format === 'csv' || format === 'md' || format === 'json'))
    writeText(options.output, written, format, streams);
  else writeBytes(options.output, written, streams);
}
