import {
  buildProperties,
  CANVAS_START,
  type DiagramId,
  diagramOf,
  type Element,
  type ElementId,
  elementId,
  elementName,
  findDiagram,
  freeEnd,
  type Line,
  type LineEnd,
  lineKindOf,
  type Model,
  type NewGuid,
  newLine,
  newShape,
  representationOf,
  type Shape,
  shapeKindOf,
  THREAT_STATES,
  type TypeId,
  takesFlows,
  threatTypeId,
  typeChain,
} from '../document/index.ts';
import { PORTS, type Point, type Rect, rectUnion } from '../geometry/index.ts';
import { endAtPort, endTowards } from './attach.ts';
import { type ThreatWork, withCopiedThreats, withRecords } from './copies.ts';
import type { Edited } from './edited.ts';
import {
  FRAGMENT_LIMITS,
  type Fragment,
  type FragmentEnd,
  type FragmentLine,
  type FragmentShape,
} from './fragment.ts';
import { type KindOf, type LostValue, nearestType, plainValue, withData } from './nearest-type.ts';
import { said } from './said.ts';
import { pick, updateDiagram } from './update.ts';

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

function elementData(model: Model, element: Pick<Element, 'id' | 'kind' | 'typeId' | 'properties'>) {
  const values = element.properties.flatMap((property): [string, string | boolean][] => {
    if (property.name === '') return [];
    const value = plainValue(property);
    return value === undefined ? [] : [[property.name, value]];
  });
  const [type, ...ancestors] = typeChain(model.template, element.typeId);
  const fresh = new Map(
    buildProperties(model.template, element.typeId, element.kind).map((property) => [
      property.name,
      plainValue(property),
    ]),
  );
  const set = values.filter(([name, value]) =>
    fresh.has(name) ? fresh.get(name) !== value : value !== '' && value !== false,
  );
  return {
    id: element.id,
    typeId: element.typeId,
    typeName: type?.name ?? element.typeId,
    name: elementName(element),
    representation: type === undefined ? '' : representationOf(model.template, type),
    ancestors: ancestors
      .slice(0, FRAGMENT_LIMITS.ancestors)
      .map(({ id, name }): readonly [string, string] => [id, name]),
    values,
    labels: element.properties.flatMap(({ name, displayName }): [string, string][] =>
      name === '' || displayName === '' ? [] : [[name, displayName]],
    ),
    chosen: set.map(([name]) => name),
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

/** What pasting did: the new elements are selected, shapes first. */
export interface Pasted extends Edited {
  /** Names of the types that this model's template has nothing for: their elements were left out. */
  readonly missing: readonly string[];
  /** Types for which the nearest one of this template stands, by their names. */
  readonly replaced: readonly { readonly from: string; readonly to: string }[];
  /** How many flows were left out with an element at their end. */
  readonly flowsLeftOut: number;
  /** Chosen values that the pasted elements have no place for, by the names that people see. */
  readonly lostValues: readonly LostValue[];
}

const NOTHING_PASTED = { missing: [], replaced: [], flowsLeftOut: 0, lostValues: [] } as const;

/** Adds a fragment to a diagram under new ids, moved as a whole. Property lists are the template's. */
export function pasteFragment(
  model: Model,
  diagramId: DiagramId,
  fragment: Fragment,
  options: PasteOptions,
): Pasted {
  const diagram = findDiagram(model, diagramId);
  if (diagram === undefined) return { value: model, ...NOTHING_PASTED };
  const { template } = model;
  const missing = new Set<string>();
  const replaced = new Map<string, { readonly from: string; readonly to: string }>();
  const lostValues: LostValue[] = [];
  let flowsLeftOut = 0;
  const typeFor = (data: FragmentShape | FragmentLine, kindOf: KindOf): TypeId | null => {
    const type = nearestType(template, data, kindOf);
    if (type === undefined) missing.add(data.typeName);
    else if (type.id !== data.typeId) replaced.set(data.typeId, { from: data.typeName, to: type.name });
    return type?.id ?? null;
  };
  const filled = <E extends Element>(element: E, data: FragmentShape | FragmentLine): E => {
    const { properties, lost } = withData(element.properties, data);
    lostValues.push(...lost);
    return { ...element, properties };
  };
  const { dx, dy } = shiftFor(fragment, options);

  const ids = new Map<string, ElementId>();
  const shapes: Shape[] = [];
  for (const data of fragment.shapes) {
    const type = typeFor(data, shapeKindOf);
    if (type === null) continue;
    const box = { ...data, left: data.left + dx, top: data.top + dy };
    const shape = filled(newShape(template, type, box, options.newGuid), data);
    ids.set(data.id, shape.id);
    shapes.push(shape);
  }

  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const lines: Line[] = [];
  for (const data of fragment.lines) {
    const type = typeFor(data, lineKindOf);
    if (type === null) continue;
    const ends = [data.source, data.target].map((end) => ({
      end: { ...end, x: end.x + dx, y: end.y + dy },
      shape: end.element === null ? null : byId.get(ids.get(end.element) ?? elementId('')),
    }));
    const [source, target] = ends;
    // An end whose element was left out takes the flow with it; one at an element that takes no flows is left free.
    if (source === undefined || target === undefined) continue;
    if (ends.some(({ shape }) => shape === undefined)) {
      flowsLeftOut++;
      continue;
    }
    const line = filled(pastedLine(model, type, data, { source, target, dx, dy }, options.newGuid), data);
    ids.set(data.id, line.id);
    lines.push(line);
  }
  if (shapes.length + lines.length === 0)
    return { value: model, ...NOTHING_PASTED, missing: [...missing], flowsLeftOut };

  let next = updateDiagram(model, diagramId, (one) => withRecords(one, shapes, lines));
  if (options.withThreats === true) {
    const known = new Set<string>(THREAT_STATES);
    const works = fragment.threats.map(
      (threat): ThreatWork => ({
        ...threat,
        typeId: threatTypeId(threat.typeId),
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
  return {
    value: next,
    select: added,
    said: said.pasted({ elements: added.length }),
    missing: [...missing],
    replaced: [...replaced.values()],
    flowsLeftOut,
    lostValues,
  };
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
  return newLine(model.template, type, ends, handle, newGuid);
}
