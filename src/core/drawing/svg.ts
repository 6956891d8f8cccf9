import { atOnce, type Steps } from '../base/index.ts';
import {
  type Diagram,
  type Element,
  type ElementId,
  type Line,
  type Model,
  shownName,
} from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import { croppingDiagram } from './crops.ts';
import { escapeMarkup } from './escape.ts';
import { type Mark, markSvg } from './marks.ts';
import {
  DIMMED,
  elementMarks,
  hasNameOnTop,
  type Ink,
  inDrawingOrder,
  type Part,
  type PictureTheme,
  type Standing,
  shiftingLabelsIn,
} from './picture.ts';
import { DiagramScene, type Placed } from './scene.ts';
import { SharedImages } from './shared-images.ts';
import { TEXT_SIZE } from './text-metrics.ts';

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
export const diagramSvg = (model: Model, diagram: Diagram, options: SvgOptions = {}): string =>
  atOnce(drawingSvg(model, diagram, options));

/** Draws as `diagramSvg` does, an element at each step. */
export function* drawingSvg(model: Model, diagram: Diagram, options: SvgOptions = {}): Steps<string> {
  const images = options.images ?? new SharedImages();
  const only = options.elements;
  const wanted = ({ id }: Element): boolean => only?.has(id) ?? true;
  const lines = diagram.lines.filter(wanted);
  const ink = inkOf(options, images);
  const shifts = yield* shiftingLabelsIn(model, lines, ink);
  const elements = inDrawingOrder({ shapes: diagram.shapes.filter(wanted), lines });
  const drawn: string[] = [];
  for (const of of ['body', 'name'] satisfies Part[])
    for (const element of of === 'body' ? elements : elements.filter(hasNameOnTop)) {
      const marks = elementMarks(model, element, ink, 'plain', shifts.get(element.id) ?? 0, of);
      drawn.push(`<g>${elementSvg(element, marks)}</g>`);
      yield;
    }
  const crop = yield* croppingDiagram(diagram, only);
  return svg(labelOf(diagram), crop, inPicture(drawn), options, images);
}

/** One interaction: its two elements and the flow stand out, what else lies in the crop is pale. */
export const interactionSvg = (
  model: Model,
  diagram: Diagram,
  flow: Line,
  options: SvgOptions = {},
): string => new DiagramPictures(model, diagram, options).interaction(flow);

const labelOf = ({ header }: Diagram): string => `${header} diagram`;

export interface PicturesOptions extends SvgOptions {
  /**
   * Begins the ids of what is drawn, where all pictures stand in one page: each element is then drawn once, and once
   * more where it stands out, and other pictures refer to it.
   */
  readonly ids?: string;
}

/** The pictures of one diagram and of its interactions. Each takes as long as what it shows, however large the diagram is. */
export class DiagramPictures {
  readonly #diagram: Diagram;
  readonly #options: PicturesOptions;
  readonly #images: SharedImages;
  readonly #scene: DiagramScene;
  readonly #written = new Set<string>();

  constructor(model: Model, diagram: Diagram, options: PicturesOptions = {}) {
    this.#diagram = diagram;
    this.#options = options;
    this.#images = options.images ?? new SharedImages();
    this.#scene = new DiagramScene(model, diagram, inkOf(options, this.#images));
  }

  /** The diagram as `diagramSvg` draws it. */
  whole(): string {
    return this.#svg(labelOf(this.#diagram), this.#scene.crop(), this.#scene.elements());
  }

  interaction(flow: Line): string {
    return this.#svg('interaction', this.#scene.cropOf(flow), this.#scene.elementsOf(flow));
  }

  #svg(label: string, crop: Rect, placed: readonly Placed[]): string {
    const content = inPicture(placed.map((one) => this.#drawn(one)));
    return svg(label, crop, content, this.#options, this.#images);
  }

  /** An element, or a reference to where it was drawn before. */
  #drawn({ element, place, standing, part }: Placed): string {
    const { ids } = this.#options;
    const content = (as: Standing): string =>
      elementSvg(element, this.#scene.marks({ element, standing: as, part }));
    if (ids === undefined) return `<g>${content(standing)}</g>`;
    const id = `${ids}${standing === 'bold' ? 'b' : 'e'}${place}`;
    const strength = standing === 'faint' ? ` opacity="${DIMMED}"` : '';
    if (this.#written.has(id)) return `<use href="#${id}"${strength}/>`;
    this.#written.add(id);
    const drawn = `<g id="${id}">${content(standing === 'faint' ? 'plain' : standing)}</g>`;
    return strength === '' ? drawn : `<g${strength}>${drawn}</g>`;
  }
}

const inkOf = ({ theme = 'colour', withImages }: SvgOptions, images: SharedImages): Ink => ({
  theme,
  images: withImages === false ? null : images,
});

const FONT = "'Segoe UI', Inter, 'Noto Sans', Arial, sans-serif";

/** Elements as the inside of a picture. */
const inPicture = (elements: readonly string[]): string =>
  `<g font-family="${FONT}" font-size="${TEXT_SIZE}">${elements.join('')}</g>`;

/** The inside of an element's group; its name shows when a pointer rests on it. */
const elementSvg = (element: Element, marks: readonly Mark[]): string =>
  `<title>${escapeMarkup(shownName(element))}</title>${marks.map(markSvg).join('')}`;

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
