import { type Rect, rectCentre, rectContains, rectContainsRect, rectUnion } from '../geometry/index.ts';
import type { DraftDiagram } from './draft.ts';

/*
 * Places for formats that say what lies in what. Our model stores no nesting: what lies in a boundary lies there on the
 * diagram, so places have to say the same.
 */

/** A thing of a format in which things have a parent. */
export interface Nestable {
  readonly id: string;
  /** Id of the thing that holds it. */
  readonly parent: string | null;
  /** Whether it is a boundary: the others are points that lie where their middle lies. */
  readonly holds: boolean;
  /** Absolute, in units of a model; null where the file does not say. */
  readonly box: Rect | null;
  /** How large it is where the file has no place for it and it holds nothing. */
  readonly size: Size;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface NestedPlaces {
  readonly boxes: ReadonlyMap<string, Rect>;
  /** The boxes only say what lies in what: no place of the file is kept, and the diagram is to be laid out. */
  readonly isMade: boolean;
  /** Ids of what the file has no place for, or one that says otherwise than its parent. */
  readonly placed: readonly string[];
  /** Ids of boundaries that were too small for what they hold. */
  readonly grown: readonly string[];
}

/** Whether a diagram is to be laid out by machine, since its file says no places. */
export const needsLayout = ({ isUnplaced, nodes }: DraftDiagram): boolean =>
  isUnplaced === true || nodes.every(({ box }) => box === null);

/** Around what a boundary holds, and above it for its name, in units. */
const MARGIN = 20;
const HEAD = 40;
/** Between things for which the file has no place, in units. */
const GAP = 50;
/** Things inside each other; what lies deeper lies as of this level. */
const MOST_LEVELS = 100;
/** Beyond as many pairs of a boundary and a thing nobody asks whether places and parents agree. */
const MOST_PAIRS = 5_000_000;

/**
 * Places of things such that each lies in its parent: those of the file, where they say so; boundaries that are too
 * small grow, and what has no place gets one in its parent. Where a thing then lies in a boundary that does not hold
 * it, no place of the file is kept: the nesting decides what crosses what, and with it the threats.
 *
 * @param isOurs the places are those of our own export, which stay whatever lies in what
 */
export function nestedPlaces(things: readonly Nestable[], isOurs = false): NestedPlaces {
  if (isOurs)
    return new Placing(things.map((one) => (one.box === null ? one : { ...one, parent: null }))).run();
  const placing = new Placing(things);
  const first = placing.run();
  if (first.isMade || placing.agrees(first.boxes)) return first;
  return new Placing(things.map((thing) => ({ ...thing, box: null }))).run();
}

/** A thing with all that lies in it: fixed, or to be put somewhere with its parts as they lie in it. */
interface Settled {
  readonly rect: Rect;
  readonly holds: boolean;
  readonly isFixed: boolean;
  readonly parts: readonly (readonly [id: string, rect: Rect])[];
}

class Placing {
  readonly #things: readonly Nestable[];
  readonly #children = new Map<string | null, Nestable[]>();
  /** The parent of each, without cycles. */
  readonly #parents = new Map<string, string | null>();
  readonly #placed: string[] = [];
  readonly #grown: string[] = [];

  constructor(things: readonly Nestable[]) {
    this.#things = things;
    const known = new Map(things.map((thing) => [thing.id, thing]));
    for (const { id, parent } of things) {
      const holder = parent === null ? undefined : known.get(parent);
      this.#parents.set(id, holder?.holds === true ? holder.id : null);
    }
    this.#cutCycles();
    for (const thing of known.values()) {
      const parent = this.#parents.get(thing.id) ?? null;
      const siblings = this.#children.get(parent);
      if (siblings === undefined) this.#children.set(parent, [thing]);
      else siblings.push(thing);
    }
  }

  /** Cuts what lies in itself, and what lies too deep, loose: each chain is walked once. */
  #cutCycles(): void {
    const levels = new Map<string, number>();
    for (const start of this.#parents.keys()) {
      const chain: string[] = [];
      const walked = new Set<string>();
      let at: string | null = start;
      while (at !== null && !levels.has(at) && !walked.has(at)) {
        chain.push(at);
        walked.add(at);
        at = this.#parents.get(at) ?? null;
      }
      const last = chain.at(-1);
      if (at !== null && walked.has(at) && last !== undefined) this.#parents.set(last, null);
      for (const id of chain.reverse()) {
        const parent = this.#parents.get(id) ?? null;
        const level = parent === null ? 0 : (levels.get(parent) ?? 0) + 1;
        if (level > MOST_LEVELS) this.#parents.set(id, null);
        levels.set(id, level > MOST_LEVELS ? 0 : level);
      }
    }
  }

  run(): NestedPlaces {
    const roots = (this.#children.get(null) ?? []).map((thing) => this.#settled(thing));
    const fixed = roots.filter(({ isFixed }) => isFixed);
    const around = rectUnion(fixed.map(({ rect }) => rect));
    const below = around === undefined ? 0 : around.top + around.height + GAP;
    const loose = inRows(
      roots.filter(({ isFixed }) => !isFixed),
      around?.left ?? 0,
      below,
      around?.width ?? 0,
    );
    return {
      boxes: new Map([...fixed, ...loose].flatMap(({ parts }) => parts)),
      isMade: this.#things.every(({ box }) => box === null),
      placed: this.#placed,
      grown: this.#grown,
    };
  }

  #settled(thing: Nestable): Settled {
    const inner = (this.#children.get(thing.id) ?? []).map((child) => this.#settled(child));
    const fixed = inner.filter(({ isFixed }) => isFixed);
    const loose = inner.filter(({ isFixed }) => !isFixed);
    if (thing.box === null) this.#placed.push(thing.id);
    if (thing.box === null && fixed.length === 0) return looseBox(thing, loose);
    return this.#fixedBox(thing, fixed, loose);
  }

  #fixedBox({ id, box, holds }: Nestable, fixed: readonly Settled[], loose: readonly Settled[]): Settled {
    const inside = rectUnion(fixed.map(({ rect }) => rect));
    const own = box ?? (inside && around(inside)) ?? { left: 0, top: 0, width: 0, height: 0 };
    const top = inside === undefined ? own.top + HEAD : inside.top + inside.height + MARGIN;
    const put = inRows(loose, own.left + MARGIN, top, own.width - 2 * MARGIN);
    const outside = [...fixed, ...put].filter((one) => !isIn(one.rect, one.holds, own));
    const rect = rectUnion([own, ...outside.map((one) => around(one.rect))]) ?? own;
    if (holds && box !== null && outside.length > 0) this.#grown.push(id);
    return {
      rect,
      holds,
      isFixed: true,
      parts: [[id, rect], ...[...fixed, ...put].flatMap(({ parts }) => parts)],
    };
  }

  /** Whether nothing lies in a boundary that does not hold it. */
  agrees(boxes: ReadonlyMap<string, Rect>): boolean {
    const boundaries = this.#things.filter(({ holds }) => holds);
    if (boundaries.length * this.#things.length > MOST_PAIRS) return true;
    return this.#things.every((thing) => {
      const own = boxes.get(thing.id);
      const holders = new Set<string>([thing.id]);
      for (let at = this.#parents.get(thing.id) ?? null; at !== null; at = this.#parents.get(at) ?? null)
        holders.add(at);
      return boundaries.every(({ id }) => {
        const box = boxes.get(id);
        return holders.has(id) || !own || !box || !isIn(own, thing.holds, box);
      });
    });
  }
}

/** A boundary lies in another one as a whole, everything else with its middle (`liesInBox`). */
const isIn = (rect: Rect, holds: boolean, box: Rect): boolean =>
  holds ? rectContainsRect(box, rect) : rectContains(box, rectCentre(rect));

const around = ({ left, top, width, height }: Rect): Rect => ({
  left: left - MARGIN,
  top: top - HEAD,
  width: width + 2 * MARGIN,
  height: height + HEAD + MARGIN,
});

/** A thing without a place, from the point of origin on, around what lies in it. */
function looseBox({ id, holds, size }: Nestable, loose: readonly Settled[]): Settled {
  const put = inRows(loose, MARGIN, HEAD, 0);
  const inside = rectUnion(put.map(({ rect }) => rect));
  const needed =
    inside === undefined || !holds
      ? size
      : { width: inside.left + inside.width + MARGIN, height: inside.top + inside.height + MARGIN };
  const rect = { left: 0, top: 0, ...needed };
  return { rect, holds, isFixed: false, parts: [[id, rect], ...put.flatMap(({ parts }) => parts)] };
}

/** Things beside and below each other, in rows that are as wide as is asked for, or about as wide as all are high. */
function inRows(things: readonly Settled[], left: number, top: number, width: number): readonly Settled[] {
  const area = things.reduce((sum, { rect }) => sum + (rect.width + GAP) * (rect.height + GAP), 0);
  const wide = Math.max(width, Math.sqrt(area) * 1.2);
  let [x, y, high] = [left, top, 0];
  return things.map((thing) => {
    const { rect } = thing;
    if (x > left && x + rect.width > left + wide) [x, y, high] = [left, y + high + GAP, 0];
    const put = moved(thing, x - rect.left, y - rect.top);
    x += rect.width + GAP;
    high = Math.max(high, rect.height);
    return put;
  });
}

function moved({ rect, parts, ...thing }: Settled, dx: number, dy: number): Settled {
  const by = (one: Rect): Rect => ({ ...one, left: one.left + dx, top: one.top + dy });
  return { ...thing, rect: by(rect), parts: parts.map(([id, part]) => [id, by(part)] as const) };
}
