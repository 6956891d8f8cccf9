import {
  CANVAS_START,
  type Diagram,
  type DiagramId,
  diagramOf,
  type Element,
  type ElementId,
  elementId,
  findDiagram,
  freeEnd,
  type Line,
  type LineEnd,
  lineKindOf,
  type Model,
  type NewGuid,
  newLine,
  newShape,
  type Shape,
  shapeKindOf,
  type Template,
  THREAT_STATES,
  type TypeId,
  takesFlows,
  threatTypeId,
} from '../document/index.ts';
import { PORTS, type Point, type Rect, rectUnion } from '../geometry/index.ts';
import { words } from '../words/index.ts';
import { endAtPort, endTowards } from './attach.ts';
import { type ThreatWork, withCopiedThreats, withRecords } from './copies.ts';
import type { Edited } from './edited.ts';
import { elementData } from './element-data.ts';
import type { Fragment, FragmentEnd, FragmentLine, FragmentShape } from './fragment.ts';
import { type KindOf, type LostValue, nearestType, withData } from './nearest-type.ts';
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
      ...elementData(model.template, shape),
      left,
      top,
      width,
      height,
    })),
    lines: whole.map((line) => ({
      ...elementData(model.template, line),
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
  const fitter = fitterFor(model.template);
  const { shapes, lines, ids, flowsLeftOut } = pastedElements(model, fragment, options, fitter);
  if (shapes.length + lines.length === 0)
    return { value: model, ...NOTHING_PASTED, missing: [...fitter.missing], flowsLeftOut };

  const drawn = updateDiagram(model, diagramId, (one) => withRecords(one, shapes, lines));
  const added = [...shapes, ...lines].map((element) => element.id);
  return {
    value: options.withThreats === true ? withPastedThreats(drawn, diagram, fragment, ids, options) : drawn,
    select: added,
    said: words.edits.pasted({ elements: added.length }),
    missing: [...fitter.missing],
    replaced: [...fitter.replaced.values()],
    flowsLeftOut,
    lostValues: fitter.lostValues,
  };
}

/** Finds what stands in a template for the elements of a fragment, and keeps what had to be said about that. */
interface Fitter {
  readonly missing: ReadonlySet<string>;
  readonly replaced: ReadonlyMap<string, { readonly from: string; readonly to: string }>;
  readonly lostValues: readonly LostValue[];
  /** The nearest type, null where the template has none of the kind. */
  typeFor(data: FragmentShape | FragmentLine, kindOf: KindOf): TypeId | null;
  /** The element with the values that its property list has a place for. */
  filled<E extends Element>(element: E, data: FragmentShape | FragmentLine): E;
}

function fitterFor(template: Template): Fitter {
  const missing = new Set<string>();
  const replaced = new Map<string, { readonly from: string; readonly to: string }>();
  const lostValues: LostValue[] = [];
  return {
    missing,
    replaced,
    lostValues,
    typeFor: (data, kindOf) => {
      const type = nearestType(template, data, kindOf);
      if (type === undefined) missing.add(data.typeName);
      else if (type.id !== data.typeId) replaced.set(data.typeId, { from: data.typeName, to: type.name });
      return type?.id ?? null;
    },
    filled: (element, data) => {
      const { properties, lost } = withData(element.properties, data);
      lostValues.push(...lost);
      return { ...element, properties };
    },
  };
}

interface PastedElements {
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
  /** The new id of each element, by the one that it has in the fragment. */
  readonly ids: ReadonlyMap<string, ElementId>;
  readonly flowsLeftOut: number;
}

function pastedElements(
  model: Model,
  fragment: Fragment,
  options: PasteOptions,
  fitter: Fitter,
): PastedElements {
  const { dx, dy } = shiftFor(fragment, options);
  const ids = new Map<string, ElementId>();
  const shapes: Shape[] = [];
  const byOldId = new Map<string, Shape>();
  for (const data of fragment.shapes) {
    const type = fitter.typeFor(data, shapeKindOf);
    if (type === null) continue;
    const box = { ...data, left: data.left + dx, top: data.top + dy };
    const shape = fitter.filled(newShape(model.template, type, box, options.newGuid), data);
    ids.set(data.id, shape.id);
    byOldId.set(data.id, shape);
    shapes.push(shape);
  }

  const lines: Line[] = [];
  let flowsLeftOut = 0;
  for (const data of fragment.lines) {
    const type = fitter.typeFor(data, lineKindOf);
    if (type === null) continue;
    const [source, target] = [data.source, data.target].map((end) => ({
      end: { ...end, x: end.x + dx, y: end.y + dy },
      shape: end.element === null ? null : byOldId.get(end.element),
    }));
    // An end whose element was left out takes the flow with it; one at an element that takes no flows is left free.
    if (source?.shape === undefined || target?.shape === undefined) {
      flowsLeftOut++;
      continue;
    }
    const line = fitter.filled(
      pastedLine(model, type, data, { source, target, dx, dy }, options.newGuid),
      data,
    );
    ids.set(data.id, line.id);
    lines.push(line);
  }
  return { shapes, lines, ids, flowsLeftOut };
}

/** The model with the states and texts of the fragment's threats on the interactions that were pasted. */
function withPastedThreats(
  model: Model,
  diagram: Diagram,
  fragment: Fragment,
  ids: ReadonlyMap<string, ElementId>,
  { newGuid }: PasteOptions,
): Model {
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
  return withCopiedThreats(model, diagram.id, works, idsByElement, newGuid);
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
