import { findElementType, type Model } from '../document/index.ts';
import { imageFault } from '../drawing/index.ts';
import { staleThreats, validate } from '../engine/index.ts';
import {
  buildReport,
  type HtmlOptions,
  htmlParts,
  markdownPictures,
  type PictureFile,
  type Report,
  type ReportChoices,
  type ReportMessage,
  type ReportOptions,
  renderCsv,
  renderDefectDojoCsv,
  renderDocx,
  renderElementsCsv,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderPdf,
  renderSarif,
  renderWindowsCsv,
  renderWorkbook,
} from '../report/index.ts';
import { messageWords, pictureWords } from '../words/index.ts';
import { type ReportFormatId, reportFormat } from './report-formats.ts';

/** Lists are read by programs: they have all properties, and threats by their interactions. */
export function choicesFor(format: ReportFormatId, choices: ReportChoices): ReportChoices {
  if (format === 'json' || format === 'sarif') return { ...choices, grouping: 'interaction' };
  return format === 'csv' || reportFormat(format)?.list === true
    ? { ...choices, layout: 'windows', grouping: 'interaction', properties: null }
    : choices;
}

/** The report of a model with the messages about it. `now` is the text that the report bears as its date. */
export const reportOf = (
  model: Model,
  now: string,
  more: Pick<ReportOptions, 'choices' | 'file' | 'tool' | 'place' | 'since'> = {},
): Report =>
  buildReport(model, {
    now,
    ...more,
    messages: [
      ...validate(model).map((message) => ({
        severity: message.severity,
        code: message.code,
        text: messageWords(message),
      })),
      ...pictureMessages(model),
    ],
    stale: staleThreats(model),
  });

/** The pictures that are left out of the diagrams, by the types of their elements. */
function pictureMessages({ template, diagrams }: Model): readonly ReportMessage[] {
  const types = new Set(
    diagrams.flatMap(({ shapes, lines }) => [...shapes, ...lines]).map(({ typeId }) => typeId),
  );
  return [...types].flatMap((typeId) => {
    const type = findElementType(template, typeId);
    const code = type?.image ? imageFault(type.image) : null;
    if (type === undefined || code === null) return [];
    return [
      {
        severity: 'warning',
        code: 'picture-left-out',
        text: pictureWords({ code, params: { type: type.name } }),
      },
    ];
  });
}

type Progress = (share: number) => void;

const WRITERS: Readonly<
  Record<ReportFormatId, (report: Report, progress?: Progress) => string | Promise<Uint8Array>>
> = {
  html: (report) => renderHtml(report, { search: true }),
  pdf: renderPdf,
  docx: renderDocx,
  csv: renderCsv,
  xlsx: renderWorkbook,
  'csv-windows': renderWindowsCsv,
  'csv-defectdojo': renderDefectDojoCsv,
  'csv-elements': renderElementsCsv,
  md: (report) => renderMarkdown(report),
  json: renderJson,
  sarif: renderSarif,
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

/** A Markdown report that names its pictures in a folder, and what has to lie there; null where it has none. */
export function markdownWithPictures(
  report: Report,
  folder: string,
): { readonly text: string; readonly pictures: readonly PictureFile[] } | null {
  if (report.choices.markdownPictures !== 'files') return null;
  return {
    text: renderMarkdown(report, { folder }),
    pictures: [...markdownPictures(report).values()],
  };
}
