import { assertNever } from '../base/index.ts';
import type { Curve, Point, Rect } from '../geometry/index.ts';
import { escapeMarkup } from './escape.ts';

export interface Stroke {
  /** `#rgb` or `#rrggbb`. */
  readonly colour: string;
  readonly width: number;
  /** Lengths of dash and gap; a full line without. */
  readonly dash?: string;
}

/**
 * What a drawing is made of, in model units: the writers of SVG and PDF say the same of each. What stands later lies
 * above.
 */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly box: Rect;
      /** Of the corners. */
      readonly radius?: number;
      readonly fill: string | null;
      readonly stroke: Stroke | null;
    }
  | { readonly kind: 'ellipse'; readonly box: Rect; readonly fill: string; readonly stroke: Stroke }
  /** The upper and the lower edge of a box. */
  | { readonly kind: 'edges'; readonly box: Rect; readonly stroke: Stroke }
  | { readonly kind: 'curve'; readonly curve: Curve; readonly stroke: Stroke }
  /** Straight lines from point to point. */
  | { readonly kind: 'open'; readonly points: readonly Point[]; readonly stroke: Stroke }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly text: string;
      /** Which end of the text `x` is. */
      readonly anchor: 'start' | 'middle' | 'end';
      readonly fill: string;
    }
  | {
      readonly kind: 'image';
      /** Of the set of pictures that the drawing uses. */
      readonly id: string;
      /** The picture keeps its proportions in the middle of it. */
      readonly box: Rect;
      readonly opacity: number;
    };

/** A mark as SVG. */
export function markSvg(mark: Mark): string {
  switch (mark.kind) {
    case 'rect': {
      const radius = mark.radius === undefined ? '' : ` rx="${mark.radius}"`;
      const stroke = mark.stroke === null ? '' : ` ${strokeSvg(mark.stroke)}`;
      return `<rect ${rect(mark.box)}${radius} fill="${mark.fill ?? 'none'}"${stroke}/>`;
    }
    case 'ellipse': {
      const { left, top, width, height } = mark.box;
      const [rx, ry] = [width / 2, height / 2];
      return `<ellipse cx="${left + rx}" cy="${top + ry}" rx="${rx}" ry="${ry}" fill="${mark.fill}" ${strokeSvg(mark.stroke)}/>`;
    }
    case 'edges': {
      const { left, top, width, height } = mark.box;
      return pathSvg(`M${left} ${top}h${width}M${left} ${top + height}h${width}`, mark.stroke);
    }
    case 'curve': {
      const { from, control, to } = mark.curve;
      return pathSvg(`M${from.x} ${from.y}Q${control.x} ${control.y} ${to.x} ${to.y}`, mark.stroke);
    }
    case 'open':
      return pathSvg(openPath(mark.points), mark.stroke);
    case 'text':
      return `<text x="${mark.x}" y="${mark.y}" text-anchor="${mark.anchor}" fill="${mark.fill}">${escapeMarkup(mark.text)}</text>`;
    case 'image':
      return `<use href="#${mark.id}" ${rect(mark.box)} opacity="${mark.opacity}"/>`;
    default:
      return assertNever(mark);
  }
}

/** Straight lines from point to point, as path data. */
export const openPath = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');

const pathSvg = (data: string, stroke: Stroke): string =>
  `<path d="${data}" fill="none" ${strokeSvg(stroke)}/>`;

const strokeSvg = ({ colour, width, dash }: Stroke): string =>
  `stroke="${colour}" stroke-width="${width}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}`;

export const rounded = (value: number): number => Math.round(value * 100) / 100;
const rect = (box: Rect): string =>
  `x="${rounded(box.left)}" y="${rounded(box.top)}" width="${rounded(box.width)}" height="${rounded(box.height)}"`;
