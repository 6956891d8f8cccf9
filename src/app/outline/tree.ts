import {
  type Diagram,
  displayName,
  type Element,
  type ElementId,
  findElementType,
  findShape,
  isOutOfScope,
  type Line,
  type Model,
  type Shape,
} from '../../core/document/index.ts';
import { rectContainsRect } from '../../core/geometry/index.ts';

/** One line of the outline. */
export interface OutlineItem {
  /** Unique in the tree. */
  readonly key: string;
  readonly level: number;
  readonly text: string;
  /** What it is, for people who do not see the drawing. */
  readonly kind: string;
  readonly diagramId: Diagram['id'];
  readonly elementId: ElementId | null;
  readonly outOfScope: boolean;
  /** Threats of a flow. */
  readonly threats: number;
}

/** The diagrams as a text: boundaries with what lies inside them, elements with the flows that leave them. */
export function outlineOf(model: Model): readonly OutlineItem[] {
  const threats = new Map<ElementId, number>();
  for (const threat of model.threats) threats.set(threat.flowId, (threats.get(threat.flowId) ?? 0) + 1);
  return model.diagrams.flatMap((diagram) => diagramItems(model, diagram, threats));
}

function diagramItems(
  model: Model,
  diagram: Diagram,
  threats: ReadonlyMap<ElementId, number>,
): OutlineItem[] {
  const items: OutlineItem[] = [];
  const add = (level: number, text: string, element: Element | null): void => {
    const kind =
      element === null
        ? 'Diagram'
        : (findElementType(model.template, element.typeId)?.name ?? 'Unknown type');
    items.push({
      key: element?.id ?? diagram.id,
      level,
      text,
      kind,
      diagramId: diagram.id,
      elementId: element?.id ?? null,
      outOfScope: element !== null && isOutOfScope(element),
      threats: (element === null ? undefined : threats.get(element.id)) ?? 0,
    });
  };
  const flows = new Map<ElementId | null, Line[]>();
  for (const line of diagram.lines) {
    const from = findShape(diagram, line.source.element)?.id ?? null;
    flows.set(from, [...(flows.get(from) ?? []), line]);
  }
  const parents = parentsOf(diagram.shapes);
  const children = new Map<ElementId | null, Shape[]>();
  for (const shape of diagram.shapes) {
    const parent = parents.get(shape.id) ?? null;
    children.set(parent, [...(children.get(parent) ?? []), shape]);
  }
  const visit = (parent: ElementId | null, level: number): void => {
    for (const shape of children.get(parent) ?? []) {
      add(level, displayName(shape) || 'Unnamed', shape);
      for (const flow of flows.get(shape.id) ?? []) add(level + 1, flowText(diagram, flow), flow);
      if (shape.kind === 'borderBoundary') visit(shape.id, level + 1);
    }
  };
  add(1, diagram.header || 'Unnamed', null);
  visit(null, 2);
  for (const line of flows.get(null) ?? []) {
    add(2, line.kind === 'flow' ? flowText(diagram, line) : displayName(line) || 'Unnamed', line);
  }
  return items;
}

function flowText(diagram: Diagram, flow: Line): string {
  const target = findShape(diagram, flow.target.element);
  return `${displayName(flow) || 'Unnamed'} → ${target === undefined ? 'free end' : displayName(target) || 'Unnamed'}`;
}

/** The smallest boundary around each shape. Of two boundaries of one size the earlier holds the later. */
function parentsOf(shapes: readonly Shape[]): ReadonlyMap<ElementId, ElementId> {
  const boundaries = shapes.filter((shape) => shape.kind === 'borderBoundary');
  const parents = new Map<ElementId, ElementId>();
  const area = (shape: Shape): number => shape.width * shape.height;
  for (const shape of shapes) {
    let best: Shape | undefined;
    for (const boundary of boundaries) {
      if (boundary === shape || !rectContainsRect(boundary, shape)) continue;
      const twin = shape.kind === 'borderBoundary' && area(boundary) === area(shape);
      if (twin && boundaries.indexOf(boundary) > boundaries.indexOf(shape)) continue;
      if (best === undefined || area(boundary) < area(best)) best = boundary;
    }
    if (best !== undefined) parents.set(shape.id, best.id);
  }
  return parents;
}
