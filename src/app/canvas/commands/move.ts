import { type ElementId, findShape, type Model } from '../../../core/document/index.ts';
import { moveElements, moveHandle, resizeShape } from '../../../core/edit/index.ts';
import { activeDiagram, type Command, commit, GRID } from '../../store/index.ts';
import { boundsOf } from '../bounds.ts';
import { withCarried } from '../gestures/contents.ts';
import { MIN_SIZE } from '../gestures/resize.ts';
import { INSET } from '../nodes/inset.ts';
import { ensureVisible, visibleRect } from '../view.ts';
import { selected, withElements, withShapes } from './state.ts';

/** Model units per key: a step, a grid step, and five of those to cross the diagram. */
const FINE = 1;
const COARSE = GRID;
const FAR = 5 * GRID;

function nudge(dx: number, dy: number): void {
  const now = selected();
  if (now === null) return;
  const only = now.elements.length === 1 ? now.lines[0] : undefined;
  const ids = withCarried(now.diagram, now.ids);
  // A flow alone has no place of its own: the arrows bend it.
  const command = (model: Model): Model =>
    only?.kind === 'flow' && (only.source.element !== null || only.target.element !== null)
      ? moveHandle(model, only.id, { x: only.handle.x + dx, y: only.handle.y + dy })
      : moveElements(model, ids, dx, dy);
  const words = [
    dx === 0 ? '' : `${Math.abs(dx)} ${dx < 0 ? 'left' : 'right'}`,
    dy === 0 ? '' : `${Math.abs(dy)} ${dy < 0 ? 'up' : 'down'}`,
  ];
  commit('Move', command, { mergeKey: `nudge ${now.ids.join()}`, announce: `Moved ${words.join('')}` });
  keepInView(now.ids);
}

/** The hand that moves things by keys must see where they go. What is larger than the view leaves the view alone. */
function keepInView(ids: readonly ElementId[]): void {
  const diagram = activeDiagram();
  const bounds = diagram === null ? null : boundsOf(diagram, new Set(ids));
  const view = visibleRect();
  if (bounds !== null && bounds.width < view.width && bounds.height < view.height) ensureVisible(bounds);
}

function grow(dw: number, dh: number): void {
  const now = selected();
  if (now === null || now.shapes.length === 0) return;
  const ids = now.shapes.map((shape) => shape.id);
  const command = (model: Model) => ids.reduce((next, id) => grown(next, id, dw, dh), model);
  commit('Resize', command, { mergeKey: `grow ${ids.join()}`, announce: sizeAfter() });
  keepInView(ids);
  function sizeAfter(): string {
    const first = now?.shapes[0];
    return first === undefined ? 'Resized' : `${first.width + dw} by ${first.height + dh}`;
  }
}

function grown(model: Model, id: ElementId, dw: number, dh: number): Model {
  const shape = model.diagrams.map((diagram) => findShape(diagram, id)).find((found) => found !== undefined);
  if (shape === undefined) return model;
  const least = MIN_SIZE + 2 * INSET;
  const width = Math.max(least, shape.width + dw);
  const height = Math.max(least, shape.height + dh);
  return resizeShape(model, id, { left: shape.left, top: shape.top, width, height });
}

const ARROWS = [
  ['left', 'ArrowLeft', -1, 0],
  ['right', 'ArrowRight', 1, 0],
  ['up', 'ArrowUp', 0, -1],
  ['down', 'ArrowDown', 0, 1],
] as const;

const STEPS = [
  ['nudge', '', FINE, 'Move', 'Move by one'],
  ['move', 'Shift+', COARSE, 'Move a grid step', 'Move a grid step'],
  ['move-far', 'Mod+', FAR, 'Move five grid steps', 'Move five grid steps'],
] as const;

export const moveCommands: readonly Command[] = [
  ...STEPS.flatMap(([id, modifier, step, label, family]) =>
    ARROWS.map(
      ([direction, key, x, y]): Command => ({
        id: `${id}.${direction}`,
        label: `${label} ${direction}`,
        family,
        group: 'Arrange',
        keys: [`${modifier}${key}`],
        where: 'canvas',
        enabled: withElements(1),
        run: () => nudge(x * step, y * step),
      }),
    ),
  ),
  ...[['', 'Shift+Alt+', COARSE] as const, ['a lot ', 'Mod+Alt+', FAR] as const].flatMap(
    ([word, modifier, step]) =>
      ARROWS.map(
        ([direction, key, x, y]): Command => ({
          id: `resize.${word.trim().replace(' ', '-')}${direction}`,
          label: `Make ${word}${x > 0 ? 'wider' : x < 0 ? 'narrower' : y > 0 ? 'taller' : 'lower'}`,
          family: `Resize ${word}`.trim(),
          group: 'Arrange',
          keys: [`${modifier}${key}`],
          where: 'canvas',
          enabled: withShapes(1),
          run: () => grow(x * step, y * step),
        }),
      ),
  ),
];
