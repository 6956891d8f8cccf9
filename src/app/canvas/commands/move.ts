import {
  diagramOf,
  type ElementId,
  findShape,
  type Model,
  type Shape,
} from '../../../core/document/index.ts';
import { boundsOf } from '../../../core/drawing/index.ts';
import { type Edited, moveElements, moveHandle, resizeShape } from '../../../core/edit/index.ts';
import { type Command, GRID } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import type { Canvas } from '../base/canvas.ts';
import { selected, withElements, withShapes } from '../base/selected.ts';
import { ensureVisible, visibleRect } from '../base/view.ts';
import { withCarried } from '../gestures/contents.ts';
import { movedInWords, moveOf, sizeInWords } from './moved.ts';

/** Model units per key: a step, a grid step, and five of those to cross the diagram. */
const FINE = 1;
const COARSE = GRID;
const FAR = 5 * GRID;
/** Milliseconds without a key after which a series of moves by keys is over: the next is an undo step of its own. */
const PAUSE = 1000;

function nudge(dx: number, dy: number): void {
  const now = selected();
  if (now === null) return;
  const only = now.elements.length === 1 ? now.lines[0] : undefined;
  const ids = withCarried(now.diagram, now.ids);
  // A flow alone has no place of its own: the arrows bend it.
  const command = (model: Model): Edited => {
    const value =
      only?.kind === 'flow' && (only.source.element !== null || only.target.element !== null)
        ? moveHandle(model, only.id, { x: only.handle.x + dx, y: only.handle.y + dy })
        : moveElements(model, ids, dx, dy);
    const moved = moveOf(model, value, now.diagram.id, now.elements[0]?.id);
    return { value, said: movedInWords({ dx, dy }, moved) };
  };
  now.canvas.commit(words.canvas.steps.move, command, {
    mergeKey: `nudge ${now.ids.join()}`,
    mergeWithin: PAUSE,
  });
  keepInView(now.canvas, now.ids);
}

/** The hand that moves things by keys must see where they go. What is larger than the view leaves the view alone. */
function keepInView(canvas: Canvas, ids: readonly ElementId[]): void {
  const diagram = canvas.diagram();
  const template = canvas.open()?.model.template;
  const bounds =
    diagram === null || template === undefined ? null : boundsOf(diagram, template, new Set(ids));
  const view = visibleRect(canvas);
  if (bounds !== null && bounds.width < view.width && bounds.height < view.height)
    ensureVisible(canvas, bounds);
}

function grow(dw: number, dh: number): void {
  const now = selected();
  const [first] = now?.shapes ?? [];
  if (now === null || first === undefined) return;
  const ids = now.shapes.map((shape) => shape.id);
  const command = (model: Model): Edited => {
    const value = ids.reduce((next, id) => grown(next, id, dw, dh), model);
    return { value, said: sizeInWords(first, { dw, dh }, shapeIn(value, first.id) ?? first) };
  };
  now.canvas.commit(words.canvas.steps.resize, command, {
    mergeKey: `grow ${ids.join()}`,
    mergeWithin: PAUSE,
  });
  keepInView(now.canvas, ids);
}

const shapeIn = (model: Model, id: ElementId): Shape | undefined => {
  const diagram = diagramOf(model, id);
  return diagram && findShape(diagram, id);
};

function grown(model: Model, id: ElementId, dw: number, dh: number): Model {
  const shape = shapeIn(model, id);
  if (shape === undefined) return model;
  const { left, top, width, height } = shape;
  return resizeShape(model, id, { left, top, width: width + dw, height: height + dh });
}

const ARROWS = [
  ['left', 'ArrowLeft', -1, 0],
  ['right', 'ArrowRight', 1, 0],
  ['up', 'ArrowUp', 0, -1],
  ['down', 'ArrowDown', 0, 1],
] as const;

const STEPS = [
  ['nudge', '', FINE, words.canvasCommands.nudge],
  ['move', 'Shift+', COARSE, words.canvasCommands.move],
  ['move-far', 'Mod+', FAR, words.canvasCommands.moveFar],
] as const;

const SIZES = [
  ['resize.', 'Shift+Alt+', COARSE, words.canvasCommands.resize],
  ['resize.a-lot', 'Mod+Alt+', FAR, words.canvasCommands.resizeFar],
] as const;

export const moveCommands: readonly Command[] = [
  ...STEPS.flatMap(([id, modifier, step, names]) =>
    ARROWS.map(
      ([direction, key, x, y]): Command => ({
        id: `${id}.${direction}`,
        label: names[direction],
        family: names.all,
        group: 'Arrange',
        keys: [`${modifier}${key}`],
        where: 'canvas',
        enabled: withElements(1),
        run: () => nudge(x * step, y * step),
      }),
    ),
  ),
  ...SIZES.flatMap(([id, modifier, step, names]) =>
    ARROWS.map(
      ([direction, key, x, y]): Command => ({
        id: `${id}${direction}`,
        label: names[direction],
        family: names.all,
        group: 'Arrange',
        keys: [`${modifier}${key}`],
        where: 'canvas',
        enabled: withShapes(1),
        run: () => grow(x * step, y * step),
      }),
    ),
  ),
];
