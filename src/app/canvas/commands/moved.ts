import {
  type DiagramId,
  type ElementId,
  findDiagram,
  findElement,
  isLine,
  type Model,
} from '../../../core/document/index.ts';
import { words } from '../../words/index.ts';

interface Move {
  readonly dx: number;
  readonly dy: number;
}

/** How far an element really went: a shape by its corner, a line by its bend. */
export function moveOf(before: Model, after: Model, diagramId: DiagramId, id: ElementId | undefined): Move {
  const placeIn = (model: Model) => {
    const diagram = findDiagram(model, diagramId);
    const element = diagram && findElement(diagram, id ?? null);
    if (element === undefined) return { x: 0, y: 0 };
    return isLine(element) ? element.handle : { x: element.left, y: element.top };
  };
  const [was, is] = [placeIn(before), placeIn(after)];
  return { dx: is.x - was.x, dy: is.y - was.y };
}

/** What a move by keys did, in words: how far it went, and whether the edge of the canvas held it. */
export const movedInWords = (wanted: Move, { dx, dy }: Move): string =>
  words.canvas.said.moved({ dx, dy, held: dx !== wanted.dx || dy !== wanted.dy });

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size that a shape has after resizing by keys, and whether it is the least that it gets. */
export function sizeInWords(was: Size, by: { readonly dw: number; readonly dh: number }, is: Size): string {
  const held = is.width - was.width !== by.dw || is.height - was.height !== by.dh;
  return words.canvas.said.sized({ width: is.width, height: is.height, held });
}
