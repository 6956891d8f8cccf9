import {
  type Diagram,
  type DiagramId,
  diagramOf,
  type ElementId,
  findDiagram,
  findElement,
  findShape,
  freeEnd,
  type Line,
  type LineEnd,
  lineKindOf,
  type Model,
  type NewGuid,
  newLine,
  type Template,
  type TypeId,
  takesFlows,
} from '../document/index.ts';
import { handleAfterMove, type Point } from '../geometry/index.ts';
import { words } from '../words/index.ts';
import { type EndAt, endAtPort, endTowards, isNamedPort, resolveEnd, wholePoint } from './attach.ts';
import { type Edited, edited } from './edited.ts';
import { partEnds, routeHandle } from './route.ts';
import { mapKeeping, updateDiagram, withMembers } from './update.ts';

/**
 * Adds a line (from `newLine`) at the end of the diagram's lines. Its ends are brought in order: at the named
 * port's place, free where the element is not on the diagram or takes no flows, and a self flow gets two ports. A type that
 * the template does not draw as this kind of line, or an id that is taken, adds nothing.
 */
export function addLine(model: Model, diagramId: DiagramId, line: Line): Model {
  if (lineKindOf(model.template, line.typeId) !== line.kind || isTaken(model, line.id)) return model;
  return updateDiagram(model, diagramId, (diagram) => {
    const source = settled(model.template, diagram, line, line.source, line.target);
    const target = settled(model.template, diagram, line, line.target, line.source);
    const added = { ...line, ...partEnds(diagram, { source, target }), handle: wholePoint(line.handle) };
    return { ...diagram, lines: [...diagram.lines, added] };
  });
}

export const isTaken = (model: Model, id: string): boolean =>
  model.diagrams.some(
    (diagram) =>
      diagram.id === id || diagram.shapes.some((s) => s.id === id) || diagram.lines.some((l) => l.id === id),
  );

function settled(template: Template, diagram: Diagram, line: Line, end: LineEnd, other: LineEnd): LineEnd {
  const shape = line.kind === 'lineBoundary' ? undefined : findShape(diagram, end.element);
  if (shape === undefined || !takesFlows(template, shape)) return freeEnd(end.x, end.y);
  return isNamedPort(end.port) ? endAtPort(shape, end.port) : endTowards(shape, other);
}

export interface Route {
  readonly source: EndAt;
  readonly target: EndAt;
  /** Chosen by `routeHandle` when not given. */
  readonly handle?: Point;
}

/**
 * A flow or line boundary of the type between two places of the diagram, not added yet: ports are the ones
 * nearest to each other's end, the handle keeps apart from parallel flows and from what lies between.
 * Undefined when the type is no line's or an end's element cannot be one.
 */
export function routeLine(
  model: Model,
  diagramId: DiagramId,
  typeId: TypeId,
  route: Route,
  newGuid: NewGuid,
): Line | undefined {
  const diagram = findDiagram(model, diagramId);
  if (diagram === undefined || lineKindOf(model.template, typeId) === undefined) return undefined;
  const source = resolveEnd(model.template, diagram, route.source, route.target);
  const target = resolveEnd(model.template, diagram, route.target, route.source);
  if (source === undefined || target === undefined) return undefined;
  const ends = partEnds(diagram, { source, target });
  return newLine(model.template, typeId, ends, route.handle ?? routeHandle(diagram, ends), newGuid);
}

/** Adds a flow of the type between two places, routed by `routeLine`. */
export function addFlow(
  model: Model,
  diagramId: DiagramId,
  typeId: TypeId,
  route: Route,
  newGuid: NewGuid,
): Model {
  const line = routeLine(model, diagramId, typeId, route, newGuid);
  return line?.kind === 'flow' ? addLine(model, diagramId, line) : model;
}

function updateLine(model: Model, id: ElementId, change: (line: Line, diagram: Diagram) => Line): Model {
  const found = diagramOf(model, id);
  if (found === undefined || findElement(found, id) === undefined) return model;
  return updateDiagram(model, found.id, (diagram) =>
    withMembers(diagram, {
      lines: mapKeeping(diagram.lines, (line) => (line.id === id ? change(line, diagram) : line)),
    }),
  );
}

const samePoint = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y;

/** Bends a line through another point. */
export function moveHandle(model: Model, id: ElementId, to: Point): Model {
  const handle = wholePoint(to);
  return updateLine(model, id, (line) => (samePoint(line.handle, handle) ? line : { ...line, handle }));
}

const isLoop = ({ source, target }: Pick<Line, 'source' | 'target'>): boolean =>
  source.element !== null && source.element === target.element;

const sameEnd = (a: LineEnd, b: LineEnd): boolean =>
  a.element === b.element && a.port === b.port && samePoint(a, b);

/**
 * Puts one end of a line at an element (its named or nearest port) or at a free point; the curve keeps its
 * form. A line boundary's ends are always free; an element that takes no flows changes nothing.
 */
export function reconnect(model: Model, id: ElementId, end: 'source' | 'target', to: EndAt): Model {
  return updateLine(model, id, (line, diagram) => {
    const stays = end === 'source' ? line.target : line.source;
    if (line.kind === 'lineBoundary' && 'element' in to) return line;
    const resolved = resolveEnd(
      model.template,
      diagram,
      to,
      stays.element === null ? stays : { element: stays.element },
    );
    if (resolved === undefined || sameEnd(resolved, line[end])) return line;
    const moved = { source: line.source, target: line.target, [end]: resolved };
    const ends = partEnds(diagram, moved);
    // The bend of a loop is none for a way between two elements, nor the other way round.
    const handle =
      isLoop(ends) !== isLoop(line)
        ? routeHandle(diagram, ends, line.id)
        : wholePoint(handleAfterMove(line, line.handle, ends));
    return { ...line, ...ends, handle };
  });
}

/** Turns a line round: its source becomes its target. The curve stays where it is. */
export function reverseFlow(model: Model, id: ElementId): Model {
  return updateLine(model, id, (line) =>
    sameEnd(line.source, line.target) ? line : { ...line, source: line.target, target: line.source },
  );
}

/** Gives flows the ports and handles that they would get if they were drawn now. */
export function rerouteFlows(model: Model, ids: Iterable<ElementId>): Edited {
  const flows = [...ids];
  let next = model;
  for (const id of flows) {
    next = updateLine(next, id, (line, diagram) => {
      if (line.kind !== 'flow') return line;
      const places = [line.source, line.target].map(
        ({ element, x, y }): EndAt => (element === null ? { x, y } : { element }),
      );
      const [from, to] = places;
      const source = from && to && resolveEnd(model.template, diagram, from, to);
      const target = from && to && resolveEnd(model.template, diagram, to, from);
      if (source === undefined || target === undefined) return line;
      const ends = partEnds(diagram, { source, target });
      const handle = routeHandle(diagram, ends, line.id);
      const same =
        sameEnd(ends.source, line.source) &&
        sameEnd(ends.target, line.target) &&
        samePoint(handle, line.handle);
      return same ? line : { ...line, ...ends, handle };
    });
  }
  return edited(model, next, { said: words.edits.rerouted({ flows: flows.length }) });
}
