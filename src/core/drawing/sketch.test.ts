import { describe, expect, it } from 'vitest';
import { type Diagram, type Model, newModel } from '../document/index.ts';
import { countingGuids, testTemplate } from '../document/testing/template.ts';
import { scene } from '../edit/testing/scene.ts';
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
