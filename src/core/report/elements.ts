import {
  boundariesAround,
  crossedBoundaries,
  type Diagram,
  type Element,
  findElementType,
  findShape,
  isAnnotation,
  isBoundary,
  isLine,
  isNameProperty,
  isOutOfScope,
  type Line,
  type Model,
  OUT_OF_SCOPE,
  propertyText,
  REASON_OUT_OF_SCOPE,
  shownName,
} from '../document/index.ts';
import type { DiagramElements, ReportElement, Statement } from './model.ts';
import { brief } from './one-line.ts';

const OWN: ReadonlySet<string> = new Set([OUT_OF_SCOPE, REASON_OUT_OF_SCOPE]);

const statements = ({ properties }: Element): readonly Statement[] =>
  properties.flatMap((property) => {
    if (property.kind === 'header' || OWN.has(property.name) || isNameProperty(property)) return [];
    const value = (propertyText(property) ?? '').trim();
    return value === '' ? [] : [{ label: property.displayName.replace(/\s+/g, ' ').trim(), value }];
  });

function scopeWords(element: Element): string {
  if (!isOutOfScope(element)) return '';
  const property = element.properties.find(({ name }) => name === REASON_OUT_OF_SCOPE);
  const reason = ((property && propertyText(property)) ?? '').trim();
  return reason === '' ? 'Yes' : `Yes: ${reason}`;
}

function endsOf(diagram: Diagram, { source, target }: Line): string {
  const [from, to] = [source, target].map(({ element }) => {
    const shape = findShape(diagram, element);
    return shape === undefined ? '(nothing)' : brief(shownName(shape));
  });
  return `${from} → ${to}`;
}

/** The elements and boundaries of a diagram. Annotations are no part of the system. */
export function diagramElements(model: Model, diagram: Diagram): DiagramElements {
  const { template } = model;
  const around = boundariesAround(diagram);
  const typeOf = (element: Element): string =>
    findElementType(template, element.typeId)?.name ?? (isLine(element) ? 'Data flow' : 'Element');
  const shapes = diagram.shapes.filter((shape) => !isBoundary(shape) && !isAnnotation(template, shape));
  const flows = diagram.lines.filter(({ kind }) => kind === 'flow');
  const described = (element: Element, place: string): ReportElement => ({
    name: shownName(element),
    type: typeOf(element),
    place,
    outOfScope: scopeWords(element),
    properties: statements(element),
  });
  const crossing = new Map<string, string[]>();
  for (const flow of flows) {
    for (const { id } of crossedBoundaries(diagram, flow)) {
      const list = crossing.get(id) ?? [];
      list.push(`${brief(shownName(flow))} (${endsOf(diagram, flow)})`);
      crossing.set(id, list);
    }
  }
  const inside = new Map<string, string[]>();
  for (const shape of diagram.shapes) {
    for (const { id } of around.get(shape.id) ?? []) {
      const list = inside.get(id) ?? [];
      list.push(shownName(shape));
      inside.set(id, list);
    }
  }
  return {
    elements: [
      ...shapes.map((shape) => described(shape, (around.get(shape.id) ?? []).map(shownName).join(', '))),
      ...flows.map((flow) => described(flow, endsOf(diagram, flow))),
    ],
    boundaries: [...diagram.shapes, ...diagram.lines].filter(isBoundary).map((boundary) => ({
      name: shownName(boundary),
      type: typeOf(boundary),
      inside: inside.get(boundary.id) ?? [],
      crossing: crossing.get(boundary.id) ?? [],
    })),
  };
}
