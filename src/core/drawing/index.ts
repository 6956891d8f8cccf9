export { boundsOf } from './bounds.ts';
export {
  boundaryImage,
  boundaryNameBox,
  boundaryNameLines,
  boundaryStroke,
  curveStroke,
  handleBox,
  imagePlacement,
  isBeforeLabel,
  LABEL_OFFSET,
  type LabelDrawing,
  labelDrawing,
  lineLabel,
  nameLines,
  storeLines,
  WIDER_FONT,
} from './drawing.ts';
export { escapeMarkup } from './escape.ts';
export { checkedImage } from './image.ts';
export { drawnBox, INSET } from './inset.ts';
export { spread } from './label-places.ts';
export { labelShifts } from './label-shifts.ts';
export { type FlowDrawing, flowDrawing, pathOf } from './line-drawing.ts';
export { type Look, lookOf } from './looks.ts';
export { arrowHead, diagramCrop, interactionCrop, type PictureTheme, SharedImages } from './picture.ts';
export {
  COLOURED_PRIORITIES,
  PRIORITY_COLOURS,
  priorityColour,
  type Scheme,
  STATE_COLOURS,
  stateColour,
} from './state-colours.ts';
export { diagramSvg, interactionSvg, type SvgOptions } from './svg.ts';
export { LINE_HEIGHT, measureText, TEXT_SIZE, wrapText } from './text-metrics.ts';
