import type { Point, Rect } from '../../geometry/index.ts';
import { textOfHtml, tidyText } from '../label-text.ts';
import { attribute, elementsIn } from '../xml/elements.ts';
import type { XmlNode } from '../xml/tree.ts';

/** Groups inside each other; more is a circle, or made to be odd. */
const MOST_PARENTS = 100;

/** The pairs of a style; words alone have an empty value, the first of them under `shape` where there is no other. */
export type Style = ReadonlyMap<string, string>;

/** A cell of a page. */
export interface Cell {
  readonly id: string;
  readonly parent: string;
  readonly isEdge: boolean;
  readonly isVertex: boolean;
  readonly label: string;
  readonly style: Style;
  readonly source: string;
  readonly target: string;
  /** Members that a wrapper has beside the label, by name. */
  readonly data: ReadonlyMap<string, string>;
  readonly geometry: Geometry | null;
}

export interface Geometry {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isRelative: boolean;
  readonly points: readonly Point[];
  readonly sourcePoint: Point | null;
  readonly targetPoint: Point | null;
  readonly offset: Point | null;
}

const numberOf = (text: string | undefined): number => {
  const value = Number(text ?? 0);
  return Number.isFinite(value) && Math.abs(value) < 1e7 ? value : 0;
};

export function styleOf(text: string): Style {
  const style = new Map<string, string>();
  for (const part of text.split(';')) {
    const at = part.indexOf('=');
    if (at > 0) style.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
    else if (part.trim() !== '') style.set(part.trim(), '');
  }
  return style;
}

const WRAPPERS = new Set(['object', 'UserObject']);

/** The cells below `root`, in the order of the file, without those that are not shown. */
export function cellsIn(root: XmlNode): readonly Cell[] {
  return elementsIn(root).flatMap((node) => {
    const wrapper = WRAPPERS.has(node.name) ? node : null;
    const cell = wrapper === null ? node : elementsIn(node).find(({ name }) => name === 'mxCell');
    if (cell === undefined || cell.name !== 'mxCell' || attribute(cell, 'visible') === '0') return [];
    return [cellOf(cell, wrapper)];
  });
}

/** Letters of a label before it is filled in, and of all that it gets. */
const MOST_FILLED = 20_000;

/** A label with the values that its placeholders name. */
function filledIn(label: string, data: ReadonlyMap<string, string>): string {
  let room = MOST_FILLED;
  return label.slice(0, MOST_FILLED).replace(/%([^%\s]{1,100})%/g, (all, name: string) => {
    const value = (data.get(name) ?? all).slice(0, Math.max(0, room));
    room -= value.length;
    return value;
  });
}

function cellOf(cell: XmlNode, wrapper: XmlNode | null): Cell {
  const style = styleOf(attribute(cell, 'style') ?? '');
  const raw = (wrapper === null ? attribute(cell, 'value') : attribute(wrapper, 'label')) ?? '';
  const data = new Map<string, string>();
  for (const { name, value } of wrapper?.attributes ?? [])
    if (!['label', 'id', 'placeholders'].includes(name)) data.set(name, value);
  const filled = wrapper !== null && attribute(wrapper, 'placeholders') === '1' ? filledIn(raw, data) : raw;
  const geometry = elementsIn(cell).find(({ name }) => name === 'mxGeometry');
  return {
    id: (wrapper === null ? attribute(cell, 'id') : attribute(wrapper, 'id')) ?? '',
    parent: attribute(cell, 'parent') ?? '',
    isEdge: attribute(cell, 'edge') === '1',
    isVertex: attribute(cell, 'vertex') === '1',
    label: style.get('html') === '1' ? textOfHtml(filled) : tidyText(filled),
    style,
    source: attribute(cell, 'source') ?? '',
    target: attribute(cell, 'target') ?? '',
    data,
    geometry: geometry === undefined ? null : geometryOf(geometry),
  };
}

function geometryOf(node: XmlNode): Geometry {
  const number = (name: string): number => numberOf(attribute(node, name));
  const children = elementsIn(node);
  const pointAs = (role: string): Point | null => {
    const found = children.find((child) => child.name === 'mxPoint' && attribute(child, 'as') === role);
    return found === undefined ? null : pointOf(found);
  };
  const array = children.find((child) => child.name === 'Array' && attribute(child, 'as') === 'points');
  return {
    x: number('x'),
    y: number('y'),
    width: Math.abs(number('width')),
    height: Math.abs(number('height')),
    isRelative: attribute(node, 'relative') === '1',
    points:
      array === undefined
        ? []
        : elementsIn(array)
            .filter(({ name }) => name === 'mxPoint')
            .map(pointOf),
    sourcePoint: pointAs('sourcePoint'),
    targetPoint: pointAs('targetPoint'),
    offset: pointAs('offset'),
  };
}

const pointOf = (node: XmlNode): Point => ({
  x: numberOf(attribute(node, 'x')),
  y: numberOf(attribute(node, 'y')),
});

/** Where cells lie, by what they stand in: places of a file are relative to the parent. */
export class Places {
  readonly #cells: ReadonlyMap<string, Cell>;

  constructor(cells: readonly Cell[]) {
    this.#cells = new Map(cells.map((cell) => [cell.id, cell]));
  }

  /** The upper left corner of what a cell stands in; a circle of parents ends where it was met. */
  origin(cell: Cell): Point {
    let [x, y] = [0, 0];
    const seen = new Set<string>();
    for (let parent = this.#cells.get(cell.parent), level = 0; parent !== undefined; level++) {
      if (seen.has(parent.id) || level > MOST_PARENTS) break;
      seen.add(parent.id);
      if (parent.isVertex && parent.geometry !== null && !parent.geometry.isRelative) {
        x += parent.geometry.x;
        y += parent.geometry.y;
      }
      parent = this.#cells.get(parent.parent);
    }
    return { x, y };
  }

  /** The box of a vertex; one that lies on the edge of its parent has its place as a share of that. */
  box(cell: Cell): Rect | null {
    const { geometry } = cell;
    if (geometry === null) return null;
    const origin = this.origin(cell);
    const { x, y, width, height, isRelative, offset } = geometry;
    const parent = this.#cells.get(cell.parent)?.geometry;
    const left = isRelative ? x * (parent?.width ?? 0) + (offset?.x ?? 0) : x;
    const top = isRelative ? y * (parent?.height ?? 0) + (offset?.y ?? 0) : y;
    return { left: origin.x + left, top: origin.y + top, width, height };
  }

  /** A point of an edge. */
  point(cell: Cell, point: Point | null): Point | null {
    if (point === null) return null;
    const { x, y } = this.origin(cell);
    return { x: point.x + x, y: point.y + y };
  }
}
