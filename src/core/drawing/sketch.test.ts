import { describe, expect, it } from 'vitest';
import { atOnce } from '../base/index.ts';
import { type Diagram, type Model, newModel } from '../document/index.ts';
import { countingGuids, testTemplate } from '../document/testing/template.ts';
import { scene } from '../edit/testing/scene.ts';
import { drawingFromFar } from './far.ts';
import { sketchOf } from './sketch.ts';

const count = (path: string, letter: string): number => path.split(letter).length - 1;
const numbers = (path: string): number[] => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

describe('the sketch of a model', () => {
  it('is its first diagram with elements, in whole units of a small box', () => {
    const sketch = sketchOf(scene);
    expect(Math.max(sketch?.width ?? 0, sketch?.height ?? 0)).toBe(320);
    // Person, server, store; the note is a text. A zone and a line boundary; two flows.
    expect(count(sketch?.shapes ?? '', 'M')).toBeGreaterThanOrEqual(3);
    expect(count(sketch?.boundaries ?? '', 'M')).toBe(2);
    expect(count(sketch?.flows ?? '', 'Q')).toBe(2);
    const starts = [
      ...`${sketch?.boundaries}${sketch?.shapes}${sketch?.flows}`.matchAll(/M(-?\d+) (-?\d+)/g),
    ];
    for (const [, x, y] of starts) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(320);
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(sketch?.height ?? 0);
    }
    expect(numbers(sketch?.flows ?? '').every(Number.isInteger)).toBe(true);
  });

  it('skips empty diagrams, and is none where all are', () => {
    const [full, empty] = scene.diagrams;
    const turned: Model = {
      ...scene,
      diagrams: [empty, full].filter((one): one is Diagram => one !== undefined),
    };
    expect(sketchOf(turned)).toEqual(sketchOf(scene));
    expect(sketchOf(newModel(testTemplate, countingGuids(1)))).toBeNull();
  });

  it('stays small, however large the model', () => {
    const [first] = scene.diagrams;
    if (first === undefined) throw new Error('The scene has no diagram');
    const many = Array.from({ length: 400 }, () => first.shapes).flat();
    const sketch = sketchOf({ ...scene, diagrams: [{ ...first, shapes: many }] });
    expect(count(sketch?.boundaries ?? '', 'z')).toBe(300);
    expect(JSON.stringify(sketch).length).toBeLessThan(40_000);
  });
});

describe('a diagram from far', () => {
  const [first] = scene.diagrams;
  if (first === undefined) throw new Error('The scene has no diagram');

  it('has every element, in as few SVG elements as a small one, within its box', () => {
    const many = Array.from({ length: 400 }, (_, at) =>
      first.shapes.map((shape) => ({ ...shape, left: shape.left + 300 * at })),
    ).flat();
    const picture = atOnce(drawingFromFar({ ...first, shapes: many }, scene.template)) ?? '';
    expect(count(picture, '<path')).toBe(3);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(picture) ?? [];
    expect(Number(width)).toBe(1200);
    const [boundaries = '', pale = '', shapes = ''] = [...picture.matchAll(/ d="([^"]*)"/g)].map(
      ([, d]) => d,
    );
    const parts = { boundary: count(boundaries, 'M'), flow: count(pale, 'Q'), text: count(pale, 'z') };
    expect(parts).toEqual({ boundary: 401, flow: 2, text: 400 });
    // Person and server, and a store of two lines.
    expect(count(shapes, 'M')).toBe(400 * 4);
    for (const [, x, y] of picture.matchAll(/M(-?\d+) (-?\d+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(1200);
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(Number(height));
    }
  });

  it('is none where there is no element', () => {
    expect(atOnce(drawingFromFar({ ...first, shapes: [], lines: [] }, scene.template))).toBeNull();
  });
});
