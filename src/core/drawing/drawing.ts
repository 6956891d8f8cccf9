import type { Line } from '../document/index.ts';
import { type Point, type Rect, SHAPE_INSET } from '../geometry/index.ts';
import { LINE_HEIGHT, longestPart, measureText, TEXT_SIZE, wrapText } from './text-metrics.ts';

/** How a flow's label is drawn. */
export interface LabelDrawing {
  readonly box: Rect;
  readonly lines: readonly string[];
  /** Where the type's picture goes; null when it has none. */
  readonly icon: Rect | null;
  /** Left edge of the text. */
  readonly textX: number;
}

/** Wider names are broken into lines. */
const LABEL_WIDTH = 190;
const LABEL_PADDING = 5;
/** Room for fonts that are wider than the one that is measured. */
export const WIDER_FONT = 1.1;
const ICON = 20;
const ICON_GAP = 2;
/** Centre and top of a label relative to the handle; height of a label of one line (format 7.2). */
export const LABEL_OFFSET = { x: 5, y: 10 } as const;
const LABEL_HEIGHT = 30;
/** A label of two lines is 38 high. */
const LABEL_MORE = 8;

/** The label of a flow: a box beside the handle with the name and the type's picture; null without a name. */
export function labelDrawing(name: string, handle: Point, hasIcon: boolean): LabelDrawing | null {
  const text = name.trim();
  if (text === '' && !hasIcon) return null;
  const lines = text === '' ? [] : wrapText(text, LABEL_WIDTH);
  const textWidth = WIDER_FONT * Math.max(0, ...lines.map((line) => measureText(line)));
  const iconWidth = hasIcon ? ICON + ICON_GAP : 0;
  const width = Math.ceil(textWidth + iconWidth + 2 * LABEL_PADDING);
  const more = Math.max(0, lines.length - 1);
  const height =
    more === 0 ? LABEL_HEIGHT : Math.max(LABEL_HEIGHT + LABEL_MORE, (more + 1) * LINE_HEIGHT + LABEL_MORE);
  const box = { left: handle.x + LABEL_OFFSET.x - width / 2, top: handle.y + LABEL_OFFSET.y, width, height };
  const icon = {
    left: box.left + LABEL_PADDING,
    top: box.top + (height - ICON) / 2,
    width: ICON,
    height: ICON,
  };
  return { box, lines, icon: hasIcon ? icon : null, textX: box.left + LABEL_PADDING + iconWidth };
}

/** The label of a flow or of a line boundary, which has one only with a name (format 7.1). */
export function lineLabel(
  { kind, handle }: Pick<Line, 'kind' | 'handle'>,
  name: string,
  hasIcon: boolean,
): LabelDrawing | null {
  return kind === 'lineBoundary' && name.trim() === '' ? null : labelDrawing(name, handle, hasIcon);
}

/** A boundary's name is not broken narrower than this, even in a narrower box. */
const LEAST_NAME_WIDTH = 80;
const NAME_EDGE = 3;

/** The picture beside a boundary's name, and its distance from the name (format 7.1). */
const NAME_ICON = 16;
const NAME_ICON_GAP = 6;
const BEFORE_LABEL = 'Before label';

/**
 * Lines of a border boundary's name inside its top right corner (format 7.1), each with its right end and its vertical
 * middle. `width` is that of the longest, with the room of a picture before it where `hasIcon` says so.
 */
export function boundaryNameLines(name: string, box: Rect, hasIcon = false) {
  const room = hasIcon ? NAME_ICON + NAME_ICON_GAP : 0;
  const lines = wrapText(name.trim(), Math.max(box.width - 2 * NAME_EDGE - room, LEAST_NAME_WIDTH));
  return {
    width: Math.max(...lines.map((line) => measureText(line))) + room,
    height: lines.length * LINE_HEIGHT,
    lines: lines.map((text, index) => ({
      text,
      x: box.left + box.width - NAME_EDGE,
      y: box.top + 10 + index * LINE_HEIGHT,
    })),
  };
}

/** The box that a boundary's name takes: wider than the boundary where that is narrow. */
export function boundaryNameBox(name: string, box: Rect, hasIcon = false): Rect {
  const { width, height } = boundaryNameLines(name, box, hasIcon);
  return { left: box.left + box.width - NAME_EDGE - width, top: box.top, width, height };
}

/** Whether a border boundary's picture stands before its name rather than on the box. */
export const isBeforeLabel = (location: string | null): boolean => location === BEFORE_LABEL;

/** Where a type's picture lies on a border boundary: left of the first line of its name, or as on other shapes. */
export function boundaryImage(name: string, box: Rect, location: string | null): Rect {
  if (!isBeforeLabel(location)) return imagePlacement(box, location);
  const [first] = boundaryNameLines(name, box, true).lines;
  const text = first?.text ?? '';
  const right = box.left + box.width - NAME_EDGE;
  const left = text === '' ? right : right - WIDER_FONT * measureText(text) - NAME_ICON_GAP;
  return {
    left: left - NAME_ICON,
    top: box.top + 10 - NAME_ICON / 2,
    width: NAME_ICON,
    height: NAME_ICON,
  };
}

/** The lines of a store are wider than the box of other shapes: 98 of 100 (format 7.1). */
const STORE_INSET = 1;

/** The box between the two lines of a store, by the box on which other shapes are drawn. */
export function storeLines({ left, top, width, height }: Rect): Rect {
  const more = SHAPE_INSET - STORE_INSET;
  return { left: left - more, top, width: width + 2 * more, height };
}

/** The handle's own box, by which pictures are cropped (format 7.3). */
export function handleBox({ handle }: Pick<Line, 'handle'>): Rect {
  return { left: handle.x - 43, top: handle.y + 5, width: 88, height: 20 };
}

/** Share of the smaller side that a picture on a stencil takes, and the most it takes on a boundary. */
const IMAGE_SHARE = 0.66;
const LARGEST_IMAGE = 100;
/** In a corner it stays beside what a tidied boundary holds. */
const CORNER_SHARE = 0.4;
const LARGEST_CORNER = 40;

/** Where a type's picture lies on a shape; the picture keeps its proportions inside this square. */
export function imagePlacement(box: Rect, location: string | null): Rect {
  const corner = location === 'Lower right of stencil';
  const smaller = Math.min(box.width, box.height);
  const size = Math.max(
    1,
    corner
      ? Math.min(smaller * CORNER_SHARE, LARGEST_CORNER)
      : Math.min(smaller * IMAGE_SHARE, LARGEST_IMAGE),
  );
  if (corner) {
    return {
      left: box.left + box.width - size - 4,
      top: box.top + box.height - size - 4,
      width: size,
      height: size,
    };
  }
  const below =
    location === 'Centered below label' ? Math.min(LINE_HEIGHT + size / 2, (box.height - size) / 2) : 0;
  return {
    left: box.left + (box.width - size) / 2,
    top: box.top + (box.height - size) / 2 + below,
    width: size,
    height: size,
  };
}

/** Strokes of a border boundary: thickness 1 is 1 px with dashes of 4, 0 is 2 px with dashes of 8 (format 7.1). */
export function boundaryStroke(thickness: number): { readonly width: number; readonly dash: string } {
  return thickness === 0 ? { width: 2, dash: '8 8' } : { width: Math.min(thickness, 8), dash: '4 4' };
}

/** Strokes of a line boundary: 1 px with dashes of 4 where the file gives no thickness (format 7.1). */
export function curveStroke(thickness = 1): { readonly width: number; readonly dash: string } {
  return { width: Math.min(Math.max(thickness, 1), 8), dash: '4 4' };
}

/** A word of a name stays whole up to this width, however narrow the shape is. */
const WHOLE_WORD = 120;

/**
 * Lines of a name centred on a shape, each with its vertical middle. They are as wide as the longest word at least, as
 * names do not break inside a word (format 7.1): on a shape of the size of an icon they reach over its edges.
 */
export function nameLines(name: string, box: Rect): readonly { readonly text: string; readonly y: number }[] {
  const word = Math.min(longestPart(name), WHOLE_WORD);
  const lines = wrapText(name, Math.max(box.width - 8, 2 * TEXT_SIZE, word));
  const first = box.top + box.height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return lines.map((text, index) => ({ text, y: first + index * LINE_HEIGHT }));
}

/** The box that the name of a shape takes: wider than the shape where that is narrower than a word of it. */
export function nameBoxOn(name: string, box: Rect): Rect {
  const lines = nameLines(name, box);
  const width = Math.max(...lines.map(({ text }) => measureText(text)));
  const height = lines.length * LINE_HEIGHT;
  return {
    left: box.left + (box.width - width) / 2,
    top: box.top + (box.height - height) / 2,
    width,
    height,
  };
}
