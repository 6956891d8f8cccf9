import { memo } from 'react';
import type { ElementId, Line, Template } from '../../../core/document/index.ts';
import { flowDrawing } from '../../../core/drawing/index.ts';
import type { Rect } from '../../../core/geometry/index.ts';

/** Where names are drawn over the diagram; null where the elements' own labels are. */
export type NameBoxes = ReadonlyMap<ElementId, Rect> | null;

/** Where the name of a flow is drawn, its label given way by `shift`; undefined where there is none. */
export function nameBox(line: Line, template: Template, shift: number, boxes: NameBoxes): Rect | undefined {
  if (boxes !== null) return boxes.get(line.id);
  const { label } = flowDrawing(line, template);
  return label === null ? undefined : { ...label.box, top: label.box.top + shift };
}

/** Measures of a badge and of its text, in model units. */
const HEIGHT = 14;
const SIZE = 10;
const DIGIT = 6;
const BESIDE = 8;

/** How far a badge covers the corner of a name. */
const OVER = 5;

interface BadgeProps {
  readonly number: string;
  /** Its corner at the upper right, or its middle where there is no `name`. */
  readonly x: number;
  readonly y: number;
  readonly name: boolean;
}

/** A number at a name, of which it covers hardly anything however large it gets from far, or about a point. */
export const Badge = memo(function Badge({ number, x, y, name }: BadgeProps) {
  const width = Math.max(HEIGHT, number.length * DIGIT + BESIDE);
  const [left, top] = name ? [x - width, y] : [x - width / 2, y - HEIGHT / 2];
  return (
    <g className="canvas-number" data-name={name || undefined}>
      <rect x={left} y={top} width={width} height={HEIGHT} rx={HEIGHT / 2} />
      <text x={left + width / 2} y={top + HEIGHT / 2} dy="0.35em" textAnchor="middle" fontSize={SIZE}>
        {number}
      </text>
    </g>
  );
});

/** At the lower left corner of the name, where neither a colour's letter nor a count lies; else in the middle. */
export function badgePlace(line: Line, box: Rect | undefined): Omit<BadgeProps, 'number'> {
  return box === undefined
    ? { x: line.handle.x, y: line.handle.y, name: false }
    : { x: box.left + OVER, y: box.top + box.height - OVER, name: true };
}
