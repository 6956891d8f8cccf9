import {
  type Diagram,
  describeElement,
  inWords,
  type Line,
  type Shape,
  type Template,
} from '../../../core/document/index.ts';

/** Counts the lines that were put into words, so that tests can show what a step of a drag costs. */
export const work = { lines: 0 };

/** Each line's name and its ends in words, for screen readers. */
export type LineWords = (diagram: Diagram, template: Template) => (line: Line) => string;

/**
 * Puts lines into words and remembers them: until an element gets another name, each record once. The answer is the
 * same function as long.
 */
export function lineWords(): LineWords {
  let last: { readonly template: Template; readonly diagram: Diagram } | undefined;
  let describe: (line: Line) => string = () => '';
  return (diagram, template) => {
    if (last?.template === template && sameNames(last.diagram.shapes, diagram.shapes)) return describe;
    last = { template, diagram };
    describe = describing(diagram, template);
    return describe;
  };
}

/** Later diagrams with the same names need not look their elements up: an earlier one tells the same of a line. */
function describing(diagram: Diagram, template: Template): (line: Line) => string {
  const known = new WeakMap<Line, string>();
  return (line) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    work.lines += 1;
    const told = inWords(describeElement(diagram, line, template));
    known.set(line, told);
    return told;
  };
}

/** Whether two lists hold the same elements by the same names, wherever they lie. */
function sameNames(before: readonly Shape[], after: readonly Shape[]): boolean {
  if (before === after) return true;
  return (
    before.length === after.length &&
    before.every((was, index) => {
      const is = after[index];
      if (was === is) return true;
      return (
        is !== undefined && was.id === is.id && was.typeId === is.typeId && was.properties === is.properties
      );
    })
  );
}
