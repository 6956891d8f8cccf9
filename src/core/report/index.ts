export {
  boundaryStroke,
  handleBox,
  imagePlacement,
  type LabelDrawing,
  labelDrawing,
  nameLines,
  shapeBox,
} from './drawing.ts';
export { escapeMarkup } from './escape.ts';
export { checkedImage } from './image.ts';
export { arrowHead, diagramCrop, interactionCrop, type PictureTheme, SharedImages } from './picture.ts';
export { diagramSvg, interactionSvg, type SvgOptions } from './svg.ts';
export { LINE_HEIGHT, measureText, TEXT_SIZE, wrapText } from './text-metrics.ts';
