import {
  CANVAS_START,
  diagramOf,
  type Element,
  type ElementId,
  elementId,
  elementName,
  findDiagram,
  findElementType,
  findShape,
  freeEnd,
  isNameProperty,
  type Line,
  type LineEnd,
  lineKindOf,
  type Model,
  type NewGuid,
  newLine,
  newShape,
  type Property,
  propertyText,
  type Shape,
  shapeKindOf,
  THREAT_STATES,
  type TypeId,
  takesFlows,
  typeId,
} from '../document/index.ts';
import { PORTS, type Point, type Rect, rectUnion } from '../geometry/index.ts';
import { endAtPort, endTowards } from './attach.ts';
import { copyRecords, type ThreatWork, withCopiedThreats, withRecords } from './copies.ts';
import type { Fragment, FragmentEnd, FragmentLine, FragmentShape } from './fragment.ts';
import { withValue } from './properties.ts';
import { partEnds, routeHandle } from './route.ts';
import { moveElements } from './shapes.ts';
import { pick, updateDiagram, withMembers } from './update.ts';

/**
 * The elements of one diagram as data that survives JSON. Flows are copied when no attached end lies outside
 * the copied elements; where only lines are copied, such ends are left free. The threats of copied flows come
 * along; whether they are used is decided on pasting.
 */
export function copyFragment(model: Model, ids: Iterable<ElementId>): Fragment {
  const wanted = [...ids];
  const diagram = wanted.map((id) => diagramOf(model, id)).find((one) => one !== undefined);
  const { shapes, lines } = diagram === undefined ? { shapes: [], lines: [] } : pick(diagram, wanted);
  const held = new Set(shapes.map((shape) => shape.id));
  const comesAlong = (end: LineEnd): boolean => end.element === null || held.has(end.element);
  const whole = lines.filter((line) => held.size === 0 || [line.source, line.target].every(comesAlong));
  const endData = (end: LineEnd): FragmentEnd =>
    comesAlong(end) ? endOf(end) : endOf(freeEnd(end.x, end.y));
  const flows = new Set(whole.map((line) => line.id));
  return {
    format: 'trustline-fragment',
    version: 1,
    shapes: shapes.map(({ left, top, width, height, ...shape }) => ({
      ...elementData(model, shape),
      left,
      top,
      width,
      height,
    })),
    lines: whole.map((line) => ({
      ...elementData(model, line),
      source: endData(line.source),
      target: endData(line.target),
      handle: { x: line.handle.x, y: line.handle.y },
    })),
    threats: model.threats
      .filter((threat) => flows.has(threat.flowId))
      .map((threat) => ({
        typeId: threat.typeId,
        sourceId: threat.sourceId,
        flowId: threat.flowId,
        targetId: threat.targetId,
        state: threat.state,
        priority: threat.priority,
        properties: threat.properties,
        changedBy: threat.changedBy,
        modifiedAt: threat.modifiedAt,
      })),
  };
}

function elementData(model: Model, element: Pick<Element, 'id' | 'typeId' | 'properties'>) {
  const values = element.properties.flatMap((property): [string, string | boolean][] => {
    if (property.name === '') return [];
    const value = property.kind === 'boolean' ? property.value : propertyText(property);
    return value === undefined ? [] : [[property.name, value]];
  });
  return {
    id: element.id,
    typeId: element.typeId,
    typeName: findElementType(model.template, element.typeId)?.name ?? element.typeId,
    name: elementName(element),
    values,
  };
}

const endOf = ({ element, port, x, y }: LineEnd): FragmentEnd => ({ element, port, x, y });

export interface PasteOptions {
  /** Where the middle of what is pasted goes; beside the original, by `offset`, when not given. */
  readonly at?: Point;
  /** Model units; 20 to the right and down when not given. */
  readonly offset?: { readonly dx: number; readonly dy: number };
  readonly newGuid: NewGuid;
  /** Whether the threats' states and texts come along. */
  readonly withThreats?: boolean;
}

export interface Pasted {
  readonly model: Model;
  /** The new elements, shapes first. */
  readonly ids: readonly ElementId[];
  /** Names of the types that this model's template does not have: their elements were left out. */
  readonly missing: readonly string[];
}

/** Adds a fragment to a diagram under new ids, moved as a whole. Property lists are the template's. */
export function pasteFragment(
  model: Model,
  diagramId: string,
  fragment: Fragment,
  options: PasteOptions,
): Pasted {
  const diagram = findDiagram(model, diagramId);
  if (diagram === undefined) return { model, ids: [], missing: [] };
  const { template } = model;
  const missing = new Set<string>();
  const { dx, dy } = shiftFor(fragment, options);

  const ids = new Map<string, ElementId>();
  const shapes: Shape[] = [];
  for (const data of fragment.shapes) {
    const type = typeId(data.typeId);
    if (shapeKindOf(template, type) === undefined) {
      missing.add(data.typeName);
      continue;
    }
    const box = { ...data, left: data.left + dx, top: data.top + dy };
    const shape = withData(newShape(template, type, box, options.newGuid), data);
    ids.set(data.id, shape.id);
    shapes.push(shape);
  }

  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const lines: Line[] = [];
  for (const data of fragment.lines) {
    const type = typeId(data.typeId);
    if (lineKindOf(template, type) === undefined) {
      missing.add(data.typeName);
      continue;
    }
    const ends = [data.source, data.target].map((end) => ({
      end: { ...end, x: end.x + dx, y: end.y + dy },
      shape: end.element === null ? null : byId.get(ids.get(end.element) ?? elementId('')),
    }));
    const [source, target] = ends;
    // An end whose element was left out takes the flow with it; one at an element that takes no flows is left free.
    if (source === undefined || target === undefined) continue;
    if (ends.some(({ shape }) => shape === undefined)) continue;
    const line = pastedLine(model, type, data, { source, target, dx, dy }, options.newGuid);
    ids.set(data.id, line.id);
    lines.push(line);
  }
  if (shapes.length + lines.length === 0) return { model, ids: [], missing: [...missing] };

  let next = updateDiagram(model, diagramId, (one) => withRecords(one, shapes, lines));
  if (options.withThreats === true) {
    const known = new Set<string>(THREAT_STATES);
    const works = fragment.threats.map(
      (threat): ThreatWork => ({
        ...threat,
        sourceId: elementId(threat.sourceId),
        flowId: elementId(threat.flowId),
        targetId: elementId(threat.targetId),
        state: known.has(threat.state) ? threat.state : 'AutoGenerated',
      }),
    );
    const idsByElement = new Map([...ids].map(([old, id]) => [elementId(old), id]));
    next = withCopiedThreats(next, diagram.id, works, idsByElement, options.newGuid);
  }
  const added = [...shapes, ...lines].map((element) => element.id);
  return { model: next, ids: added, missing: [...missing] };
}

/** How far everything moves: to the place asked for, but not beyond the canvas's left and upper edge. */
function shiftFor(fragment: Fragment, options: PasteOptions): { dx: number; dy: number } {
  const points: Rect[] = fragment.lines.flatMap(({ source, target, handle }) =>
    [source, target, handle].map(({ x, y }) => ({ left: x, top: y, width: 0, height: 0 })),
  );
  const box = rectUnion([...fragment.shapes, ...points]);
  if (box === undefined) return { dx: 0, dy: 0 };
  const wanted =
    options.at === undefined
      ? (options.offset ?? { dx: 20, dy: 20 })
      : {
          dx: options.at.x - (box.left + box.width / 2),
          dy: options.at.y - (box.top + box.height / 2),
        };
  return {
    dx: Math.max(Math.round(wanted.dx), CANVAS_START - box.left),
    dy: Math.max(Math.round(wanted.dy), CANVAS_START - box.top),
  };
}

function withData<E extends Element>(element: E, data: FragmentShape | FragmentLine): E {
  const values = new Map(data.values);
  const properties = element.properties.map((property): Property => {
    if (isNameProperty(property)) return withMembers(property, { value: data.name });
    const value = property.name === '' ? undefined : values.get(property.name);
    return value === undefined ? property : withValue(property, value);
  });
  return { ...element, properties };
}

interface PastedEnd {
  readonly end: FragmentEnd;
  /** Null for a free end. */
  readonly shape: Shape | null | undefined;
}

function pastedLine(
  model: Model,
  type: TypeId,
  data: FragmentLine,
  { source, target, dx, dy }: { source: PastedEnd; target: PastedEnd; dx: number; dy: number },
  newGuid: NewGuid,
): Line {
  const endOf = ({ end, shape }: PastedEnd, other: FragmentEnd): LineEnd => {
    if (shape === null || shape === undefined || !takesFlows(model.template, shape))
      return { element: null, port: 'None', x: end.x, y: end.y };
    const port = PORTS.find((one) => one === end.port);
    return port === undefined ? endTowards(shape, other) : endAtPort(shape, port);
  };
  const ends = { source: endOf(source, target.end), target: endOf(target, source.end) };
  const handle = { x: data.handle.x + dx, y: data.handle.y + dy };
  return withData(newLine(model.template, type, ends, handle, newGuid), data);
}

/**
 * Copies elements on their own diagram at an offset. Flows whose ends are copied hang on the copies; a flow
 * with an end that is not copied is left out, unless only lines are copied: then the copy hangs on the same
 * elements and takes a lane of its own.
 */
export function duplicateElements(
  model: Model,
  ids: Iterable<ElementId>,
  dx: number,
  dy: number,
  newGuid: NewGuid,
  options: { readonly withThreats?: boolean } = {},
): { readonly model: Model; readonly ids: readonly ElementId[] } {
  const wanted = [...ids];
  const diagram = wanted.map((id) => diagramOf(model, id)).find((one) => one !== undefined);
  if (diagram === undefined) return { model, ids: [] };
  const { shapes, lines } = pick(diagram, wanted);
  const held = new Set(shapes.map((shape) => shape.id));
  const copied = lines.filter(
    (line) =>
      shapes.length === 0 ||
      [line.source, line.target].every((end) => end.element === null || held.has(end.element)),
  );
  const copies = copyRecords(model, shapes, copied, newGuid);
  const made = [...copies.shapes, ...copies.lines].map((element) => element.id);

  let next = updateDiagram(model, diagram.id, (one) => {
    let grown = withRecords(one, copies.shapes, []);
    for (const line of copies.lines) {
      const attached = [line.source, line.target].some((end) => findShape(one, end.element) !== undefined);
      const ends = attached ? partEnds(grown, line) : line;
      const placed = attached ? { ...line, ...pickEnds(ends), handle: routeHandle(grown, ends) } : line;
      grown = withRecords(grown, [], [placed]);
    }
    return grown;
  });
  const free = copies.lines.filter((line) =>
    [line.source, line.target].every((end) => findShape(diagram, end.element) === undefined),
  );
  const moved = [...copies.shapes, ...free].map((element) => element.id);
  next = moveElements(next, moved, dx, dy);
  if (options.withThreats === true) {
    const flows = new Set(copied.map((line) => line.id));
    const threats = model.threats.filter((threat) => flows.has(threat.flowId));
    const same = new Map(copies.ids);
    for (const line of copied) {
      for (const { element } of [line.source, line.target]) {
        if (element !== null && !same.has(element)) same.set(element, element);
      }
    }
    next = withCopiedThreats(next, diagram.id, threats, same, newGuid);
  }
  return { model: next, ids: made };
}

const pickEnds = ({ source, target }: { source: LineEnd; target: LineEnd }) => ({ source, target });
