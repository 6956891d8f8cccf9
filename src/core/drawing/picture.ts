import {
  type Diagram,
  displayName,
  type ElementId,
  elementName,
  findElementType,
  findShape,
  isAnnotation,
  isOutOfScope,
  type Line,
  type Model,
  type Shape,
  type Template,
  type TypeId,
} from '../document/index.ts';
import {
  type Curve,
  curveBounds,
  curveThrough,
  type Rect,
  rectsOverlap,
  rectUnion,
  tangentAt,
} from '../geometry/index.ts';
import {
  boundaryImage,
  boundaryNameLines,
  boundaryStroke,
  curveStroke,
  handleBox,
  imagePlacement,
  isBeforeLabel,
  lineLabel,
  nameLines,
  storeLines,
} from './drawing.ts';
import { escapeMarkup } from './escape.ts';
import { checkedImage } from './image.ts';
import { drawnBox } from './inset.ts';
import { spread } from './label-places.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './text-metrics.ts';

/** Colours of a picture. `print` has no colour and no pale pictures, for black and white paper. */
interface Palette {
  readonly line: string;
  /** Lines and names of what is out of scope; on white it can be read. */
  readonly outside: string;
  readonly boundary: string;
  readonly labelFill: string;
  readonly imageOpacity: number;
}

const PALETTES: Readonly<Record<PictureTheme, Palette>> = {
  colour: { line: '#000', outside: '#707070', boundary: '#d00000', labelFill: '#ecf6d8', imageOpacity: 0.2 },
  print: { line: '#000', outside: '#707070', boundary: '#000', labelFill: '#fff', imageOpacity: 0.12 },
};
export type PictureTheme = 'colour' | 'print';

const FONT = "'Segoe UI', Inter, 'Noto Sans', Arial, sans-serif";
/** Share of strength that what is not meant keeps in a picture of one interaction. */
const DIMMED = 0.35;

/**
 * Pictures of the template that several drawings use: each is written once and referred to by its id. One set
 * serves a file; `definitions` is put into it once.
 */
export class SharedImages {
  readonly #ids = new Map<string, string>();
  readonly #byType = new WeakMap<Template, Map<TypeId, string | null>>();

  /** The id to refer to the picture of a type by, or null when it has none that can be shown. */
  idOf(template: Template, typeId: TypeId): string | null {
    const types = this.#byType.get(template) ?? new Map<TypeId, string | null>();
    this.#byType.set(template, types);
    const known = types.get(typeId);
    if (known !== undefined) return known;
    const type = findElementType(template, typeId);
    const href = type?.image ? checkedImage(type.image) : null;
    const id = href === null ? null : (this.#ids.get(href) ?? `picture-${this.#ids.size + 1}`);
    if (href !== null && id !== null) this.#ids.set(href, id);
    types.set(typeId, id);
    return id;
  }

  /** The definitions of every picture that was asked for, as SVG. */
  definitions(): string {
    const symbols = [...this.#ids].map(
      ([href, id]) =>
        `<symbol id="${id}" viewBox="0 0 100 100"><image width="100" height="100" href="${href}"/></symbol>`,
    );
    return symbols.length === 0 ? '' : `<defs>${symbols.join('')}</defs>`;
  }
}

export interface PictureOptions {
  readonly theme: PictureTheme;
  /** Null leaves the template's pictures out. */
  readonly images: SharedImages | null;
  /** What stands out; the rest is dimmed. Undefined: nothing is. */
  readonly emphasised?: ReadonlySet<ElementId>;
  /** Only these are drawn. Undefined: all. */
  readonly elements?: ReadonlySet<ElementId>;
}

/** The inside of a picture of a diagram, in the order in which things cover each other. */
export function drawDiagram(model: Model, diagram: Diagram, options: PictureOptions): string {
  const wanted = (element: Shape | Line): boolean => options.elements?.has(element.id) ?? true;
  const shapes = diagram.shapes.filter(wanted);
  const lines = diagram.lines.filter(wanted);
  const drawn = [
    // Larger boundaries first, so that nested ones lie above them.
    ...shapes
      .filter((shape) => shape.kind === 'borderBoundary')
      .sort((a, b) => b.width * b.height - a.width * a.height),
    ...lines.filter((line) => line.kind === 'lineBoundary'),
    ...shapes.filter((shape) => shape.kind !== 'borderBoundary'),
    ...lines.filter((line) => line.kind === 'flow'),
  ];
  const shifts = shiftsOf(lines, (line) => hasIcon(model, line, options));
  const parts = drawn.map((element) => {
    const standing = options.emphasised?.has(element.id);
    const content =
      'source' in element
        ? drawLine(model, element, options, standing === true, shifts.get(element.id) ?? 0)
        : drawShape(model, element, options, standing === true);
    const group = standing === false ? `<g opacity="${DIMMED}">` : '<g>';
    return `${group}<title>${escapeMarkup(displayName(element))}</title>${content}</g>`;
  });
  return `<g font-family="${FONT}" font-size="${TEXT_SIZE}">${parts.join('')}</g>`;
}

function drawShape(model: Model, shape: Shape, options: PictureOptions, bold: boolean): string {
  const palette = PALETTES[options.theme];
  const box = drawnBox(shape);
  if (shape.kind === 'borderBoundary') {
    const words = elementName(shape);
    const image = drawImage(model, shape.typeId, options, (location) => boundaryImage(words, box, location));
    const before = image !== '' && isBeforeLabel(imageLocation(model, shape.typeId));
    const { width, dash } = boundaryStroke(shape.strokeThickness);
    const frame = `<rect ${rect(box)} fill="none" stroke="${palette.boundary}" stroke-width="${bold ? width + 1 : width}" stroke-dasharray="${dash}"/>`;
    const name = boundaryNameLines(words, box, before).lines.map(({ text, x, y }) =>
      textAt(x, y, text, 'end', palette.boundary),
    );
    return image + frame + name.join('');
  }
  const image = drawImage(model, shape.typeId, options, (location) => imagePlacement(box, location));
  const outside = isOutOfScope(shape);
  const ink = outside ? palette.outside : palette.line;
  const annotation = isAnnotation(model.template, shape);
  const scope = outside ? ' stroke-dasharray="3 2"' : '';
  const stroke = `stroke="${ink}" stroke-width="${bold ? 2.5 : 1}"${scope}`;
  const text = nameLines(elementName(shape), box)
    .map(({ text, y }) => textAt(box.left + box.width / 2, y, text, 'middle', ink))
    .join('');
  return (annotation ? '' : outline(shape, box, stroke)) + image + text;
}

function outline(shape: Shape, box: Rect, stroke: string): string {
  switch (shape.kind) {
    case 'ellipse': {
      const [rx, ry] = [box.width / 2, box.height / 2];
      return `<ellipse cx="${box.left + rx}" cy="${box.top + ry}" rx="${rx}" ry="${ry}" fill="#fff" ${stroke}/>`;
    }
    case 'parallelLines': {
      const store = storeLines(box);
      const edges = `M${store.left} ${store.top}h${store.width}M${store.left} ${store.top + store.height}h${store.width}`;
      return `<rect ${rect(store)} fill="#fff"/><path d="${edges}" fill="none" ${stroke}/>`;
    }
    default:
      return `<rect ${rect(box)} fill="#fff" ${stroke}/>`;
  }
}

const hasIcon = (model: Model, { typeId }: Line, { images }: PictureOptions): boolean =>
  (images?.idOf(model.template, typeId) ?? null) !== null;

/** How far the labels give way to each other. */
function shiftsOf(lines: readonly Line[], icon: (line: Line) => boolean): ReadonlyMap<ElementId, number> {
  return spread(
    lines.flatMap((line) => {
      const box = labelBox(line, icon(line));
      return box === undefined ? [] : [[line.id, box] as const];
    }),
  );
}

function labelBox(line: Line, icon: boolean): Rect | undefined {
  return lineLabel(line, elementName(line), icon)?.box;
}

function drawLine(model: Model, line: Line, options: PictureOptions, bold: boolean, shift: number): string {
  const palette = PALETTES[options.theme];
  const curve = curveThrough(line.source, line.handle, line.target);
  const { from, control, to } = curve;
  const path = `M${from.x} ${from.y}Q${control.x} ${control.y} ${to.x} ${to.y}`;
  if (line.kind === 'lineBoundary') {
    const { width, dash } = curveStroke(line.strokeThickness);
    const stroke = `stroke="${palette.boundary}" stroke-width="${bold ? width + 1 : width}" stroke-dasharray="${dash}"`;
    return `<path d="${path}" fill="none" ${stroke}/>${drawLabel(model, line, options, bold, shift)}`;
  }
  const ink = isOutOfScope(line) ? palette.outside : palette.line;
  const stroke = `fill="none" stroke="${ink}" stroke-width="${bold ? 2.5 : 1}"`;
  return `<path d="${path}" ${stroke}/><path d="${arrowHead(curve)}" ${stroke}/>${drawLabel(model, line, options, bold, shift)}`;
}

const HEAD_LENGTH = 10;
const HEAD_WIDTH = 4;

/** An open arrow head at the end of a curve, as path data. */
export function arrowHead(curve: Curve): string {
  const direction = tangentAt(curve, 1);
  const length = Math.hypot(direction.x, direction.y) || 1;
  const [x, y] = [direction.x / length, direction.y / length];
  const back = { x: curve.to.x - x * HEAD_LENGTH, y: curve.to.y - y * HEAD_LENGTH };
  const side = (sign: number): string =>
    `${rounded(back.x - y * HEAD_WIDTH * sign)} ${rounded(back.y + x * HEAD_WIDTH * sign)}`;
  return `M${side(1)}L${curve.to.x} ${curve.to.y}L${side(-1)}`;
}

function drawLabel(model: Model, line: Line, options: PictureOptions, bold: boolean, shift: number): string {
  const palette = PALETTES[options.theme];
  const handle = { x: line.handle.x, y: line.handle.y + shift };
  const label = lineLabel({ kind: line.kind, handle }, elementName(line), hasIcon(model, line, options));
  if (label === null) return '';
  const { box, lines, icon, textX } = label;
  const first = box.top + box.height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2;
  const frameInk = isOutOfScope(line) ? palette.outside : palette.line;
  const ink = line.kind === 'lineBoundary' ? palette.boundary : frameInk;
  const text = lines.map((words, index) => textAt(textX, first + index * LINE_HEIGHT, words, 'start', ink));
  const frame = `<rect ${rect(box)} rx="3" fill="${palette.labelFill}" stroke="${frameInk}" stroke-width="${bold ? 2 : 1}"/>`;
  return frame + (icon === null ? '' : drawImage(model, line.typeId, options, () => icon)) + text.join('');
}

const imageLocation = (model: Model, typeId: TypeId): string | null =>
  findElementType(model.template, typeId)?.imageLocation ?? null;

function drawImage(
  model: Model,
  typeId: TypeId,
  { images, theme }: PictureOptions,
  place: (location: string | null) => Rect,
): string {
  const id = images?.idOf(model.template, typeId) ?? null;
  if (id === null) return '';
  return `<use href="#${id}" ${rect(place(imageLocation(model, typeId)))} opacity="${PALETTES[theme].imageOpacity}"/>`;
}

/** Text whose vertical middle is `y`: a baseline shift in numbers, which every reader of SVG understands. */
function textAt(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end',
  fill: string,
): string {
  const baseline = rounded(y + TEXT_SIZE * 0.35);
  return `<text x="${rounded(x)}" y="${baseline}" text-anchor="${anchor}" fill="${fill}">${escapeMarkup(text)}</text>`;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const rect = (box: Rect): string =>
  `x="${rounded(box.left)}" y="${rounded(box.top)}" width="${rounded(box.width)}" height="${rounded(box.height)}"`;

// ---- crops (format 7.3)

const DIAGRAM_MARGIN = 25;
const INTERACTION_MARGIN = 15;
/** How far a label reaches beyond its handle's box at most. */
const LABEL_REACH = 60;
/** No picture begins before this place. */
const FIRST_PIXEL = 10;

/** What a picture of the diagram, or of some of its elements, shows. */
export function diagramCrop(diagram: Diagram, elements?: ReadonlySet<ElementId>): Rect {
  const wanted = (element: Shape | Line): boolean => elements?.has(element.id) ?? true;
  const shapes = diagram.shapes.filter(wanted).map(drawnBox);
  const lines = diagram.lines.filter(wanted);
  const ends = lines.map((line) => curveBounds(curveThrough(line.source, line.handle, line.target)));
  return cropped([...shapes, ...lines.map(handleBox), ...ends], DIAGRAM_MARGIN, lines);
}

/** What a picture of an interaction shows: its two elements and the flow's handle. */
export function interactionCrop(diagram: Diagram, flow: Line): Rect {
  const ends = [flow.source.element, flow.target.element].map((id) => findShape(diagram, id));
  const boxes = ends.flatMap((shape) => (shape === undefined ? [] : [drawnBox(shape)]));
  return cropped([...boxes, handleBox(flow)], INTERACTION_MARGIN, [flow]);
}

/** The elements that show in a crop, so that a picture of one interaction does not hold the whole diagram. */
export function elementsIn(diagram: Diagram, crop: Rect): ReadonlySet<ElementId> {
  const shapes = diagram.shapes.filter((shape) => rectsOverlap(shape, crop));
  const lines = diagram.lines.filter((line) => {
    const label = grow(handleBox(line), LABEL_REACH);
    const curve = curveBounds(curveThrough(line.source, line.handle, line.target));
    return rectsOverlap(curve, crop) || rectsOverlap(label, crop);
  });
  return new Set([...shapes, ...lines].map((element) => element.id));
}

/** The union with a margin. A label that is wider than the margin is not cut: the picture grows for it. */
function cropped(boxes: readonly Rect[], margin: number, lines: readonly Line[]): Rect {
  const shifts = shiftsOf(lines, () => true);
  const labels = lines.flatMap((line) => {
    const box = labelBox(line, true);
    return box === undefined ? [] : [grow({ ...box, top: box.top + (shifts.get(line.id) ?? 0) }, 2)];
  });
  const union = rectUnion(boxes);
  if (union === undefined) return { left: 0, top: 0, width: 100, height: 100 };
  const whole = rectUnion([grow(union, margin), ...labels]) ?? union;
  const left = Math.max(FIRST_PIXEL, whole.left);
  const top = Math.max(FIRST_PIXEL, whole.top);
  return {
    left,
    top,
    width: Math.max(1, whole.left + whole.width - left),
    height: Math.max(1, whole.top + whole.height - top),
  };
}

const grow = ({ left, top, width, height }: Rect, by: number): Rect => ({
  left: left - by,
  top: top - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
