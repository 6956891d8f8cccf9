import { describe, expect, it } from 'vitest';
import {
  type Diagram,
  type ElementId,
  elementId,
  type Line,
  type Shape,
} from '../../../core/document/index.ts';
import { moveElements } from '../../../core/edit/index.ts';
import { firstOf, grid } from '../testing/grid.ts';
import { parted } from './apart.ts';
import { type Chunk, chunked } from './chunks.ts';
import { elementAt } from './element-at.ts';
import { standingsOf } from './standings.ts';
import { strokesOf, work } from './strokes.ts';

const model = grid(2000);
const diagram = firstOf(model);
const { template } = model;
const moved = diagram.shapes[990] as Shape;
const NONE: ReadonlySet<ElementId> = new Set();

const boxOf = (shape: Shape) => shape;
const middleOf = ({ handle }: Line) => ({ left: handle.x, top: handle.y, width: 0, height: 0 });

/** Draws as `FarLayer` does: a chunk again only when it or its standings changed. */
function painter() {
  const part = parted();
  const standing = standingsOf();
  const cutShapes = chunked(boxOf);
  const cutLines = chunked(middleOf);
  const drawn = new Map<readonly unknown[], string>();
  return (resting: Diagram, shown: Diagram, selection = NONE) => {
    work.elements = 0;
    const { mass, ids, shapes, lines } = part(resting, shown);
    const sets = { selection, marked: NONE, apart: ids };
    const chunks: readonly Chunk<Shape | Line>[] = [...cutShapes(mass.shapes), ...cutLines(mass.lines)];
    const paths = new Set<string>();
    for (const { elements } of chunks) {
      const standings = standing(elements, sets);
      if (drawn.get(elements) === standings) continue;
      drawn.set(elements, standings);
      for (const { d } of strokesOf(elements, template, standings)) paths.add(d);
    }
    for (const one of [...shapes, ...lines]) strokesOf([one], template, 'p');
    return { chunks: chunks.length, paths, elements: work.elements };
  };
}

describe('a diagram of 2,000 elements from far', () => {
  it('is some dozens of paths, each element in one', () => {
    const first = painter()(diagram, diagram);
    expect(first.elements).toBe(diagram.shapes.length + diagram.lines.length);
    expect(first.chunks).toBeLessThan(120);
  });

  it('is drawn again where a drag changes it alone', () => {
    const paint = painter();
    paint(diagram, diagram);
    const step = (n: number) => firstOf(moveElements(model, [moved.id], n, n));
    const along = diagram.lines.filter(
      ({ source, target }) => source.element === moved.id || target.element === moved.id,
    );
    const first = paint(diagram, step(1));
    expect(first.elements).toBeLessThan(2000);
    for (let n = 2; n < 10; n++) expect(paint(diagram, step(n)).elements).toBe(1 + along.length);
    const dropped = step(9);
    expect(paint(dropped, dropped).elements).toBeLessThan(2000);
  });

  it('keeps its paths when all of it is selected, and when one is another chunk stays', () => {
    const paint = painter();
    const before = paint(diagram, diagram).paths;
    const all = new Set([...diagram.shapes, ...diagram.lines].map(({ id }) => id));
    const selected = paint(diagram, diagram, all);
    expect(selected).toMatchObject({ paths: before, elements: 0 });
    paint(diagram, diagram);
    expect(paint(diagram, diagram, new Set([moved.id])).elements).toBeLessThan(513);
  });

  it('parts nothing when most of it moves', () => {
    const all = diagram.shapes.map(({ id }) => id);
    const shown = firstOf(moveElements(model, all, 10, 0));
    expect(parted()(diagram, shown)).toMatchObject({ mass: shown, shapes: [], lines: [] });
  });

  it('draws apart what is new at the end, and everything anew when elements are gone', () => {
    const more = { ...diagram, shapes: [...diagram.shapes, { ...moved, id: elementId('new') }] };
    expect(parted()(diagram, more).ids).toEqual(new Set(['new']));
    const fewer = { ...diagram, shapes: diagram.shapes.slice(1) };
    expect(parted()(diagram, fewer)).toMatchObject({ mass: fewer, shapes: [] });
  });
});

describe('chunks', () => {
  it('hold what lies in one place in parts of a bounded size', () => {
    const heap = Array.from({ length: 2000 }, (_, n) => ({ ...moved, id: elementId(`${n}`) }));
    const chunks = chunked(boxOf)(heap);
    expect(Math.max(...chunks.map(({ elements }) => elements.length))).toBeLessThanOrEqual(512);
    expect(chunks.flatMap(({ elements }) => elements)).toEqual(heap);
  });

  it('are so many that a tile of the screen has few beside it, and React not too many', () => {
    const of = (count: number, least?: number) => chunked(boxOf, least)(firstOf(grid(count)).shapes).length;
    expect(of(500)).toBeGreaterThan(8);
    expect(of(2000)).toBeGreaterThan(32);
    expect(of(10_000)).toBeLessThan(160);
    expect(of(20)).toBeLessThan(6);
    expect(of(20, 1)).toBeGreaterThan(10);
  });

  it('stay as they are but for those where an element was, came or went', () => {
    const cut = chunked(boxOf);
    const before = cut(diagram.shapes);
    const after = cut(diagram.shapes.filter((shape) => shape !== moved));
    const kept = after.filter((chunk) => before.includes(chunk));
    expect(kept.length).toBe(before.length - 1);
  });
});

describe('elementAt', () => {
  const [first, second] = diagram.shapes as readonly [Shape, Shape];
  const [flow] = diagram.lines as readonly [Line];
  const border: Shape = {
    ...first,
    id: elementId('border'),
    kind: 'borderBoundary',
    left: 10,
    top: 10,
    width: 400,
    height: 400,
  };
  const on = { ...diagram, shapes: [border, first, second], lines: [flow] };
  const round: Shape = { ...first, id: elementId('round'), kind: 'ellipse', left: 1000, top: 1000 };
  const at = (x: number, y: number, reach = 48, where: Diagram = on) =>
    elementAt(where, template, { x, y }, reach)?.id;
  const middle = { x: first.left + first.width / 2, y: first.top + first.height / 2 };

  it.each([
    ['an element, inside', middle.x, middle.y, first.id],
    ['its flow, beside the curve', flow.handle.x, flow.handle.y + 11, flow.id],
    ['the flow rather than the element that it ends at', flow.source.x - 5, flow.source.y, flow.id],
    ['the border of a boundary', 300, 16, border.id],
    ['nothing inside of a boundary', 300, 300, undefined],
    ['nothing beside the flow', flow.handle.x, flow.handle.y + 14, undefined],
    ['nothing far away', 5000, 5000, undefined],
  ])('finds %s', (_, x, y, wanted) => expect(at(x, y)).toBe(wanted));

  it('finds an ellipse where it is round', () => {
    const only = { ...on, shapes: [round], lines: [] };
    expect(at(1050, 1050, 48, only)).toBe(round.id);
    expect(at(1008, 1008, 48, only)).toBeUndefined();
  });
});
