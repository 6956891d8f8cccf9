import type { Port } from '../../document/index.ts';
import { insetRect, type Point, type Rect, rectCentre, rectContains } from '../../geometry/index.ts';
import { byArrows } from '../arrows.ts';
import type { Draft, DraftDiagram, DraftEnd, DraftLine, DraftNode, Fact } from '../draft.ts';
import { tidyText } from '../label-text.ts';
import { Losses } from '../losses.ts';
import { type ElementMark, elementMark, MARK } from '../marks.ts';
import { FILE_START, Refusal } from '../places.ts';
import { heldIn } from '../placing.ts';
import type { Asked } from '../port.ts';
import { type FoundNode, mayTakeFlows } from '../roles.ts';
import { withTags } from '../tags.ts';
import { type Cell, cellsIn, Places } from './cells.ts';
import { memberName, PORT_PLACES } from './own.ts';
import { type Page, pagesOf } from './pages.ts';
import { HEAD, hostsOf, isBarePicture, MOST_QUESTIONS, rowsOf } from './parts.ts';
import { isGate, isPlain, roleByPlace, roleByStyle } from './roles.ts';

/** Pixels from a box at which the end of an edge that the file joins to nothing may be meant to end there. */
const NEAR = 12;

const TAG = /^[A-Z]{1,3}\d{1,3}$/;

/**
 * Reads the pages of a draw.io file (exchange 5). A page without an element of a data flow diagram, or with the gates of an
 * attack tree, has a `doubt`: nobody gets it unasked.
 */
export function readDrawio(bytes: Uint8Array, asked: Asked): Draft {
  const { pages, further } = pagesOf(bytes, asked);
  const losses = new Losses();
  for (const name of further) losses.add('diagrams', name);
  if (pages.length === 0) throw new Refusal({ cause: 'no-diagram', place: FILE_START });
  const [first] = pages;
  return {
    id: `drawio ${first?.id ?? ''}`,
    information: {},
    diagrams: pages.map((page, index) => {
      const isFirst = pages.findIndex(({ id }) => id === page.id) === index;
      return new PageReader(page).diagram(isFirst ? page.id : `${page.id} ${index}`);
    }),
    losses: losses.all,
  };
}

class PageReader {
  readonly #page: Page;
  readonly #cells: readonly Cell[];
  readonly #byId: ReadonlyMap<string, Cell>;
  readonly #places: Places;
  readonly #flowEnds: ReadonlySet<string>;
  /** The cell that a row or a picture is a part of, by ids. */
  #partOf: ReadonlyMap<string, string>;
  readonly #losses = new Losses();
  /** The cells that stand in each, by its id. */
  readonly #inside = new Map<string, Cell[]>();

  constructor(page: Page) {
    this.#page = page;
    this.#cells = page.root === null ? [] : cellsIn(page.root);
    this.#byId = new Map(this.#cells.map((cell) => [cell.id, cell]));
    this.#places = new Places(this.#cells);
    for (const cell of this.#cells) {
      const known = this.#inside.get(cell.parent);
      if (known === undefined) this.#inside.set(cell.parent, [cell]);
      else known.push(cell);
    }
    const rows = rowsOf(this.#cells);
    this.#partOf = rows;
    const ends = this.#cells.flatMap(({ isEdge, source, target }) => (isEdge ? [source, target] : []));
    this.#flowEnds = new Set(ends.flatMap((id) => [id, rows.get(id) ?? id]));
  }

  diagram(id: string): DraftDiagram {
    const nodes = this.#nodes();
    const ids = new Set(nodes.map(({ id }) => id));
    const lines = [
      ...this.#cells.filter(({ isEdge }) => isEdge).flatMap((cell) => this.#edge(cell, ids)),
      ...this.#cells.flatMap((cell) => (cell.isVertex ? (this.#arc(cell) ?? []) : [])),
    ];
    const isDrawn = nodes.some(({ role }) => ['process', 'external', 'store', 'unknown'].includes(role));
    const isTree = this.#cells.some(isGate);
    return {
      id,
      name: this.#page.name,
      nodes,
      lines,
      losses: this.#losses.all,
      ...(isTree ? { doubt: 'attack-tree' as const } : isDrawn ? {} : { doubt: 'no-elements' as const }),
    };
  }

  #nodes(): readonly DraftNode[] {
    const vertices = this.#cells.filter((cell) => this.#isNode(cell));
    const boxes = new Map(
      vertices.flatMap((cell) => {
        const box = this.#places.box(cell);
        return box === null ? [] : [[cell, box] as const];
      }),
    );
    const byStyle = new Map(vertices.map((cell) => [cell, roleByStyle(cell, this.#byId.get(cell.parent))]));
    const hasCircles = [...byStyle.values()].some((found) => found?.role === 'process');
    const isText = (cell: Cell): boolean => byStyle.get(cell)?.role === 'annotation' && cell.label !== '';
    const texts = vertices.filter(isText).flatMap((cell) => boxes.get(cell) ?? []);
    const ends = this.#freeEnds();
    const free = ends.length * vertices.length > MOST_QUESTIONS ? [] : ends;
    // Nothing is called by it, stands in it or ends at it.
    const isBare = (cell: Cell): boolean => {
      const box = boxes.get(cell);
      if (cell.label !== '' || byStyle.get(cell) !== null || this.#flowEnds.has(cell.id)) return false;
      if (box === undefined || !(isPlain(cell) || isBarePicture(cell))) return false;
      return heldIn(box, texts) === 0 && !free.some((end) => rectContains(insetRect(box, -NEAR), end));
    };
    const bare = new Set(vertices.filter(isBare));
    const others = vertices.filter(
      (cell) => mayTakeFlows(byStyle.get(cell)?.role ?? 'unknown') && !bare.has(cell),
    );
    const inner = others.flatMap((cell) => boxes.get(cell) ?? []);
    const found = new Map(
      vertices.map((cell) => {
        const held = (): number => heldIn(boxes.get(cell) ?? null, inner);
        return [cell, this.#found(cell, byStyle.get(cell) ?? null, hasCircles, held, bare.has(cell))];
      }),
    );
    const heads = new Set([...found].flatMap(([{ id }, { kind }]) => (kind === HEAD ? [id] : [])));
    const rows = [...this.#partOf].filter(([, head]) => heads.has(head));
    this.#partOf = new Map([...hostsOf(found, boxes), ...rows]);
    const nodes: DraftNode[] = [];
    for (const [cell, role] of found) {
      if (this.#partOf.has(cell.id)) continue;
      const node = this.#node(cell, boxes.get(cell) ?? null, role);
      if (node !== null) nodes.push(heads.has(cell.id) ? this.#withRows(node) : node);
    }
    return withTags(nodes, isTag);
  }

  /** Where ends of edges lie that the file joins to nothing. */
  #freeEnds(): readonly Point[] {
    return this.#cells
      .filter(({ isEdge }) => isEdge)
      .flatMap((cell) =>
        (['source', 'target'] as const).flatMap((side) =>
          this.#byId.has(cell[side])
            ? []
            : (this.#places.point(cell, cell.geometry?.[`${side}Point`] ?? null) ?? []),
        ),
      );
  }

  #found(
    cell: Cell,
    byStyle: FoundNode | null,
    hasCircles: boolean,
    held: () => number,
    isBare: boolean,
  ): FoundNode {
    const isEnd = this.#flowEnds.has(cell.id);
    if (byStyle === null) {
      const holds = held();
      if (holds === 0 && isBare) return { role: 'unknown', kind: 'empty' };
      if (!isEnd && holds > 0 && cell.style.get('dashed') === '1')
        return { role: 'borderBoundary', kind: 'dashed box' };
      return roleByPlace(cell, holds, hasCircles);
    }
    // Some draw processes as boxes with a head, as of Gane and Sarson: what flows end at, and holds nothing, is no border.
    const isHead = byStyle.role === 'borderBoundary' && cell.style.has('swimlane');
    return isHead && isEnd && held() === 0 ? { role: 'process', kind: HEAD } : byStyle;
  }

  /** A box with a head is called what stands in it, from the head down. */
  #withRows(node: DraftNode): DraftNode {
    const rows = (this.#inside.get(node.id) ?? []).filter(({ id }) => this.#partOf.get(id) === node.id);
    const name = [node.name, ...rows.map(({ label }) => label)].filter((label) => label !== '').join('\n');
    return { ...node, name, facts: [...node.facts, ...rows.flatMap((row) => factsIn(row, undefined))] };
  }

  /** Whether a vertex is a thing of its own: no label of an edge, no boundary drawn as a line, no mere group. */
  #isNode(cell: Cell): boolean {
    if (!cell.isVertex || this.#byId.get(cell.parent)?.isEdge === true || isArc(cell)) return false;
    const isGroup = cell.style.has('group') || cell.style.get('shape') === 'group';
    return !(isGroup && cell.label === '');
  }

  #node(cell: Cell, box: Rect | null, { role, kind }: FoundNode): DraftNode | null {
    if (role === 'ignored') {
      this.#losses.add(kind === 'table' ? 'tables' : 'ignored', cell.label || kind);
      return null;
    }
    const mark = markIn(cell);
    // Of what our export writes, only externals are plain boxes.
    const own = role === 'unknown' && mark.type !== undefined ? 'external' : role;
    // A small text with the type of a zone names the zone of what it lies on.
    const isZoneTag = role === 'borderBoundary' && cell.style.has('text');
    return {
      id: cell.id,
      role: isZoneTag ? 'annotation' : own,
      kind: isZoneTag ? 'zone tag' : kind,
      name: nameIn(cell.label, mark.name),
      facts: factsIn(cell, mark.facts),
      box,
      ...(mark.type === undefined ? {} : { type: mark.type }),
    };
  }

  #edge(cell: Cell, nodes: ReadonlySet<string>): readonly DraftLine[] {
    const mark = markIn(cell);
    const [source, target] = [
      this.#end(cell, 'source', nodes, mark.ports?.[0]),
      this.#end(cell, 'target', nodes, mark.ports?.[1]),
    ];
    if (source.node !== null && source.node === target.node && cell.source !== cell.target) {
      this.#losses.add('ignored', this.#labelOf(cell) || 'line between parts of one box');
      return [];
    }
    const isFree = source.node === null && target.node === null;
    const hasArrow = (name: string, usual: string): boolean => (cell.style.get(name) ?? usual) !== 'none';
    const [atStart, atEnd] = [hasArrow('startArrow', 'none'), hasArrow('endArrow', 'classic')];
    const isBoundary =
      isFree &&
      cell.style.get('dashed') === '1' &&
      !atStart &&
      (!atEnd || cell.style.get('endArrow') === undefined);
    const bends = (cell.geometry?.points ?? []).flatMap((point) => this.#places.point(cell, point) ?? []);
    const isCurved = cell.style.get('curved') === '1' && bends.length === 1;
    const line: DraftLine = {
      id: cell.id,
      role: isBoundary ? 'lineBoundary' : 'flow',
      kind: isBoundary ? 'dashed line' : 'connector',
      name: nameIn(this.#labelOf(cell), mark.name),
      facts: factsIn(cell, mark.facts),
      source,
      target,
      bends: isCurved ? [] : bends,
      ...(isCurved && bends[0] ? { control: bends[0] } : {}),
      ...(mark.handle === undefined ? {} : { ownHandle: mark.handle }),
      ...(mark.type === undefined ? {} : { type: mark.type }),
    };
    if (isBoundary) return [line];
    return byArrows(line, { atStart, atEnd }, this.#losses);
  }

  /** Its own label and those that hang on it, from the source on. */
  #labelOf(cell: Cell): string {
    const hanging = (this.#inside.get(cell.id) ?? [])
      .filter(({ isVertex, label }) => isVertex && label !== '')
      .toSorted((a, b) => (a.geometry?.x ?? 0) - (b.geometry?.x ?? 0));
    return [cell.label, ...hanging.map(({ label }) => label)].filter((label) => label !== '').join(' / ');
  }

  #end(cell: Cell, side: 'source' | 'target', nodes: ReadonlySet<string>, port: DraftEnd['port']): DraftEnd {
    const at = this.#byId.get(cell[side]);
    const id = at === undefined ? null : (this.#partOf.get(at.id) ?? at.id);
    const own = this.#places.point(cell, cell.geometry?.[`${side}Point`] ?? null);
    const more = port !== undefined && isAt(cell.style, side, port) ? { port } : {};
    if (at === undefined || id === null || !nodes.has(id)) {
      // An end at a group or a picture that is no element lies where that lies.
      const box = at === undefined ? null : this.#places.box(at);
      return { node: null, point: own ?? (box && rectCentre(box)), ...more };
    }
    return { node: id, point: this.#fixedPoint(cell, side, at), ...more };
  }

  /** Where an edge leaves or enters a box, when the file says so. */
  #fixedPoint({ style }: Cell, side: 'source' | 'target', at: Cell): Point | null {
    const prefix = side === 'source' ? 'exit' : 'entry';
    const [x, y] = [
      Number(style.get(`${prefix}X`) ?? Number.NaN),
      Number(style.get(`${prefix}Y`) ?? Number.NaN),
    ];
    const box = this.#places.box(at);
    if (box === null || !Number.isFinite(x) || !Number.isFinite(y)) return null;
    return {
      x: box.left + Math.min(1, Math.max(0, x)) * box.width,
      y: box.top + Math.min(1, Math.max(0, y)) * box.height,
    };
  }

  /** A boundary that is drawn as a half-round or straight shape: it runs along the longer side of its box. */
  #arc(cell: Cell): DraftLine | null {
    const box = isArc(cell) ? this.#places.box(cell) : null;
    if (box === null) return null;
    const { left, top, width, height } = box;
    const isUpright = height >= width;
    const [middleX, middleY] = [left + width / 2, top + height / 2];
    const at = (x: number, y: number): DraftEnd => ({ node: null, point: { x, y } });
    return {
      id: cell.id,
      role: 'lineBoundary',
      kind: 'arc',
      name: cell.label,
      facts: factsIn(cell, undefined),
      source: isUpright ? at(left, top) : at(left, top + height),
      target: isUpright ? at(left, top + height) : at(left + width, top + height),
      bends: [],
      handle: isUpright ? { x: left + width, y: middleY } : { x: middleX, y: top },
    };
  }
}

const isArc = ({ style }: Cell): boolean =>
  style.get('dashed') === '1' &&
  (style.get('shape') === 'requiredInterface' || style.has('line') || style.get('shape') === 'line');

/** Texts like `TA01`, and names of zones. */
const isTag = (node: DraftNode): boolean =>
  node.role === 'annotation' && (TAG.test(node.name) || node.kind === 'zone tag');

/** Members that are about the drawing, or ours. */
const NO_FACTS = new Set([
  'type',
  'link',
  'tooltip',
  'tags',
  'trustline-id',
  'trustline-type',
  'trustline-data',
]);

/** What the members of a wrapper say: of our own export the facts, with what was changed in the editor since. */
function factsIn({ data }: Cell, own: readonly Fact[] | undefined): readonly Fact[] {
  const used = new Set<string>();
  const known = (own ?? []).map(({ name, value }) => ({
    name,
    value: data.get(memberName(name, used)) ?? value,
  }));
  const more = [...data].flatMap(([name, value]) =>
    NO_FACTS.has(name) || used.has(name) || value.trim() === ''
      ? []
      : [{ name: name.replaceAll('_', ' '), value }],
  );
  return [...known, ...more];
}

/** Whether a line ends on its box where our export puts that port. */
function isAt(style: Cell['style'], side: 'source' | 'target', port: Port): boolean {
  const prefix = side === 'source' ? 'exit' : 'entry';
  const place = PORT_PLACES[port];
  const [x, y] = [style.get(`${prefix}X`), style.get(`${prefix}Y`)];
  return place === null
    ? x === undefined && y === undefined
    : Number(x) === place[0] && Number(y) === place[1];
}

/** The label, which holds where somebody changed it; else the name that our own export says. */
const nameIn = (label: string, own: string | undefined): string =>
  own !== undefined && tidyText(own) === label ? own : label;

/** What our own export says of a cell. */
function markIn({ data }: Cell): ElementMark {
  const text = data.get('trustline-data');
  if (text === undefined) return elementMark(undefined);
  try {
    return elementMark({ [MARK]: JSON.parse(text) });
  } catch {
    return elementMark(undefined);
  }
}
