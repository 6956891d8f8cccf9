import { assertNever } from '../base/index.ts';
import {
  boxesInnermostFirst,
  CANVAS_START,
  type Diagram,
  type ElementId,
  elementsInside,
  findElement,
  type Model,
  type Shape,
} from '../document/index.ts';
import { type Rect, rectUnion } from '../geometry/index.ts';
import { words } from '../words/index.ts';
import { type Edited, edited } from './edited.ts';
import { deletedInWords } from './in-words.ts';
import { boxOf, withBoxes } from './shapes.ts';
import { mapKeeping, withDiagrams, withMembers } from './update.ts';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'horizontal' | 'vertical';

/**
 * Gives the shapes among `ids` new boxes, diagram by diagram, when there are at least `least` on it. With `carry`,
 * border boundaries take along what lies in them.
 */
function arrange(
  model: Model,
  ids: Iterable<ElementId>,
  { least, carry }: { readonly least: number; readonly carry: boolean },
  boxes: (shapes: readonly Shape[]) => readonly Rect[],
): Model {
  const wanted = [...new Set(ids)];
  const diagrams = mapKeeping(model.diagrams, (diagram) => {
    const onDiagram = new Map(diagram.shapes.map((shape) => [shape.id, shape]));
    const shapes = wanted.flatMap((id) =>
      findElement(diagram, id) !== undefined ? (onDiagram.get(id) ?? []) : [],
    );
    if (shapes.length < least) return diagram;
    const next = boxes(shapes);
    const placed = new Map(shapes.map((shape, i) => [shape.id, next[i] ?? boxOf(shape)]));
    const moved = withBoxes(diagram, placed);
    return carry ? withCarried(diagram, moved, placed) : moved;
  });
  return withDiagrams(model, diagrams);
}

/** What lies in moved boundaries goes along with the innermost of them, unless it got a place of its own. */
function withCarried(before: Diagram, after: Diagram, placed: ReadonlyMap<ElementId, Rect>): Diagram {
  const settled = new Set(placed.keys());
  const boundaries = boxesInnermostFirst(before.shapes).filter(({ id }) => placed.has(id));
  let next = after;
  for (const boundary of boundaries) {
    const to = placed.get(boundary.id) ?? boundary;
    const [dx, dy] = [to.left - boundary.left, to.top - boundary.top];
    const inside = new Set(elementsInside(before, boundary.id).filter((id) => !settled.has(id)));
    for (const id of inside) settled.add(id);
    if (dx === 0 && dy === 0) continue;
    const boxes = before.shapes
      .filter((shape) => inside.has(shape.id))
      .map((shape) => [shape.id, { ...boxOf(shape), left: shape.left + dx, top: shape.top + dy }] as const);
    next = withBoxes(next, new Map(boxes), { lines: inside, dx, dy });
  }
  return next;
}

/**
 * Lines shapes up at an edge or the middle of the box around all of them. Lines among the ids follow; with `carry`,
 * what lies in boundaries does, too.
 */
export function alignElements(model: Model, ids: Iterable<ElementId>, how: Alignment, carry = false): Model {
  return arrange(model, ids, { least: 2, carry }, (shapes) => {
    const { left, top, width, height } = rectUnion(shapes) ?? { left: 0, top: 0, width: 0, height: 0 };
    return shapes.map((shape): Rect => {
      const box = boxOf(shape);
      switch (how) {
        case 'left':
          return { ...box, left };
        case 'centre':
          return { ...box, left: Math.round(left + (width - box.width) / 2) };
        case 'right':
          return { ...box, left: left + width - box.width };
        case 'top':
          return { ...box, top };
        case 'middle':
          return { ...box, top: Math.round(top + (height - box.height) / 2) };
        case 'bottom':
          return { ...box, top: top + height - box.height };
        default:
          return assertNever(how);
      }
    });
  });
}

/**
 * Makes the gaps between at least three shapes equal; the outermost two stay where they are. With `carry`, what
 * lies in boundaries goes along.
 */
export function distributeElements(model: Model, ids: Iterable<ElementId>, axis: Axis, carry = false): Model {
  const [start, size] = axis === 'horizontal' ? (['left', 'width'] as const) : (['top', 'height'] as const);
  return arrange(model, ids, { least: 3, carry }, (shapes) => {
    const order = [...shapes].sort((a, b) => a[start] + a[size] / 2 - (b[start] + b[size] / 2));
    const [first, last] = [order[0], order.at(-1)];
    if (first === undefined || last === undefined) return shapes.map(boxOf);
    const filled = order.reduce((sum, shape) => sum + shape[size], 0);
    const gap = (last[start] + last[size] - first[start] - filled) / (order.length - 1);
    const places = new Map<ElementId, number>();
    let at = first[start];
    for (const shape of order) {
      places.set(shape.id, Math.max(CANVAS_START, Math.round(at)));
      at += shape[size] + gap;
    }
    return shapes.map((shape): Rect => ({ ...boxOf(shape), [start]: places.get(shape.id) ?? shape[start] }));
  });
}

/** Gives shapes the width, the height or both of the first of them; their left top corners stay. */
export function sameSize(model: Model, ids: Iterable<ElementId>, what: 'width' | 'height' | 'both'): Model {
  return arrange(model, ids, { least: 2, carry: false }, (shapes) => {
    const model = shapes[0];
    return shapes.map((shape): Rect => {
      const box = boxOf(shape);
      return {
        ...box,
        width: what === 'height' ? box.width : (model?.width ?? box.width),
        height: what === 'width' ? box.height : (model?.height ?? box.height),
      };
    });
  });
}

/**
 * Brings shapes before all others or puts them behind; among themselves they keep their order. Lines are not
 * reordered: their order decides the order of threats (format 4.6).
 */
export function reorderElements(model: Model, ids: Iterable<ElementId>, to: 'front' | 'back'): Model {
  const wanted = new Set(ids);
  const diagrams = mapKeeping(model.diagrams, (diagram) => {
    const moved = diagram.shapes.filter((shape) => wanted.has(shape.id));
    const rest = diagram.shapes.filter((shape) => !wanted.has(shape.id));
    const shapes = to === 'front' ? [...rest, ...moved] : [...moved, ...rest];
    const same = shapes.every((shape, index) => shape === diagram.shapes[index]);
    return same ? diagram : { ...diagram, shapes };
  });
  return withDiagrams(model, diagrams);
}

/**
 * Deletes shapes and lines. The flows attached to a deleted shape go with it, as in other diagram editors:
 * the Windows tool leaves them with a free end. Threats of deleted flows are the engine's to judge.
 */
export function deleteElements(model: Model, ids: Iterable<ElementId>): Edited {
  const gone = new Set(ids);
  const diagrams = mapKeeping(model.diagrams, (diagram) => {
    const shapes = mapKeeping(diagram.shapes, (shape) => (gone.has(shape.id) ? null : shape));
    const hangsOn = (id: ElementId | null): boolean => id !== null && gone.has(id);
    const lines = mapKeeping(diagram.lines, (line) =>
      gone.has(line.id) || hangsOn(line.source.element) || hangsOn(line.target.element) ? null : line,
    );
    return withMembers(diagram, { shapes, lines });
  });
  const value = withDiagrams(model, diagrams);
  return edited(model, value, { said: words.edits.deleted({ what: deletedInWords(model, gone) }) });
}
