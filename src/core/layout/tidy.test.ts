import { describe, expect, it } from 'vitest';
import { checkInvariants, type Diagram, type Model, type Shape } from '../document/index.ts';
import { boundsOf, drawnBox, flowDrawing } from '../drawing/index.ts';
import { checkPorts } from '../edit/index.ts';
import { interactionsOf } from '../engine/index.ts';
import { insetRect, rectsOverlap } from '../geometry/index.ts';
import { tidyPlacement } from '../session/index.ts';
import { scaleOf } from './best.ts';
import { chainThrough, meetingAt } from './curves.ts';
import { boxNameBox, nameBox } from './names.ts';
import { type Drawn, drawn } from './testing/drawn.ts';
import { contents, engine, tidied } from './testing/tidied.ts';

const shapeOf = ({ ids }: Drawn, diagram: Diagram, name: string): Shape => {
  const shape = diagram.shapes.find(({ id }) => id === ids.get(name));
  if (shape === undefined) throw new Error(`no ${name}`);
  return shape;
};
const lineOf = ({ ids }: Drawn, diagram: Diagram, name: string) => {
  const line = diagram.lines.find(({ id }) => id === ids.get(name));
  if (line === undefined) throw new Error(`no ${name}`);
  return line;
};
const crossings = (diagram: Diagram) =>
  interactionsOf(diagram).map(({ flow, crossed }) => [flow.id, crossed.map(({ id }) => id).toSorted()]);

const nested = drawn(
  [
    ['outer', 'cloud', 100, 20, 900, 600],
    ['inner', 'cloud', 150, 100, 300, 300],
    ['a', 'server', 200, 150],
    ['b', 'store', 700, 150],
    ['client', 'person', 1100, 150],
    ['idle', 'store', 800, 450],
  ],
  [
    ['ask', 'client', 'b'],
    ['read', 'b', 'a'],
    ['answer', 'a', 'b'],
  ],
);
const overlapping = drawn(
  [
    ['left', 'cloud', 100, 100, 400, 300],
    ['right', 'cloud', 350, 100, 400, 300],
    ['in left', 'server', 150, 150],
    ['in both', 'server', 380, 150],
    ['in right', 'server', 600, 150],
    ['outside', 'person', 1200, 150],
  ],
  [
    ['one', 'in left', 'in both'],
    ['two', 'in both', 'outside'],
  ],
);
const sticking = drawn(
  [
    ['outer', 'cloud', 100, 100, 400, 300],
    ['inner', 'cloud', 300, 150, 260, 200],
    ['a', 'server', 330, 180],
    ['edge', 'server', 60, 200],
    ['astride', 'store', 430, 320, 100, 100],
  ],
  [['flow', 'edge', 'a']],
);
const loose = drawn([
  ['box', 'cloud', 20, 20, 60, 2000],
  ...Array.from({ length: 12 }, (_, index) => [`s${index}`, 'store', 30, 40 + 130 * index, 40, 40] as const),
  ['alone', 'server', 600, 20],
]);
const free = drawn(
  [
    ['zone', 'cloud', 300, 20, 500, 500],
    ['a', 'server', 20, 100],
    ['b', 'server', 400, 100],
  ],
  [
    ['at b', 'a', { x: 405, y: 170 }],
    ['into zone', 'a', { x: 600, y: 400 }],
    ['nowhere', { x: 900, y: 600 }, { x: 1000, y: 700 }],
  ],
);
const lines = drawn(
  [
    ['a', 'person', 20, 100],
    ['b', 'server', 700, 100],
  ],
  [
    ['ask', 'a', 'b'],
    ['answer', 'b', 'a'],
  ],
  [
    ['late', { x: 500, y: 0 }, { x: 500, y: 150 }, { x: 500, y: 400 }],
    ['early', { x: 200, y: 0 }, { x: 200, y: 150 }, { x: 200, y: 400 }],
  ],
);
const notes = drawn(
  [
    ['a', 'server', 20, 200],
    ['b', 'server', 500, 200],
    ['about b', 'note', 520, 330, 80, 60],
  ],
  [['flow', 'a', 'b']],
);
const loops = drawn(
  [
    ['a', 'server', 20, 200],
    ['b', 'server', 300, 200],
  ],
  [
    ['self', 'a', 'a'],
    ['one', 'a', 'b'],
    ['two', 'a', 'b'],
    ['three', 'b', 'a'],
  ],
);
const cases = { nested, overlapping, sticking, loose, free, lines, notes, loops, nothing: drawn([]) };

describe('every layout', () => {
  it.each(Object.entries(cases))(
    '%s: the same lies in the same boundaries',
    async (_, { model, diagram }) => {
      const after = await tidied(model, diagram);
      expect(contents(after.diagram).toSorted()).toEqual(contents(diagram).toSorted());
      expect(crossings(after.diagram)).toEqual(crossings(diagram));
      expect(checkInvariants(after.model)).toEqual([]);
      expect(checkPorts(after.model)).toEqual([]);
    },
  );

  it.each(Object.entries(cases))('%s: stays as it is when tidied again', async (_, { model, diagram }) => {
    const once = await tidied(model, diagram);
    const twice = await tidied(once.model, once.diagram);
    expect(twice.diagram).toEqual(once.diagram);
  });

  it.each(Object.entries(cases))('%s: no two elements overlap', async (name, { model, diagram }) => {
    // Those keep the form that they were drawn in.
    if (name === 'overlapping') return;
    const after = await tidied(model, diagram);
    const solid = after.diagram.shapes.filter(({ kind }) => kind !== 'borderBoundary');
    for (const [index, a] of solid.entries())
      for (const b of solid.slice(index + 1))
        expect(rectsOverlap(insetRect(a, 5), insetRect(b, 5)), `${a.id} ${b.id}`).toBe(false);
  });
});

const zones = drawn(
  [
    ['Internal network', 'cloud', 300, 20, 520, 640],
    ['customer', 'person', 20, 60],
    ['operator', 'person', 20, 400],
    ['shop', 'server', 340, 60],
    ['orders', 'server', 640, 60],
    ['cache', 'store', 340, 300],
    ['database', 'store', 640, 300],
    ['worker', 'server', 640, 500],
    ['payments', 'server', 1000, 60],
    ['mail', 'server', 1000, 500],
  ],
  [
    ['Browse and order', 'customer', 'shop'],
    ['Manage products', 'operator', 'shop'],
    ['Keep session', 'shop', 'cache'],
    ['Place order', 'shop', 'orders'],
    ['Save order', 'orders', 'database'],
    ['Next order', 'database', 'worker'],
    ['Charge card', 'orders', 'payments'],
    ['Send mail', 'worker', 'mail'],
  ],
);
const chain = drawn(
  Array.from({ length: 8 }, (_, index) => [`s${index}`, 'server', 20 + 250 * index, 100] as const),
  Array.from({ length: 7 }, (_, index) => [`Pass it on`, `s${index}`, `s${index + 1}`] as const),
);

/** What share of the box around a diagram its elements and labels cover, and how large it is seen on the canvas. */
function density(model: Model, diagram: Diagram) {
  const box = boundsOf(diagram, model.template) ?? { width: 1, height: 1 };
  const area = (rects: readonly { readonly width: number; readonly height: number }[]): number =>
    rects.reduce((sum, { width, height }) => sum + width * height, 0);
  const solid = diagram.shapes.filter(({ kind }) => kind !== 'borderBoundary').map(drawnBox);
  const labels = diagram.lines.flatMap((line) => flowDrawing(line, model.template).label?.box ?? []);
  const hidden = labels.filter((label) =>
    [...solid, ...labels].some((other) => other !== label && rectsOverlap(other, label)),
  );
  return { covered: area([...solid, ...labels]) / area([box]), scale: scaleOf(box), hidden: hidden.length };
}

describe('how dense a layout is', () => {
  it.each([
    { name: 'nested', scene: nested, covered: 0.2, scale: 1 },
    { name: 'zones', scene: zones, covered: 0.24, scale: 0.8 },
    { name: 'a chain longer than the canvas is wide', scene: chain, covered: 0.5, scale: 0.7 },
  ])('$name: elements and labels cover enough of it', async ({ scene, covered, scale }) => {
    const { model, diagram } = await tidied(scene.model, scene.diagram);
    const is = density(model, diagram);
    expect(is.covered).toBeGreaterThanOrEqual(covered);
    expect(is.scale).toBeGreaterThanOrEqual(scale);
    expect(is.hidden).toBe(0);
  });
});

describe('how much is laid out', () => {
  it.each([
    // One to lay it out, one to see that it stays.
    ['a diagram that fits the canvas', nested, 2],
    // Each time one more for each other way.
    ['one that does not', zones, 12],
  ])('%s: asks the engine a few times', async (_, { model, diagram }, most) => {
    let asked = 0;
    await tidyPlacement(model, diagram, (graph) => {
      asked += 1;
      return engine(graph);
    });
    expect(asked).toBeLessThanOrEqual(most);
  });
});

describe('the reading of the drawing', () => {
  it('keeps what is left at the left, whichever way flows go', async () => {
    const after = await tidied(nested.model, nested.diagram);
    const at = (name: string) => shapeOf(nested, after.diagram, name).left;
    expect(at('a')).toBeLessThan(at('b'));
    expect(at('b')).toBeLessThan(at('client'));
  });

  it('keeps what is above above', async () => {
    const scene = drawn(
      [
        ['hub', 'server', 20, 300],
        ['last', 'store', 400, 600],
        ['first', 'store', 400, 20],
        ['second', 'store', 400, 300],
      ],
      [
        ['x', 'hub', 'last'],
        ['y', 'hub', 'second'],
        ['z', 'hub', 'first'],
      ],
    );
    const { diagram } = await tidied(scene.model, scene.diagram);
    const tops = ['first', 'second', 'last'].map((name) => shapeOf(scene, diagram, name).top);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  it('lays flows between things drawn above each other from left to right', async () => {
    const scene = drawn(
      [
        ['to', 'server', 20, 20],
        ['from', 'server', 20, 300],
      ],
      [['flow', 'from', 'to']],
    );
    const { diagram } = await tidied(scene.model, scene.diagram);
    expect(shapeOf(scene, diagram, 'from').left).toBeLessThan(shapeOf(scene, diagram, 'to').left);
  });
});

describe('what no flow joins', () => {
  it('becomes a compact grid in a box that holds its name', async () => {
    const after = await tidied(loose.model, loose.diagram);
    const box = shapeOf(loose, after.diagram, 'box');
    expect(box.width / box.height).toBeGreaterThan(0.8);
    expect(box.width / box.height).toBeLessThan(2.6);
    const name = boxNameBox(box, insetRect(box, 5));
    expect(name.width).toBeLessThanOrEqual(box.width);
  });
});

describe('free ends', () => {
  it('go along with the element that they touch', async () => {
    const after = await tidied(free.model, free.diagram);
    const [was, is] = [free.diagram, after.diagram].map((diagram) => {
      const { target } = lineOf(free, diagram, 'at b');
      const b = shapeOf(free, diagram, 'b');
      return { element: target.element, x: target.x - b.left, y: target.y - b.top };
    });
    expect(is).toEqual(was);
  });

  it('stay in the boundary that they were in', async () => {
    const after = await tidied(free.model, free.diagram);
    const { target } = lineOf(free, after.diagram, 'into zone');
    const zone = shapeOf(free, after.diagram, 'zone');
    expect(target.x).toBeGreaterThan(zone.left);
    expect(target.x).toBeLessThan(zone.left + zone.width);
    expect(target.y).toBeGreaterThan(zone.top);
    expect(target.y).toBeLessThan(zone.top + zone.height);
  });
});

describe('line boundaries', () => {
  it('cross the same flow in the same order, apart from each other', async () => {
    const { diagram } = await tidied(lines.model, lines.diagram);
    const chain = (name: string) => {
      const { source, handle, target } = lineOf(lines, diagram, name);
      return chainThrough(source, handle, target);
    };
    const early = meetingAt(chain('ask'), chain('early'));
    const late = meetingAt(chain('ask'), chain('late'));
    expect(early).not.toBeNull();
    expect(late ?? 0).toBeGreaterThan((early ?? 1) + 0.1);
    expect(meetingAt(chain('early'), chain('late'))).toBeNull();
  });

  it('have their names beside elements', async () => {
    const { diagram } = await tidied(lines.model, lines.diagram);
    for (const name of ['early', 'late']) {
      const box = nameBox(name, lineOf(lines, diagram, name).handle);
      for (const shape of diagram.shapes) expect(box !== null && rectsOverlap(box, shape)).toBe(false);
    }
  });
});

describe('free text', () => {
  it('stays at the element that it was nearest to', async () => {
    const { diagram } = await tidied(notes.model, notes.diagram);
    const [note, b] = [shapeOf(notes, diagram, 'about b'), shapeOf(notes, diagram, 'b')];
    expect(note.top - b.top - b.height).toBeLessThan(20);
    expect(Math.abs(note.left + note.width / 2 - b.left - b.width / 2)).toBeLessThan(2);
  });
});
