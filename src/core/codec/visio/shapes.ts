import type { Point, Rect } from '../../geometry/index.ts';
import { tidyText } from '../label-text.ts';
import { spaced } from '../names.ts';
import { attribute, childNamed, elementsIn } from '../xml/elements.ts';
import type { XmlNode } from '../xml/tree.ts';
import type { Drawing, MasterPart, PagePart } from './package.ts';
import { numberIn, Sheet } from './sheet.ts';

/** Units of a model in an inch (exchange 6). */
const UNITS = 96;
/** Less than this is no rotation, in radians (exchange 6). */
const STRAIGHT = 0.01;

/** From a place in a shape to units on the page, y down: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
interface Transform {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

const applied = ({ a, b, c, d, e, f }: Transform, x: number, y: number): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

const after = (outer: Transform, inner: Transform): Transform => {
  const { x: e, y: f } = applied(outer, inner.e, inner.f);
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e,
    f,
  };
};

/** A shape of a page, with those in it where it is a group. */
export interface VisioShape {
  readonly id: string;
  readonly sheet: Sheet;
  readonly isGroup: boolean;
  readonly isForeign: boolean;
  /** Made from a master of its own. */
  readonly isMastered: boolean;
  /** A part of the drawing of the master that a shape around it is made from. */
  readonly isPart: boolean;
  /** A line: it has ends in place of a box. */
  readonly isLine: boolean;
  /** Names of its master, else of itself, the universal one first, without numbers. */
  readonly names: readonly string[];
  readonly children: readonly VisioShape[];
  /** From a place in it, in inches from its lower left corner, to the page. */
  readonly toPage: (x: number, y: number) => Point;
  /** From a place in what it stands in. */
  readonly fromOuter: (x: number, y: number) => Point;
}

/** The box around a shape, in units. */
export function boxOf({ sheet, toPage }: VisioShape): Rect {
  const [width, height] = [sheet.number('Width') ?? 0, sheet.number('Height') ?? 0];
  const corners = [toPage(0, 0), toPage(width, 0), toPage(width, height), toPage(0, height)];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Its own text; of what is drawn of a master without one, the texts of the parts. */
export function labelOf({ sheet, isGroup, isMastered, children }: VisioShape): string {
  const own = sheet.label ?? '';
  if (own !== '' || !isGroup || !isMastered) return own;
  return tidyText(children.flatMap((child) => (child.isPart ? labelOf(child) : [])).join('\n'));
}

/** Lucidchart calls masters `com.lucidchart.AmazonEC2AWS2021.12`. */
const LUCID = /^com\.lucidchart\.([^.]+)/;
const UNNAMED = /^(sheet|shape|group)?[.\s]*[\d.]*$/i;

/** A name without the number that tells it from others of its master; empty where it says nothing. */
function bareName(name: string): string {
  const lucid = LUCID.exec(name)?.[1];
  if (lucid !== undefined)
    return spaced(lucid.replaceAll('_', ' ').replace(/(AWS|Azure|GCP)\s*\d+$/, ''))
      .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
      .replace(/ ?\d{2,}$/, '');
  return UNNAMED.test(name) ? '' : name.replace(/(\.\d+)+$/, '').trim();
}

/** Reads the shapes of a page. */
export class ShapeReader {
  readonly #drawing: Drawing;
  readonly #page: PagePart;
  readonly #hiddenLayers: ReadonlySet<string>;
  readonly #masters: MasterSheets;
  /** What lists of layers say, by their texts: thousands of shapes may have one from their master. */
  readonly #hidden = new Map<string, boolean>();

  /** @param masters those of the drawing, for all of its pages */
  constructor(drawing: Drawing, page: PagePart, masters: MasterSheets) {
    this.#drawing = drawing;
    this.#page = page;
    this.#masters = masters;
    this.#hiddenLayers = hiddenLayers(page);
  }

  /** The shapes of the page in drawing order, without those on layers that are not shown. */
  shapes(): readonly VisioShape[] {
    const { root, sheet } = this.#page;
    const size = sheet === undefined ? null : new Sheet(sheet, null, this.#drawing.styles);
    const scale = (size?.number('PageScale') ?? 1) / (size?.number('DrawingScale') ?? 1);
    const unit = UNITS * (Number.isFinite(scale) && scale > 1e-6 && scale < 1e6 ? scale : 1);
    const height = size?.number('PageHeight') ?? 0;
    const toPage: Transform = { a: unit, b: 0, c: 0, d: -unit, e: 0, f: height * unit };
    return root === undefined ? [] : this.#shapesIn(root, toPage, null);
  }

  #shapesIn(node: XmlNode, outer: Transform, master: string | null): readonly VisioShape[] {
    const shapes = childNamed(node, 'Shapes');
    return (shapes ? elementsIn(shapes) : []).flatMap((shape) =>
      shape.name === 'Shape' ? (this.#shape(shape, outer, master) ?? []) : [],
    );
  }

  #shape(node: XmlNode, outer: Transform, around: string | null): VisioShape | null {
    const own = attribute(node, 'Master');
    const part = attribute(node, 'MasterShape');
    const master = own ?? around;
    const base =
      master === null ? undefined : this.#masters.of(master).get(own === undefined ? (part ?? '?') : '');
    const sheet = new Sheet(node, base ?? null, this.#drawing.styles);
    if (this.#isHidden(sheet)) return null;
    const type = attribute(node, 'Type') ?? '';
    const isLine = sheet.number('BeginX') !== undefined && sheet.number('EndX') !== undefined;
    const inner = after(outer, transformOf(sheet));
    return {
      id: attribute(node, 'ID') ?? '',
      sheet,
      isGroup: type === 'Group' || childNamed(node, 'Shapes') !== undefined,
      isForeign: type === 'Foreign',
      isMastered: own !== undefined,
      isPart: own === undefined && part !== undefined && around !== null,
      isLine,
      names: namesOf(node, own === undefined ? undefined : this.#drawing.masters.get(own)),
      children: this.#shapesIn(node, inner, master),
      toPage: (x, y) => applied(inner, x, y),
      fromOuter: (x, y) => applied(outer, x, y),
    };
  }

  #isHidden(sheet: Sheet): boolean {
    const text = sheet.text('LayerMember') ?? '';
    const known = this.#hidden.get(text);
    if (known !== undefined) return known;
    const layers = text.split(';').filter((layer) => layer !== '');
    const isHidden = layers.length > 0 && layers.every((layer) => this.#hiddenLayers.has(layer));
    this.#hidden.set(text, isHidden);
    return isHidden;
  }
}

/** The sheets of the shapes of masters. */
export class MasterSheets {
  readonly #drawing: Drawing;
  readonly #known = new Map<string, ReadonlyMap<string, Sheet>>();

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
  }

  /** Of the master with an id: by the ids of its shapes, the first of them under an empty one as well. */
  of(master: string): ReadonlyMap<string, Sheet> {
    const known = this.#known.get(master);
    if (known !== undefined) return known;
    const sheets = new Map<string, Sheet>();
    const visit = (node: XmlNode): void => {
      const shapes = childNamed(node, 'Shapes');
      for (const shape of shapes ? elementsIn(shapes) : []) {
        const sheet = new Sheet(shape, null, this.#drawing.styles);
        if (sheets.size === 0) sheets.set('', sheet);
        sheets.set(attribute(shape, 'ID') ?? '?', sheet);
        visit(shape);
      }
    };
    const root = this.#drawing.masters.get(master)?.root;
    if (root !== undefined) visit(root);
    this.#known.set(master, sheets);
    return sheets;
  }
}

function namesOf(node: XmlNode, master: MasterPart | undefined): readonly string[] {
  const own = [attribute(node, 'NameU'), attribute(node, 'Name')];
  const isLucid = own.some((name) => LUCID.test(name ?? ''));
  const all = isLucid ? [own[1], own[0]] : [master?.nameU, master?.name, ...own];
  return [...new Set(all.map((name) => bareName(name ?? '')).filter((name) => name !== ''))];
}

function transformOf(sheet: Sheet): Transform {
  const angle = sheet.number('Angle') ?? 0;
  // A line runs as it says, however little it is turned.
  const isTurned = Math.abs(angle) >= STRAIGHT || sheet.number('BeginX') !== undefined;
  const [cos, sin] = isTurned ? [Math.cos(angle), Math.sin(angle)] : [1, 0];
  const flipX = sheet.number('FlipX') === 1 ? -1 : 1;
  const flipY = sheet.number('FlipY') === 1 ? -1 : 1;
  const pinX = sheet.pinOn('LocPinX', 'Width');
  const pinY = sheet.pinOn('LocPinY', 'Height');
  const turned = { a: cos * flipX, b: sin * flipX, c: -sin * flipY, d: cos * flipY };
  return {
    ...turned,
    e: (sheet.number('PinX') ?? 0) - turned.a * pinX - turned.c * pinY,
    f: (sheet.number('PinY') ?? 0) - turned.b * pinX - turned.d * pinY,
  };
}

/** The layers of a page that are not shown, by index. */
function hiddenLayers({ sheet }: PagePart): ReadonlySet<string> {
  const sections = sheet === undefined ? [] : elementsIn(sheet);
  const rows = sections
    .filter((node) => node.name === 'Section' && attribute(node, 'N') === 'Layer')
    .flatMap(elementsIn);
  return new Set(
    rows.flatMap((row) => {
      const visible = elementsIn(row).find((cell) => attribute(cell, 'N') === 'Visible');
      const isHidden = visible !== undefined && numberIn(attribute(visible, 'V')) === 0;
      return isHidden ? [attribute(row, 'IX') ?? ''] : [];
    }),
  );
}
