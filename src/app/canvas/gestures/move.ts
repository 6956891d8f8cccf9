import {
  changedCrossings,
  type Diagram,
  type ElementId,
  type Template,
} from '../../../core/document/index.ts';
import { boundsOf, drawnBox } from '../../../core/drawing/index.ts';
import { duplicateElements, type Edit, elementMover } from '../../../core/edit/index.ts';
import { type Rect, rectUnion } from '../../../core/geometry/index.ts';
import { session } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { At, Gesture } from '../base/gesture.ts';
import type { Live } from '../base/live.ts';
import { previewEdit } from '../base/showing.ts';
import { withContents } from './contents.ts';
import { boundaryAround } from './enclosing.ts';
import { stableGuids } from './stable-guids.ts';
import { restingBoxes, travelOf } from './travel.ts';

const NONE: ReadonlySet<ElementId> = new Set();

/** The box of the shapes among the moved elements, or of the lines when there are none. */
function boundsOfMoved(diagram: Diagram, template: Template, moved: ReadonlySet<ElementId>): Rect | null {
  const boxes = diagram.shapes.filter((shape) => moved.has(shape.id)).map(drawnBox);
  return boxes.length === 0 ? boundsOf(diagram, template, moved) : (rectUnion(boxes) ?? null);
}

/**
 * Drags elements. Shift keeps to one axis, Ctrl/Cmd turns round whether boundaries carry what is inside,
 * Alt leaves the originals and drags copies.
 */
export function moveGesture(canvas: Canvas, ids: readonly ElementId[], start: At): Gesture {
  const { live } = canvas;
  const template = canvas.open()?.model.template;
  const diagram = canvas.diagram() ?? undefined;
  const { boundariesCarry } = session.getState().settings;
  const carried = diagram === undefined ? ids : withContents(diagram, ids);
  const guids = stableGuids();
  const [moveCarried, moveAlone] = [elementMover(carried), elementMover(ids)];
  const taken = new Set(carried);
  const box =
    diagram === undefined || template === undefined ? null : boundsOfMoved(diagram, template, new Set(ids));
  const others = diagram === undefined ? [] : restingBoxes(canvas, diagram, taken);
  const home = diagram === undefined ? null : boundaryAround(diagram, new Set(ids), taken);
  const travel = travelOf(canvas, box, others, start.point);

  /**
   * The boundary that the elements would come into, and those that other flows would cross than before: other threats
   * follow from that.
   */
  function touched(copies: readonly ElementId[] | null): Pick<Live, 'aim' | 'crossed'> {
    const { preview } = live.getState();
    if (preview === null || diagram === undefined) return { aim: null, crossed: NONE };
    const moved = new Set(copies ?? ids);
    const around = boundaryAround(preview, moved, copies === null ? taken : moved);
    return { aim: around === home ? null : around, crossed: changedCrossings(diagram, preview) };
  }

  function command(at: At, dx: number, dy: number): Edit {
    const carries = boundariesCarry !== at.mod;
    if (at.alt) return (model) => duplicateElements(model, carries ? carried : ids, dx, dy, guids());
    const move = carries ? moveCarried : moveAlone;
    return (model) => move(model, dx, dy);
  }

  return {
    kind: 'move',
    cursor: 'move',
    move: (at) => {
      const { dx, dy, snap } = travel(at);
      const copies = previewEdit(canvas, command(at, dx, dy));
      live.setState({ snap, ...touched(copies) });
    },
    end: (at) => {
      const { dx, dy } = travel(at);
      canvas.commit(at.alt ? words.canvas.steps.duplicate : words.canvas.steps.move, command(at, dx, dy));
    },
  };
}
