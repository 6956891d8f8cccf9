import { beforeEach, describe, expect, it } from 'vitest';
import { firstOf, scene, shapeIn, shapes } from '../../core/edit/testing/scene.ts';
import { modelPoint } from '../../core/geometry/index.ts';
import { DEFAULT_SETTINGS, modelIn, openModel, session } from '../store/index.ts';
import { type Canvas, createCanvas } from './base/canvas.ts';
import { bringToFront, canvasInFront, editorCanvas, leaveFront } from './base/front.ts';
import { RESTING } from './base/live.ts';
import { selected } from './base/selected.ts';
import { toModel } from './base/view.ts';
import { canvasCommands } from './commands/index.ts';
import { cancelGesture, clientOf } from './gestures/controller.ts';
import type { Part } from './gestures/part.ts';
import { type Hand, testPage } from './testing/page.ts';

/** Two models of the same elements, as two versions of one are, side by side on one page. */
const { person } = shapes;
const body: Part = { kind: 'body', id: person.id };

let left: Canvas;
let right: Canvas;
let leftHand: Hand;
let rightHand: Hand;

const showing = (id: string) => createCanvas(id, (state) => modelIn(id, state));
const placeIn = (canvas: Canvas) => {
  const open = canvas.open();
  if (open === null) throw new Error('The model was closed');
  const { left: x, top: y } = shapeIn(open.model, person.id);
  return [x, y];
};
const stepsIn = (canvas: Canvas) => canvas.open()?.history.past.map(({ label }) => label);
const run = (id: string) => canvasCommands.find((command) => command.id === id)?.run();

beforeEach(() => {
  session.setState({ settings: { ...DEFAULT_SETTINGS, smartGuides: false }, tool: { kind: 'select' } });
  left = showing(openModel({ fileName: 'before.tm7', model: scene }));
  // The model in front is the second: what is done on the first must not go there.
  right = showing(openModel({ fileName: 'after.tm7', model: scene }));
  const page = testPage();
  leftHand = page.mount(left, { width: 500 });
  rightHand = page.mount(right, { left: 500, width: 500 }, { x: 10, y: 20, zoom: 2 });
});

describe('two canvases on one page', () => {
  it('have views of their own', () => {
    const client = clientOf({ clientX: 520, clientY: 100 });
    expect(toModel(left, client)).toEqual({ x: 520, y: 100 });
    expect(toModel(right, client)).toEqual({ x: 5, y: 40 });
    expect(right.port?.toClient(modelPoint(5, 40))).toEqual(client);
    leftHand.press({ kind: 'pane' }, [400, 500], { pointerType: 'pen' });
    leftHand.drag([420, 530], { pointerType: 'pen' });
    expect([leftHand.shows.view, rightHand.shows.view]).toEqual([
      { x: 20, y: 30, zoom: 1 },
      { x: 10, y: 20, zoom: 2 },
    ]);
  });

  it('take a gesture each, at the same time', () => {
    leftHand.press(body, [60, 150], { pointerId: 1 });
    rightHand.press(body, [60, 150], { pointerId: 2 });
    leftHand.drag([70, 150], { pointerId: 1 });
    rightHand.drag([60, 180], { pointerId: 2 });
    const shown = (canvas: Canvas) =>
      canvas.live.getState().preview?.shapes.find(({ id }) => id === person.id);
    expect([shown(left)?.left, shown(left)?.top]).toEqual([30, 100]);
    expect([shown(right)?.left, shown(right)?.top]).toEqual([20, 130]);
    leftHand.release([70, 150], { pointerId: 1 });
    expect([placeIn(left), placeIn(right)]).toEqual([
      [30, 100],
      [20, 100],
    ]);
    expect(right.running).not.toBeNull();
    expect(cancelGesture(right)).toBe(true);
    expect([stepsIn(left), stepsIn(right)]).toEqual([['Move'], []]);
    expect(right.live.getState()).toEqual(RESTING);
  });

  it('select and edit what they show, whichever model is in front', () => {
    leftHand.press(body, [60, 150]);
    leftHand.release([60, 150]);
    expect([...(left.open()?.selection ?? [])]).toEqual([person.id]);
    expect(right.open()?.selection.size).toBe(0);
    leftHand.press(body, [60, 150]);
    leftHand.drag([100, 150]);
    leftHand.release([100, 150]);
    expect([placeIn(left), placeIn(right)]).toEqual([
      [60, 100],
      [20, 100],
    ]);
    expect(right.open()?.model).toBe(scene);
  });

  it('show lists and hover for themselves', () => {
    left.live.setState({ popup: { kind: 'find' }, hover: person.id });
    expect(right.live.getState()).toEqual(RESTING);
  });
});

describe('commands', () => {
  const inFront = [
    ['the left one', () => left, () => right],
    ['the right one', () => right, () => left],
  ] as const;
  for (const [name, front, other] of inFront) {
    it(`go to the canvas in front: ${name}`, () => {
      front().select([person.id]);
      bringToFront(front());
      expect(selected()).toMatchObject({ ids: [person.id], diagram: firstOf(scene) });
      run('move.right');
      expect(placeIn(front())).toEqual([20 + 13, 100]);
      expect(stepsIn(other())).toEqual([]);
      run('edit.delete');
      expect(stepsIn(front())).toEqual(['Move', 'Delete']);
      expect(other().open()?.model).toBe(scene);
      run('view.find');
      expect(front().live.getState().popup).toEqual({ kind: 'find' });
      expect(other().live.getState().popup).toBeNull();
    });
  }

  it('go to the editor again when the canvas in front leaves the page', () => {
    bringToFront(left);
    leaveFront(right);
    expect(canvasInFront()).toBe(left);
    leaveFront(left);
    expect(canvasInFront()).toBe(editorCanvas);
    expect(selected()?.model).toBe(right.open()?.model);
  });
});
