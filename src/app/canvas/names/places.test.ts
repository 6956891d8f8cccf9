import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../core/base/index.ts';
import { type Diagram, elementId, elementName, newShape, typeId } from '../../../core/document/index.ts';
import { countingGuids, testTemplate } from '../../../core/document/testing/template.ts';
import { drawnBox } from '../../../core/drawing/index.ts';
import { rename } from '../../../core/edit/index.ts';
import { rectsOverlap } from '../../../core/geometry/index.ts';
import { unitAt } from '../base/name-scale.ts';
import { firstOf, grid } from '../testing/grid.ts';
import { type PlacedName, placingNames } from './places.ts';

const model = grid(60);
const diagram = firstOf(model);

/** Two boundaries, one in the other, with the same corner, and an element in that corner. */
function nested(): Diagram {
  const guids = countingGuids(1);
  const box = (type: string, left: number, top: number, width: number, height: number) =>
    newShape(testTemplate, typeId(type), { left, top, width, height }, guids);
  return {
    ...diagram,
    shapes: [box('zone', 300, 0, 500, 400), box('zone', 0, 0, 800, 600), box('server', 700, 0, 100, 100)],
    lines: [],
  };
}

const namePlaces = (...of: Parameters<typeof placingNames>) => atOnce(placingNames(...of));

const overlapping = (names: readonly PlacedName[]): number =>
  names.filter((one, index) => names.slice(index + 1).some((other) => rectsOverlap(one.box, other.box)))
    .length;

const of = (names: readonly PlacedName[], kind: PlacedName['of']) => names.filter((name) => name.of === kind);

describe('names of a diagram seen from far', () => {
  it('are placed anew in steps of the zoom, and not at all where the file has letters that can be read', () => {
    expect(unitAt(1)).toBe(0);
    expect(unitAt(0.75)).toBe(0);
    expect(unitAt(0.5)).toBe(2);
    expect(unitAt(0.55)).toBe(2);
    expect(unitAt(0.25)).toBe(4);
  });

  it.each([0.7, 0.5, 0.36, 0.23, 0.12])('have letters of a least size at %d', (zoom) => {
    const names = namePlaces(diagram, testTemplate, unitAt(zoom));
    const least = zoom >= 0.5 ? 6 : 8;
    for (const { size } of names) expect(size * zoom).toBeGreaterThanOrEqual(least - 0.01);
    expect(of(names, 'shape').length).toBeGreaterThan(zoom > 0.3 ? 50 : 10);
  });

  it('hide each other nowhere from far away, and no element behind the name of a flow', () => {
    const names = namePlaces(diagram, testTemplate, unitAt(0.3));
    expect(overlapping(names)).toBe(0);
    const boxes = diagram.shapes.map(drawnBox);
    for (const { box } of of(names, 'flow'))
      expect(
        boxes.some((shape) =>
          rectsOverlap(
            {
              ...shape,
              width: shape.width - 4,
              left: shape.left + 2,
              top: shape.top + 2,
              height: shape.height - 4,
            },
            box,
          ),
        ),
      ).toBe(false);
  });

  it('are all there while the letters of the file can be read', () => {
    const names = namePlaces(diagram, testTemplate, unitAt(0.6));
    expect(of(names, 'shape')).toHaveLength(diagram.shapes.length);
    expect(of(names, 'flow')).toHaveLength(diagram.lines.length);
  });

  it('have those of boundaries first, the larger one in its corner and the other in one of its own', () => {
    const names = namePlaces(nested(), testTemplate, unitAt(0.2));
    expect(names.slice(0, 2).map((name) => name.of)).toEqual(['boundary', 'boundary']);
    const [outer, inner] = names;
    const OUTER = nested().shapes[1] as Diagram['shapes'][number];
    expect(outer?.box).toMatchObject({ top: expect.closeTo(drawnBox(OUTER).top + (outer?.size ?? 0) / 4) });
    expect(outer?.anchor).toBe('end');
    expect(rectsOverlap(outer?.box as PlacedName['box'], inner?.box as PlacedName['box'])).toBe(false);
  });

  it('go before others where more flows end', () => {
    const [alone, hub] = [diagram.shapes[0], diagram.shapes[9]];
    const at = { left: 0, top: 0, width: 100, height: 100 };
    const shapes = [alone, hub].flatMap((shape) => (shape === undefined ? [] : [{ ...shape, ...at }]));
    const lines = diagram.lines.filter(
      ({ source, target }) =>
        [source.element, target.element].includes(hub?.id ?? null) &&
        source.element !== alone?.id &&
        target.element !== alone?.id,
    );
    expect(lines.length).toBeGreaterThan(0);
    const names = namePlaces({ ...diagram, shapes, lines }, testTemplate, unitAt(0.2));
    expect(of(names, 'shape').map(({ id }) => id)).toEqual([hub?.id]);
  });

  it('end in an ellipsis where they are too long', () => {
    const [first] = diagram.shapes;
    const long = 'A name that goes on and on so that nobody would read it from the back of a room at all';
    const named = firstOf(rename(model, first?.id ?? elementId(''), long).value);
    const names = namePlaces(named, testTemplate, unitAt(0.25));
    const { lines } = names.find(({ id }) => id === first?.id) ?? { lines: [] };
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/…$/);
  });

  it('are placed in bounded work beside a shape as wide as numbers are, and one of a name of a megabyte', () => {
    const [first, second, ...others] = diagram.shapes;
    if (first === undefined || second === undefined) throw new Error('The grid has no shapes');
    const huge = { ...first, left: 10_000, top: 10_000, width: 2_147_483_647, height: 2_147_483_647 };
    const named = firstOf(rename(model, second.id, 'word '.repeat(200_000)).value);
    const long = named.shapes.find(({ id }) => id === second.id) ?? second;
    const names = namePlaces({ ...diagram, shapes: [huge, long, ...others] }, testTemplate, unitAt(0.2));
    expect(of(names, 'shape').length).toBeGreaterThan(10);
  });

  it('are those of boundaries alone, as the file has them, where all can be read', () => {
    const names = namePlaces(nested(), testTemplate, 0);
    expect(names).toHaveLength(2);
    for (const { of: kind, size, anchor } of names)
      expect([kind, size, anchor]).toEqual(['boundary', 12, 'end']);
    expect(names.flatMap(({ lines }) => lines)).toContain(
      elementName(nested().shapes[0] as Diagram['shapes'][number]),
    );
  });
});
