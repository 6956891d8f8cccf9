import { type Rect, rectCentre, rectContains } from '../../geometry/index.ts';
import { type FoundNode, mayTakeFlows, roleByWords } from '../roles.ts';
import type { Cell } from './cells.ts';
import { shapeWord } from './roles.ts';

/*
 * Cells that are no things of their own but parts of how one is drawn: the rows of a box with a head, as of Gane and
 * Sarson, and the picture in a box.
 */

/** Pairs of things that are asked where one lies in the other; more is no page of a person. */
export const MOST_QUESTIONS = 1_000_000;

/** The kind of a process that is drawn as a box with a head. */
export const HEAD = 'box with a head';

/** The texts that stand in lists: the id of the list by the id of each. */
export function rowsOf(cells: readonly Cell[]): ReadonlyMap<string, string> {
  const lists = new Set(
    cells.flatMap(({ id, isVertex, style }) =>
      isVertex && style.has('swimlane') && style.get('childLayout') === 'stackLayout' ? [id] : [],
    ),
  );
  return new Map(
    cells.flatMap(({ id, parent, isVertex, style }) =>
      isVertex && style.has('text') && lists.has(parent) ? [[id, parent]] : [],
    ),
  );
}

/** A picture that nobody gave a name or facts, and whose file's name says nothing either. */
export const isBarePicture = (cell: Cell): boolean =>
  cell.label === '' &&
  cell.data.size === 0 &&
  (cell.style.has('image') || cell.style.get('shape') === 'image') &&
  roleByWords(shapeWord(cell.style)) === null;

/**
 * What bare pictures are pictures of: the smallest element with a name whose box each of them lies in, by ids. Of several
 * in one none is its picture, and a page with more shapes than a person draws has none.
 */
export function hostsOf(
  found: ReadonlyMap<Cell, FoundNode>,
  boxes: ReadonlyMap<Cell, Rect>,
): ReadonlyMap<string, string> {
  const area = ({ width, height }: Rect): number => width * height;
  const hosts = [...found].flatMap(([cell, { role }]) => {
    const box = boxes.get(cell);
    return box !== undefined && cell.label !== '' && mayTakeFlows(role) ? [{ id: cell.id, box }] : [];
  });
  const pictures = [...found.keys()].filter(isBarePicture);
  if (hosts.length * pictures.length > MOST_QUESTIONS) return new Map();
  const within = pictures.flatMap((cell) => {
    const box = boxes.get(cell);
    if (box === undefined) return [];
    const [host] = hosts
      .filter((one) => area(one.box) > area(box) && rectContains(one.box, rectCentre(box)))
      .toSorted((a, b) => area(a.box) - area(b.box));
    return host === undefined ? [] : [[cell.id, host.id] as const];
  });
  const counts = new Map<string, number>();
  for (const [, host] of within) counts.set(host, (counts.get(host) ?? 0) + 1);
  return new Map(within.filter(([, host]) => counts.get(host) === 1));
}
