import { describe, expect, it } from 'vitest';
import {
  broughtIn,
  fitted,
  isInView,
  pinched,
  pointAt,
  sharedView,
  shifted,
  ZOOM,
  zoomedAt,
} from './view.ts';

const size = { width: 400, height: 300 };
const box = { left: 1000, top: 500, width: 100, height: 50 };
const middle = { x: 200, y: 150 };

describe('a view', () => {
  it.each([
    ['a small box is not enlarged', box, 1],
    ['a wide one is seen whole', { ...box, width: 3520 }, 0.1],
    ['a huge one stays drawn', { ...box, width: 1e9 }, ZOOM.min],
    ['a point is a box too', { ...box, width: 0, height: 0 }, 1],
  ])('%s', (_, shown, zoom) => {
    const view = fitted(shown, size);
    expect(view.zoom).toBeCloseTo(zoom);
    const centre = { x: shown.left + shown.width / 2, y: shown.top + shown.height / 2 };
    expect(pointAt(view, middle).x).toBeCloseTo(centre.x);
    expect(pointAt(view, middle).y).toBeCloseTo(centre.y);
  });

  it('keeps the point under the pointer when it comes nearer, up to a limit', () => {
    const from = { zoom: 1, x: 10, y: 20 };
    const at = { x: 70, y: 80 };
    expect(pointAt(zoomedAt(from, 2, at), at)).toEqual(pointAt(from, at));
    expect(zoomedAt(from, 1e6, at).zoom).toBe(ZOOM.max);
    expect(zoomedAt(from, 0, at).zoom).toBe(ZOOM.min);
    expect(shifted(from, 3, -4)).toEqual({ zoom: 1, x: 13, y: 16 });
  });

  it('follows two fingers: it comes nearer as they part, and moves with what is between them', () => {
    const from = { zoom: 1, x: 10, y: 20 };
    const [resting, was, is] = [
      { x: 100, y: 100 },
      { x: 200, y: 100 },
      { x: 300, y: 100 },
    ];
    const parted = pinched(from, resting, was, is);
    expect(parted.zoom).toBeCloseTo(2);
    expect(pointAt(parted, resting).x).toBeCloseTo(pointAt(from, resting).x);
    expect(pointAt(parted, is).x).toBeCloseTo(pointAt(from, was).x);
    expect(pinched(parted, resting, is, was).x).toBeCloseTo(from.x);
    expect(pinched(from, resting, resting, resting)).toEqual(from);
  });

  it('brings a thing in near enough to read it, and keeps a nearer view', () => {
    expect(broughtIn({ zoom: 0.1, x: 0, y: 0 }, box, size).zoom).toBe(0.8);
    expect(broughtIn({ zoom: 2, x: 0, y: 0 }, box, size).zoom).toBe(2);
    const wide = broughtIn({ zoom: 0.05, x: 0, y: 0 }, { ...box, width: 3520 }, size);
    expect(wide.zoom).toBeCloseTo(0.1);
    expect(isInView(wide, size, box)).toBe(true);
  });

  it.each([
    ['inside', { left: 10, top: 10, width: 5, height: 5 }, true],
    ['over the edge', { left: -10, top: -10, width: 15, height: 15 }, true],
    ['left of it', { left: -100, top: 10, width: 50, height: 5 }, false],
    ['below it', { left: 10, top: 400, width: 50, height: 5 }, false],
  ])('knows what is %s', (_, rect, seen) => {
    expect(isInView({ zoom: 1, x: 0, y: 0 }, size, rect)).toBe(seen);
  });

  it('is one for all panes', () => {
    const view = sharedView();
    const seen: number[] = [];
    const end = view.onChange(() => seen.push(view.now().x));
    view.onChange(() => seen.push(-view.now().x));
    view.set({ zoom: 1, x: 5, y: 0 });
    end();
    view.set({ zoom: 1, x: 6, y: 0 });
    expect(seen).toEqual([5, -5, -6]);
  });
});
