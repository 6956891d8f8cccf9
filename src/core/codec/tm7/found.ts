import type { Diagram, Line, Shape } from '../../document/index.ts';
import { type Found, toWrite } from '../xml/record.ts';

/** An element as it was found, with the key of its entry, which by the rules is its guid (format 1.6). */
export interface FoundElement<E> extends Found<E> {
  readonly key: string;
}

/** A diagram as it was found: its elements are settled when the whole file is read. */
export interface FoundDiagram extends Omit<Diagram, 'shapes' | 'lines'> {
  readonly shapes: readonly FoundElement<Shape>[];
  readonly lines: readonly FoundElement<Line>[];
}

const elementToWrite = <E extends Shape | Line>(element: E): FoundElement<E> => ({
  ...toWrite(element),
  key: element.id,
});

/** A diagram of the document in the form that its table writes. */
export const diagramToWrite = (diagram: Diagram): Found<FoundDiagram> =>
  toWrite({
    ...diagram,
    shapes: diagram.shapes.map(elementToWrite),
    lines: diagram.lines.map(elementToWrite),
  });
