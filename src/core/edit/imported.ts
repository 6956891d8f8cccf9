import {
  CANVAS_START,
  customThreatTypeId,
  type Diagram,
  type DiagramId,
  diagramId,
  type ElementId,
  elementId,
  findDiagram,
  interactionKeyOf,
  isCustomThreat,
  type Line,
  type LineEnd,
  type Model,
  type NewGuid,
  type Note,
  nextIds,
  type Shape,
  type Threat,
  threatKey,
  threatKeyText,
} from '../document/index.ts';
import { type Point, type Rect, rectUnion } from '../geometry/index.ts';
import { words } from '../words/index.ts';
import { withRecords } from './copies.ts';
import { freeName } from './diagrams.ts';
import { type Edited, edited } from './edited.ts';
import { withDiagramName } from './properties.ts';
import { updateDiagram } from './update.ts';

/** What a file of another program became, on the template of the model that takes it. */
export type ImportedPart = Pick<Model, 'diagrams' | 'threats' | 'notes'>;

/**
 * Adds the diagrams of an import behind those of a model, with their threats and the texts that have no element, and
 * shows the first. Ids stay as they are, so that a later import can be compared, unless the model has them already.
 */
export function addImported(model: Model, part: ImportedPart, newGuid: NewGuid): Edited {
  const [first] = part.diagrams;
  if (first === undefined) return { value: model };
  const taken = new Set<string>(
    model.diagrams.flatMap(({ id, shapes, lines }) => [id, ...[...shapes, ...lines].map((one) => one.id)]),
  );
  const free = (id: string): string => (taken.has(id) ? newGuid() : id);
  const ids = new Map<ElementId, ElementId>();
  const diagramIds = new Map<DiagramId, DiagramId>();
  let value = model;
  for (const diagram of part.diagrams) {
    diagramIds.set(diagram.id, diagramId(free(diagram.id)));
    for (const { id } of [...diagram.shapes, ...diagram.lines]) ids.set(id, elementId(free(id)));
    const added = withDiagramName(
      { ...diagram, ...withIds(diagram, ids), id: diagramIds.get(diagram.id) ?? diagram.id },
      freeName(value, diagram.header),
    );
    value = { ...value, diagrams: [...value.diagrams, added] };
  }
  value = withThreats(value, part.threats, { ids, diagramIds }, newGuid);
  return edited(model, withNotes(value, part.notes), {
    show: diagramIds.get(first.id) ?? first.id,
    said: words.edits.diagramAdded({
      name: value.diagrams
        .slice(-part.diagrams.length)
        .map(({ header }) => header)
        .join(', '),
    }),
  });
}

/**
 * Adds the elements of an import to a diagram, under new ids, moved as a whole so that their middle is at a point, but
 * not beyond the upper and left edge of the canvas. They are selected, shapes first.
 */
export function pasteImported(
  model: Model,
  to: DiagramId,
  part: Pick<Diagram, 'shapes' | 'lines'>,
  { at, newGuid }: { readonly at: Point; readonly newGuid: NewGuid },
): Edited {
  if (findDiagram(model, to) === undefined) return { value: model };
  const all = [...part.shapes, ...part.lines];
  const ids = new Map(all.map(({ id }) => [id, elementId(newGuid())]));
  const { shapes, lines } = withIds(moved(part, at), ids);
  return edited(
    model,
    updateDiagram(model, to, (diagram) => withRecords(diagram, shapes, lines)),
    {
      select: [...shapes, ...lines].map(({ id }) => id),
      said: words.edits.pasted({ elements: all.length }),
    },
  );
}

type Elements = Pick<Diagram, 'shapes' | 'lines'>;

function withIds({ shapes, lines }: Elements, ids: ReadonlyMap<ElementId, ElementId>): Elements {
  const idOf = (id: ElementId): ElementId => ids.get(id) ?? id;
  const end = (one: LineEnd): LineEnd =>
    one.element === null ? one : { ...one, element: idOf(one.element) };
  return {
    shapes: shapes.map((shape) => ({ ...shape, id: idOf(shape.id) })),
    lines: lines.map((line) => ({
      ...line,
      id: idOf(line.id),
      source: end(line.source),
      target: end(line.target),
    })),
  };
}

const placeOf = ({ x, y }: Point): Rect => ({ left: x, top: y, width: 0, height: 0 });

function moved({ shapes, lines }: Elements, at: Point): Elements {
  const points = lines.flatMap(({ source, target, handle }) => [source, target, handle].map(placeOf));
  const box = rectUnion([...shapes, ...points]);
  if (box === undefined) return { shapes, lines };
  const dx = Math.max(Math.round(at.x - box.left - box.width / 2), CANVAS_START - Math.floor(box.left));
  const dy = Math.max(Math.round(at.y - box.top - box.height / 2), CANVAS_START - Math.floor(box.top));
  const by = <P extends Point>(point: P): P => ({ ...point, x: point.x + dx, y: point.y + dy });
  return {
    shapes: shapes.map((shape): Shape => ({ ...shape, left: shape.left + dx, top: shape.top + dy })),
    lines: lines.map(
      (line): Line => ({
        ...line,
        source: by(line.source),
        target: by(line.target),
        handle: by(line.handle),
      }),
    ),
  };
}

interface NewIds {
  readonly ids: ReadonlyMap<ElementId, ElementId>;
  readonly diagramIds: ReadonlyMap<DiagramId, DiagramId>;
}

function withThreats(
  model: Model,
  threats: readonly Threat[],
  { ids, diagramIds }: NewIds,
  newGuid: NewGuid,
): Model {
  if (threats.length === 0) return model;
  const nextId = nextIds(model.threats);
  const types = new Set(model.threats.filter(isCustomThreat).map(({ typeId }) => typeId));
  const added = threats.map((threat): Threat => {
    const idOf = (id: ElementId): ElementId => ids.get(id) ?? id;
    const [sourceId, flowId, targetId] = [idOf(threat.sourceId), idOf(threat.flowId), idOf(threat.targetId)];
    const typeId = types.has(threat.typeId) ? customThreatTypeId(newGuid()) : threat.typeId;
    return {
      ...threat,
      key: threatKey(threatKeyText(typeId, sourceId, flowId, targetId)),
      id: nextId(),
      typeId,
      diagramId: diagramIds.get(threat.diagramId) ?? threat.diagramId,
      sourceId,
      flowId,
      targetId,
      interactionKey: interactionKeyOf(sourceId, flowId, targetId),
    };
  });
  return { ...model, threats: [...model.threats, ...added] };
}

function withNotes(model: Model, notes: readonly Note[]): Model {
  if (notes.length === 0) return model;
  const nextId = nextIds(model.notes);
  return { ...model, notes: [...model.notes, ...notes.map((note) => ({ ...note, id: nextId() }))] };
}
