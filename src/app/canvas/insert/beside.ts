import { type Diagram, type ElementId, elementId, type Shape } from '../../../core/document/index.ts';
import type { Point } from '../../../core/geometry/index.ts';
import { activeDiagram, activeModel } from '../../store/index.ts';
import { openPopup } from '../live.ts';
import { insertionPoint } from '../view.ts';

/** Between the centres of an element and a new one beside it, in model units. */
const STEP = 200;
const HALF = 50;

/** The centre of a free place for a new element: right of this one, below, above, left, then further off. */
export function placeBeside(shape: Shape, diagram: Diagram): Point {
  const centre = { x: shape.left + shape.width / 2, y: shape.top + shape.height / 2 };
  const dx = STEP + shape.width / 2 - HALF;
  const dy = STEP * 0.8 + shape.height / 2 - HALF;
  for (const far of [1, 2, 3]) {
    const tries = [
      { x: centre.x + dx * far, y: centre.y },
      { x: centre.x, y: centre.y + dy * far },
      { x: centre.x, y: centre.y - dy * far },
      { x: centre.x - dx * far, y: centre.y },
      { x: centre.x + dx * far, y: centre.y + dy * far },
    ];
    const found = tries.find((at) => at.x - HALF >= 10 && at.y - HALF >= 10 && isFree(at, diagram));
    if (found !== undefined) return found;
  }
  return { x: centre.x + dx, y: centre.y };
}

function isFree(at: Point, diagram: Diagram): boolean {
  return diagram.shapes.every(
    (other) =>
      other.kind === 'borderBoundary' ||
      at.x + HALF <= other.left ||
      at.x - HALF >= other.left + other.width ||
      at.y + HALF <= other.top ||
      at.y - HALF >= other.top + other.height,
  );
}

/** The one selected shape that can be connected, if that is what is selected. */
export function selectedShape(): Shape | null {
  const diagram = activeDiagram();
  const selection = activeModel()?.selection;
  if (diagram === null || selection?.size !== 1) return null;
  return diagram.shapes.find((shape) => selection.has(shape.id) && shape.kind !== 'borderBoundary') ?? null;
}

/** Opens the searchable stencil list: beside the selected element, which it can connect, else at the pointer. */
export function quickInsert(query: string): void {
  const diagram = activeDiagram();
  if (diagram === null) return;
  const shape = selectedShape();
  const at = shape === null ? insertionPoint() : placeBeside(shape, diagram);
  const from: ElementId | null = shape === null ? null : elementId(shape.id);
  openPopup({ kind: 'insert', at, query, from, port: null, optional: true });
}
