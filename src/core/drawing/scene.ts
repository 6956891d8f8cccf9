import {
  type Diagram,
  type Element,
  type ElementId,
  findShape,
  type Line,
  type Model,
} from '../document/index.ts';
import { type BoxIndex, boxIndex, curveBounds, curveThrough, type Rect } from '../geometry/index.ts';
import { diagramCrop, grow, interactionCrop } from './crops.ts';
import { handleBox } from './drawing.ts';
import { drawnBox } from './inset.ts';
import type { Mark } from './marks.ts';
import { elementMarks, type Ink, inDrawingOrder, labelShiftsIn, type Standing } from './picture.ts';

/**
 * Elements of each sort that the picture of an interaction shows around it at most: in a crowd, those that are nearest
 * to its ends and its label. Without a limit the pictures of all interactions would grow with the square of a
 * drawing.
 */
const MOST_AROUND = 32;
/** How far a label reaches beyond its handle's box at most. */
const LABEL_REACH = 60;

/** An element in a picture. */
export interface Placed {
  readonly element: Element;
  /** Its place in the diagram's drawing order; no other element has it. */
  readonly place: number;
  readonly standing: Standing;
}

/** The pictures of one diagram and of its interactions, whatever they are written as. */
export class DiagramScene {
  readonly #model: Model;
  readonly #diagram: Diagram;
  readonly #ink: Ink;
  readonly #order: ReadonlyMap<Element, number>;
  readonly #shifts: ReadonlyMap<ElementId, number>;
  #around: ((near: readonly Rect[], crop: Rect) => readonly Element[]) | undefined;

  constructor(model: Model, diagram: Diagram, ink: Ink) {
    this.#model = model;
    this.#diagram = diagram;
    this.#ink = ink;
    this.#order = new Map(inDrawingOrder(diagram).map((element, index) => [element, index]));
    this.#shifts = labelShiftsIn(model, diagram.lines, ink);
  }

  crop(): Rect {
    return diagramCrop(this.#diagram);
  }

  elements(): readonly Placed[] {
    return [...this.#order].map(([element, place]) => ({ element, place, standing: 'plain' }));
  }

  cropOf(flow: Line): Rect {
    return interactionCrop(this.#diagram, flow, this.#shifts);
  }

  /** The two elements of a flow and the flow stand out; what is near them in the crop is pale. */
  elementsOf(flow: Line): readonly Placed[] {
    const crop = this.cropOf(flow);
    const ends = [flow.source.element, flow.target.element].flatMap(
      (id) => findShape(this.#diagram, id) ?? [],
    );
    this.#around ??= searchOf(this.#diagram, this.#shifts);
    const meant = new Set<Element>([...ends, flow]);
    const around = this.#around([...ends.map(drawnBox), handleBox(flow)], crop);
    return [...new Set([...around, ...meant])]
      .map((element) => ({
        element,
        place: this.#order.get(element) ?? 0,
        standing: meant.has(element) ? ('bold' as const) : ('faint' as const),
      }))
      .sort((a, b) => a.place - b.place);
  }

  marks(element: Element, standing: Standing): readonly Mark[] {
    const shift = this.#shifts.get(element.id) ?? 0;
    return elementMarks(this.#model, element, this.#ink, standing, shift);
  }
}

/** Finds what a picture of an interaction shows around it. */
function searchOf(diagram: Diagram, shifts: ReadonlyMap<ElementId, number>) {
  const shapes = indexed(diagram.shapes.map((shape) => [shape, shape] as const));
  // A line shows by its curve or by its label.
  const lines = indexed(
    diagram.lines.flatMap((line) => {
      const { x, y } = line.handle;
      const handle = { x, y: y + (shifts.get(line.id) ?? 0) };
      const curve = curveBounds(curveThrough(line.source, line.handle, line.target));
      return [[line, curve] as const, [line, grow(handleBox({ handle }), LABEL_REACH)] as const];
    }),
  );
  return (near: readonly Rect[], crop: Rect): readonly Element[] => [
    ...shapes(near, crop),
    ...lines(near, crop),
  ];
}

function indexed(boxes: readonly (readonly [Element, Rect])[]) {
  const index: BoxIndex = boxIndex(boxes.map(([, box]) => box));
  return (near: readonly Rect[], crop: Rect): readonly Element[] => {
    // As a rule few lie in the crop, and which of them are nearest need not be asked. An element has two boxes at most.
    const places = index.touching(crop, MOST_AROUND) ?? index.nearest(near, crop, 2 * MOST_AROUND);
    const found = places.flatMap((place) => boxes[place]?.[0] ?? []);
    return [...new Set(found)].slice(0, MOST_AROUND);
  };
}
