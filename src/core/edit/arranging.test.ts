import { describe, expect, it } from 'vitest';
import { findShape, type Model } from '../document/index.ts';
import {
  alignElements,
  deleteElements,
  distributeElements,
  moveElements,
  moveHandle,
  placeElements,
  reconnect,
  reorderElements,
  rerouteFlows,
  resizeShape,
  reverseFlow,
  sameSize,
} from './index.ts';
import { firstOf, lineIn, scene, shapeIn } from './testing/scene.ts';
import {
  border,
  first,
  note,
  person,
  query,
  request,
  server,
  sound,
  store,
  zone,
} from './testing/sound-scene.ts';

describe('resizing and ends', () => {
  it('puts an end that lies nowhere near its element at its port when the element moves', () => {
    const unplaced = {
      ...scene,
      diagrams: scene.diagrams.map((diagram) => ({
        ...diagram,
        lines: diagram.lines.map((line) =>
          line.id === request.id
            ? { ...line, source: { ...line.source, x: 0, y: 0 }, target: { ...line.target, x: 0, y: 0 } }
            : line,
        ),
      })),
    };
    const { target } = lineIn(moveElements(unplaced, [server.id], 11, 12), request.id);
    expect(target).toEqual(lineIn(moveElements(scene, [server.id], 11, 12), request.id).target);
    expect(lineIn(moveElements(unplaced, [server.id], 11, 12), request.id).source).toMatchObject({
      x: 0,
      y: 0,
    });
  });

  it('gives named ports their new place', () => {
    const model = sound(resizeShape(scene, server.id, { left: 240, top: 90, width: 131, height: 75 }));
    expect(lineIn(model, request.id).target).toMatchObject({ x: 245, y: 127 });
    expect(lineIn(model, query.id).source).toMatchObject({ port: 'East', x: 366, y: 127 });
  });

  it('never makes a shape too small or leave the canvas', () => {
    const model = sound(resizeShape(scene, person.id, { left: -5, top: -5, width: 3, height: -8 }));
    expect(shapeIn(model, person.id)).toMatchObject({ left: 10, top: 10, width: 40, height: 40 });
  });

  it('reconnects to an element, a port, a point', () => {
    const toStore = sound(reconnect(scene, request.id, 'target', { element: store.id }));
    expect(lineIn(toStore, request.id).target).toMatchObject({ element: store.id, port: 'West' });
    const toPort = sound(reconnect(scene, request.id, 'target', { element: store.id, port: 'South' }));
    expect(lineIn(toPort, request.id).target).toMatchObject({ port: 'South', x: 600, y: 195 });
    const free = sound(reconnect(scene, request.id, 'target', { x: 180.6, y: -4 }));
    expect(lineIn(free, request.id).target).toEqual({ element: null, port: 'None', x: 181, y: 0 });
    const loop = sound(reconnect(scene, request.id, 'target', { element: person.id }));
    const { source, target } = lineIn(loop, request.id);
    expect(source.element).toBe(target.element);
    expect(source.port).not.toBe(target.port);
    // Its loop would reach far out between two elements.
    const back = sound(reconnect(loop, request.id, 'target', { element: server.id }));
    expect(lineIn(rerouteFlows(back, [request.id]).value, request.id).handle).toEqual(
      lineIn(back, request.id).handle,
    );
    const end = sound(reconnect(scene, border.id, 'source', { x: 90, y: 20 }));
    expect(lineIn(end, border.id).source).toMatchObject({ x: 90, y: 20 });
  });

  it('reverses a flow, and twice is as before', () => {
    const once = sound(reverseFlow(scene, request.id));
    expect(lineIn(once, request.id)).toMatchObject({
      source: request.target,
      target: request.source,
      handle: request.handle,
    });
    expect(lineIn(reverseFlow(once, request.id), request.id)).toEqual(request);
  });

  it('reroutes a bent flow as if it were new', () => {
    const bent = moveHandle(scene, request.id, { x: 900, y: 900 });
    expect(lineIn(sound(rerouteFlows(bent, [request.id]).value), request.id)).toEqual(request);
  });

  it('places what a layout says and chooses ports by the handle', () => {
    const boxes = new Map([[server.id, { left: 250.4, top: 300, width: 100, height: 100 }]]);
    const handles = new Map([[request.id, { x: 70, y: 350 }]]);
    const model = sound(placeElements(scene, first, { boxes, handles }));
    expect(shapeIn(model, server.id)).toMatchObject({ left: 250, top: 300 });
    expect(lineIn(model, request.id)).toMatchObject({
      source: { port: 'South' },
      target: { port: 'West' },
      handle: { x: 70, y: 350 },
    });
    expect(lineIn(model, query.id).source.port).toBe(query.source.port);
  });
});

describe('arranging', () => {
  const all = [server.id, store.id, person.id, note.id];
  it.each([
    ['left', 'left', [20, 20, 20, 20]],
    ['right', 'left', [550, 550, 550, 550]],
    ['centre', 'left', [285, 285, 285, 285]],
    ['top', 'top', [100, 100, 100, 100]],
    ['bottom', 'top', [300, 300, 300, 300]],
    ['middle', 'top', [200, 200, 200, 200]],
  ] as const)('aligns %s', (how, member, wanted) => {
    const model = sound(alignElements(scene, all, how));
    expect(all.map((id) => shapeIn(model, id)[member])).toEqual(wanted);
  });

  it('makes gaps equal, the outermost stay', () => {
    const model = sound(distributeElements(scene, [store.id, server.id, person.id], 'horizontal'));
    expect([person, server, store].map(({ id }) => shapeIn(model, id).left)).toEqual([20, 285, 550]);
    expect(shapeIn(model, person.id)).toBe(person);
    const down = sound(
      distributeElements(
        moveElements(scene, [server.id], 0, 250),
        [person.id, note.id, server.id],
        'vertical',
      ),
    );
    expect([person, note, server].map(({ id }) => shapeIn(down, id).top)).toEqual([100, 225, 350]);
  });

  it('gives the size of the first', () => {
    const model = sound(sameSize(scene, [zone.id, server.id], 'width'));
    expect(shapeIn(model, server.id)).toMatchObject({ width: 500, height: 100 });
    expect(shapeIn(model, zone.id)).toBe(zone);
    expect(shapeIn(sound(sameSize(scene, [zone.id, server.id], 'both')), server.id)).toMatchObject({
      width: 500,
      height: 300,
    });
  });

  it('orders shapes and keeps their order among themselves', () => {
    const order = (model: Model) => firstOf(model).shapes.map((shape) => shape.id);
    expect(order(reorderElements(scene, [server.id, zone.id], 'front'))).toEqual(
      [store, person, note, zone, server].map(({ id }) => id),
    );
    expect(order(reorderElements(scene, [person.id], 'back'))).toEqual(
      [person, zone, server, store, note].map(({ id }) => id),
    );
  });
});

describe('deleting', () => {
  it('takes the flows of a deleted shape with it', () => {
    const model = sound(deleteElements(scene, [server.id]).value);
    expect(findShape(firstOf(model), server.id)).toBeUndefined();
    expect(firstOf(model).lines).toEqual([border]);
    expect(model.threats).toBe(scene.threats);
  });

  it('leaves shapes when only a flow goes', () => {
    const model = sound(deleteElements(scene, [query.id]).value);
    expect(firstOf(model).shapes).toBe(firstOf(scene).shapes);
    expect(firstOf(model).lines).toEqual([request, border]);
  });
});
