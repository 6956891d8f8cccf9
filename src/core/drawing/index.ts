export { boundsOf, preparingDrawing } from './bounds.ts';
export { diagramCrop, interactionCrop } from './crops.ts';
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
export { drawnParts } from './drawn-parts.ts';
export { escapeMarkup } from './escape.ts';
export { drawingFromFar } from './far.ts';
export { checkedImage, imageFault, pictureSize } from './image.ts';
export { drawnBox, INSET } from './inset.ts';
export { spread } from './label-places.ts';
export { labelShifts } from './label-shifts.ts';
export { type FlowDrawing, flowDrawing, pathOf } from './line-drawing.ts';
export { type Look, lookOf } from './looks.ts';
export type { Mark, Stroke } from './marks.ts';
export { arrowHead, type Palette, type PictureTheme, type Standing } from './picture.ts';
export { DiagramScene, type Placed } from './scene.ts';
export { SharedImages } from './shared-images.ts';
export { type Sketch, sketchOf } from './sketch.ts';
export {
  COLOURED_PRIORITIES,
  PRIORITY_COLOURS,
  priorityColour,
  type Scheme,
  STATE_COLOURS,
  stateColour,
} from './state-colours.ts';
export {
  DiagramPictures,
  diagramSvg,
  drawingSvg,
  interactionSvg,
  type PicturesOptions,
  type SvgOptions,
} from './svg.ts';
export { LINE_HEIGHT, longestPart, measureText, TEXT_SIZE, wrapText } from './text-metrics.ts';
