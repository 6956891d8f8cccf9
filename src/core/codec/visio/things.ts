import type { Rect } from '../../geometry/index.ts';
import type { Found, NodeRole } from '../draft.ts';
import { heldIn, MOST_SHAPES } from '../placing.ts';
import { mayTakeFlows } from '../roles.ts';
import { boundaryWayOf, isFurniture, roleByDrawing } from './roles.ts';
import { boxOf, labelOf, type VisioShape } from './shapes.ts';

/** A shape of a page that stands for something. */
export interface Thing {
  readonly shape: VisioShape;
  readonly box: Rect;
  readonly name: string;
  /** What its master or its drawing says; null where that leaves it open. */
  readonly role: Found<NodeRole> | null;
  /** The group without a name of its own that it stands in. */
  readonly group: VisioShape | null;
}

/** What is drawn on a page. */
export interface Drawn {
  readonly things: readonly Thing[];
  /** Those of boundaries may have a box. */
  readonly lines: readonly VisioShape[];
  /** The id of the thing that a shape is, or is a part of, by the id of the shape. */
  readonly partOf: ReadonlyMap<string, string>;
}

/** Tells what stands for something from what it is drawn with: parts of masters and of groups. */
export function drawnIn(shapes: readonly VisioShape[], glued: ReadonlySet<string>): Drawn {
  const finder = new Finder(glued);
  const things = shapes.flatMap((shape) => finder.find(shape, null));
  return { things, lines: finder.lines, partOf: finder.partOf };
}

/**
 * Boundaries around texts alone, such as a list of what to check: none of data flow.
 * @param elements the boxes of what takes flows
 */
export function framesOfTexts(things: readonly Thing[], elements: readonly Rect[]): ReadonlySet<Thing> {
  const texts = things.filter(({ role }) => role === 'annotation').map(({ box }) => box);
  const boundaries = things.filter(({ role }) => role === 'borderBoundary');
  if (boundaries.length > MOST_SHAPES || texts.length === 0) return new Set();
  return new Set(boundaries.filter(({ box }) => heldIn(box, elements) === 0 && heldIn(box, texts) > 0));
}

const isElement = ({ role }: Thing): boolean => mayTakeFlows(role ?? 'unknown');

class Finder {
  readonly lines: VisioShape[] = [];
  readonly partOf = new Map<string, string>();
  /** The shapes that flows end at. */
  readonly #glued: ReadonlySet<string>;

  constructor(glued: ReadonlySet<string>) {
    this.#glued = glued;
  }

  find(shape: VisioShape, group: VisioShape | null): readonly Thing[] {
    if (isFurniture(shape)) return [];
    if (shape.isLine) {
      this.lines.push(shape);
      return shape.children.flatMap((child) => this.find(child, group));
    }
    if (!this.#glued.has(shape.id) && boundaryWayOf(shape) !== null) {
      this.lines.push(shape);
      return [];
    }
    if (shape.isGroup && !shape.isMastered) return this.#group(shape, group);
    return [this.#thing(shape, group), ...this.#added(shape)];
  }

  #thing(shape: VisioShape, group: VisioShape | null): Thing {
    this.#claim(shape, shape.id);
    return { shape, box: boxOf(shape), name: labelOf(shape), role: roleByDrawing(shape), group };
  }

  #claim(shape: VisioShape, id: string): void {
    if (!this.partOf.has(shape.id)) this.partOf.set(shape.id, id);
    for (const child of shape.children) this.#claim(child, id);
  }

  /** What a person has put into a shape with a master, beside the parts of the master. */
  #added({ children }: VisioShape): readonly Thing[] {
    return children.flatMap((child) => {
      if (child.isPart) return this.#added(child);
      const isOwn = child.isLine || (child.isMastered && roleByDrawing(child) !== null);
      if (!isOwn) return [];
      this.#release(child);
      return this.find(child, null);
    });
  }

  #release(shape: VisioShape): void {
    this.partOf.delete(shape.id);
    for (const child of shape.children) this.#release(child);
  }

  /** A group that a person has made: what is in it; a boundary, an element or nothing itself. */
  #group(shape: VisioShape, outer: VisioShape | null): readonly Thing[] {
    const name = labelOf(shape);
    const inner = shape.children.flatMap((child) =>
      this.#isBare(child) ? [] : this.find(child, name === '' ? shape : null),
    );
    const elements = inner.filter(isElement);
    if (elements.length === 0 && inner.every(({ role }) => role === 'annotation')) {
      // A drawing of bare parts, perhaps with its name beside it.
      const isDrawing = shape.children.some((child) => this.#isBare(child));
      if (!isDrawing && name === '') return inner;
      const [only] = name === '' && inner.length === 1 ? inner : [];
      const thing = this.#thing(shape, outer);
      return only === undefined ? [thing, ...inner] : [{ ...thing, name: only.name }];
    }
    const [only, ...others] = elements;
    if (only !== undefined && others.length === 0 && only.name === '') {
      const texts = inner.filter(({ role }) => role === 'annotation');
      const text = name === '' && texts.length === 1 ? texts[0] : undefined;
      const named = { ...only, name: name || (text?.name ?? '') };
      this.#claim(shape, only.shape.id);
      return inner.flatMap((thing) => (thing === only ? [named] : thing === text ? [] : [thing]));
    }
    if (name === '') {
      const [largest] = elements.toSorted((a, b) => b.box.width - a.box.width);
      // What is glued to the group is meant for what is in it.
      if (largest !== undefined) this.#claim(shape, largest.shape.id);
      return inner;
    }
    const thing: Thing = { ...this.#thing(shape, outer), role: 'borderBoundary' };
    return [thing, ...inner];
  }

  /** A part of a drawing: no text, no master, no flow. */
  #isBare(shape: VisioShape): boolean {
    return (
      !shape.isLine &&
      !shape.isMastered &&
      !this.#glued.has(shape.id) &&
      labelOf(shape) === '' &&
      shape.children.every((child) => this.#isBare(child))
    );
  }
}
