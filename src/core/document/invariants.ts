import { CANVAS_START, DRAWING_SURFACE } from './create.ts';
import { ZERO_GUID } from './ids.ts';
import type { Diagram, Element, Line, LineEnd, Model, Property, Shape } from './model.ts';
import { buildProperties, CUSTOM_ATTRIBUTES } from './properties.ts';
import {
  displayName,
  elementName,
  findElementType,
  findShape,
  genericTypeIdOf,
  isAnnotation,
  isLine,
  lineKindOf,
  shapeKindOf,
} from './queries.ts';
import type { Template } from './template.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What every model of the Windows tool satisfies and every edit must keep (format 1.5-1.6), as sentences that
 * name what breaks a rule; empty when all hold. Where a named port lies is `checkPorts` in `edit`.
 */
export function checkInvariants(model: Model): readonly string[] {
  const broken: string[] = [];
  const guids = new Set<string>();
  const unique = (id: string, what: string): void => {
    if (!GUID.test(id) || id === ZERO_GUID) broken.push(`${what} has no proper guid: "${id}"`);
    if (guids.has(id)) broken.push(`${what} shares its guid ${id}`);
    guids.add(id);
  };
  for (const diagram of model.diagrams) {
    const where = `Diagram "${diagram.header}"`;
    unique(diagram.id, where);
    if (diagram.header !== elementName(diagram)) broken.push(`${where} has another name in its properties`);
    if (diagram.typeId !== DRAWING_SURFACE || diagram.genericTypeId !== DRAWING_SURFACE) {
      broken.push(`${where} has the type ${diagram.typeId}`);
    }
    for (const element of [...diagram.shapes, ...diagram.lines]) {
      const what = `${where}, ${element.kind} "${displayName(element)}"`;
      unique(element.id, what);
      for (const fault of elementFaults(model.template, diagram, element)) broken.push(`${what} ${fault}`);
    }
  }
  return [...broken, ...threatFaults(model)];
}

function elementFaults(template: Template, diagram: Diagram, element: Element): readonly string[] {
  const faults = isLine(element) ? lineFaults(diagram, element) : shapeFaults(element);
  if (findElementType(template, element.typeId) === undefined) {
    return [...faults, `has the type ${element.typeId}, which the template does not have`];
  }
  const kind = isLine(element) ? lineKindOf(template, element.typeId) : shapeKindOf(template, element.typeId);
  if (kind !== element.kind) faults.push(`is stored as ${element.kind}, its type is drawn as ${kind}`);
  if (genericTypeIdOf(template, element.typeId) !== element.genericTypeId) {
    faults.push(`has the generic type ${element.genericTypeId}, not its topmost ancestor`);
  }
  if (!hasTypesProperties(template, element)) faults.push('has other properties than its type gives');
  return faults;
}

function shapeFaults(shape: Shape): string[] {
  const faults: string[] = [];
  const { left, top, width, height } = shape;
  if (![left, top, width, height].every(Number.isInteger)) faults.push('has a fractional coordinate');
  if (left < CANVAS_START || top < CANVAS_START) faults.push(`lies at ${left}, ${top}, off the canvas`);
  if (width < 1 || height < 1) faults.push(`is ${width} by ${height} in size`);
  return faults;
}

function lineFaults(diagram: Diagram, line: Line): string[] {
  const faults: string[] = [];
  const { source, target, handle } = line;
  const coordinates = [source.x, source.y, target.x, target.y, handle.x, handle.y];
  if (!coordinates.every((value) => Number.isInteger(value) && value >= 0)) {
    faults.push('has a fractional or negative coordinate');
  }
  for (const [end, name] of [[source, 'source'] as const, [target, 'target'] as const]) {
    faults.push(...endFaults(diagram, line, end).map((fault) => `has a ${name} that ${fault}`));
  }
  return faults;
}

function endFaults(diagram: Diagram, line: Line, end: LineEnd): readonly string[] {
  if (end.element === null) return end.port === 'None' ? [] : ['is free but names a port'];
  if (line.kind === 'lineBoundary') return ['is attached, which a line boundary never is'];
  return findShape(diagram, end.element) === undefined ? ['is attached to nothing on its diagram'] : [];
}

/** Kind, caption, identifier and choices of a property: what its type decides, not what the user chose. */
function shape(property: Property): string {
  const { kind, displayName: caption, name } = property;
  const values = kind === 'list' || kind === 'staticList' ? property.values : [];
  return JSON.stringify([kind, caption, name, values]);
}

/** What people and importers add to an element beyond its type, with its caption (format, section 3). */
const isOwn = (property: Property): boolean =>
  property.kind === 'customString' ||
  (property.kind === 'header' && property.displayName === CUSTOM_ATTRIBUTES);

function hasTypesProperties(template: Template, element: Element): boolean {
  const wanted = buildProperties(template, element.typeId, element.kind);
  let stored = element.properties.filter((property) => !isOwn(property));
  // The "new in this session" form: one header more on boundaries, name only on free text (format 1.7).
  const last = stored.at(-1);
  if (element.kind === 'borderBoundary' && last?.kind === 'header' && stored.length === wanted.length + 1) {
    if (last.displayName === 'Trust Boundary Area') stored = stored.slice(0, -1);
  }
  const short = !isLine(element) && stored.length === 2 && isAnnotation(template, element);
  const compared = short ? wanted.slice(0, 2) : wanted;
  return (
    stored.length === compared.length &&
    stored.every((property, index) => {
      const other = compared[index];
      if (other === undefined || shape(property) !== shape(other)) return false;
      if (property.kind !== 'list' && property.kind !== 'staticList') return true;
      return property.selectedIndex >= 0 && property.selectedIndex < Math.max(1, property.values.length);
    })
  );
}

function threatFaults(model: Model): readonly string[] {
  const faults: string[] = [];
  const keys = new Set<string>();
  const ids = new Set<number>();
  for (const threat of model.threats) {
    if (keys.has(threat.key)) faults.push(`Threat ${threat.id} shares its key ${threat.key}`);
    if (ids.has(threat.id)) faults.push(`Threat ${threat.id} shares its id`);
    keys.add(threat.key);
    ids.add(threat.id);
  }
  return faults;
}
