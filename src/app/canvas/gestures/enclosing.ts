import {
  boxesAround,
  boxesInnermostFirst,
  type Diagram,
  type ElementId,
  liesInBox,
  type Shape,
} from '../../../core/document/index.ts';
import type { Rect } from '../../../core/geometry/index.ts';

/** The innermost border boundary in which all the shapes among `ids` lie; null when there is none. `left` do not count. */
export function boundaryAround(
  diagram: Diagram,
  ids: ReadonlySet<ElementId>,
  left: ReadonlySet<ElementId>,
): ElementId | null {
  const shapes = diagram.shapes.filter(({ id }) => ids.has(id));
  if (shapes.length === 0) return null;
  const boxes = boxesInnermostFirst(diagram.shapes);
  let common = boxes.filter(({ id }) => !left.has(id));
  for (const shape of shapes) {
    if (common.length === 0) return null;
    const around = new Set(boxesAround(boxes, shape));
    common = common.filter((box) => around.has(box));
  }
  return common[0]?.id ?? null;
}

/** The innermost border boundary in which a new shape would lie; null when there is none. */
export function boundaryAroundNew(diagram: Diagram, shape: Pick<Shape, 'kind'> & Rect): ElementId | null {
  return boxesInnermostFirst(diagram.shapes).find((box) => liesInBox(shape, box))?.id ?? null;
}
