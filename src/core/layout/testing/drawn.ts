import {
  type Diagram,
  diagramId,
  type ElementId,
  elementId,
  type Model,
  newModel,
  newShape,
  typeId,
} from '../../document/index.ts';
import { countingGuids, testTemplate } from '../../document/testing/template.ts';
import { addFlow, addLine, addShape, type EndAt, routeLine, setName } from '../../edit/index.ts';
import type { Point } from '../../geometry/index.ts';

type BoxSpec = readonly [
  name: string,
  type: string,
  left: number,
  top: number,
  width?: number,
  height?: number,
];
/** Ends are names of shapes or free points. */
type FlowSpec = readonly [name: string, source: string | Point, target: string | Point];
type LineSpec = readonly [name: string, source: Point, handle: Point, target: Point];

export interface Drawn {
  readonly model: Model;
  readonly diagram: Diagram;
  /** The elements by their names. */
  readonly ids: ReadonlyMap<string, ElementId>;
}

/** A diagram by names and numbers. */
export function drawn(
  boxes: readonly BoxSpec[],
  flows: readonly FlowSpec[] = [],
  lines: readonly LineSpec[] = [],
): Drawn {
  const guids = countingGuids(1);
  let model = newModel(testTemplate, guids);
  const first = model.diagrams[0]?.id ?? diagramId('');
  const ids = new Map<string, ElementId>();
  const named = (name: string, id: ElementId): void => {
    ids.set(name, id);
    model = setName(model, id, name);
  };
  for (const [name, type, left, top, width = 100, height = 100] of boxes) {
    const shape = newShape(testTemplate, typeId(type), { left, top, width, height }, guids);
    model = addShape(model, first, shape);
    named(name, shape.id);
  }
  const end = (at: string | Point): EndAt =>
    typeof at === 'string' ? { element: ids.get(at) ?? elementId('') } : at;
  for (const [name, source, target] of flows) {
    model = addFlow(model, first, typeId('https'), { source: end(source), target: end(target) }, guids);
    const added = model.diagrams[0]?.lines.at(-1);
    if (added !== undefined) named(name, added.id);
  }
  for (const [name, source, handle, target] of lines) {
    const line = routeLine(model, first, typeId('border'), { source, target, handle }, guids);
    if (line === undefined) continue;
    model = addLine(model, first, line);
    named(name, line.id);
  }
  return { ...diagramIn(model), ids };
}

export function diagramIn(model: Model): { readonly model: Model; readonly diagram: Diagram } {
  const diagram = model.diagrams[0];
  if (diagram === undefined) throw new Error('a model without a diagram');
  return { model, diagram };
}
