import { caselessLookup, shownText } from '../base/index.ts';
import type { CategoryId, DiagramId, ElementId, TypeId } from './ids.ts';
import type { Diagram, Element, Line, LineKind, Model, Property, Shape, ShapeKind, Threat } from './model.ts';
import type { ElementType, Template, ThreatCategory } from './template.ts';
import { THREAT_TEXT } from './threat-texts.ts';

/** Names of the properties that the Windows tool itself adds to elements (format 1.5). */
export const OUT_OF_SCOPE = '71f3d9aa-b8ef-4e54-8126-607a1d903103';
export const REASON_OUT_OF_SCOPE = '752473b6-52d4-4776-9a24-202153f7d579';
export const DATAFLOW_ORDER = '15ccd509-98eb-49ad-b9c2-b4a2926d1780';

/** `parentId` of the generic types; not a type itself, and no filter that names it ever matches. */
export const ROOT_TYPE = 'ROOT';

/** Counts indexes of elements that were made and types that were walked over, so that tests can show what things cost. */
export const work = { indexes: 0, chained: 0 };

// ---- types of the template

const typeIndexes = new WeakMap<Template, ReadonlyMap<string, ElementType>>();

/** Every element type of the template by id, generic ones first. Of two with one id the first counts. */
export function elementTypes(template: Template): ReadonlyMap<string, ElementType> {
  const known = typeIndexes.get(template);
  if (known !== undefined) return known;
  const index = new Map<string, ElementType>();
  for (const type of [...template.genericElements, ...template.standardElements]) {
    if (!index.has(type.id)) index.set(type.id, type);
  }
  typeIndexes.set(template, index);
  return index;
}

const typeLookups = new WeakMap<Template, (id: string) => ElementType | undefined>();

/** The type with this id; where none is spelled like that, the one that differs in the case of letters only. */
export function findElementType(template: Template, id: string): ElementType | undefined {
  let find = typeLookups.get(template);
  if (find === undefined) {
    find = caselessLookup(elementTypes(template));
    typeLookups.set(template, find);
  }
  return find(id);
}

/** Types that a chain of them has at most: templates have four, and each type of a file may be below all others. */
export const MOST_LEVELS = 200;

/**
 * The type and its ancestors, nearest first. Ends at `ROOT`, at an unknown parent, where a cycle closes, or where there
 * are more than `MOST_LEVELS`.
 */
export function typeChain(template: Template, id: TypeId): readonly ElementType[] {
  const chain: ElementType[] = [];
  const seen = new Set<string>();
  let type = findElementType(template, id);
  while (type !== undefined && !seen.has(type.id) && chain.length < MOST_LEVELS) {
    chain.push(type);
    seen.add(type.id);
    type = findElementType(template, type.parentId);
  }
  return chain;
}

/**
 * The types that an element is of, nearest first. Where the template does not have its type, the generic one that
 * the element names stands in.
 */
export function elementChain(
  template: Template,
  { typeId, genericTypeId }: Pick<Element, 'typeId' | 'genericTypeId'>,
): readonly ElementType[] {
  const chain = typeChain(template, typeId);
  return chain.length > 0 ? chain : typeChain(template, genericTypeId);
}

const topmost = new WeakMap<Template, Map<TypeId, TypeId>>();

/** The topmost ancestor, as elements store it (`GenericTypeId`); the id itself when the type is unknown. */
export function genericTypeIdOf(template: Template, id: TypeId): TypeId {
  const known = topmost.get(template) ?? new Map<TypeId, TypeId>();
  topmost.set(template, known);
  const path = new Set<TypeId>();
  let type = findElementType(template, id);
  let top = id;
  while (type !== undefined && !path.has(type.id)) {
    const before = known.get(type.id);
    top = before ?? type.id;
    path.add(type.id);
    type = before === undefined ? findElementType(template, type.parentId) : undefined;
  }
  // In a cycle no type is the topmost: there the answer depends on where one begins.
  if (type !== undefined) return typeChain(template, id).at(-1)?.id ?? id;
  for (const below of path) known.set(below, top);
  return top;
}

/** Whether `id` is `ancestor` or lies below it. `ROOT` is no type: it is nobody's ancestor (format 5.3). */
export function isTypeOrDescendant(template: Template, id: TypeId, ancestor: string): boolean {
  const wanted = findElementType(template, ancestor);
  return wanted !== undefined && typeChain(template, id).includes(wanted);
}

/** The nearest type of a chain that says how it is drawn, and how many types are below it. */
interface Drawn {
  readonly representation: string;
  readonly below: number;
}

/** By type id; null where no ancestor says it. */
const drawnTypes = new WeakMap<Template, Map<string, Drawn | null>>();

/** Known for all types of a chain once it was asked for one: twenty thousand may stand below each other. */
function drawnBy(template: Template, id: TypeId): Drawn | null {
  const known = drawnTypes.get(template) ?? new Map<string, Drawn | null>();
  drawnTypes.set(template, known);
  const path = new Set<string>();
  let type = findElementType(template, id);
  while (type !== undefined && !known.has(type.id) && !path.has(type.id)) {
    work.chained += 1;
    if (type.representation !== 'Inherited') {
      known.set(type.id, { representation: type.representation, below: 0 });
      break;
    }
    path.add(type.id);
    type = findElementType(template, type.parentId);
  }
  // At an unknown parent and where a cycle closes nothing is known: no type on the way says anything.
  let drawn = (type && known.get(type.id)) ?? null;
  for (const below of [...path].reverse()) {
    drawn = drawn && { ...drawn, below: drawn.below + 1 };
    known.set(below, drawn);
  }
  const own = findElementType(template, id);
  return (own && known.get(own.id)) ?? null;
}

/** The type's representation with `Inherited` resolved; `Inherited` when no ancestor says more. */
export function representationOf(template: Template, type: ElementType): string {
  const drawn = drawnBy(template, type.id);
  return drawn !== null && drawn.below < MOST_LEVELS ? drawn.representation : type.representation;
}

/** How elements of the type are stored, or undefined when it is drawn as a line or unknown (format 1.6). */
export function shapeKindOf(template: Template, id: TypeId): ShapeKind | undefined {
  const type = findElementType(template, id);
  switch (type && representationOf(template, type)) {
    case 'Ellipse':
      return 'ellipse';
    case 'Rectangle':
    case 'Annotation':
      return 'rectangle';
    case 'ParallelLines':
      return 'parallelLines';
    case 'BorderBoundary':
      return 'borderBoundary';
    default:
      return undefined;
  }
}

/** How lines of the type are stored, or undefined when it is drawn as a shape or unknown (format 1.6). */
export function lineKindOf(template: Template, id: TypeId): LineKind | undefined {
  const type = findElementType(template, id);
  switch (type && representationOf(template, type)) {
    case 'Line':
      return 'flow';
    case 'LineBoundary':
      return 'lineBoundary';
    default:
      return undefined;
  }
}

// ---- elements

export function isLine(element: Element): element is Line {
  return element.kind === 'flow' || element.kind === 'lineBoundary';
}

/** Whether the element is a trust boundary, drawn as a box or as a curve. */
export function isBoundary(element: Element): boolean {
  return element.kind === 'borderBoundary' || element.kind === 'lineBoundary';
}

/** Whether the shape is free text: its text is its `Name` property (format 1.6). */
export function isAnnotation(template: Template, { typeId, genericTypeId }: Shape): boolean {
  // The first of `elementChain`, of which no more is asked.
  const type = findElementType(template, typeId) ?? findElementType(template, genericTypeId);
  return type !== undefined && representationOf(template, type) === 'Annotation';
}

/**
 * Whether flows may start or end at the shape: boundaries and annotations take no part in the data flow. A file may
 * say otherwise and is carried as it is; nothing new is attached there.
 */
export function takesFlows(template: Template, shape: Shape): boolean {
  return shape.kind !== 'borderBoundary' && !isAnnotation(template, shape);
}

const elementIndexes = new WeakMap<Diagram, ReadonlyMap<ElementId, Element>>();

/** Every shape and line of the diagram by id. */
export function elementsById(diagram: Diagram): ReadonlyMap<ElementId, Element> {
  const known = elementIndexes.get(diagram);
  if (known !== undefined) return known;
  const index = new Map<ElementId, Element>();
  for (const element of [...diagram.shapes, ...diagram.lines]) {
    if (!index.has(element.id)) index.set(element.id, element);
  }
  elementIndexes.set(diagram, index);
  return index;
}

/** Where elements stand in a diagram by their ids, shapes before lines. Of two with one id the first counts. */
interface Places {
  readonly ids: readonly ElementId[];
  readonly byId: ReadonlyMap<ElementId, number>;
}

const placesOfDiagrams = new WeakMap<Diagram, Places>();
/** The last ones that were made: most edits leave the elements where they stand, and need none of their own. */
const recent: Places[] = [];
const MOST_RECENT = 4;

function placesOf(diagram: Diagram): Places {
  const known = placesOfDiagrams.get(diagram);
  if (known !== undefined) return known;
  const places = recent.find(({ ids }) => standsAt(diagram, ids)) ?? newPlaces(diagram);
  placesOfDiagrams.set(diagram, places);
  return places;
}

function newPlaces({ shapes, lines }: Diagram): Places {
  work.indexes += 1;
  const ids = [...shapes.map(({ id }) => id), ...lines.map(({ id }) => id)];
  const byId = new Map<ElementId, number>();
  for (const [place, id] of ids.entries()) if (!byId.has(id)) byId.set(id, place);
  const places = { ids, byId };
  recent.unshift(places);
  recent.length = Math.min(recent.length, MOST_RECENT);
  return places;
}

/** Whether the elements of the diagram have these ids, one after the other. */
function standsAt({ shapes, lines }: Diagram, ids: readonly ElementId[]): boolean {
  if (ids.length !== shapes.length + lines.length) return false;
  return (
    shapes.every(({ id }, index) => id === ids[index]) &&
    lines.every(({ id }, index) => id === ids[shapes.length + index])
  );
}

/** Whether each element of the diagram has an id of its own, as writers give them; a file may say otherwise. */
export function hasUniqueIds(diagram: Diagram): boolean {
  const { ids, byId } = placesOf(diagram);
  return ids.length === byId.size;
}

export function findElement(diagram: Diagram, id: ElementId | null): Element | undefined {
  const place = id === null ? undefined : placesOf(diagram).byId.get(id);
  if (place === undefined) return undefined;
  const { shapes, lines } = diagram;
  return place < shapes.length ? shapes[place] : lines[place - shapes.length];
}

export function findShape(diagram: Diagram, id: ElementId | null): Shape | undefined {
  const element = findElement(diagram, id);
  return element === undefined || isLine(element) ? undefined : element;
}

export function findLine(diagram: Diagram, id: ElementId | null): Line | undefined {
  const element = findElement(diagram, id);
  return element !== undefined && isLine(element) ? element : undefined;
}

export function findDiagram(model: Model, id: DiagramId): Diagram | undefined {
  return model.diagrams.find((diagram) => diagram.id === id);
}

/** The diagram that an element stands on. */
export function diagramOf(model: Model, id: ElementId): Diagram | undefined {
  return model.diagrams.find((diagram) => findElement(diagram, id) !== undefined);
}

/** A flow that a threat names, on whatever diagram it stands; undefined when it is gone. */
export function flowOf(
  model: Model,
  flowId: ElementId,
): { readonly diagram: Diagram; readonly flow: Line } | undefined {
  for (const diagram of model.diagrams) {
    const flow = findLine(diagram, flowId);
    if (flow !== undefined) return { diagram, flow };
  }
  return undefined;
}

// ---- properties

/** The property that holds the name of an element or a diagram: the first text captioned `Name`. */
export function isNameProperty(property: Property): property is Extract<Property, { value: string }> {
  return property.kind === 'string' && property.displayName === 'Name';
}

/** The name as stored, with its line breaks; empty when there is none. */
export function elementName(element: { readonly properties: readonly Property[] }): string {
  return element.properties.find(isNameProperty)?.value ?? '';
}

/** A name on one line: a line break with the blanks around it becomes one blank, other blanks stay (format 4.2). */
export function oneLineName(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  const lines = text.split(/[\r\n]+/);
  const last = lines.length - 1;
  return lines
    .map((line, index) => (index === 0 ? line.trimEnd() : index === last ? line.trimStart() : line.trim()))
    .filter((line, index) => line !== '' || index === 0 || index === last)
    .join(' ');
}

/** The element's name on one line, all of it: what threats say of it. */
export function displayName(element: { readonly properties: readonly Property[] }): string {
  return oneLineName(elementName(element));
}

/** The element's name as lists, titles and messages show it: on one line, and cut where it is without end. */
export const shownName = (element: { readonly properties: readonly Property[] }): string =>
  shownText(displayName(element));

/** The property with this identifier. Headers and the Name property have none and are never found. */
export function findProperty(
  element: { readonly properties: readonly Property[] },
  name: string,
): Property | undefined {
  if (name === '') return undefined;
  return element.properties.find((property) => property.name === name && property.kind !== 'header');
}

/** The value as a text: the chosen item of a list, a boolean as `true` or `false`; undefined without one. */
export function propertyText(property: Property): string | undefined {
  switch (property.kind) {
    case 'string':
    case 'customString':
      return property.value;
    case 'boolean':
      return String(property.value);
    case 'list':
    case 'staticList':
      return property.values[property.selectedIndex];
    default:
      return undefined;
  }
}

export function isOutOfScope(element: Element): boolean {
  const property = findProperty(element, OUT_OF_SCOPE);
  return property?.kind === 'boolean' && property.value;
}

// ---- threats

/** A text of the threat by the metadata's name for it, such as `Title` or `StateInformation`. */
export function threatProperty(threat: Threat, name: string): string | undefined {
  return threat.properties.find(([key]) => key === name)?.[1];
}

/** The category with this id; where none is spelled like that, one that differs in the case of letters only. */
export function findCategory(template: Template, id: CategoryId): ThreatCategory | undefined {
  const { threatCategories } = template;
  const lower = id.toLowerCase();
  return (
    threatCategories.find((category) => category.id === id) ??
    threatCategories.find((category) => category.id.toLowerCase() === lower)
  );
}

/** The threat's category: its own text, otherwise the name of its type's category, otherwise empty. */
export function categoryName(template: Template, threat: Threat): string {
  const own = threatProperty(threat, THREAT_TEXT.category);
  if (own !== undefined) return own;
  const type = template.threatTypes.find((candidate) => candidate.id === threat.typeId);
  return (type && findCategory(template, type.categoryId))?.name ?? '';
}
