import { words } from '../words/index.ts';
import { boundariesAround } from './containment.ts';
import type { ElementId } from './ids.ts';
import type { Diagram, Element, LineEnd } from './model.ts';
import { findElementType, findShape, isLine, shownName } from './queries.ts';
import type { Template } from './template.ts';

/** What tells an element from the others of its diagram, in parts that a list can lay out. */
export interface Description {
  /** Its name on one line; `Unnamed HTTPS` without one. */
  readonly name: string;
  /** The name of its type; empty when its name says it. */
  readonly type: string;
  /** `Secret → Image` of a flow, `in Network Boundary` of a shape, `8 elements` of a boundary; may be empty. */
  readonly place: string;
}

/** Describes an element of the diagram by its name, its type and where it stands among the others. */
export function describeElement(diagram: Diagram, element: Element, template: Template): Description {
  const type = findElementType(template, element.typeId)?.name ?? element.typeId;
  const own = shownName(element);
  const name = nameIn(template, element);
  return {
    name,
    type: own.trim() === '' || own === type ? '' : type,
    place: placeOf(diagram, element, template),
  };
}

/** A description as one text: `HTTPS, Secret → Image`, `Shop, Container, in Network Boundary`. */
export const inWords = ({ name, type, place }: Description): string => listed([name, type, place]);

/** The element's name on one line; one without a name is called by its type. */
export function nameIn(template: Template, element: Element): string {
  const name = shownName(element);
  if (name.trim() !== '') return name;
  const type = findElementType(template, element.typeId)?.name ?? words.elements.element;
  return words.elements.unnamed({ type });
}

const listed = (parts: readonly string[]): string =>
  words.elements.list({ parts: parts.filter((part) => part !== '') });

/**
 * What is deleted with some elements, for who does not see it: `Container and 4 flows`, `3 elements and 1 flow`.
 * The flows are those that hang on the elements and go with them.
 */
export function deletionInWords(diagram: Diagram, ids: ReadonlySet<ElementId>, template: Template): string {
  const elements = [...diagram.shapes, ...diagram.lines].filter((element) => ids.has(element.id));
  const [first] = elements;
  const name = first !== undefined && elements.length === 1 ? nameIn(template, first) : undefined;
  const hangsOn = (id: ElementId | null): boolean => id !== null && ids.has(id);
  const along = diagram.lines.filter(
    ({ id, source, target }) => !ids.has(id) && (hangsOn(source.element) || hangsOn(target.element)),
  );
  return words.elements.deleted({ name, elements: elements.length, flows: along.length });
}

function placeOf(diagram: Diagram, element: Element, template: Template): string {
  if (isLine(element)) {
    if (element.kind === 'lineBoundary') return words.elements.lineBoundary;
    const nameOf = (end: LineEnd): string => {
      const shape = findShape(diagram, end.element);
      return shape === undefined ? words.elements.nowhere : nameIn(template, shape);
    };
    return words.elements.ends({ from: nameOf(element.source), to: nameOf(element.target) });
  }
  const around = boundariesAround(diagram);
  const box = around.get(element.id)?.[0];
  const within = box === undefined ? '' : words.elements.within({ boundary: nameIn(template, box) });
  if (element.kind !== 'borderBoundary') return within;
  const held = diagram.shapes.filter((shape) => around.get(shape.id)?.includes(element)).length;
  return listed([words.counts.elements(held), within]);
}
