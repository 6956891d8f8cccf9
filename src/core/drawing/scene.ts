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
import {
  elementMarks,
  hasNameOnTop,
  type Ink,
  inDrawingOrder,
  labelShiftsIn,
  type Part,
  type Standing,
} from './picture.ts';

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
  /** Its place in the diagram's drawing order; no other element or part has it. */
  readonly place: number;
  readonly standing: Standing;
  /** The names of boundaries are parts of their own, above everything else. */
  readonly part: Part;
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
    return this.#parts([...this.#order.keys()], () => 'plain');
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
    return this.#parts([...new Set([...around, ...meant])], (element) =>
      meant.has(element) ? 'bold' : 'faint',
    );
  }

  marks({ element, standing, part }: Pick<Placed, 'element' | 'standing' | 'part'>): readonly Mark[] {
    const shift = this.#shifts.get(element.id) ?? 0;
    return elementMarks(this.#model, element, this.#ink, standing, shift, part);
  }

  #parts(elements: readonly Element[], standingOf: (element: Element) => Standing): readonly Placed[] {
    return elements
      .flatMap((element): readonly Placed[] => {
        const place = this.#order.get(element) ?? 0;
        const body = { element, place, standing: standingOf(element), part: 'body' } as const;
        if (!hasNameOnTop(element)) return [body];
        return [body, { ...body, place: place + this.#order.size, part: 'name' }];
      })
      .sort((a, b) => a.place - b.place);
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
