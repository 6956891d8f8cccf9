export { renderCsv } from './csv.ts';
export {
  boundaryImage,
  boundaryNameBox,
  boundaryNameLines,
  boundaryStroke,
  curveStroke,
  handleBox,
  imagePlacement,
  isBeforeLabel,
  type LabelDrawing,
  labelDrawing,
  lineLabel,
  nameLines,
  shapeBox,
  storeLines,
} from './drawing.ts';
export { escapeMarkup } from './escape.ts';
export { type HtmlOptions, renderHtml } from './html.ts';
export { checkedImage } from './image.ts';
export { renderJson, threatsJson, threatsTable } from './json.ts';
export { spread } from './label-places.ts';
export { type LinkRun, linkRuns, withAddresses } from './links.ts';
export { renderMarkdown } from './markdown.ts';
export { compareNames } from './name-order.ts';
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
} from './report.ts';
export { plainText, sanitizeHtml } from './rich-text.ts';
export { diagramSvg, interactionSvg, type SvgOptions } from './svg.ts';
export { LINE_HEIGHT, measureText, TEXT_SIZE, wrapText } from './text-metrics.ts';
