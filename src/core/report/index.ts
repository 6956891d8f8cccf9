export { renderCsv } from './csv.ts';
export { renderDefectDojoCsv, renderElementsCsv, renderWindowsCsv } from './csv-presets.ts';
export { renderDocx } from './docx.ts';
export { type HtmlOptions, htmlParts, renderHtml } from './html.ts';
export { REPORT_STYLE } from './html-style.ts';
export { JSON_SCHEMAS, renderJson, threatsJson, threatsTable } from './json.ts';
export { type LinkRun, linkRuns, withAddresses } from './links.ts';
export { renderMarkdown } from './markdown.ts';
export { markdownPictures, type PictureFile } from './markdown-overview.ts';
export { heading as headingMarkdown, inline as inlineMarkdown } from './markdown-texts.ts';
export type {
  Report,
  ReportDiagram,
  ReportInteraction,
  ReportMessage,
  ReportOptions,
  ReportThreat,
} from './model.ts';
export { compareNames } from './name-order.ts';
export {
  type Cover,
  choicesText,
  DEFAULT_CHOICES,
  GROUPINGS,
  LAYOUTS,
  logoOf,
  MARKDOWN_PICTURES,
  PICTURES,
  parseChoices,
  type ReportChoices,
  readChoices,
  stateOf,
} from './options.ts';
export { renderPdf } from './pdf.ts';
export { buildReport } from './report.ts';
export { plainText, sanitizeHtml } from './rich-text.ts';
export { headline } from './room.ts';
export { renderSarif } from './sarif.ts';
export { SARIF_SCHEMA, sarifAddress, sarifMessage } from './sarif-parts.ts';
export { type Choosable, choosableOf, strangeChoices } from './select.ts';
export { cellText, renderWorkbook } from './workbook.ts';
