import { describe, expect, it } from 'vitest';
import { displayName, type Line, type Shape } from '../../../core/document/index.ts';
import { labelShifts } from '../../../core/drawing/index.ts';
import { work as labels } from '../../../core/drawing/label-places.ts';
import { moveElements, setName } from '../../../core/edit/index.ts';
import { lineWords, work as told } from '../base/line-words.ts';
import { work as looked, visibleLines } from '../base/visible-lines.ts';
import { projectShapes } from '../nodes/project.ts';
import { firstOf, grid } from '../testing/grid.ts';

const model = grid(2000);
const diagram = firstOf(model);
const { template } = model;
const moved = diagram.shapes[990] as Shape;
const view = { left: moved.left - 800, top: moved.top - 500, width: 1600, height: 1000 };
const step = (n: number) => firstOf(moveElements(model, [moved.id], n, n));
const touched = diagram.lines.filter(
  ({ source, target }) => source.element === moved.id || target.element === moved.id,
);

describe('a step of a drag among 2,000 elements', () => {
  it('looks at the lines that it moves alone', () => {
    const visible = visibleLines();
    const before = visible(diagram.lines, template, view);
    expect(before.length).toBeGreaterThan(40);
    expect(before.length).toBeLessThan(200);
    for (let n = 1; n < 5; n++) {
      looked.lines = 0;
      const now = visible(step(n).lines, template, view);
      expect(looked.lines).toBe(touched.length);
      expect(now.filter((line) => !before.includes(line)).length).toBe(touched.length);
    }
  });

  it('puts the lines that it moves alone into words', () => {
    const tell = lineWords();
    const all = (lines: readonly Line[], words: (line: Line) => string) => lines.map(words);
    const before = all(diagram.lines, tell(diagram, template));
    told.lines = 0;
    expect(all(step(1).lines, tell(step(1), template))).toEqual(before);
    expect(told.lines).toBe(touched.length);
  });

  it('lays out the labels around those that it moves alone', () => {
    labelShifts(diagram.lines, template);
    for (let n = 1; n < 5; n++) {
      labels.labels = 0;
      labelShifts(step(n).lines, template);
      expect(labels.labels).toBeLessThan(8 * touched.length);
    }
  });

  it('makes one node anew, and none of what is out of sight', () => {
    const none: ReadonlySet<never> = new Set();
    const before = projectShapes(diagram, template, none, none, view);
    const after = projectShapes(step(3), template, none, none, view);
    expect(before.length).toBeLessThan(100);
    expect(after.filter((node) => !before.includes(node)).map(({ id }) => id)).toEqual([moved.id]);
  });
});

describe('lines in words', () => {
  it('follow the names of their ends', () => {
    const tell = lineWords();
    const [line] = touched;
    if (line === undefined) throw new Error('The element has no flows');
    const before = tell(diagram, template)(line);
    const renamed = firstOf(setName(model, moved.id, 'Till'));
    expect(displayName(renamed.shapes[990] as Shape)).toBe('Till');
    expect(before).not.toContain('Till');
    expect(tell(renamed, template)(line)).toContain('Till');
  });
});

describe('lines in view', () => {
  const long = {
    ...(diagram.lines[0] as Line),
    source: { element: null, port: 'None', x: 0, y: 0 } as const,
  };
  const slant = { ...long, handle: { x: 5000, y: 5000 }, target: { ...long.source, x: 10_000, y: 10_000 } };
  const at = (left: number, top: number) => ({ left, top, width: 400, height: 400 });

  it.each([
    ['under the curve', at(2000, 2000), 1],
    ['at an end', at(9990, 9990), 1],
    ['under the label', at(4950, 5005), 1],
    ['in the box around the curve, but beside it', at(1000, 8000), 0],
    ['outside of it', at(12_000, 0), 0],
  ])('%s', (_, where, count) => expect(visibleLines()([slant], template, where)).toHaveLength(count));
});
