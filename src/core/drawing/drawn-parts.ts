import { type Diagram, elementName, type Shape, type Template } from '../document/index.ts';
import { type Curve, curveBounds, type Rect, splitCurve } from '../geometry/index.ts';
import { boundsOf, nameBox } from './bounds.ts';
import { boundaryImage } from './drawing.ts';
import { drawnBox } from './inset.ts';
import { labelShifts } from './label-shifts.ts';
import { flowDrawing } from './line-drawing.ts';
import { lookOf } from './looks.ts';

/** With more elements than this a diagram counts as one box: there is hardly room between them. */
const MOST_ELEMENTS = 500;
/** A line is followed by boxes of about this many model units. */
const PIECE = 32;
/** A line is halved so many times at most. */
const MOST_HALVES = 6;
/** The stroke of a border, in model units at each side of it. */
const STROKE = 2;

const known = new WeakMap<Diagram, { readonly template: Template; readonly parts: readonly Rect[] }>();

/**
 * Boxes that together hold what is drawn of a diagram, and as little else as goes: elements, names, labels, the way of
 * each line, the border and the picture of a boundary but not what is free in it. In model units; the same for the same
 * record.
 */
export function drawnParts(diagram: Diagram, template: Template): readonly Rect[] {
  const before = known.get(diagram);
  if (before?.template === template) return before.parts;
  const parts = partsOf(diagram, template);
  known.set(diagram, { template, parts });
  return parts;
}

function partsOf(diagram: Diagram, template: Template): readonly Rect[] {
  const { shapes, lines } = diagram;
  if (shapes.length + lines.length > MOST_ELEMENTS) {
    const bounds = boundsOf(diagram, template);
    return bounds === null ? [] : [bounds];
  }
  const shifts = labelShifts(lines, template);
  return [
    ...shapes.flatMap((shape) => [nameBox(shape, template), ...bodyOf(shape, template)]),
    ...lines.flatMap((line) => {
      const { curve, label } = flowDrawing(line, template);
      const way = piecesOf(curve, MOST_HALVES);
      if (label === null) return way;
      return [...way, { ...label.box, top: label.box.top + (shifts.get(line.id) ?? 0) }];
    }),
  ];
}

function bodyOf(shape: Shape, template: Template): readonly Rect[] {
  const box = drawnBox(shape);
  if (shape.kind !== 'borderBoundary') return [box];
  const { image, imageLocation } = lookOf(template, shape.typeId);
  const border = bordersOf(box);
  return image === null ? border : [...border, boundaryImage(elementName(shape), box, imageLocation)];
}

function bordersOf({ left, top, width, height }: Rect): readonly Rect[] {
  const across = { left: left - STROKE, width: width + 2 * STROKE, height: 2 * STROKE };
  const down = { top: top - STROKE, width: 2 * STROKE, height: height + 2 * STROKE };
  return [
    { ...across, top: top - STROKE },
    { ...across, top: top + height - STROKE },
    { ...down, left: left - STROKE },
    { ...down, left: left + width - STROKE },
  ];
}

function piecesOf(curve: Curve, halves: number): readonly Rect[] {
  const box = curveBounds(curve);
  if (halves === 0 || Math.max(box.width, box.height) <= PIECE) return [box];
  return splitCurve(curve, 0.5).flatMap((half) => piecesOf(half, halves - 1));
}
