import { describe, expect, it } from 'vitest';
import {
  CANVAS_START,
  type Diagram,
  type ElementId,
  type Shape,
  typeId,
} from '../../../core/document/index.ts';
import { lines, scene, shapes } from '../../../core/edit/testing/scene.ts';
import { curveThrough, nearestT, pointAt } from '../../../core/geometry/index.ts';
import { type Settings, session } from '../../store/index.ts';
import { ALT, MOD, type Opened, opened, SHIFT } from '../testing/opened.ts';
import type { Keys, Place } from '../testing/page.ts';
import type { Part } from './part.ts';

/** Where the gestures put things, on the scene: a zone around a server and a store, a person and a note outside. */
const { person, server, store, zone, note } = shapes;
const { request, query } = lines;

const shapeOf = (diagram: Diagram, { id }: { readonly id: ElementId }): Shape => {
  const found = diagram.shapes.find((shape) => shape.id === id);
  if (found === undefined) throw new Error('The shape is gone');
  return found;
};
const lineOf = (diagram: Diagram, { id }: { readonly id: ElementId }) => {
  const found = diagram.lines.find((line) => line.id === id);
  if (found === undefined) throw new Error('The line is gone');
  return found;
};
const boxOf = ({ left, top, width, height }: Shape) => [left, top, width, height];
const body = ({ id }: { readonly id: ElementId }): Part => ({ kind: 'body', id });
const PANE: Part = { kind: 'pane' };

/** Presses at one place, drags to another and lets go there. */
function dragged(on: Opened, part: Part, from: Place, to: Place, keys: Keys = {}): Diagram {
  on.hand.press(part, from, keys);
  on.hand.drag(to, keys);
  on.hand.release(to, keys);
  return on.diagram();
}

describe('moving', () => {
  const cases: readonly (readonly [string, Partial<Settings>, Keys, Place, Place])[] = [
    ['as far as the pointer', {}, {}, [30, 47], [50, 147]],
    ['along one axis with Shift, the longer one', {}, SHIFT, [30, 47], [20, 147]],
    ['along the other axis', {}, SHIFT, [50, 47], [70, 100]],
    ['to whole units', {}, {}, [10.4, -20.6], [30, 79]],
    ['with what is drawn on the grid', { snapToGrid: true }, {}, [30, 47], [47, 151]],
    ['onto the grid along the axis that moves alone', { snapToGrid: true }, {}, [30, 0], [47, 100]],
    ['until its middle is in line with an edge', { smartGuides: true }, {}, [0, 196], [20, 295]],
    ['not to a line that is too far away', { smartGuides: true }, {}, [3, 150], [20, 250]],
  ];
  for (const [name, settings, keys, [dx, dy], place] of cases) {
    it(name, () => {
      const after = dragged(opened(scene, settings), body(person), [60, 150], [60 + dx, 150 + dy], keys);
      const { left, top } = shapeOf(after, person);
      expect([left, top]).toEqual(place);
    });
  }

  const carrying: readonly (readonly [string, Partial<Settings>, Keys, boolean])[] = [
    ['carries what lies inside', {}, {}, true],
    ['leaves it with Ctrl', {}, MOD, false],
    ['leaves it when the settings say so', { boundariesCarry: false }, {}, false],
    ['carries it with Ctrl then', { boundariesCarry: false }, MOD, true],
  ];
  for (const [name, settings, keys, carried] of carrying) {
    it(`a boundary ${name}`, () => {
      const after = dragged(opened(scene, settings), body(zone), [200, 60], [240, 90], keys);
      const shift = carried ? 40 : 0;
      expect([zone, server, store, person].map((shape) => shapeOf(after, shape).left)).toEqual([
        zone.left + 40,
        server.left + shift,
        store.left + shift,
        person.left,
      ]);
    });
  }

  it('a copy with Alt leaves the originals and selects the copies', () => {
    const on = opened(scene);
    const after = dragged(on, body(note), [60, 350], [90, 450], ALT);
    const copies = after.shapes.filter(({ id }) => scene.diagrams[0]?.shapes.every((one) => one.id !== id));
    expect(copies.map(boxOf)).toEqual([[note.left + 30, note.top + 100, note.width, note.height]]);
    expect(shapeOf(after, note)).toBe(note);
    expect([...on.now().selection]).toEqual(copies.map(({ id }) => id));
  });

  it('what Alt means is decided when it is released', () => {
    const on = opened(scene);
    on.hand.press(body(note), [60, 350]);
    on.hand.drag([90, 450], ALT);
    on.hand.release([90, 450]);
    expect(on.steps()).toEqual(['Move']);
    expect(on.diagram().shapes).toHaveLength(scene.diagrams[0]?.shapes.length ?? 0);
  });

  for (const [keys, top] of [
    [{}, note.top - 5],
    [SHIFT, note.top],
  ] as const) {
    it(`along one axis lines nothing up on the other: ${JSON.stringify(keys)}`, () => {
      const after = dragged(opened(scene, { smartGuides: true }), body(note), [60, 350], [160, 350], keys);
      expect(shapeOf(after, note).top).toBe(top);
    });
  }

  it('shows what it is in line with', () => {
    const on = opened(scene, { smartGuides: true });
    on.hand.press(body(person), [60, 150]);
    on.hand.drag([60, 346]);
    expect(on.canvas.live.getState().snap?.guides).toContainEqual({ axis: 'y', at: 345, from: 25, to: 695 });
    on.hand.release([60, 346]);
    expect(on.canvas.live.getState().snap).toBeNull();
  });
});

describe('resizing', () => {
  const cases: readonly (readonly [string, Part & { kind: 'resize' }, Place, Keys, readonly number[]])[] = [
    ['by the lower right corner', resize('se'), [20, 30], {}, [250, 100, 120, 130]],
    ['by the upper left corner', resize('nw'), [-20, -30], {}, [230, 70, 120, 130]],
    ['by a side, which leaves the other axis', resize('e'), [20, 30], {}, [250, 100, 120, 100]],
    ['around its middle with Alt', resize('e'), [20, 0], ALT, [230, 100, 140, 100]],
    ['in proportion with Shift', resize('se'), [45, 0], SHIFT, [250, 100, 145, 145]],
    ['to no less than the least size', resize('se'), [-500, -500], {}, [250, 100, 40, 40]],
    [
      'not beyond the edge of the canvas',
      resize('w'),
      [-900, 0],
      {},
      [CANVAS_START, 100, 350 - CANVAS_START, 100],
    ],
  ];
  for (const [name, part, [dx, dy], keys, box] of cases) {
    it(name, () => {
      const after = dragged(opened(scene), part, [300, 150], [300 + dx, 150 + dy], keys);
      expect(boxOf(shapeOf(after, server))).toEqual(box);
    });
  }

  it('several grow together, in proportion', () => {
    const on = opened(scene);
    on.canvas.select([server.id, store.id]);
    const after = dragged(on, resize('e'), [645, 150], [845, 150]);
    // Drawn from 255 to 645, then to 845: each is drawn 90 * 590 / 390 wide.
    const wide = Math.round((90 * 590) / 390) + 10;
    expect([shapeOf(after, server).left, shapeOf(after, server).width]).toEqual([250, wide]);
    expect(shapeOf(after, store).left + shapeOf(after, store).width).toBe(850);
  });

  function resize(corner: 'se' | 'nw' | 'e' | 'w'): Part & { kind: 'resize' } {
    return { kind: 'resize', id: server.id, corner };
  }
});

describe('drawing a flow', () => {
  const port = (id: ElementId): Part => ({ kind: 'port', id, port: 'South' });

  const targets: readonly (readonly [string, Place, ElementId | null])[] = [
    ['ends at the shape under the pointer', [60, 150], person.id],
    ['ends at a shape that the pointer is close to', [60, 205], person.id],
    ['may end where it began', [600, 150], store.id],
    ['does not end at a boundary', [400, 60], null],
    ['does not end at a note', [60, 350], null],
  ];
  for (const [name, to, target] of targets) {
    it(name, () => {
      const on = opened(scene);
      on.hand.press(port(store.id), [600, 195]);
      on.hand.drag(to);
      expect(on.canvas.live.getState()).toMatchObject({ aim: target, connecting: { target } });
      on.hand.release(to);
      const made = on.diagram().lines.slice(scene.diagrams[0]?.lines.length);
      expect(made.map((line) => [line.source.element, line.source.port, line.target.element])).toEqual(
        target === null ? [] : [[store.id, 'South', target]],
      );
      expect([...on.now().selection]).toEqual(made.map(({ id }) => id));
    });
  }

  it('into empty space offers a new shape there', () => {
    const on = opened(scene);
    dragged(on, port(store.id), [600, 195], [620, 500]);
    expect(on.canvas.live.getState()).toMatchObject({
      popup: { kind: 'insert', at: { x: 620, y: 500 }, from: store.id, port: 'South', optional: false },
      connecting: { target: null },
    });
    expect(on.steps()).toEqual([]);
  });

  it('by a click offers a new shape on that side', () => {
    const on = opened(scene);
    on.hand.press(port(store.id), [600, 195]);
    on.hand.release([600, 195]);
    expect(on.canvas.live.getState().popup).toMatchObject({ at: { x: 600, y: 350 }, from: store.id });
  });
});

describe('dragging an end of a flow', () => {
  const end: Part = { kind: 'end', id: request.id, end: 'target' };
  const cases: readonly (readonly [string, Place, object])[] = [
    ['attaches it to another shape', [600, 150], { element: store.id }],
    ['takes the port that it is close to', [600, 193], { element: store.id, port: 'South' }],
    ['takes another port of the same shape', [300, 193], { element: server.id, port: 'South' }],
    ['leaves it free in empty space', [180.4, 420.6], { element: null, x: 180, y: 421 }],
    ['leaves it free on a note', [60, 350], { element: null, x: 60, y: 350 }],
  ];
  for (const [name, to, expected] of cases) {
    it(name, () => {
      const after = dragged(opened(scene), end, [255, 150], to);
      expect(lineOf(after, request).target).toMatchObject(expected);
      expect(lineOf(after, request).source).toEqual(request.source);
    });
  }
});

describe('bending', () => {
  const at = (where: 'curve' | 'label' | 'handle'): Part => ({ kind: 'line', id: query.id, at: where });
  const { x, y } = query.handle;
  const curve = curveThrough(query.source, query.handle, query.target);

  for (const where of ['curve', 'handle'] as const) {
    it(`by its ${where} moves the handle as far as the pointer`, () => {
      const after = dragged(opened(scene), at(where), [400, 150], [410.4, 230]);
      expect(lineOf(after, query).handle).toEqual({ x: Math.round(x + 10.4), y: y + 80 });
    });
  }

  it('by its label slides along the curve while it is near', () => {
    const after = dragged(opened(scene), at('label'), [400, 150], [430, 170]);
    const { handle } = lineOf(after, query);
    const along = pointAt(curve, nearestT(curve, handle));
    expect(Math.hypot(along.x - handle.x, along.y - handle.y)).toBeLessThan(1);
    expect(Math.hypot(handle.x - x - 30, handle.y - y - 20)).toBeLessThan(20);
  });

  it('by its label bends the flow when it is dragged away', () => {
    const after = dragged(opened(scene), at('label'), [400, 150], [430, 250]);
    expect(lineOf(after, query).handle).toEqual({ x: x + 30, y: y + 100 });
  });
});

describe('placing', () => {
  const made = (on: Opened) => ({
    shapes: on.diagram().shapes.filter(({ id }) => scene.diagrams[0]?.shapes.every((one) => one.id !== id)),
    lines: on.diagram().lines.filter(({ id }) => scene.diagrams[0]?.lines.every((one) => one.id !== id)),
  });
  const withTool = (type: string, keep = false, settings: Partial<Settings> = {}) => {
    const on = opened(scene, settings);
    session.setState({ tool: { kind: 'place', typeId: typeId(type), keep } });
    return on;
  };

  const boxes: readonly (readonly [string, Place, Partial<Settings>, readonly number[]])[] = [
    ['from the first place to the last, as drawn', [260, 560], {}, [95, 445, 170, 120]],
    ['from the last to the first', [20, 400], {}, [15, 395, 90, 60]],
    ['on the grid', [260, 560], { snapToGrid: true }, [99, 450, 166, 114]],
    ['at its own size when it would be too small', [110, 455], {}, [60, 405, 100, 100]],
  ];
  for (const [name, to, settings, box] of boxes) {
    it(`draws a shape ${name}`, () => {
      const on = withTool('server', false, settings);
      dragged(on, PANE, [100, 450], to);
      expect(made(on).shapes.map(boxOf)).toEqual([box]);
    });
  }

  it('by a click puts a shape around it', () => {
    const on = withTool('server');
    on.hand.press(PANE, [100, 450]);
    on.hand.release([100, 450]);
    expect(made(on).shapes.map(boxOf)).toEqual([[50, 400, 100, 100]]);
  });

  it('by a click puts a line across it', () => {
    const on = withTool('border');
    on.hand.press(PANE, [100, 450]);
    on.hand.release([100, 450]);
    expect(made(on).lines).toMatchObject([
      { kind: 'lineBoundary', source: { x: 30, y: 450 }, target: { x: 170, y: 450 } },
    ]);
  });

  it('attaches a drawn flow to the shapes under its ends, and leaves the others free', () => {
    const on = withTool('https');
    dragged(on, PANE, [300, 150], [400, 500]);
    expect(made(on).lines).toMatchObject([
      { source: { element: server.id }, target: { element: null, x: 400, y: 500 } },
    ]);
    expect(on.now().flowTypeId).toBe(typeId('https'));
  });

  for (const keep of [false, true]) {
    it(`goes on only when more than one is wanted: ${keep}`, () => {
      dragged(withTool('server', keep), PANE, [100, 450], [260, 560]);
      expect(session.getState().tool.kind).toBe(keep ? 'place' : 'select');
    });
  }
});

describe('the marquee', () => {
  const cases: readonly (readonly [string, readonly ElementId[], Keys, readonly ElementId[]])[] = [
    ['selects what it touches', [store.id], {}, [person.id]],
    ['adds to what is selected with Shift', [store.id], SHIFT, [store.id, person.id]],
    ['adds to what is selected with Ctrl', [store.id], MOD, [store.id, person.id]],
  ];
  for (const [name, before, keys, after] of cases) {
    it(name, () => {
      const on = opened(scene);
      on.canvas.select(before);
      on.hand.press(PANE, [10, 90], keys);
      on.hand.drag([100, 180], keys);
      expect(on.canvas.live.getState().marquee).toEqual({ left: 10, top: 90, width: 90, height: 90 });
      expect([...on.now().selection]).toEqual(after);
      on.hand.lose();
      expect([...on.now().selection]).toEqual(before);
    });
  }
});

describe('panning', () => {
  it('moves the view as far as the pen', () => {
    const on = opened(scene);
    const pen = { pointerType: 'pen' };
    on.hand.press(PANE, [400, 500], pen);
    on.hand.slide([420, 530], pen);
    on.hand.paint();
    expect(on.hand.shows.view).toEqual({ x: 20, y: 30, zoom: 1 });
  });

  it('is not ours with a finger', () => {
    const on = opened(scene);
    dragged(on, PANE, [400, 500], [420, 530], { pointerType: 'touch' });
    expect(on.hand.shows.view).toEqual({ x: 0, y: 0, zoom: 1 });
  });
});
