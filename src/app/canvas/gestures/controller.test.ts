import { beforeEach, describe, expect, it } from 'vitest';
import { modelPoint } from '../../../core/geometry/index.ts';
import { createCanvas } from '../base/canvas.ts';
import type { At, Gesture } from '../base/gesture.ts';
import { RESTING } from '../base/live.ts';
import type { Viewport } from '../base/port.ts';
import { openPopup } from '../base/showing.ts';
import { setPort } from '../base/view.ts';
import { eventAt, type Hand, type Keys, type Place, SIZE, testPage } from '../testing/page.ts';
import {
  atOf,
  begin,
  cancelGesture,
  gesturePans,
  gestureRuns,
  modifiersChanged,
  pressDragged,
  viewMoved,
} from './controller.ts';

/** What a gesture was asked to do, in order. */
let log: string[];
let canvas: ReturnType<typeof createCanvas>;
let hand: Hand;

const say = (what: string) => (at: At) =>
  log.push(`${what} ${at.point.x},${at.point.y}${at.shift ? ' shift' : ''}${at.alt ? ' alt' : ''}`);

const told = (more: Partial<Gesture> = {}): Gesture => ({
  kind: 'move',
  cursor: 'move',
  move: say('move'),
  end: say('end'),
  click: say('click'),
  cancel: () => log.push('cancel'),
  ...more,
});

function start(at: Place, keys: Keys = {}, gesture = told()): void {
  const { port } = canvas;
  if (port === null) throw new Error('The canvas is not on the page');
  begin(canvas, gesture, eventAt(port.toClient(modelPoint(...at)), keys));
}

function mount(view?: Viewport): void {
  log = [];
  canvas = createCanvas('test', () => null);
  hand = testPage().mount(canvas, {}, view);
}

beforeEach(() => mount());

describe('a press', () => {
  const clicks = [
    ['released where it began', [100, 100], {}, 'click 100,100'],
    ['that trembles', [102, 101], {}, 'click 102,101'],
    ['of a finger, that trembles more', [105, 105], { pointerType: 'touch' }, 'click 105,105'],
  ] as const;
  for (const [name, to, keys, expected] of clicks) {
    it(`${name} is a click`, () => {
      start([100, 100], keys);
      hand.drag(to, keys);
      hand.release(to, keys);
      expect(log).toEqual([expected]);
      expect(pressDragged(canvas)).toBe(false);
      expect(hand.shows.captured).toEqual([]);
    });
  }

  const drags = [
    ['of the mouse by three pixels', [103, 100], {}],
    ['of a finger by eight', [100, 108], { pointerType: 'touch' }],
  ] as const;
  for (const [name, to, keys] of drags) {
    it(`${name} is a drag`, () => {
      start([100, 100], keys);
      hand.drag(to, keys);
      expect(canvas.live.getState().gesture).toBe('move');
      expect(hand.shows).toMatchObject({ cursor: 'move', captured: [1] });
      hand.release(to, keys);
      expect(log).toEqual([`move ${to[0]},${to[1]}`, `move ${to[0]},${to[1]}`, `end ${to[0]},${to[1]}`]);
      expect(pressDragged(canvas)).toBe(true);
      expect(hand.shows.cursor).toBeNull();
      expect(canvas.live.getState()).toEqual(RESTING);
    });
  }

  it('on a canvas that is not on the page starts nothing', () => {
    const press = { ...eventless, pointerId: 1, pointerType: 'mouse', buttons: 1 };
    setPort(canvas, null);
    begin(canvas, told(), press);
    expect(gestureRuns(canvas)).toBe(false);
  });

  it('drops the gesture that still runs', () => {
    start([100, 100]);
    hand.drag([150, 100]);
    start([300, 300]);
    expect(log).toEqual(['move 150,100', 'cancel']);
    hand.release([300, 300]);
    expect(log.at(-1)).toBe('click 300,300');
  });
});

const eventless = { clientX: 0, clientY: 0, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };

describe('a drag', () => {
  beforeEach(() => start([100, 100]));

  it('is told once per picture, of the last place', () => {
    for (const x of [110, 120, 130]) hand.slide([x, 100]);
    expect(log).toEqual([]);
    expect(hand.paint()).toBe(true);
    expect(log).toEqual(['move 130,100']);
    expect(hand.paint()).toBe(false);
  });

  it('ends where its button is found up, though nobody told of the release', () => {
    hand.drag([150, 100]);
    hand.slide([160, 100], { buttons: 0 });
    expect(log.at(-1)).toBe('end 150,100');
    expect(gestureRuns(canvas)).toBe(false);
  });

  it('ends at once, and paints no more behind its end', () => {
    hand.slide([150, 100]);
    hand.release([160, 100]);
    expect(log).toEqual(['move 160,100', 'end 160,100']);
    expect(hand.paint()).toBe(false);
  });

  it('takes no notice of other pointers', () => {
    hand.drag([150, 100], { pointerId: 2 });
    hand.release([150, 100], { pointerId: 2 });
    expect(log).toEqual([]);
    expect(gestureRuns(canvas)).toBe(true);
  });

  const ends = [
    ['Escape', () => expect(cancelGesture(canvas)).toBe(true)],
    ['the browser, which takes the pointer', () => hand.lose()],
  ] as const;
  for (const [name, end] of ends) {
    it(`is dropped by ${name}`, () => {
      hand.drag([150, 100]);
      hand.slide([170, 100]);
      end();
      expect(log).toEqual(['move 150,100', 'cancel']);
      expect(hand.paint()).toBe(false);
      expect(hand.shows.cursor).toBeNull();
      expect(canvas.live.getState()).toEqual(RESTING);
      hand.release([170, 100]);
      expect(log).toHaveLength(2);
    });
  }

  it('that did not begin has nothing to take back', () => {
    expect(cancelGesture(canvas)).toBe(true);
    expect(log).toEqual([]);
    expect(cancelGesture(canvas)).toBe(false);
  });

  it('shows what a modifier key means as soon as it goes down', () => {
    hand.drag([150, 100]);
    modifiersChanged(canvas, { shiftKey: true, altKey: true, ctrlKey: false, metaKey: false });
    hand.paint();
    expect(log.at(-1)).toBe('move 150,100 shift alt');
  });

  it('leaves to an open list the line that led to it', () => {
    const curve = { from: { x: 0, y: 0 }, control: { x: 1, y: 1 }, to: { x: 2, y: 2 } };
    hand.drag([150, 100]);
    canvas.live.setState({ connecting: { curve, target: null }, aim: null });
    openPopup(canvas, { kind: 'find' });
    hand.release([150, 100]);
    expect(canvas.live.getState()).toEqual({
      ...RESTING,
      popup: { kind: 'find' },
      connecting: { curve, target: null },
    });
  });
});

describe('the view', () => {
  it('says how far a pixel goes', () => {
    mount({ x: 50, y: 20, zoom: 2 });
    const at = atOf(canvas, { ...eventless, clientX: 250, clientY: 120, metaKey: true });
    expect(at).toEqual({
      client: { x: 250, y: 120 },
      point: { x: 100, y: 50 },
      shift: false,
      alt: false,
      mod: true,
    });
  });

  it('may move under a resting pointer: what is dragged stays with it', () => {
    start([100, 100]);
    hand.drag([150, 100]);
    hand.shows.view = { x: -30, y: 0, zoom: 1 };
    viewMoved(canvas);
    hand.paint();
    expect(log.at(-1)).toBe('move 180,100');
  });

  it('stays while nothing is dragged', () => {
    start([100, 100]);
    viewMoved(canvas);
    expect(hand.paint()).toBe(false);
  });

  const edges = [
    ['left', [0, 400], 14, 0],
    ['right', [SIZE.width, 400], -14, 0],
    ['upper', [500, 0], 0, 14],
    ['lower', [500, SIZE.height], 0, -14],
    ['left, half way', [14, 400], 7, 0],
    ['none, in the middle', [500, 400], 0, 0],
  ] as const;
  for (const [edge, to, x, y] of edges) {
    it(`moves along at its edge: ${edge}`, () => {
      start([300, 300]);
      hand.drag(to);
      expect(hand.shows.view).toMatchObject({ x: x + 0, y: y + 0 });
      // And on, as long as the pointer rests there.
      expect(hand.paint()).toBe(x !== 0 || y !== 0);
      expect(hand.shows.view).toMatchObject({ x: 2 * x + 0, y: 2 * y + 0 });
    });
  }

  it('does not when the gesture forbids it', () => {
    start([300, 300], {}, told({ autoPan: false, kind: 'pan' }));
    expect(gesturePans(canvas)).toBe(true);
    hand.drag([0, 400]);
    expect(hand.shows.view).toEqual({ x: 0, y: 0, zoom: 1 });
  });
});
