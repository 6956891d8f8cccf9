import {
  type DiagramId,
  findElementType,
  type Model,
  type NewGuid,
  newShape,
  shapeKindOf,
  type TypeId,
} from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import { words } from '../words/index.ts';
import type { EndAt } from './attach.ts';
import { type Edited, edited } from './edited.ts';
import { elementInWords } from './in-words.ts';
import { addLine, type Route, routeLine } from './lines.ts';
import { addShape } from './shapes.ts';

/** A new shape: what it is, where it goes, and what it has to do with what is there. */
export interface Insertion {
  readonly typeId: TypeId;
  readonly box: Rect;
  /** A flow of this type comes from there to the new shape. */
  readonly flow?: { readonly typeId: TypeId; readonly from: EndAt };
  /** How many elements it is drawn around, to be told. */
  readonly around?: number;
}

/** Adds a new shape, connected when that is asked for, and selects it. A type that is no shape adds nothing. */
export function insertShape(
  model: Model,
  diagramId: DiagramId,
  { typeId, box, flow, around = 0 }: Insertion,
  newGuid: NewGuid,
): Edited {
  if (shapeKindOf(model.template, typeId) === undefined) return { value: model };
  const shape = newShape(model.template, typeId, box, newGuid);
  const added = addShape(model, diagramId, shape);
  const route = flow && { source: flow.from, target: { element: shape.id } };
  const line = route && routeLine(added, diagramId, flow.typeId, route, newGuid);
  const value = line === undefined ? added : addLine(added, diagramId, line);
  const name = findElementType(model.template, typeId)?.name ?? typeId;
  return edited(model, value, {
    select: [shape.id],
    said: words.edits.added({ name, connected: value !== added, around }),
  });
}

/** Adds a flow or a line boundary, routed by `routeLine`, and selects it. What cannot be routed adds nothing. */
export const insertLine = (
  model: Model,
  diagramId: DiagramId,
  typeId: TypeId,
  route: Route,
  newGuid: NewGuid,
): Edited => routed(model, diagramId, typeId, route, newGuid, words.edits.drawn);

/** Connects two elements by a flow, as `insertLine` adds it, and says what is connected. */
export const connectElements = (
  model: Model,
  diagramId: DiagramId,
  typeId: TypeId,
  route: Route,
  newGuid: NewGuid,
): Edited => routed(model, diagramId, typeId, route, newGuid, words.edits.connected);

function routed(
  model: Model,
  diagramId: DiagramId,
  typeId: TypeId,
  route: Route,
  newGuid: NewGuid,
  tell: (of: { line: string }) => string,
): Edited {
  const line = routeLine(model, diagramId, typeId, route, newGuid);
  if (line === undefined) return { value: model };
  const value = addLine(model, diagramId, line);
  return edited(model, value, { select: [line.id], said: tell({ line: elementInWords(value, line.id) }) });
}
