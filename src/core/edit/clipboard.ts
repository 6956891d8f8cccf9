import {
  buildProperties,
  CANVAS_START,
  diagramOf,
  type Element,
  type ElementId,
  type ElementType,
  elementId,
  elementName,
  findDiagram,
  findElementType,
  findShape,
  freeEnd,
  isNameProperty,
  type Line,
  type LineEnd,
  type LineKind,
  lineKindOf,
  type Model,
  type NewGuid,
  newLine,
  newShape,
  type Property,
  propertyText,
  representationOf,
  type Shape,
  type ShapeKind,
  shapeKindOf,
  type Template,
  THREAT_STATES,
  type TypeId,
  takesFlows,
  typeChain,
} from '../document/index.ts';
import { PORTS, type Point, type Rect, rectUnion } from '../geometry/index.ts';
import { endAtPort, endTowards } from './attach.ts';
import { copyRecords, type ThreatWork, withCopiedThreats, withRecords } from './copies.ts';
import {
  FRAGMENT_LIMITS,
  type Fragment,
  type FragmentEnd,
  type FragmentLine,
  type FragmentShape,
} from './fragment.ts';
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

const plainValue = (property: Property): string | boolean | undefined =>
  property.kind === 'boolean' ? property.value : propertyText(property);

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

export interface Pasted {
  readonly model: Model;
  /** The new elements, shapes first. */
  readonly ids: readonly ElementId[];
  /** Names of the types that this model's template has nothing for: their elements were left out. */
  readonly missing: readonly string[];
  /** Types for which the nearest one of this template stands, by their names. */
  readonly replaced: readonly { readonly from: string; readonly to: string }[];
  /** How many flows were left out with an element at their end. */
  readonly flowsLeftOut: number;
  /** Chosen values that the pasted elements have no place for, by the names that people see. */
  readonly lostValues: readonly LostValue[];
}

export interface LostValue {
  readonly element: string;
  readonly property: string;
  readonly value: string;
}

const NOTHING_PASTED = { ids: [], missing: [], replaced: [], flowsLeftOut: 0, lostValues: [] } as const;

/** Adds a fragment to a diagram under new ids, moved as a whole. Property lists are the template's. */
export function pasteFragment(
  model: Model,
  diagramId: string,
  fragment: Fragment,
  options: PasteOptions,
): Pasted {
  const diagram = findDiagram(model, diagramId);
  if (diagram === undefined) return { model, ...NOTHING_PASTED };
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
    return { model, ...NOTHING_PASTED, missing: [...missing], flowsLeftOut };

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
  return {
    model: next,
    ids: added,
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

type KindOf = (template: Template, id: TypeId) => ShapeKind | LineKind | undefined;

const sameWords = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * The type that stands for a copied element: its own, else one of the same name drawn alike, else the nearest of
 * its ancestors, else the first generic type drawn alike. Undefined when the template draws nothing like it.
 */
function nearestType(
  template: Template,
  { typeId: id, typeName, representation, ancestors }: FragmentShape | FragmentLine,
  kindOf: KindOf,
): ElementType | undefined {
  const own = findElementType(template, id);
  if (own !== undefined && kindOf(template, own.id) !== undefined) return own;
  const alike = (type: ElementType | undefined): type is ElementType =>
    type !== undefined &&
    kindOf(template, type.id) !== undefined &&
    representationOf(template, type) === representation;
  const all = [...template.standardElements, ...template.genericElements].filter(alike);
  // What the palette offers comes before what the template hides.
  all.sort((one, other) => Number(one.hidden) - Number(other.hidden));
  const named = (name: string) => all.find((type) => sameWords(type.name, name));
  const same = named(typeName);
  if (same !== undefined) return same;
  for (const [ancestor, name] of ancestors) {
    const found = findElementType(template, ancestor);
    if (alike(found)) return found;
    const namesake = named(name);
    if (namesake !== undefined) return namesake;
  }
  const generic = new Set(template.genericElements);
  return all.find((type) => generic.has(type));
}

/**
 * A type's properties with the values of a copy: by identifier, else by the name that people see; lists by the
 * text of the value. What was chosen and has no place is given back.
 */
function withData(
  properties: readonly Property[],
  data: FragmentShape | FragmentLine,
): { readonly properties: readonly Property[]; readonly lost: readonly LostValue[] } {
  const values = new Map(data.values);
  const labels = new Map(data.labels);
  const here = new Set(properties.map(({ name }) => name));
  // Names that the type does not have, by what people see; the first of a name counts.
  const byLabel = new Map<string, string>();
  for (const [name, label] of data.labels) {
    const words = label.trim().toLowerCase();
    if (!here.has(name) && !byLabel.has(words)) byLabel.set(words, name);
  }
  const placed = new Set<string>();
  const next = properties.map((property): Property => {
    if (isNameProperty(property)) return withMembers(property, { value: data.name });
    if (property.name === '') return property;
    const from = values.has(property.name)
      ? property.name
      : (byLabel.get(property.displayName.trim().toLowerCase()) ?? '');
    const value = values.get(from);
    if (value === undefined) return property;
    const changed = withValue(property, value);
    if (changed !== property || plainValue(changed) === value) placed.add(from);
    return changed;
  });
  const lost = data.chosen.flatMap((name): LostValue[] => {
    const value = values.get(name);
    if (value === undefined || placed.has(name)) return [];
    const shown = typeof value === 'string' ? value : value ? 'Yes' : 'No';
    return [{ element: data.name, property: labels.get(name) ?? name, value: shown }];
  });
  return { properties: next, lost };
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
