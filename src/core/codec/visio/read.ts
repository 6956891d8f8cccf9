import type { Point, Rect } from '../../geometry/index.ts';
import { byArrows } from '../arrows.ts';
import type { Draft, DraftDiagram, DraftEnd, DraftLine, DraftNode, Fact } from '../draft.ts';
import { tidyText } from '../label-text.ts';
import { Losses } from '../losses.ts';
import { heldIn, isWithinReach } from '../placing.ts';
import type { Asked } from '../port.ts';
import { isBoundaryByWords, mayTakeFlows, roleOfBox } from '../roles.ts';
import { withTags } from '../tags.ts';
import { attribute, childNamed, elementsIn } from '../xml/elements.ts';
import { type Drawing, openDrawing, type PagePart } from './package.ts';
import { boundaryWayOf, isDashed, isMark, isPlain, kindOf } from './roles.ts';
import { routeOf } from './route.ts';
import { labelOf, MasterSheets, ShapeReader, type VisioShape } from './shapes.ts';
import { type Drawn, drawnIn, framesOfTexts, type Thing } from './things.ts';

/** Questions of where lines without an arrow end; then they are taken for flows. */
const MOST_QUESTIONS = 1_000_000;
/** A tag in a group is at most this share of the element that it stands at. */
const SMALL = 0.25;

/**
 * Reads the pages of a Visio drawing (exchange 6), without background pages. A page without an element of a data flow
 * diagram has a `doubt`: nobody gets it unasked.
 */
export function readVisio(bytes: Uint8Array, asked: Asked): Draft {
  const drawing = openDrawing(bytes, asked);
  const text = (name: string): string => drawing.properties.get(name) ?? '';
  const said = { name: text('title'), owner: text('creator'), description: text('description') };
  const masters = new MasterSheets(drawing);
  const losses = new Losses();
  for (const name of drawing.further) losses.add('diagrams', name);
  return {
    // Numbers of pages and shapes are the same in every drawing: the time tells drawings apart.
    id: `visio ${text('created')}`,
    information: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
    diagrams: drawing.pages.map((page) => new PageReader(drawing, page, masters).diagram()),
    losses: losses.all,
  };
}

class PageReader {
  readonly #page: PagePart;
  readonly #drawn: Drawn;
  /** What each end of a line is glued to. */
  readonly #glue: ReadonlyMap<string, string>;
  readonly #losses = new Losses();
  #questions = 0;

  constructor(drawing: Drawing, page: PagePart, masters: MasterSheets) {
    this.#page = page;
    this.#glue = glueOf(page);
    this.#drawn = drawnIn(new ShapeReader(drawing, page, masters).shapes(), new Set(this.#glue.values()));
  }

  diagram(): DraftDiagram {
    const nodes = this.#nodes();
    const boxes = new Map(
      nodes.flatMap(({ id, role, box }) => (mayTakeFlows(role) && box ? [[id, box]] : [])),
    );
    const ids = new Set(nodes.map(({ id }) => id));
    const lines = this.#drawn.lines.flatMap((line) =>
      line.isLine ? this.#line(line, boxes, ids) : boundaryLine(line),
    );
    const isDrawn = nodes.some(({ role }) => mayTakeFlows(role));
    return {
      id: this.#page.id,
      name: this.#page.name,
      nodes,
      lines,
      losses: this.#losses.all,
      ...(isDrawn ? {} : { doubt: 'no-elements' as const }),
    };
  }

  #nodes(): readonly DraftNode[] {
    const { things } = this.#drawn;
    const flowEnds = new Set([...this.#glue.values()].map((id) => this.#drawn.partOf.get(id) ?? id));
    const tags = this.#tags(flowEnds);
    const elements = things.filter((thing) => mayTakeFlows(thing.role ?? 'unknown') && !tags.has(thing));
    const boxes = elements.map(({ box }) => box);
    const frames = framesOfTexts(things, boxes);
    const hasCircles = things.some(({ role }) => role === 'process');
    const nodes = things.filter(saysSomething).map((thing): DraftNode => {
      const { shape, box, name, role } = thing;
      const kind = kindOf(shape);
      const all = { id: shape.id, name, facts: factsOf(shape), box };
      if (tags.has(thing)) return { ...all, role: 'annotation', kind: 'tag' };
      if (frames.has(thing)) return { ...all, role: 'annotation', kind };
      if (role !== null) return { ...all, role, kind };
      const holds = heldIn(box, boxes);
      // A box without a name that nothing ends at is no element, whatever stands beside it.
      const isEmpty = name === '' && holds < 2 && !flowEnds.has(shape.id);
      return {
        ...all,
        ...(isEmpty
          ? { role: 'unknown', kind }
          : roleOfBox({ kind, name, isPlain: isPlain(kind), holds, hasCircles })),
      };
    });
    return withTags(nodes, ({ kind, role }) => role === 'annotation' && kind === 'tag');
  }

  /** Marks such as numbers, and small boxes that stand in a group at an element: neither are elements. */
  #tags(flowEnds: ReadonlySet<string>): ReadonlySet<Thing> {
    const largest = new Map<VisioShape, number>();
    const area = ({ width, height }: Rect): number => width * height;
    for (const { group, role, box } of this.#drawn.things)
      if (group !== null && role !== null && mayTakeFlows(role))
        largest.set(group, Math.max(largest.get(group) ?? 0, area(box)));
    const isTag = ({ shape, box, role, group }: Thing): boolean => {
      if (flowEnds.has(shape.id) || role === 'borderBoundary') return false;
      if (isMark(shape, Math.max(box.width, box.height))) return true;
      const beside = group === null ? undefined : largest.get(group);
      return role === null && beside !== undefined && area(box) <= SMALL * beside;
    };
    return new Set(this.#drawn.things.filter(isTag));
  }

  #line(
    shape: VisioShape,
    boxes: ReadonlyMap<string, Rect>,
    nodes: ReadonlySet<string>,
  ): readonly DraftLine[] {
    const { sheet } = shape;
    const [source, target] = [this.#end(shape, 'Begin', nodes), this.#end(shape, 'End', nodes)];
    const arrows = arrowsOf(shape);
    const name = labelOf(shape);
    const { bends, control } = routeOf(sheet);
    const found = this.#roleOfLine(shape, source, target, arrows.atStart || arrows.atEnd, boxes);
    if (found.role === 'ignored') {
      this.#losses.add('ignored', name || found.kind);
      return [];
    }
    const line: DraftLine = {
      id: shape.id,
      ...found,
      name,
      facts: factsOf(shape),
      source,
      target,
      bends: bends.map(({ x, y }) => shape.toPage(x, y)),
      ...(control && { control: shape.toPage(control.x, control.y) }),
    };
    return found.role === 'flow' ? byArrows(line, arrows, this.#losses) : [line];
  }

  #end({ id, sheet, fromOuter }: VisioShape, side: 'Begin' | 'End', nodes: ReadonlySet<string>): DraftEnd {
    const at = this.#glue.get(glueKey(id, side));
    const node = at === undefined ? undefined : (this.#drawn.partOf.get(at) ?? at);
    const point = fromOuter(sheet.number(`${side}X`) ?? 0, sheet.number(`${side}Y`) ?? 0);
    return { node: node !== undefined && nodes.has(node) ? node : null, point };
  }

  #roleOfLine(
    shape: VisioShape,
    source: DraftEnd,
    target: DraftEnd,
    hasArrow: boolean,
    boxes: ReadonlyMap<string, Rect>,
  ): Pick<DraftLine, 'role' | 'kind'> {
    const kind = shape.names[0] ?? 'line';
    if (shape.names.some((name) => /\bboundary\b/i.test(name))) return { role: 'lineBoundary', kind };
    const isGlued = source.node !== null || target.node !== null;
    if (hasArrow || isGlued || this.#isAtAny(source.point, boxes) || this.#isAtAny(target.point, boxes))
      return { role: 'flow', kind };
    const label = labelOf(shape);
    if (isDashed(shape) || isBoundaryByWords(label)) return { role: 'lineBoundary', kind: 'dashed line' };
    // A stroke that joins nothing and says nothing.
    return { role: label === '' ? 'ignored' : 'unknown', kind };
  }

  #isAtAny(point: Point | null, boxes: ReadonlyMap<string, Rect>): boolean {
    this.#questions += boxes.size;
    if (point === null || this.#questions > MOST_QUESTIONS) return this.#questions > MOST_QUESTIONS;
    return [...boxes.values()].some((box) => isWithinReach(box, point));
  }
}

/** A boundary that is drawn as a line with a box: it ends nowhere. */
function boundaryLine(shape: VisioShape): readonly DraftLine[] {
  const way = (boundaryWayOf(shape) ?? []).map(({ x, y }) => shape.toPage(x, y));
  const [first, last] = [way[0], way.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      id: shape.id,
      role: 'lineBoundary',
      kind: kindOf(shape),
      name: labelOf(shape),
      facts: factsOf(shape),
      source: { node: null, point: first },
      target: { node: null, point: last },
      bends: way.slice(1, -1),
    },
  ];
}

/** A dot that somebody has left is nothing. */
const saysSomething = ({ name, role }: Thing): boolean =>
  name === '' || (role !== null && mayTakeFlows(role)) || !/^[\p{P}\s]*$/u.test(name);

const glueKey = (id: string, side: 'Begin' | 'End'): string => `${side} ${id}`;

/** What the ends of lines are glued to, by `Connect` records: the first of each end counts. */
function glueOf({ root }: PagePart): ReadonlyMap<string, string> {
  const connects = root && childNamed(root, 'Connects');
  const glue = new Map<string, string>();
  for (const connect of connects ? elementsIn(connects) : []) {
    const from = attribute(connect, 'FromSheet');
    const to = attribute(connect, 'ToSheet');
    const cell = attribute(connect, 'FromCell') ?? '';
    const side = /^Begin/.test(cell) ? 'Begin' : /^End/.test(cell) ? 'End' : null;
    if (from === undefined || to === undefined || side === null) continue;
    const key = glueKey(from, side);
    if (!glue.has(key)) glue.set(key, to);
  }
  return glue;
}

/** Where a line has arrows: said in its cells, else by the name of its master. */
function arrowsOf({ sheet, names }: VisioShape): { readonly atStart: boolean; readonly atEnd: boolean } {
  const has = (cell: string): boolean => (sheet.styled(cell, 'LineStyle') ?? 0) > 0;
  const [atStart, atEnd] = [has('BeginArrow'), has('EndArrow')];
  if (atStart || atEnd || !names.some((name) => /\barrow\b/i.test(name))) return { atStart, atEnd };
  return { atStart: names.some((name) => /\bdouble\b/i.test(name)), atEnd: true };
}

/** What a person has filled in of the shape data. */
function factsOf({ sheet }: VisioShape): readonly Fact[] {
  return sheet.rows('Property').flatMap((row) => {
    const value = tidyText(row.text('Value') ?? '');
    if (value === '' || !row.isSet('Value') || row.number('Invisible') === 1) return [];
    return [{ name: (row.text('Label') ?? '').trim() || row.key, value }];
  });
}
