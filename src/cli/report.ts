import { formatDateTime } from '../core/edit/index.ts';
import {
  REPORT_FORMATS,
  type ReportFormat,
  renderReport,
  reportFormat,
  reportOf,
  reportParts,
} from '../core/session/index.ts';
import {
  checkApart,
  EXIT,
  Failure,
  openModel,
  type Streams,
  warnOfExcess,
  writeBytes,
  writeParts,
  writeText,
} from './io.ts';

/** `trustline report`: the report of a model in the format asked for, or that of the file name. */
export async function writeReport(
  file: string,
  options: { output: string; format?: string; regenerate?: boolean },
  streams: Streams,
): Promise<void> {
  const ending = /\.([a-z0-9]+)$/i.exec(options.output)?.[1]?.toLowerCase() ?? '';
  const format = reportFormat(options.format ?? ending);
  if (format === undefined) {
    const known = REPORT_FORMATS.map(({ id }) => id).join(', ');
    throw new Failure(
      `${options.output}: the name does not say the format; give --format (${known})`,
      EXIT.usage,
    );
  }
  checkApart(file, options.output);
  const model = openModel(file, streams, options);
  warnOfExcess(file, model, streams);
  const report = reportOf(model, formatDateTime(Date.now(), -new Date().getTimezoneOffset()));
  const parts = reportParts(report, format.id);
  if (parts !== undefined) {
    writeParts(options.output, parts, streams);
    return;
  }
  const written = await renderReport(report, format.id);
  const kind = textKind(format);
  if (typeof written === 'string' && kind !== null) writeText(options.output, written, kind, streams);
  else writeBytes(options.output, written, streams);
}

/** How a text is made harmless for a terminal; null for what is no text to be read there. */
function textKind({ id, type }: ReportFormat): 'csv' | 'md' | 'json' | null {
  if (type === 'text/csv') return 'csv';
  return id === 'md' || id === 'json' ? id : null;
}
