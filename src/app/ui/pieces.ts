/**
 * A part of a plain value, light enough that the browser copies it within a few milliseconds. Pieces come with the
 * last items of a list first and a record behind the pieces of its lists: taken in the other order, each finds
 * its place ready.
 */
export interface Piece {
  /** Members and indices from the value, which is item 0 of a list of its own, down to the list. */
  readonly path: readonly (string | number)[];
  /** Index of the first item. */
  readonly from: number;
  readonly items: readonly unknown[];
}

/** A piece, and what it weighs: about the number of values that the browser copies. */
export interface Weighed {
  readonly piece: Piece;
  readonly weight: number;
}

/** Letters that cost as much as one value. */
const LETTERS = 64;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What a value weighs, counted until it is too heavy. */
export function weigh(value: unknown, limit: number): number {
  let weight = 0;
  const left: unknown[] = [value];
  while (left.length > 0 && weight <= limit) {
    const next = left.pop();
    weight += typeof next === 'string' ? 1 + next.length / LETTERS : 1;
    if (Array.isArray(next)) for (let i = 0; i < next.length && i <= limit; i++) left.push(next[i]);
    else if (isObject(next)) for (const member of Object.values(next)) left.push(member);
  }
  return weight;
}

/** What one piece of a document may weigh: the page copies it in a few milliseconds. */
export const PIECE = 20_000;

/**
 * Gives a value away in pieces, each in a task of its own and when the one before has been taken; no more of them once
 * it is not wanted.
 */
export async function handOver(
  value: unknown,
  give: (piece: Piece) => Promise<unknown>,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const pieces = piecesOf(value, PIECE);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return;
    const next = pieces.next();
    if (next.done === true) return;
    await give(next.value.piece);
  }
}

interface Light {
  readonly value: unknown;
  readonly weight: number;
}

type Path = Piece['path'];

/** Cuts a value into pieces, at its lists. They weigh up to `limit`, with the record that reaches it twice that. */
export function* piecesOf(value: unknown, limit: number): Generator<Weighed, void> {
  const { value: light, weight } = yield* lightened(value, [0], limit);
  yield { piece: { path: [], from: 0, items: [light] }, weight };
}

function* lightened(value: unknown, path: Path, limit: number): Generator<Weighed, Light> {
  const weight = weigh(value, limit);
  if (weight <= limit || !isObject(value)) return { value, weight };
  if (Array.isArray(value)) return yield* emptied(value, path, limit);
  const members: [string, unknown][] = [];
  let sum = 1;
  for (const [name, member] of Object.entries(value)) {
    const light = yield* lightened(member, [...path, name], limit);
    members.push([name, light.value]);
    sum += light.weight;
  }
  return { value: Object.fromEntries(members), weight: sum };
}

/** Gives away all items of a list. */
function* emptied(list: readonly unknown[], path: Path, limit: number): Generator<Weighed, Light> {
  let items: unknown[] = [];
  let weight = 0;
  for (let index = list.length - 1; index >= 0; index--) {
    const light = yield* lightened(list[index], [...path, index], limit);
    items.push(light.value);
    weight += light.weight;
    if (weight < limit && index > 0) continue;
    yield { piece: { path, from: index, items: items.reverse() }, weight };
    items = [];
    weight = 0;
  }
  return { value: [], weight: 1 };
}

/** The list at a path; undefined when there is none. */
function listAt(root: unknown[], path: Path): unknown[] | undefined {
  let at: unknown = root;
  for (const step of path) {
    if (!isObject(at) || !Object.hasOwn(at, step)) return undefined;
    at = Reflect.get(at, step);
  }
  return Array.isArray(at) ? at : undefined;
}

/** Puts a value together from its pieces, which it takes over; undefined when they do not fit together. */
export function joined(pieces: readonly Piece[]): unknown {
  const root: unknown[] = [];
  for (const { path, from, items } of pieces.toReversed()) {
    const list = listAt(root, path);
    if (list?.length !== from) return undefined;
    for (const item of items) list.push(item);
  }
  return root[0];
}

/** Whether something stored is a piece. */
export const isPiece = (value: unknown): value is Piece =>
  isObject(value) &&
  Array.isArray(Reflect.get(value, 'path')) &&
  typeof Reflect.get(value, 'from') === 'number' &&
  Array.isArray(Reflect.get(value, 'items'));
