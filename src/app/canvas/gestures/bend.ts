import { type ElementId, findLine } from '../../../core/document/index.ts';
import { moveHandle } from '../../../core/edit/index.ts';
import { curveThrough, nearestT, type Point, pointAt } from '../../../core/geometry/index.ts';
import { words } from '../../words/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { At, Gesture } from '../base/gesture.ts';
import { previewEdit } from '../base/showing.ts';

/** A label leaves its flow when it is dragged further away from it than this, in model units. */
const REACH = 45;
/** A label stays off the ends of its flow. */
const ENDS = 0.12;

/**
 * Bends a line by its handle or by any place on the curve. A dragged label slides along its flow: the file has
 * no place of its own for it, it hangs on the handle; dragged away from the flow it bends it.
 */
export function bendGesture(
  canvas: Canvas,
  id: ElementId,
  where: 'curve' | 'label' | 'handle',
  start: At,
): Gesture {
  const diagram = canvas.diagram();
  const line = diagram === null ? undefined : findLine(diagram, id);
  const curve = line === undefined ? null : curveThrough(line.source, line.handle, line.target);

  function handleAt(at: At): Point | null {
    if (line === undefined || curve === null) return null;
    const free = {
      x: line.handle.x + at.point.x - start.point.x,
      y: line.handle.y + at.point.y - start.point.y,
    };
    if (where !== 'label') return free;
    const t = Math.min(1 - ENDS, Math.max(ENDS, nearestT(curve, free)));
    const along = pointAt(curve, t);
    return Math.hypot(along.x - free.x, along.y - free.y) > REACH ? free : along;
  }

  const command = (to: Point) => (model: Parameters<typeof moveHandle>[0]) =>
    moveHandle(model, id, { x: Math.round(to.x), y: Math.round(to.y) });

  return {
    kind: 'bend',
    cursor: 'grabbing',
    move: (at) => {
      const to = handleAt(at);
      if (to !== null) previewEdit(canvas, command(to));
    },
    end: (at) => {
      const to = handleAt(at);
      if (to !== null)
        canvas.commit(
          where === 'label' ? words.canvas.steps.moveLabel : words.canvas.steps.bend,
          command(to),
        );
    },
  };
}
