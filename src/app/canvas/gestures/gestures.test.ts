import { beforeEach, describe, expect, it } from 'vitest';
import { type ElementId, typeId } from '../../../core/document/index.ts';
import { lines, scene, shapes } from '../../../core/edit/testing/scene.ts';
import { session, type Tool } from '../../store/index.ts';
import { RESTING } from '../base/live.ts';
import { ALT, MOD, type Opened, opened, SHIFT } from '../testing/opened.ts';
import type { Keys, Place } from '../testing/page.ts';
import { cancelGesture } from './controller.ts';
import type { Part } from './part.ts';

interface Case {
  readonly name: string;
  readonly part: Part;
  readonly from: Place;
  readonly to: Place;
  readonly keys?: Keys;
  readonly tool?: Tool;
  readonly kind: string;
  readonly cursor: string;
  /** The undo step that its release makes; null for a gesture that does not change the model. */
  readonly step: string | null;
}

const { person, server, store, zone } = shapes;
const { request, border } = lines;
const body = (id: ElementId): Part => ({ kind: 'body', id });
const place = (type: string): Tool => ({ kind: 'place', typeId: typeId(type), keep: false });
const PANE: Part = { kind: 'pane' };

/** Every gesture, as a hand does it on the scene. */
const CASES: readonly Case[] = [
  {
    name: 'moves a shape',
    part: body(person.id),
    from: [60, 150],
    to: [90, 160],
    kind: 'move',
    cursor: 'move',
    step: 'Move',
  },
  {
    name: 'drags a copy with Alt',
    part: body(person.id),
    from: [60, 150],
    to: [90, 260],
    keys: ALT,
    kind: 'move',
    cursor: 'move',
    step: 'Duplicate',
  },
  {
    name: 'moves a line that hangs on nothing',
    part: { kind: 'line', id: border.id, at: 'curve' },
    from: [160, 200],
    to: [190, 220],
    kind: 'move',
    cursor: 'move',
    step: 'Move',
  },
  {
    name: 'resizes a shape',
    part: { kind: 'resize', id: server.id, corner: 'se' },
    from: [345, 195],
    to: [365, 225],
    kind: 'resize',
    cursor: 'nwse-resize',
    step: 'Resize',
  },
  {
    name: 'resizes one side',
    part: { kind: 'resize', id: server.id, corner: 'n' },
    from: [300, 105],
    to: [300, 85],
    kind: 'resize',
    cursor: 'ns-resize',
    step: 'Resize',
  },
  {
    name: 'draws a flow between shapes',
    part: { kind: 'port', id: store.id, port: 'South' },
    from: [600, 195],
    to: [60, 150],
    kind: 'connect',
    cursor: 'crosshair',
    step: 'Connect with https name',
  },
  {
    name: 'detaches an end',
    part: { kind: 'end', id: request.id, end: 'target' },
    from: [255, 150],
    to: [180, 420],
    kind: 'reconnect',
    cursor: 'crosshair',
    step: 'Detach',
  },
  {
    name: 'attaches an end elsewhere',
    part: { kind: 'end', id: request.id, end: 'target' },
    from: [255, 150],
    to: [600, 150],
    kind: 'reconnect',
    cursor: 'crosshair',
    step: 'Reconnect',
  },
  {
    name: 'moves the end of a line boundary',
    part: { kind: 'end', id: border.id, end: 'source' },
    from: [150, 20],
    to: [170, 30],
    kind: 'reconnect',
    cursor: 'crosshair',
    step: 'Move end',
  },
  {
    name: 'bends a flow by its handle',
    part: { kind: 'line', id: request.id, at: 'handle' },
    from: [185, 150],
    to: [190, 240],
    kind: 'bend',
    cursor: 'grabbing',
    step: 'Bend flow',
  },
  {
    name: 'slides a label',
    part: { kind: 'line', id: request.id, at: 'label' },
    from: [185, 150],
    to: [205, 152],
    kind: 'bend',
    cursor: 'grabbing',
    step: 'Move label',
  },
  {
    name: 'gives a new shape its size',
    part: PANE,
    from: [100, 450],
    to: [260, 560],
    tool: place('server'),
    kind: 'place',
    cursor: 'crosshair',
    step: 'Add server name',
  },
  {
    name: 'draws a line boundary',
    part: PANE,
    from: [100, 450],
    to: [260, 560],
    tool: place('border'),
    kind: 'place',
    cursor: 'crosshair',
    step: 'Add border name',
  },
  {
    name: 'draws a flow of the chosen type',
    part: PANE,
    from: [300, 150],
    to: [600, 300],
    tool: place('https'),
    kind: 'place',
    cursor: 'crosshair',
    step: 'Add https name',
  },
  {
    name: 'frames what it selects',
    part: PANE,
    from: [10, 90],
    to: [130, 210],
    kind: 'marquee',
    cursor: 'default',
    step: null,
  },
  {
    name: 'pans with a pen',
    part: PANE,
    from: [400, 500],
    to: [420, 530],
    keys: { pointerType: 'pen' },
    kind: 'pan',
    cursor: 'grabbing',
    step: null,
  },
  {
    name: 'leaves a finger on the pane to the view',
    part: PANE,
    from: [400, 500],
    to: [420, 530],
    keys: { pointerType: 'touch' },
    kind: 'tap',
    cursor: 'default',
    step: null,
  },
];

let on: Opened;
beforeEach(() => {
  on = opened(scene);
});

function start({ part, from, to, keys = {}, tool }: Case): void {
  if (tool !== undefined) session.setState({ tool });
  on.hand.press(part, from, keys);
  on.hand.drag(to, keys);
}

for (const each of CASES) {
  describe(`a gesture that ${each.name}`, () => {
    const { to, keys, kind, cursor, step } = each;

    it(`is a ${kind} and shows the cursor ${cursor}`, () => {
      start(each);
      expect(on.canvas.live.getState().gesture).toBe(kind);
      expect(on.hand.shows.cursor).toBe(cursor);
    });

    it('leaves the model alone while it runs', () => {
      start(each);
      expect(on.now().model).toBe(scene);
      expect(on.steps()).toEqual([]);
    });

    it('leaves no trace when Escape drops it', () => {
      start(each);
      const selection = on.canvas.live.getState().gesture === 'marquee' ? new Set() : on.now().selection;
      expect(cancelGesture(on.canvas)).toBe(true);
      expect(on.now().model).toBe(scene);
      expect(on.now().history.past).toEqual([]);
      expect(on.now().selection).toEqual(selection);
      expect(on.canvas.live.getState()).toEqual(RESTING);
      expect(on.hand.shows.cursor).toBeNull();
      on.hand.release(to, keys);
      expect(on.now().model).toBe(scene);
    });

    it(step === null ? 'changes no model' : 'is one step when it is released', () => {
      start(each);
      on.hand.drag(to, keys);
      on.hand.release(to, keys);
      expect(on.steps()).toEqual(step === null ? [] : [step]);
      expect(on.canvas.live.getState()).toEqual(RESTING);
      if (step === null) expect(on.now().model).toBe(scene);
      else expect(on.now().history.past[0]?.before).toBe(scene);
    });

    const previewed = ['move', 'resize', 'reconnect', 'bend'].includes(kind);
    it(previewed ? 'shows beforehand what its release makes' : 'shows no changed diagram', () => {
      start(each);
      const { preview } = on.canvas.live.getState();
      on.hand.release(to, keys);
      expect(preview).toEqual(previewed ? on.diagram() : null);
    });
  });
}

describe('a press on an element', () => {
  const cases: readonly (readonly [string, readonly ElementId[], Keys, readonly ElementId[]])[] = [
    ['selects it alone', [server.id], {}, [person.id]],
    ['with Shift adds it', [server.id], SHIFT, [server.id, person.id]],
    ['with Ctrl adds it', [server.id], MOD, [server.id, person.id]],
    ['of several selects it alone', [server.id, person.id], {}, [person.id]],
    ['of several, with Shift, takes it out', [server.id, person.id], SHIFT, [server.id]],
    ['of several, with Ctrl, takes it out', [server.id, person.id], MOD, [server.id]],
  ];
  for (const [name, before, keys, after] of cases) {
    it(name, () => {
      on.canvas.select(before);
      on.hand.press(body(person.id), [60, 150], keys);
      on.hand.release([60, 150], keys);
      expect([...on.now().selection]).toEqual(after);
      expect(on.steps()).toEqual([]);
    });
  }

  it('of several drags them all', () => {
    on.canvas.select([server.id, person.id]);
    on.hand.press(body(person.id), [60, 150]);
    on.hand.drag([60, 190]);
    on.hand.release([60, 190]);
    const moved = on
      .diagram()
      .shapes.filter(({ top }, index) => top !== scene.diagrams[0]?.shapes[index]?.top);
    expect(moved.map(({ id }) => id)).toEqual([server.id, person.id]);
  });

  for (const [name, keys, left] of [
    ['a mouse', {}, []],
    ['a mouse with Shift', SHIFT, [server.id]],
    ['a mouse with Ctrl', MOD, [server.id]],
    ['a pen', { pointerType: 'pen' }, []],
    ['a finger', { pointerType: 'touch' }, []],
  ] as const) {
    it(`beside all of them, with ${name}, leaves ${left.length} selected`, () => {
      on.canvas.select([server.id]);
      on.hand.press(PANE, [400, 500], keys);
      on.hand.release([400, 500], keys);
      expect([...on.now().selection]).toEqual(left);
    });
  }
});

describe('the boundary that takes what is dragged', () => {
  it('is lit, and the line boundaries that other flows cross then', () => {
    on.hand.press(body(person.id), [60, 150]);
    on.hand.drag([460, 250]);
    expect(on.canvas.live.getState()).toMatchObject({ aim: zone.id, crossed: new Set([zone.id, border.id]) });
  });

  it('is not lit while it stays what it was', () => {
    on.hand.press(body(server.id), [300, 150]);
    on.hand.drag([310, 160]);
    expect(on.canvas.live.getState()).toMatchObject({ aim: null, crossed: new Set() });
  });
});
