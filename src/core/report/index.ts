export { renderCsv } from './csv.ts';
export {
  boundaryNameBox,
  boundaryNameLines,
  boundaryStroke,
  type CurveName,
  curveName,
  handleBox,
  imagePlacement,
  type LabelDrawing,
  labelDrawing,
  nameLines,
  shapeBox,
} from './drawing.ts';
export { escapeMarkup } from './escape.ts';
export { type HtmlOptions, renderHtml } from './html.ts';
export { checkedImage } from './image.ts';
export { renderJson, threatsJson, threatsTable } from './json.ts';
export { spread } from './label-places.ts';
export { renderMarkdown } from './markdown.ts';
export { renderPdf } from './pdf.ts';
export { arrowHead, diagramCrop, interactionCrop, type PictureTheme, SharedImages } from './picture.ts';
export {
  buildReport,
  type Report,
  type ReportDiagram,
  type ReportInteraction,
  type ReportOptions,
  type ReportThreat,
  rowDatums,
  STATE_LABELS,
  stateLabel,
} from './report.ts';
export { plainText, sanitizeHtml } from './rich-text.ts';
export { diagramSvg, interactionSvg, type SvgOptions } from './svg.ts';
export { LINE_HEIGHT, measureText, TEXT_SIZE, wrapText } from './text-metrics.ts';
