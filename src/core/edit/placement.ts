import { type DiagramId, type LineEnd, type Model, type Placement, portForm } from '../document/index.ts';
import { nearestPort } from '../geometry/index.ts';
import { endAtPort, wholePoint } from './attach.ts';
import { moveHandle, reconnect } from './lines.ts';
import { partEnds } from './route.ts';
import { soundBox, withBoxes } from './shapes.ts';
import { mapKeeping, updateDiagram, withMembers } from './update.ts';

/**
 * Puts shapes, handles and free ends where a layout wants them. A flow that gets a handle takes the ports nearest to it
 * anew (an end without a named port gets one); others follow their shapes.
 */
export function placeElements(model: Model, diagramId: DiagramId, placement: Placement): Model {
  return placeFreeEnds(placeBoxes(model, diagramId, placement), diagramId, placement);
}

function placeBoxes(model: Model, diagramId: DiagramId, placement: Placement): Model {
  const boxes = new Map([...placement.boxes].map(([id, box]) => [id, soundBox(box, 1)] as const));
  return updateDiagram(model, diagramId, (diagram) => {
    const placed = withBoxes(diagram, boxes);
    if (placement.handles.size === 0) return placed;
    const shapes = new Map(placed.shapes.map((shape) => [shape.id, shape]));
    const lines = mapKeeping(placed.lines, (line) => {
      const wanted = placement.handles.get(line.id);
      if (wanted === undefined) return line;
      const handle = wholePoint(wanted);
      const towards = (end: LineEnd): LineEnd => {
        const shape = end.element === null ? undefined : shapes.get(end.element);
        return shape === undefined
          ? end
          : withMembers(end, endAtPort(shape, nearestPort(shape, portForm(shape), handle).port));
      };
      const ends = partEnds(placed, { source: towards(line.source), target: towards(line.target) });
      const same = handle.x === line.handle.x && handle.y === line.handle.y;
      return withMembers(line, { ...ends, handle: same ? line.handle : handle });
    });
    return withMembers(placed, { lines });
  });
}

function placeFreeEnds(model: Model, diagramId: DiagramId, { sources, targets, handles }: Placement): Model {
  if (sources === undefined && targets === undefined) return model;
  let next = model;
  const diagram = model.diagrams.find(({ id }) => id === diagramId);
  for (const { id, source, target } of diagram?.lines ?? []) {
    const [from, to, handle] = [sources?.get(id), targets?.get(id), handles.get(id)];
    if (from === undefined && to === undefined) continue;
    if (from !== undefined && source.element === null) next = reconnect(next, id, 'source', from);
    if (to !== undefined && target.element === null) next = reconnect(next, id, 'target', to);
    // Moving an end bends the curve.
    if (handle !== undefined) next = moveHandle(next, id, handle);
  }
  return next;
}
