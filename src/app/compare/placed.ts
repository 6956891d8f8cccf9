import { type Diagram, type ElementId, isLine, type Model } from '../../core/document/index.ts';
import {
  DiagramScene,
  drawnBox,
  type Mark,
  measureText,
  type Palette,
  type SharedImages,
  TEXT_SIZE,
} from '../../core/drawing/index.ts';
import { curveBounds, type Point, type Rect, rectContains, rectUnion } from '../../core/geometry/index.ts';

/** An element of a diagram, ready to be painted. */
export interface PlacedElement {
  readonly id: ElementId;
  readonly marks: readonly Mark[];
  /** All that is painted lies in it. */
  readonly bounds: Rect;
  /** What its sign goes around: the shape, or the label or the handle of a line. */
  readonly frame: Rect;
}

/** One side of a comparison: the elements of a diagram in the order in which they cover each other. */
export interface PlacedDiagram {
  readonly elements: readonly PlacedElement[];
  /** The names of boundaries, above all elements. */
  readonly names: readonly Pick<PlacedElement, 'marks' | 'bounds'>[];
  readonly byId: ReadonlyMap<ElementId, PlacedElement>;
  /** Null when there is nothing. */
  readonly bounds: Rect | null;
}

/** Around the handle of a line without a label. */
const HANDLE = 8;

/** What paints a diagram, worked out once. */
export function placedDiagram(
  model: Model,
  diagram: Diagram,
  palette: Palette,
  images: SharedImages,
): PlacedDiagram {
  const scene = new DiagramScene(model, diagram, { theme: 'colour', images, palette });
  const parts = scene.elements().map((placed) => ({ ...placed, marks: scene.marks(placed) }));
  const tops = new Map(
    parts.filter(({ part }) => part === 'name').map(({ element, marks }) => [element, marks] as const),
  );
  const bodies = parts.filter(({ part }) => part === 'body');
  const elements = bodies.map(({ element, marks }): PlacedElement => {
    const top = tops.get(element) ?? [];
    const boxes = [...marks, ...top].map(markBox);
    if (!isLine(element)) {
      const frame = drawnBox(element);
      return { id: element.id, marks, frame, bounds: rectUnion([...boxes, frame]) ?? frame };
    }
    const { x, y } = element.handle;
    const label = [...marks, ...top].find(({ kind }) => kind === 'rect');
    const frame =
      label === undefined
        ? { left: x - HANDLE, top: y - HANDLE, width: 2 * HANDLE, height: 2 * HANDLE }
        : markBox(label);
    return { id: element.id, marks, frame, bounds: rectUnion([...boxes, frame]) ?? frame };
  });
  const names = [...tops.values()].flatMap((marks) => {
    const bounds = rectUnion(marks.map(markBox));
    return bounds === undefined ? [] : [{ marks, bounds }];
  });
  return {
    elements,
    names,
    byId: new Map(elements.map((one) => [one.id, one])),
    bounds: rectUnion(elements.map(({ bounds }) => bounds)) ?? null,
  };
}

function markBox(mark: Mark): Rect {
  switch (mark.kind) {
    case 'curve':
      return curveBounds(mark.curve);
    case 'open': {
      const [first = { x: 0, y: 0 }] = mark.points;
      return mark.points.reduce(
        (box, { x, y }) => rectUnion([box, { left: x, top: y, width: 0, height: 0 }]) ?? box,
        {
          left: first.x,
          top: first.y,
          width: 0,
          height: 0,
        },
      );
    }
    case 'text': {
      const width = measureText(mark.text);
      const share = mark.anchor === 'start' ? 0 : mark.anchor === 'middle' ? 0.5 : 1;
      return { left: mark.x - width * share, top: mark.y - TEXT_SIZE, width, height: TEXT_SIZE * 1.4 };
    }
    default:
      return mark.box;
  }
}

/** The element whose frame is at a point of the diagram: the one that is painted above the others; null where none is. */
export function elementAt({ elements }: PlacedDiagram, point: Point): ElementId | null {
  return elements.findLast(({ frame }) => rectContains(frame, point))?.id ?? null;
}
