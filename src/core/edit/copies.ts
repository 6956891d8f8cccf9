import {
  buildProperties,
  customThreatTypeId,
  type Diagram,
  type DiagramId,
  type Element,
  type ElementId,
  elementId,
  elementName,
  findElementType,
  freeEnd,
  interactionKeyOf,
  isCustomThreat,
  isNameProperty,
  type Line,
  type LineEnd,
  type Model,
  type NewGuid,
  nextIds,
  type Property,
  type Shape,
  type Threat,
  takesFlows,
  threatKey,
  threatKeyText,
} from '../document/index.ts';
import { carryValues } from './properties.ts';
import { withMembers } from './update.ts';

/**
 * A copy's properties: the template's list for its type with the values and the name of the original. What a
 * file carried beyond the format stays with the original.
 */
export function rebuiltProperties(model: Model, element: Element): readonly Property[] {
  const name = elementName(element);
  const built = buildProperties(model.template, element.typeId, element.kind);
  return carryValues(built, element).map((property) =>
    isNameProperty(property) ? withMembers(property, { value: name }) : property,
  );
}

/**
 * New ids for shapes and lines, and the records under them; ends outside the copied set keep their element. An end at
 * an element that takes no flows is free in the copy.
 */
export function copyRecords(
  model: Model,
  shapes: readonly Shape[],
  lines: readonly Line[],
  newGuid: NewGuid,
): {
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
  readonly ids: ReadonlyMap<ElementId, ElementId>;
} {
  const ids = new Map<ElementId, ElementId>();
  for (const { id } of [...shapes, ...lines]) ids.set(id, elementId(newGuid()));
  const idOf = (id: ElementId): ElementId => ids.get(id) ?? id;
  const closed = new Set(
    model.diagrams.flatMap((diagram) =>
      diagram.shapes.filter((shape) => !takesFlows(model.template, shape)).map((shape) => shape.id),
    ),
  );
  const endOf = (end: LineEnd): LineEnd => {
    if (end.element === null) return end;
    return closed.has(end.element) ? freeEnd(end.x, end.y) : { ...end, element: idOf(end.element) };
  };
  const known = (element: Element): boolean => findElementType(model.template, element.typeId) !== undefined;
  const propertiesOf = (element: Element): readonly Property[] =>
    known(element) ? rebuiltProperties(model, element) : element.properties;
  return {
    shapes: shapes.map(({ carried: _, ...shape }) => ({
      ...shape,
      id: idOf(shape.id),
      properties: propertiesOf(shape),
      // The form that the Windows tool gives on opening (format 1.7).
      strokeThickness: Math.max(1, shape.strokeThickness),
    })),
    lines: lines.map(({ carried: _, ...line }) => ({
      ...line,
      id: idOf(line.id),
      properties: propertiesOf(line),
      source: endOf(line.source),
      target: endOf(line.target),
    })),
    ids,
  };
}

/** A threat as it is copied: without the ids that its new place gives it. */
export type ThreatWork = Pick<
  Threat,
  | 'typeId'
  | 'sourceId'
  | 'flowId'
  | 'targetId'
  | 'state'
  | 'priority'
  | 'properties'
  | 'changedBy'
  | 'modifiedAt'
>;

/**
 * Adds copies of threats for flows that were copied: same type, state, priority and texts, on the new ids.
 * Threats whose flow or ends were not copied, or whose type the template does not have, are left out, and so
 * are those that a copy of the same rule on the same flow already stands for.
 */
export function withCopiedThreats(
  model: Model,
  diagramId: DiagramId,
  threats: readonly ThreatWork[],
  ids: ReadonlyMap<ElementId, ElementId>,
  newGuid: NewGuid,
): Model {
  const types = new Set(model.template.threatTypes.map((type) => type.id));
  const keys = new Set(model.threats.map((threat) => threat.key));
  const added: Threat[] = [];
  const nextId = nextIds(model.threats);
  for (const work of threats) {
    const flowId = ids.get(work.flowId);
    const sourceId = ids.get(work.sourceId);
    const targetId = ids.get(work.targetId);
    if (flowId === undefined || sourceId === undefined || targetId === undefined) continue;
    const custom = isCustomThreat(work);
    if (!custom && !types.has(work.typeId)) continue;
    const typeId = custom ? customThreatTypeId(newGuid()) : work.typeId;
    const key = threatKey(threatKeyText(typeId, sourceId, flowId, targetId));
    if (keys.has(key)) continue;
    keys.add(key);
    added.push({
      key,
      id: nextId(),
      typeId,
      diagramId,
      sourceId,
      flowId,
      targetId,
      interactionKey: interactionKeyOf(sourceId, flowId, targetId),
      state: work.state,
      priority: work.priority,
      properties: work.properties,
      changedBy: work.changedBy,
      modifiedAt: work.modifiedAt,
      upgraded: false,
      wide: false,
    });
  }
  return added.length === 0 ? model : { ...model, threats: [...model.threats, ...added] };
}

/** Adds records at the end of a diagram's lists: above the others. */
export function withRecords(diagram: Diagram, shapes: readonly Shape[], lines: readonly Line[]): Diagram {
  return withMembers(diagram, {
    shapes: shapes.length === 0 ? diagram.shapes : [...diagram.shapes, ...shapes],
    lines: lines.length === 0 ? diagram.lines : [...diagram.lines, ...lines],
  });
}
