import type { Diagram, ElementId, Line, Model } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import { escapeMarkup } from './escape.ts';
import {
  diagramCrop,
  drawDiagram,
  elementsIn,
  interactionCrop,
  type PictureTheme,
  SharedImages,
} from './picture.ts';

export interface SvgOptions {
  readonly theme?: PictureTheme;
  /** Only these elements; the picture is cropped to them. */
  readonly elements?: ReadonlySet<ElementId>;
  /** The ground, a CSS colour of ours; `none` leaves it clear. */
  readonly background?: 'white' | 'none';
  /** Pictures shared with other drawings of one file; their definitions are then written by the caller. */
  readonly images?: SharedImages;
  /** False leaves the template's pictures out. */
  readonly withImages?: boolean;
  /** Model units of room around the Windows tool's crop, for pictures that stand alone. */
  readonly padding?: number;
}

/** A diagram as SVG, cropped as the Windows tool crops its picture (format 7.3). Safe to put into a page. */
export function diagramSvg(model: Model, diagram: Diagram, options: SvgOptions = {}): string {
  const images = options.images ?? new SharedImages();
  const { theme = 'colour', elements } = options;
  const content = drawDiagram(model, diagram, {
    theme,
    images,
    ...(elements === undefined ? {} : { elements }),
  });
  return svg(`${diagram.header} diagram`, diagramCrop(diagram, elements), content, options, images);
}

/** One interaction: its two elements and the flow stand out, what else lies in the crop is dimmed. */
export function interactionSvg(model: Model, diagram: Diagram, flow: Line, options: SvgOptions = {}): string {
  const images = options.images ?? new SharedImages();
  const { theme = 'colour' } = options;
  const ends = [flow.source.element, flow.target.element].filter((id) => id !== null);
  const emphasised = new Set<ElementId>([flow.id, ...ends]);
  const crop = interactionCrop(diagram, flow);
  const content = drawDiagram(model, diagram, {
    theme,
    images: options.withImages === false ? null : images,
    emphasised,
    elements: elementsIn(diagram, crop),
  });
  return svg('interaction', crop, content, options, images);
}

function svg(label: string, crop: Rect, content: string, options: SvgOptions, images: SharedImages): string {
  const { padding = 0 } = options;
  const [left, top] = [crop.left - padding, crop.top - padding];
  const [width, height] = [Math.ceil(crop.width) + 2 * padding, Math.ceil(crop.height) + 2 * padding];
  const ground =
    options.background === 'none'
      ? ''
      : `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#fff"/>`;
  const definitions = options.images === undefined ? images.definitions() : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" role="img" aria-label="${escapeMarkup(label)}">${definitions}${ground}${content}</svg>`;
}
