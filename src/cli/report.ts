import { createHash } from 'node:crypto';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { formatDateTime } from '../core/edit/index.ts';
import { type Report, strangeChoices } from '../core/report/index.ts';
import {
  choicesFor,
  markdownWithPictures,
  REPORT_FORMATS,
  REPORT_TYPES,
  type ReportFormat,
  renderReport,
  reportFormat,
  reportFormatOfFile,
  reportOf,
  reportParts,
} from '../core/session/index.ts';
import {
  checkApart,
  EXIT,
  Failure,
  makeFolder,
  openModel,
  picturesBeside,
  readBytes,
  type Streams,
  warnOfExcess,
  writeBytes,
  writeParts,
  writeText,
} from './io.ts';
import { type ChoiceFlags, chosen, refuse } from './report-choices.ts';

interface ReportFlags extends ChoiceFlags {
  readonly output: string;
  readonly format?: string;
  readonly regenerate?: boolean;
  readonly since?: string;
}

/** `trustline report`: the report of a model in the format asked for, or that of the file name. */
export async function writeReport(file: string, options: ReportFlags, streams: Streams): Promise<void> {
  const format =
    options.format === undefined ? reportFormatOfFile(options.output) : reportFormat(options.format);
  if (format === undefined) {
    const known = REPORT_FORMATS.map(({ id }) => id).join(', ');
    throw new Failure(
      `${options.output}: the name does not say the format; give --format (${known})`,
      EXIT.usage,
    );
  }
  for (const read of [file, options.since, options.options])
    if (read !== undefined) checkApart(read, options.output);
  const choices = choicesFor(format.id, chosen(options, streams));
  const bytes = readBytes(file, streams);
  const model = openModel(file, { ...streams, stdin: () => bytes }, options);
  const strange = strangeChoices(choices, model);
  if (strange.length > 0) refuse(strange, streams);
  warnOfExcess(file, model, streams);
  const report = reportOf(model, formatDateTime(Date.now(), -new Date().getTimezoneOffset()), {
    choices,
    tool: `Trustline ${packageJson.version}`,
    place: placeOf(file),
    file: {
      name: file === '-' ? 'standard input' : path.basename(file),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
    ...(options.since === undefined
      ? {}
      : { since: { name: path.basename(options.since), model: openModel(options.since, streams) } }),
  });
  const parts = reportParts(report, format.id, { search: true });
  if (parts !== undefined) {
    writeParts(options.output, parts, streams);
    return;
  }
  if (format.id === 'md' && options.output !== '-' && writtenWithPictures(options.output, report, streams))
    return;
  const written = await renderReport(report, format.id);
  const kind = textKind(format);
  if (typeof written === 'string' && kind !== null) writeText(options.output, written, kind, streams);
  else writeBytes(options.output, written, streams);
}

/** Writes a Markdown report with its pictures in a folder beside it, where they were asked for as files. */
function writtenWithPictures(output: string, report: Report, streams: Streams): boolean {
  const folder = picturesBeside(output);
  const written = markdownWithPictures(report, folder.name);
  if (written === null) return false;
  if (written.pictures.length > 0) makeFolder(folder.path);
  for (const { name, svg } of written.pictures) writeText(path.join(folder.path, name), svg, 'md', streams);
  writeText(output, written.text, 'md', streams);
  return true;
}

/** The path of a file below the working folder, with forward slashes; the name alone of one that lies elsewhere. */
function placeOf(file: string): string {
  if (file === '-') return '';
  const relative = path.relative('', file);
  const inside = !relative.startsWith('..') && !path.isAbsolute(relative);
  return inside ? relative.split(path.sep).join('/') : path.basename(file);
}

/** How a text is made harmless for a terminal; null for what is no text to be read there. */
function textKind({ id }: ReportFormat): 'csv' | 'md' | 'json' | null {
  if (REPORT_TYPES[id] === 'text/csv') return 'csv';
  if (id === 'sarif') return 'json';
  return id === 'md' || id === 'json' ? id : null;
}
