import { attribute, childNamed, elementsIn } from '../xml/elements.ts';
import type { XmlNode } from '../xml/tree.ts';

/*
 * Shapes, masters and styles are sheets of cells. What a sheet does not say itself it has from the sheet it is made from:
 * cells, rows of sections, its text.
 */

/** More is no length of a drawing, in inches. */
const MOST_LENGTH = 1e5;
/** Styles that are made from each other, before that is a circle. */
const MOST_STYLES = 20;

type Cells = ReadonlyMap<string, XmlNode>;

/** A row of a section, with what it has from the row that it is made from. */
export interface Row {
  /** Its name, else its index. */
  readonly key: string;
  /** What a row of a geometry draws. */
  readonly type: string;
  readonly text: (cell: string) => string | undefined;
  readonly number: (cell: string) => number | undefined;
  /** Whether the sheet itself says the cell, and somebody wrote it there. */
  readonly isSet: (cell: string) => boolean;
}

interface OwnRow {
  readonly key: string;
  readonly type: string | undefined;
  readonly isDeleted: boolean;
  readonly cells: Cells;
}

const cellsIn = (node: XmlNode): Cells => {
  const cells = new Map<string, XmlNode>();
  for (const child of elementsIn(node))
    if (child.name === 'Cell') cells.set(attribute(child, 'N') ?? '', child);
  return cells;
};

/** A value as a number; undefined for none, and for words such as `Themed`. */
export function numberIn(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= MOST_LENGTH ? value : undefined;
}

export class Sheet {
  readonly node: XmlNode;
  readonly #base: Sheet | null;
  readonly #styles: ReadonlyMap<string, XmlNode>;
  #cells: Cells | null = null;
  #sections: ReadonlyMap<string, readonly OwnRow[]> | null = null;

  constructor(node: XmlNode, base: Sheet | null, styles: ReadonlyMap<string, XmlNode>) {
    this.node = node;
    this.#base = base;
    this.#styles = styles;
  }

  #own(name: string): XmlNode | undefined {
    this.#cells ??= cellsIn(this.node);
    return this.#cells.get(name);
  }

  /** Whether it says the cell itself. */
  has(name: string): boolean {
    return this.#own(name) !== undefined;
  }

  text(name: string): string | undefined {
    const own = this.#own(name);
    return own === undefined ? this.#base?.text(name) : attribute(own, 'V');
  }

  number(name: string): number | undefined {
    return numberIn(this.text(name));
  }

  /**
   * Where the pin is on a side, in inches: said, or a share of the length. Who changes a length and leaves the pin to the
   * master means the master's formula.
   */
  pinOn(pin: 'LocPinX' | 'LocPinY', side: 'Width' | 'Height'): number {
    const length = this.number(side) ?? 0;
    const said = this.number(pin);
    if (said === undefined) return length / 2;
    if (this.has(pin) || !this.has(side)) return said;
    const share = /^(?:Width|Height)\*([\d.]+)$/.exec(this.formula(pin))?.[1];
    return share === undefined ? said : length * Number(share);
  }

  formula(name: string): string {
    const own = this.#own(name);
    return (own === undefined ? this.#base?.formula(name) : attribute(own, 'F')) ?? '';
  }

  /** A number that styles say where neither the sheet nor its master does. */
  styled(name: string, of: 'LineStyle' | 'FillStyle'): number | undefined {
    const said = this.text(name);
    return numberIn(said ?? this.#inStyle(name, of));
  }

  #inStyle(name: string, of: 'LineStyle' | 'FillStyle'): string | undefined {
    let id = this.styleOf(of);
    for (let at = 0; id !== undefined && at < MOST_STYLES; at++) {
      const style = this.#styles.get(id);
      const cell = style && cellsIn(style).get(name);
      if (style === undefined || cell !== undefined) return cell && attribute(cell, 'V');
      id = attribute(style, of);
    }
    return undefined;
  }

  /** The name of its style of lines, such as `Text Only`. */
  get styleName(): string {
    const style = this.#styles.get(this.styleOf('LineStyle') ?? '');
    return (style && attribute(style, 'NameU')) ?? '';
  }

  styleOf(of: 'LineStyle' | 'FillStyle'): string | undefined {
    return attribute(this.node, of) ?? this.#base?.styleOf(of);
  }

  /** What stands in it, without the marks of its form; undefined where nobody says. */
  get label(): string | undefined {
    const own = childNamed(this.node, 'Text');
    return own === undefined ? this.#base?.label : labelIn(own);
  }

  /** The sections of a geometry with those of its master. */
  geometries(): readonly (readonly Row[])[] {
    const keys = new Set([...(this.#base?.geometryKeys() ?? []), ...this.geometryKeys()]);
    return [...keys].map((key) => this.rowsOf(key));
  }

  geometryKeys(): readonly string[] {
    return [...this.#ownSections().keys()].filter((key) => key.startsWith('Geometry '));
  }

  /** Cells beside the rows of a section of its geometry, such as `NoFill`. */
  geometryCells(name: string): readonly (number | undefined)[] {
    const own = elementsIn(this.node)
      .filter((node) => node.name === 'Section' && attribute(node, 'N') === 'Geometry')
      .map((node) => {
        const cell = cellsIn(node).get(name);
        return numberIn(cell && attribute(cell, 'V'));
      });
    return own.some((one) => one !== undefined) ? own : (this.#base?.geometryCells(name) ?? own);
  }

  /** The rows of a section, with those of its master. */
  rows(section: string): readonly Row[] {
    return this.rowsOf(`${section} 0`);
  }

  rowsOf(section: string): readonly Row[] {
    const merged = new Map<string, Row>();
    for (const row of this.#base?.rowsOf(section) ?? []) merged.set(row.key, row);
    for (const own of this.#ownSections().get(section) ?? []) {
      if (own.isDeleted) merged.delete(own.key);
      else merged.set(own.key, rowOf(own, merged.get(own.key)));
    }
    return [...merged.values()];
  }

  #ownSections(): ReadonlyMap<string, readonly OwnRow[]> {
    if (this.#sections !== null) return this.#sections;
    const found = new Map<string, OwnRow[]>();
    for (const section of elementsIn(this.node)) {
      if (section.name !== 'Section') continue;
      const key = `${attribute(section, 'N') ?? ''} ${attribute(section, 'IX') ?? '0'}`;
      const rows = found.get(key) ?? [];
      for (const row of elementsIn(section)) if (row.name === 'Row') rows.push(ownRow(row));
      found.set(key, rows);
    }
    this.#sections = found;
    return found;
  }
}

const ownRow = (row: XmlNode): OwnRow => ({
  key: attribute(row, 'N') ?? attribute(row, 'IX') ?? '',
  type: attribute(row, 'T'),
  isDeleted: attribute(row, 'Del') === '1',
  cells: cellsIn(row),
});

function rowOf({ key, type, cells }: OwnRow, base: Row | undefined): Row {
  const text = (name: string): string | undefined => {
    const own = cells.get(name);
    return own === undefined ? base?.text(name) : attribute(own, 'V');
  };
  return {
    key,
    type: type ?? base?.type ?? '',
    text,
    number: (name) => numberIn(text(name)),
    // What Visio itself fills in for something that nobody gave a value.
    isSet: (name) => {
      const own = cells.get(name);
      return own !== undefined && attribute(own, 'F') !== 'No Formula';
    },
  };
}

/** A text with its fields, lines apart. */
const labelIn = (node: XmlNode): string =>
  node.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'fld' ? labelIn(child) : ''))
    .join('')
    .replace(/\u2028|\u2029|\r\n?/g, '\n');
