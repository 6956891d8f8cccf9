import type { Port } from '../document/index.ts';
import type { Point, Rect } from '../geometry/index.ts';
import type { DraftEnd, DraftLine, DraftNode, LineRole } from './draft.ts';
import { type Json, numberIn, recordIn, textIn } from './json.ts';
import { elementMark } from './marks.ts';

/*
 * Whole elements as our exports leave them in open places of formats that have no place for such elements (exchange 2.7):
 * a mark with an id and places.
 */

/** The point that a list of two numbers is; null where it is none. */
export const pairIn = (value: unknown): Point | null => {
  const [x, y] = Array.isArray(value) ? value.map(numberIn) : [];
  return x === undefined || y === undefined ? null : { x, y };
};

/** The box that a list of left, top, width and height is; null where it is none. */
export function boxIn(value: unknown): Rect | null {
  const [left, top, width, height] = (Array.isArray(value) ? value : []).map(numberIn);
  if (left === undefined || top === undefined || !width || !height || width < 0 || height < 0) return null;
  return { left, top, width, height };
}

/** An annotation that our export left; null where its type or its box is not there. */
export function hiddenAnnotation(json: Json): DraftNode | null {
  const { name = '', type, facts = [] } = elementMark(json);
  const box = boxIn(json['box']);
  if (type === undefined || box === null) return null;
  return { id: textIn(json['id']), role: 'annotation', kind: 'annotation', name, facts, box, type };
}

/** A line that our export left: its ends are free, or at what `nodeOf` says of their names. */
export function hiddenLine(
  json: Json,
  role: LineRole,
  nodeOf: (name: string) => string | undefined = (name) => name,
): DraftLine {
  const { name = '', type, facts = [], handle, ports } = elementMark(json);
  const end = (value: unknown, port: Port | undefined): DraftEnd => {
    const { at, x, y } = recordIn(value);
    const node = textIn(at) === '' ? undefined : nodeOf(textIn(at));
    return {
      node: node ?? null,
      point: node === undefined ? pairIn([x, y]) : null,
      ...(port === undefined ? {} : { port }),
    };
  };
  return {
    id: textIn(json['id']),
    role,
    kind: role === 'flow' ? 'data flow' : 'line boundary',
    name,
    facts,
    source: end(json['source'], ports?.[0]),
    target: end(json['target'], ports?.[1]),
    bends: [],
    ...(handle === undefined ? {} : { handle }),
    ...(type === undefined ? {} : { type }),
  };
}
