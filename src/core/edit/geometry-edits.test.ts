import { describe, expect, it } from 'vitest';
import { diagramId, elementsInside, type Model, newShape, typeId } from '../document/index.ts';
import { countingGuids, testTemplate } from '../document/testing/template.ts';
import {
  addFlow,
  addLine,
  addShape,
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
  routeLine,
  sameSize,
} from './index.ts';
import { firstOf, lineIn, NOWHERE, scene, shapeIn } from './testing/scene.ts';
import {
  border,
  first,
  note,
  person,
  query,
  request,
  second,
  server,
  sound,
  store,
  zone,
} from './testing/sound-scene.ts';

it('the scene itself is sound', () => {
  sound(scene);
});

describe('changes nothing and returns the same model', () => {
  const fresh = newShape(testTemplate, typeId('box'), { left: 20, top: 20 }, countingGuids());
  const cases: readonly (readonly [string, (model: Model) => Model])[] = [
    ['add a shape to no diagram', (m) => addShape(m, diagramId('nowhere'), fresh)],
    ['add a shape of an unknown type', (m) => addShape(m, first, { ...fresh, typeId: typeId('gone') })],
    ['add a shape of another kind than its type', (m) => addShape(m, first, { ...fresh, kind: 'ellipse' })],
    ['add a shape whose id is taken', (m) => addShape(m, second, server)],
    ['add a line whose id is taken', (m) => addLine(m, second, border)],
    [
      'add a line of a shape type',
      (m) => addLine(m, first, { ...border, id: NOWHERE, typeId: typeId('box') }),
    ],
    [
      'add a flow of a boundary type',
      (m) =>
        addFlow(
          m,
          first,
          typeId('border'),
          { source: { x: 1, y: 1 }, target: { x: 2, y: 2 } },
          countingGuids(),
        ),
    ],
    [
      'add a flow to a boundary',
      (m) =>
        addFlow(
          m,
          first,
          typeId('flow'),
          { source: { element: zone.id }, target: { x: 2, y: 2 } },
          countingGuids(),
        ),
    ],
    [
      'add a flow to nothing',
      (m) =>
        addFlow(
          m,
          first,
          typeId('flow'),
          { source: { element: NOWHERE }, target: { x: 2, y: 2 } },
          countingGuids(),
        ),
    ],
    ['move by nothing', (m) => moveElements(m, [server.id], 0, 0)],
    ['move by less than half a unit', (m) => moveElements(m, [server.id], 0.4, -0.4)],
    ['move by no number', (m) => moveElements(m, [server.id], Number.NaN, Number.NaN)],
    ['move unknown elements', (m) => moveElements(m, [NOWHERE], 10, 10)],
    [
      'move what is at the edge beyond it',
      (m) => moveElements(moveElements(m, [person.id], 0, 0), [], -5, 0),
    ],
    ['resize to the same box', (m) => resizeShape(m, server.id, server)],
    ['resize a line', (m) => resizeShape(m, request.id, server)],
    ['resize nothing', (m) => resizeShape(m, NOWHERE, server)],
    ['bend to the same place', (m) => moveHandle(m, request.id, request.handle)],
    ['bend a shape', (m) => moveHandle(m, server.id, { x: 1, y: 1 })],
    ['reconnect to where it is', (m) => reconnect(m, request.id, 'source', { element: person.id })],
    ['reconnect to a boundary', (m) => reconnect(m, request.id, 'source', { element: zone.id })],
    ['attach a line boundary', (m) => reconnect(m, border.id, 'source', { element: person.id })],
    ['reroute a line boundary', (m) => rerouteFlows(m, [border.id]).value],
    ['reverse nothing', (m) => reverseFlow(m, NOWHERE)],
    ['align one shape', (m) => alignElements(m, [server.id, request.id], 'left')],
    ['align what is aligned', (m) => alignElements(m, [server.id, store.id], 'top')],
    ['distribute two', (m) => distributeElements(m, [server.id, store.id], 'horizontal')],
    ['make equal what is equal', (m) => sameSize(m, [server.id, store.id], 'both')],
    ['bring to front what is there', (m) => reorderElements(m, [note.id], 'front')],
    ['reorder lines', (m) => reorderElements(m, [border.id], 'front')],
    ['delete unknown elements', (m) => deleteElements(m, [NOWHERE]).value],
    ['place nothing', (m) => placeElements(m, first, { boxes: new Map(), handles: new Map() })],
    [
      'place it where it is',
      (m) => placeElements(m, first, { boxes: new Map([[server.id, server]]), handles: new Map() }),
    ],
  ];
  it.each(cases)('%s', (_, command) => {
    expect(command(scene)).toBe(scene);
  });
});

describe('adding', () => {
  it('puts a shape last, whole and on the canvas', () => {
    const shape = newShape(testTemplate, typeId('box'), { left: 20, top: 20 }, countingGuids());
    const model = sound(addShape(scene, first, { ...shape, left: -7, top: 20.4 }));
    expect(firstOf(model).shapes.at(-1)).toMatchObject({ id: shape.id, left: 10, top: 20 });
    expect(model.diagrams[1]).toBe(scene.diagrams[1]);
    expect(model.threats).toBe(scene.threats);
  });

  it('takes the ports that look at each other', () => {
    expect([request.source.port, request.target.port]).toEqual(['East', 'West']);
    expect(request.source).toMatchObject({ element: person.id, x: 115, y: 150 });
    expect(request.target).toMatchObject({ element: server.id, x: 255, y: 150 });
  });

  it('keeps flows between the same elements apart, in both directions', () => {
    const guids = countingGuids();
    let model = scene;
    for (const [a, b] of [
      [server, store],
      [store, server],
      [server, store],
    ] as const) {
      const ends = { source: { element: a.id }, target: { element: b.id } };
      model = sound(addFlow(model, first, typeId('flow'), ends, guids));
    }
    const handles = firstOf(model)
      .lines.filter((line) => line.kind === 'flow' && line.source.element !== person.id)
      .map((line) => line.handle);
    expect(handles).toHaveLength(4);
    for (const [index, a] of handles.entries()) {
      for (const b of handles.slice(index + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(24);
    }
  });

  it('bends round what lies between', () => {
    const between = newShape(
      testTemplate,
      typeId('box'),
      { left: 420, top: 60, width: 60, height: 100 },
      countingGuids(50),
    );
    const model = addShape(deleteElements(scene, [query.id]).value, first, between);
    const ends = { source: { element: server.id }, target: { element: store.id } };
    const straight = routeLine(
      deleteElements(scene, [query.id]).value,
      first,
      typeId('flow'),
      ends,
      countingGuids(),
    );
    const round = routeLine(model, first, typeId('flow'), ends, countingGuids());
    expect(round?.handle.y).toBeGreaterThan(165);
    expect(straight?.handle.y).toBeLessThan(165);
  });

  it('gives a flow from an element to itself two ports', () => {
    const ends = { source: { element: server.id }, target: { element: server.id } };
    const model = sound(addFlow(scene, first, typeId('flow'), ends, countingGuids()));
    const loop = firstOf(model).lines.at(-1);
    expect(loop?.source.port).not.toBe(loop?.target.port);
  });

  it('frees ends at elements of another diagram', () => {
    const model = sound(addLine(scene, second, { ...request, id: NOWHERE }));
    expect(lineIn(model, NOWHERE).source).toEqual({ element: null, port: 'None', x: 115, y: 150 });
  });
});

describe('moving', () => {
  it('takes attached ends along and leaves the rest alone', () => {
    const model = sound(moveElements(scene, [server.id], 0, 60));
    expect(shapeIn(model, server.id)).toMatchObject({ left: 250, top: 160 });
    const moved = lineIn(model, request.id);
    expect(moved.target).toEqual({ ...request.target, y: request.target.y + 60 });
    expect(moved.source).toBe(request.source);
    expect(moved.handle).not.toEqual(request.handle);
    expect(shapeIn(model, person.id)).toBe(person);
    expect(lineIn(model, border.id)).toBe(border);
    expect(model.diagrams[1]).toBe(scene.diagrams[1]);
  });

  it('moves the handle exactly when both ends move', () => {
    const model = sound(moveElements(scene, [server.id, person.id], 33, 7));
    expect(lineIn(model, request.id).handle).toEqual({ x: request.handle.x + 33, y: request.handle.y + 7 });
  });

  it('holds all at the edge of the canvas together', () => {
    const model = sound(moveElements(scene, [server.id, person.id, note.id], -500, -500));
    expect(shapeIn(model, person.id)).toMatchObject({ left: 10, top: 10 });
    expect(shapeIn(model, server.id)).toMatchObject({ left: 240, top: 10 });
    expect(shapeIn(model, note.id)).toMatchObject({ left: 10, top: 210 });
  });

  it('keeps the bends of flows at the edge of the canvas', () => {
    const bent = moveHandle(scene, request.id, { x: 30, y: 20 });
    const model = sound(moveElements(bent, [server.id, person.id], 0, -500));
    expect(lineIn(model, request.id).handle).toEqual({ x: 30, y: 0 });
    expect(sound(moveElements(model, [server.id, person.id], 0, 20))).toEqual(bent);
  });

  it('moves a line alone by its free ends and its handle', () => {
    const moved = lineIn(sound(moveElements(scene, [border.id], -1000, 5)), border.id);
    expect(moved).toMatchObject({
      source: { x: 0, y: 25 },
      target: { x: 0, y: 405 },
      handle: { x: 20, y: 205 },
    });
    const bent = lineIn(sound(moveElements(scene, [request.id], 3, 4)), request.id);
    expect(bent.source).toBe(request.source);
    expect(bent.handle).toEqual({ x: request.handle.x + 3, y: request.handle.y + 4 });
  });

  it('takes ends without a named port along by the same way', () => {
    const loose = { ...request, target: { ...request.target, port: 'None' as const, x: 300, y: 150 } };
    const diagram = { ...firstOf(scene), lines: [loose] };
    const model = { ...scene, diagrams: [diagram] };
    expect(lineIn(moveElements(model, [server.id], 11, 12), request.id).target).toMatchObject({
      port: 'None',
      x: 311,
      y: 162,
    });
    const wider = resizeShape(model, server.id, { left: 250, top: 100, width: 140, height: 100 });
    expect(lineIn(wider, request.id).target).toMatchObject({ port: 'None', x: 320, y: 150 });
  });

  it('finds what a boundary holds, and nothing in other shapes', () => {
    const inside = elementsInside(firstOf(scene), zone.id);
    expect(inside).toEqual([server.id, store.id, query.id]);
    expect(elementsInside(firstOf(scene), server.id)).toEqual([]);
    expect(elementsInside(firstOf(scene), NOWHERE)).toEqual([]);
  });

  it('carries what lies in a boundary along when it is aligned or distributed, once', () => {
    const ids = [zone.id, note.id, person.id];
    const by = (model: Model, id: typeof zone.id) => {
      const [before, after] = [shapeIn(scene, id), shapeIn(model, id)];
      return [after.left - before.left, after.top - before.top];
    };
    const aligned = sound(alignElements(scene, ids, 'left', true));
    expect([zone, server, store].map(({ id }) => by(aligned, id))).toEqual(Array(3).fill([-180, 0]));
    expect(lineIn(aligned, query.id).handle.x).toBe(query.handle.x - 180);
    const alone = sound(alignElements(scene, ids, 'left'));
    expect(by(alone, zone.id)).toEqual([-180, 0]);
    expect(by(alone, server.id)).toEqual([0, 0]);
    // One that is lined up itself gets the place that this gives it.
    const both = sound(alignElements(scene, [zone.id, server.id], 'top', true));
    expect([server, store].map(({ id }) => by(both, id))).toEqual([
      [0, -50],
      [0, 0],
    ]);
    const spaced = sound(distributeElements(scene, ids, 'vertical', true));
    expect(by(spaced, server.id)).toEqual(by(spaced, zone.id));
  });

  it('finds nested boundaries and free lines in a boundary', () => {
    const inner = newShape(
      testTemplate,
      typeId('zone'),
      { left: 230, top: 80, width: 150, height: 150 },
      countingGuids(),
    );
    const curve = {
      ...border,
      id: NOWHERE,
      source: { ...border.source, x: 400, y: 60 },
      target: { ...border.target, x: 400, y: 300 },
      handle: { x: 420, y: 150 },
    };
    const model = addLine(addShape(scene, first, inner), first, curve);
    const inside = elementsInside(firstOf(model), zone.id);
    expect(inside).toContain(inner.id);
    expect(inside).toContain(curve.id);
    expect(elementsInside(firstOf(model), inner.id)).toEqual([server.id]);
  });
});
