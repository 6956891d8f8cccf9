import { readFileSync } from 'node:fs';
import { readTemplate } from '../src/core/codec/index.ts';
import {
  type Diagram,
  defaultFlowType,
  type Element,
  elementTypes,
  type Line,
  type Model,
  type NewGuid,
  newLine,
  newModel,
  newShape,
  portForm,
  type Shape,
  shapeKindOf,
  type Template,
  type TypeId,
} from '../src/core/document/index.ts';
import { regenerate } from '../src/core/engine/index.ts';
import { type NamedPort, portPoint } from '../src/core/geometry/index.ts';
import { refusalWords } from '../src/core/words/later.ts';

/** Flows for each element. */
export const FLOWS_EACH = 1.3;
/** Of the flows one in so many goes right across the diagram; the others join neighbours. */
const ONE_FAR_IN = 12;
/** The distance of elements across and down, in model units. */
const STEP = { x: 180, y: 160 };
/** A border boundary holds so many elements across and down. */
const BLOCK = 6;

/** Ids that count up, so that each run makes the same bytes. */
export function guids(): NewGuid {
  let next = 1;
  return () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`;
}

/** A template of ours for models to embed. The bench is started in the root of the project. */
export function benchTemplate(name: 'containers' | 'stride-core' = 'containers'): Template {
  const read = readTemplate(new Uint8Array(readFileSync(`templates/${name}.tb7`)));
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.template;
}

/**
 * The template with its threat types again and again under other ids, until there are so many. Those exclude what they
 * include: their filters run, but a model has no more threats than a file may have.
 */
export function withThreatTypes(template: Template, count: number): Template {
  const { threatTypes } = template;
  const many = Array.from({ length: count }, (_, n) => {
    const type = threatTypes[n % threatTypes.length];
    if (type === undefined) throw new Error('The template has no threat types');
    if (n < threatTypes.length) return type;
    const filters = { ...type.filters, exclude: type.filters.include };
    return { ...type, id: `${type.id}-${n}` as typeof type.id, filters };
  });
  return { ...template, threatTypes: many };
}

export interface Wanted {
  readonly elements: number;
  /** `FLOWS_EACH` for each element when not given. */
  readonly flows?: number;
  readonly template?: Template;
  /** How many properties elements keep; `PROPERTIES` when not given. Threats may hang on any. */
  readonly properties?: number;
  /** Whether the threats are stored, too. */
  readonly threats?: boolean;
}

/**
 * A model with so many elements in rows, border boundaries around blocks of them, and flows from port to port with
 * their handles half way: most to the neighbour at the right or below, some right across.
 */
export function benchModel({
  elements,
  flows,
  template = benchTemplate(),
  properties = PROPERTIES,
  threats = false,
}: Wanted): Model {
  const newGuid = guids();
  const empty = newModel(template, newGuid);
  const columns = Math.ceil(Math.sqrt(elements));
  const types = [...elementTypes(empty.template).values()].filter((type) => !type.hidden);
  const typesOf = (kinds: readonly (string | undefined)[]): readonly TypeId[] =>
    types.filter((type) => kinds.includes(shapeKindOf(empty.template, type.id))).map((type) => type.id);
  const stencils = typesOf(['rectangle', 'ellipse', 'parallelLines']);
  const [boundary] = typesOf(['borderBoundary']);
  const shapes = Array.from({ length: elements }, (_, n) =>
    newShape(empty.template, required(stencils[n % stencils.length]), placeOf(n, columns), newGuid),
  );
  const blocks: Shape[] = [];
  for (let n = 0; n < elements; n += BLOCK) {
    const [column, row] = [n % columns, Math.floor(n / columns)];
    if (column % BLOCK !== 0 || row % BLOCK !== 0) continue;
    const { left, top } = placeOf(n, columns);
    const size = { width: BLOCK * STEP.x - 20, height: BLOCK * STEP.y - 20 };
    blocks.push(
      newShape(empty.template, required(boundary), { left: left - 25, top: top - 25, ...size }, newGuid),
    );
  }
  const flowType = required(defaultFlowType(empty.template));
  const count = flows ?? Math.round(elements * FLOWS_EACH);
  const lines = Array.from({ length: count }, (_, n) => {
    const [from, to] = endsOf(n, elements, columns);
    return flowBetween(empty.template, flowType, required(shapes[from]), required(shapes[to]), newGuid);
  });
  const [diagram] = empty.diagrams;
  const few = <T extends Element>(element: T): T => ({
    ...element,
    properties: element.properties.slice(0, properties),
  });
  const all = { shapes: [...blocks, ...shapes].map(few), lines: lines.map(few) };
  const model = { ...empty, diagrams: [{ ...required(diagram), ...all }] };
  return threats ? regenerate(model) : model;
}

/** Elements keep these properties: with all that the template has, 10,000 elements are more than a file may hold. */
const PROPERTIES = 4;

const placeOf = (n: number, columns: number): { readonly left: number; readonly top: number } => ({
  left: 40 + (n % columns) * STEP.x,
  top: 40 + Math.floor(n / columns) * STEP.y,
});

/** The elements that the flow of this number joins. */
function endsOf(n: number, elements: number, columns: number): readonly [number, number] {
  const from = n % elements;
  if (n % ONE_FAR_IN === ONE_FAR_IN - 1) return [from, (from * 7 + 1) % elements];
  const right = n < elements && (from + 1) % columns !== 0;
  return [from, (from + (right ? 1 : columns)) % elements];
}

function flowBetween(template: Template, type: TypeId, from: Shape, to: Shape, newGuid: NewGuid): Line {
  const [out, into]: readonly [NamedPort, NamedPort] =
    Math.abs(to.left - from.left) >= Math.abs(to.top - from.top)
      ? to.left >= from.left
        ? ['East', 'West']
        : ['West', 'East']
      : to.top >= from.top
        ? ['South', 'North']
        : ['North', 'South'];
  const source = { element: from.id, port: out, ...portPoint(from, portForm(from), out) };
  const target = { element: to.id, port: into, ...portPoint(to, portForm(to), into) };
  const handle = { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
  return newLine(template, type, { source, target }, handle, newGuid);
}

export function required<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error('The template lacks what the bench needs');
  return value;
}

/** The diagram of a model of ours, and an element in the middle of it. */
export const firstDiagram = (model: Model): Diagram => required(model.diagrams[0]);
export function middleElement({ shapes }: Diagram): Shape {
  const stencils = shapes.filter((shape) => shape.kind !== 'borderBoundary');
  const columns = Math.ceil(Math.sqrt(stencils.length));
  const row = Math.floor(Math.floor(stencils.length / columns) / 2);
  return required(stencils[row * columns + Math.floor(columns / 2)]);
}
