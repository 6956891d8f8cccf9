import { describe, expect, it } from 'vitest';
import { newModel, newShape, typeId } from '../../../core/document/index.ts';
import { countingGuids, testTemplate } from '../../../core/document/testing/template.ts';
import { drawnBox } from '../../../core/drawing/index.ts';
import { clientPoint, modelPoint } from '../../../core/geometry/index.ts';
import { changeSettings } from '../../store/index.ts';
import { opened } from '../testing/opened.ts';
import { SIZE, testPage } from '../testing/page.ts';
import { createCanvas } from './canvas.ts';
import { MAP_EDGE, mapSize } from './map-size.ts';
import { fitDiagram, keepFit, panBy } from './view.ts';

/** A diagram whose corners have elements, those of the right lower corner only when wanted. */
function corners(withLast: boolean) {
  const guids = countingGuids(1);
  const at = (left: number, top: number) =>
    newShape(testTemplate, typeId('server'), { left, top, width: 100, height: 100 }, guids);
  const shapes = [at(0, 0), at(1900, 0), at(0, 1400), ...(withLast ? [at(1900, 1400)] : [])];
  const empty = newModel(testTemplate, guids);
  return { ...empty, diagrams: empty.diagrams.map((diagram) => ({ ...diagram, shapes })) };
}

describe('fitting a diagram', () => {
  it('keeps what lies in the corner of the map beside or above it', () => {
    const { canvas, hand, diagram } = opened(corners(true));
    changeSettings({ showMinimap: true });
    fitDiagram(canvas, false);
    const { x, y, zoom } = hand.shows.view;
    const map = mapSize(SIZE);
    for (const shape of diagram().shapes) {
      const { left, top, width, height } = drawnBox(shape);
      const [right, bottom] = [(left + width) * zoom + x, (top + height) * zoom + y];
      const beside = right <= SIZE.width - map.width - MAP_EDGE;
      const above = bottom <= SIZE.height - map.height - MAP_EDGE;
      expect(beside || above, `${left} ${top}`).toBe(true);
    }
  });

  it('gives the diagram that room where nothing lies in it, and where there is no map', () => {
    const free = opened(corners(false));
    changeSettings({ showMinimap: true });
    fitDiagram(free.canvas, false);
    const full = opened(corners(true));
    changeSettings({ showMinimap: false });
    fitDiagram(full.canvas, false);
    expect(full.hand.shows.view.zoom).toBeCloseTo(free.hand.shows.view.zoom);
  });

  it('is kept on a canvas of another size until the view is moved', () => {
    const { canvas, hand } = opened(corners(true), { showMinimap: false });
    fitDiagram(canvas, false);
    const before = hand.shows.view.zoom;
    const larger = testPage().mount(canvas, { width: 1600, height: 1200 }, hand.shows.view);
    keepFit(canvas);
    expect(larger.shows.view.zoom).toBeGreaterThan(before * 1.3);
    panBy(canvas, 5, 0);
    const moved = larger.shows.view;
    const smaller = testPage().mount(canvas, { width: 800, height: 600 }, moved);
    keepFit(canvas);
    expect(smaller.shows.view).toEqual(moved);
  });

  it('of one of two copies of a file says nothing of the other', () => {
    const model = corners(true);
    const first = opened(model, { showMinimap: false });
    const second = opened(model, { showMinimap: false });
    let front = first;
    const canvas = createCanvas('canvas-of-both', () => front.now());
    const { shows } = testPage().mount(canvas);
    fitDiagram(canvas, false);
    const fitted = shows.view;
    const larger = testPage().mount(canvas, { width: 1600, height: 1200 }, fitted);
    front = second;
    keepFit(canvas);
    expect(larger.shows.view).toEqual(fitted);
    front = first;
    keepFit(canvas);
    expect(larger.shows.view.zoom).toBeGreaterThan(fitted.zoom);
  });

  it('comes with another size of the canvas alone', () => {
    const { canvas, hand } = opened(corners(true));
    changeSettings({ showMinimap: false });
    fitDiagram(canvas, false);
    const before = hand.shows.view;
    changeSettings({ showMinimap: true });
    keepFit(canvas);
    expect(hand.shows.view).toEqual(before);
  });

  it('waits while something is dragged, which would slip from under the pointer', () => {
    const { canvas, hand } = opened(corners(true), { showMinimap: false });
    fitDiagram(canvas, false);
    const fitted = hand.shows.view;
    const larger = testPage().mount(canvas, { width: 1600, height: 1200 }, fitted);
    const nothing = () => undefined;
    canvas.running = {
      gesture: { kind: 'move', cursor: 'move', move: nothing, end: nothing },
      pointerId: 1,
      start: clientPoint(0, 0),
      slop: 4,
      unfollow: nothing,
      moved: true,
      last: { point: modelPoint(0, 0), client: clientPoint(0, 0), shift: false, alt: false, mod: false },
      callOff: null,
    };
    keepFit(canvas);
    expect(larger.shows.view).toEqual(fitted);
    canvas.running = null;
    keepFit(canvas);
    expect(larger.shows.view.zoom).toBeGreaterThan(fitted.zoom);
  });
});
