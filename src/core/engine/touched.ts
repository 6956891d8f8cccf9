import {
  crosserOf,
  type Diagram,
  type Element,
  type ElementId,
  findElement,
  findLine,
  hasUniqueIds,
  isBoundary,
  type Line,
} from '../document/index.ts';

/** Boundaries of which each flow is asked whether it crosses them. With more, all flows are looked at anew. */
const MOST_BOUNDARIES = 16;

/** What an edit did to the flows of a diagram. */
export interface Touched {
  /**
   * The lines of the new diagram whose interaction is another record, as the line, an end of it or a boundary that it
   * crosses is; in the order of the lines.
   */
  readonly lines: readonly Line[];
  /** The lines that are there no longer. */
  readonly gone: readonly Line[];
  /** Whether the lines that stayed follow each other as before, and new ones stand behind them. */
  readonly inOrder: boolean;
}

/**
 * The lines whose interactions an edit may have changed; all others have theirs as before. One walk over the records,
 * which compares them and asks no index. Null where ids are not unique: then nothing can be said.
 */
export function touchedLines(before: Diagram, after: Diagram): Touched | null {
  if (!hasUniqueIds(before) || !hasUniqueIds(after)) return null;
  const shapes = changes(before, before.shapes, after.shapes);
  const lines = changes(before, before.lines, after.lines);
  const ends = new Set<ElementId | null>([...shapes.came, ...shapes.went].map(({ id }) => id));
  const boundaries = [...shapes.came, ...shapes.went, ...lines.came, ...lines.went].filter(isBoundary);
  const crosses = boundaries.length > MOST_BOUNDARIES ? (): boolean => true : crosserOf(boundaries);
  const own = new Set<Line>(lines.came);
  const touched = after.lines.filter(
    (line) =>
      own.has(line) ||
      (ends.size > 0 && (ends.has(line.source.element) || ends.has(line.target.element))) ||
      (boundaries.length > 0 && crosses(line)),
  );
  const gone = lines.went.filter(({ id }) => findLine(after, id) === undefined);
  return { lines: touched, gone, inOrder: lines.inOrder };
}

interface Changes<T> {
  /** Records that the other side does not have, in their order. */
  readonly came: readonly T[];
  readonly went: readonly T[];
  readonly inOrder: boolean;
}

/** The records in which two lists differ. A list of as many with the same ids at the same places needs no index. */
function changes(diagram: Diagram, before: readonly Line[], after: readonly Line[]): Changes<Line>;
function changes(diagram: Diagram, before: readonly Element[], after: readonly Element[]): Changes<Element>;
function changes(diagram: Diagram, before: readonly Element[], after: readonly Element[]): Changes<Element> {
  if (before === after) return { came: [], went: [], inOrder: true };
  const [came, went]: [Element[], Element[]] = [[], []];
  let index = 0;
  for (; index < after.length && index < before.length; index++) {
    const [was, is] = [before[index], after[index]];
    if (was === is) continue;
    if (was === undefined || is === undefined || was.id !== is.id) break;
    came.push(is);
    went.push(was);
  }
  if (index === before.length || index === after.length) {
    return { came: [...came, ...after.slice(index)], went: [...went, ...before.slice(index)], inOrder: true };
  }
  const stays = new Set(after.slice(index));
  const rest = after.slice(index).filter((record) => findElement(diagram, record.id) !== record);
  return {
    came: [...came, ...rest],
    went: [...went, ...before.slice(index).filter((record) => !stays.has(record))],
    inOrder: false,
  };
}
