import {
  type Diagram,
  type Element,
  type ElementId,
  findShape,
  type Line,
  type Model,
} from '../document/index.ts';
import { type BoxIndex, boxIndex, curveBounds, curveThrough, type Rect } from '../geometry/index.ts';
import { diagramCrop, grow, interactionCrop } from './crops.ts';
import { handleBox } from './drawing.ts';
import { escapeMarkup } from './escape.ts';
import { drawnBox } from './inset.ts';
import {
  DIMMED,
  drawElement,
  type Ink,
  inDrawingOrder,
  inPicture,
  labelShiftsIn,
  type PictureTheme,
  type Standing,
} from './picture.ts';
import { SharedImages } from './shared-images.ts';

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
  const { elements } = options;
  const wanted = ({ id }: Element): boolean => elements?.has(id) ?? true;
  const lines = diagram.lines.filter(wanted);
  const ink = { theme: options.theme ?? 'colour', images: options.withImages === false ? null : images };
  const shifts = labelShiftsIn(model, lines, ink);
  const drawn = inDrawingOrder({ shapes: diagram.shapes.filter(wanted), lines }).map(
    (element) => `<g>${drawElement(model, element, ink, 'plain', shifts.get(element.id) ?? 0)}</g>`,
  );
  const crop = diagramCrop(diagram, elements);
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

/**
 * Elements of each sort that the picture of an interaction shows around it at most: in a crowd, those that are nearest
 * to its ends and its label. Without a limit the pictures of all interactions would grow with the square of a
 * drawing.
 */
const MOST_AROUND = 32;
/** How far a label reaches beyond its handle's box at most. */
const LABEL_REACH = 60;

export interface PicturesOptions extends SvgOptions {
  /**
   * Begins the ids of what is drawn, where all pictures stand in one page: each element is then drawn once, and once
   * more where it stands out, and other pictures refer to it.
   */
  readonly ids?: string;
}

/** The pictures of one diagram and of its interactions. Each takes as long as what it shows, however large the diagram is. */
export class DiagramPictures {
  readonly #model: Model;
  readonly #diagram: Diagram;
  readonly #options: PicturesOptions;
  readonly #images: SharedImages;
  readonly #ink: Ink;
  readonly #order: ReadonlyMap<Element, number>;
  readonly #shifts: ReadonlyMap<ElementId, number>;
  readonly #written = new Set<string>();
  #around: ((near: readonly Rect[], crop: Rect) => readonly Element[]) | undefined;

  constructor(model: Model, diagram: Diagram, options: PicturesOptions = {}) {
    this.#model = model;
    this.#diagram = diagram;
    this.#options = options;
    this.#images = options.images ?? new SharedImages();
    const images = options.withImages === false ? null : this.#images;
    this.#ink = { theme: options.theme ?? 'colour', images };
    this.#order = new Map(inDrawingOrder(diagram).map((element, index) => [element, index]));
    this.#shifts = labelShiftsIn(model, diagram.lines, this.#ink);
  }

  /** The diagram as `diagramSvg` draws it. */
  whole(): string {
    const drawn = [...this.#order.keys()].map((element) => this.#drawn(element, 'plain'));
    return svg(
      labelOf(this.#diagram),
      diagramCrop(this.#diagram),
      inPicture(drawn),
      this.#options,
      this.#images,
    );
  }

  interaction(flow: Line): string {
    const crop = interactionCrop(this.#diagram, flow, this.#shifts);
    const ends = [flow.source.element, flow.target.element].flatMap(
      (id) => findShape(this.#diagram, id) ?? [],
    );
    this.#around ??= searchOf(this.#diagram, this.#shifts);
    const meant = new Set<Element>([...ends, flow]);
    const around = this.#around([...ends.map(drawnBox), handleBox(flow)], crop);
    const place = (element: Element): number => this.#order.get(element) ?? 0;
    const shown = [...new Set([...around, ...meant])].sort((a, b) => place(a) - place(b));
    const drawn = shown.map((element) => this.#drawn(element, meant.has(element) ? 'bold' : 'faint'));
    return svg('interaction', crop, inPicture(drawn), this.#options, this.#images);
  }

  /** An element, or a reference to where it was drawn before. */
  #drawn(element: Element, standing: Standing): string {
    const { ids } = this.#options;
    const shift = this.#shifts.get(element.id) ?? 0;
    const content = (as: Standing): string => drawElement(this.#model, element, this.#ink, as, shift);
    if (ids === undefined) return `<g>${content(standing)}</g>`;
    const id = `${ids}${standing === 'bold' ? 'b' : 'e'}${this.#order.get(element) ?? ''}`;
    const strength = standing === 'faint' ? ` opacity="${DIMMED}"` : '';
    if (this.#written.has(id)) return `<use href="#${id}"${strength}/>`;
    this.#written.add(id);
    const drawn = `<g id="${id}">${content(standing === 'faint' ? 'plain' : standing)}</g>`;
    return strength === '' ? drawn : `<g${strength}>${drawn}</g>`;
  }
}

/** Finds what a picture of an interaction shows around it. */
function searchOf(diagram: Diagram, shifts: ReadonlyMap<ElementId, number>) {
  const shapes = indexed(diagram.shapes.map((shape) => [shape, shape] as const));
  // A line shows by its curve or by its label.
  const lines = indexed(
    diagram.lines.flatMap((line) => {
      const { x, y } = line.handle;
      const handle = { x, y: y + (shifts.get(line.id) ?? 0) };
      const curve = curveBounds(curveThrough(line.source, line.handle, line.target));
      return [[line, curve] as const, [line, grow(handleBox({ handle }), LABEL_REACH)] as const];
    }),
  );
  return (near: readonly Rect[], crop: Rect): readonly Element[] => [
    ...shapes(near, crop),
    ...lines(near, crop),
  ];
}

function indexed(boxes: readonly (readonly [Element, Rect])[]) {
  const index: BoxIndex = boxIndex(boxes.map(([, box]) => box));
  return (near: readonly Rect[], crop: Rect): readonly Element[] => {
    // An element has two boxes at most.
    const found = index.nearest(near, crop, 2 * MOST_AROUND).flatMap((place) => boxes[place]?.[0] ?? []);
    return [...new Set(found)].slice(0, MOST_AROUND);
  };
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
