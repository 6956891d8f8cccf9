import { tidyText } from '../label-text.ts';
import { attribute, childNamed, elementsIn } from '../xml/elements.ts';
import type { XmlNode } from '../xml/tree.ts';

/*
 * Shapes, masters and styles are sheets of cells. What a sheet does not say itself it has from the sheet it is made from:
 * cells, rows of sections, its text. Thousands may be made from one, so each element is looked through once.
 */

/** More is no length of a drawing, in inches. */
const MOST_LENGTH = 1e5;
/** Styles that are made from each other, before that is a circle. */
const MOST_STYLES = 20;
/** Rows of the sections of one name in a sheet; more is made to be odd. */
const MOST_ROWS = 1000;
/** Letters of a number, and of a formula that makes one. */
const MOST_DIGITS = 100;

interface Cell {
  readonly value: string | undefined;
  readonly formula: string | undefined;
}

type Cells = ReadonlyMap<string, Cell>;

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

/** The sections of one name and index. */
interface OwnSection {
  readonly rows: OwnRow[];
  /** Cells beside the rows, of each section. */
  readonly cells: Cells[];
}

const cellsIn = (node: XmlNode): Cells => {
  const cells = new Map<string, Cell>();
  for (const child of elementsIn(node))
    if (child.name === 'Cell')
      cells.set(attribute(child, 'N') ?? '', {
        value: attribute(child, 'V'),
        formula: attribute(child, 'F'),
      });
  return cells;
};

/** A value as a number; undefined for none, and for words such as `Themed`. */
export function numberIn(text: string | undefined): number | undefined {
  if (text === undefined || text.length > MOST_DIGITS || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= MOST_LENGTH ? value : undefined;
}

/** What `find` answers, asked for at most once for each key. */
function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: find(key) };
    known.set(key, found);
    return found.value;
  };
}

type StyleSort = 'LineStyle' | 'FillStyle';

/** Styles by their ids: sheets, too. */
export type Styles = ReadonlyMap<string, Sheet>;

export class Sheet {
  readonly #node: XmlNode;
  readonly #base: Sheet | null;
  readonly #styles: Styles;
  #cells: Cells | null = null;
  #sections: ReadonlyMap<string, OwnSection> | null = null;
  #label: string | null | undefined;

  /** @param base the sheet that it is made from */
  constructor(node: XmlNode, base: Sheet | null, styles: Styles) {
    this.#node = node;
    this.#base = base;
    this.#styles = styles;
  }

  #own(name: string): Cell | undefined {
    this.#cells ??= cellsIn(this.#node);
    return this.#cells.get(name);
  }

  /** Whether it says the cell itself. */
  has(name: string): boolean {
    return this.#own(name) !== undefined;
  }

  text(name: string): string | undefined {
    const own = this.#own(name);
    return own === undefined ? this.#base?.text(name) : own.value;
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
    const share = /^(?:Width|Height)\*([\d.]+)$/.exec(this.formula(pin).slice(0, MOST_DIGITS))?.[1];
    return share === undefined ? said : length * Number(share);
  }

  formula(name: string): string {
    const own = this.#own(name);
    return (own === undefined ? this.#base?.formula(name) : own.formula) ?? '';
  }

  /** A number that styles say where neither the sheet nor its master does. */
  styled(name: string, of: StyleSort): number | undefined {
    const said = this.text(name);
    return numberIn(said ?? this.#inStyle(name, of));
  }

  #inStyle(name: string, of: StyleSort): string | undefined {
    let style = this.#styles.get(this.styleOf(of) ?? '');
    for (let at = 0; style !== undefined && at < MOST_STYLES; at++) {
      if (style.has(name)) return style.text(name);
      style = this.#styles.get(style.styleOf(of) ?? '');
    }
    return undefined;
  }

  /** The name of its style of lines, such as `Text Only`. */
  get styleName(): string {
    return this.#styles.get(this.styleOf('LineStyle') ?? '')?.attribute('NameU') ?? '';
  }

  readonly attribute = remembered((name) => attribute(this.#node, name));

  styleOf(of: StyleSort): string | undefined {
    return this.attribute(of) ?? this.#base?.styleOf(of);
  }

  /** What stands in it, tidied, without the marks of its form; undefined where nobody says. */
  get label(): string | undefined {
    if (this.#label === undefined) {
      const own = childNamed(this.#node, 'Text');
      this.#label = own === undefined ? null : tidyText(labelIn(own));
    }
    return this.#label ?? this.#base?.label;
  }

  /** The sections of a geometry with those of its master. */
  geometries(): readonly (readonly Row[])[] {
    const keys = new Set([...(this.#base?.geometryKeys() ?? []), ...this.geometryKeys()]);
    return [...keys].map((key) => this.rowsOf(key));
  }

  geometryKeys(): readonly string[] {
    return this.#geometryKeys('');
  }

  readonly #geometryKeys = remembered(() =>
    [...this.#ownSections().keys()].filter((key) => key.startsWith('Geometry ')),
  );

  /** Cells beside the rows of a section of its geometry, such as `NoFill`. */
  readonly geometryCells: (name: string) => readonly (number | undefined)[] = remembered((name) => {
    const own = this.geometryKeys().flatMap((key) =>
      (this.#ownSections().get(key)?.cells ?? []).map((cells) => numberIn(cells.get(name)?.value)),
    );
    return own.some((one) => one !== undefined) ? own : (this.#base?.geometryCells(name) ?? own);
  });

  /** The rows of a section, with those of its master. */
  rows(section: string): readonly Row[] {
    return this.rowsOf(`${section} 0`);
  }

  readonly rowsOf: (section: string) => readonly Row[] = remembered((section) => {
    const inherited = this.#base?.rowsOf(section) ?? [];
    const own = this.#ownSections().get(section)?.rows ?? [];
    if (own.length === 0) return inherited;
    const merged = new Map(inherited.map((row) => [row.key, row]));
    for (const row of own) {
      if (row.isDeleted) merged.delete(row.key);
      else merged.set(row.key, rowOf(row, merged.get(row.key)));
    }
    return [...merged.values()];
  });

  #ownSections(): ReadonlyMap<string, OwnSection> {
    this.#sections ??= sectionsIn(this.#node);
    return this.#sections;
  }
}

/** Sections by name and index, with as many rows as a sheet of a person has. */
function sectionsIn(node: XmlNode): ReadonlyMap<string, OwnSection> {
  const found = new Map<string, OwnSection>();
  const room = new Map<string, number>();
  for (const section of elementsIn(node)) {
    if (section.name !== 'Section') continue;
    const name = attribute(section, 'N') ?? '';
    const left = room.get(name) ?? MOST_ROWS;
    if (left <= 0) continue;
    const key = `${name} ${attribute(section, 'IX') ?? '0'}`;
    const { rows, cells } = found.get(key) ?? { rows: [], cells: [] };
    const more = elementsIn(section)
      .filter((row) => row.name === 'Row')
      .slice(0, left);
    rows.push(...more.map(ownRow));
    cells.push(cellsIn(section));
    found.set(key, { rows, cells });
    room.set(name, left - Math.max(1, more.length));
  }
  return found;
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
    return own === undefined ? base?.text(name) : own.value;
  };
  return {
    key,
    type: type ?? base?.type ?? '',
    text,
    number: (name) => numberIn(text(name)),
    // What Visio itself fills in for something that nobody gave a value.
    isSet: (name) => {
      const own = cells.get(name);
      return own !== undefined && own.formula !== 'No Formula';
    },
  };
}

/** A text with its fields, lines apart. */
const labelIn = (node: XmlNode): string =>
  node.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'fld' ? labelIn(child) : ''))
    .join('')
    .replace(/\u2028|\u2029|\r\n?/g, '\n');
