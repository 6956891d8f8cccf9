import { describe, expect, it } from 'vitest';
import type { ElementId } from '../../core/document/index.ts';
import { SharedImages } from '../../core/drawing/index.ts';
import { scene, shapes } from '../../core/edit/testing/scene.ts';
import { type Paint, type Pen, paintDiagram } from './paint.ts';
import { elementAt, placedDiagram } from './placed.ts';
import { fitted } from './view.ts';

const palette = {
  line: 'LINE',
  fill: 'FILL',
  outside: 'OUTSIDE',
  boundary: 'BOUNDARY',
  labelFill: 'LABEL',
  imageOpacity: 0.3,
};
const [diagram] = scene.diagrams;
if (diagram === undefined) throw new Error('The scene has a diagram');
const placed = placedDiagram(scene, diagram, palette, new SharedImages());
const paint: Paint = {
  font: 'sans-serif',
  ground: '#fff',
  selection: '#00f',
  signs: { added: 'a', removed: 'r', changed: 'c', moved: 'm' },
  imageOf: () => null,
  density: 2,
};

/** Notes what is painted, and in which colours. */
function recorder() {
  const calls: string[] = [];
  const colours = new Set<unknown>();
  const pen = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...given: readonly unknown[]) =>
          void calls.push(name === 'fillText' ? String(given[0]) : String(name)),
      set: (_, name, value) => {
        if (name === 'fillStyle' || name === 'strokeStyle') colours.add(value);
        return true;
      },
    },
  ) as Pen;
  return { pen, calls, colours };
}

describe('a diagram that is painted', () => {
  const size = { width: 2000, height: 2000 };
  const whole = fitted(placed.bounds ?? { left: 0, top: 0, width: 1, height: 1 }, size);

  it('has every element, in the colours of the theme alone', () => {
    const { pen, calls, colours } = recorder();
    paintDiagram(pen, placed, whole, size, paint);
    expect(placed.elements).toHaveLength(diagram.shapes.length + diagram.lines.length);
    expect(calls.filter((call) => call === 'quadraticCurveTo')).toHaveLength(diagram.lines.length);
    for (const colour of colours) expect(Object.values(palette)).toContain(colour);
  });

  it('leaves out what is not in view, and texts that nobody could read', () => {
    const away = recorder();
    paintDiagram(away.pen, placed, { zoom: 1, x: -1e6, y: 0 }, size, paint);
    expect(away.calls).toEqual(['setTransform']);
    const far = recorder();
    paintDiagram(far.pen, placed, { zoom: 0.05, x: 0, y: 0 }, size, paint);
    const near = recorder();
    paintDiagram(near.pen, placed, { zoom: 1, x: 0, y: 0 }, { width: 1e5, height: 1e5 }, paint);
    const all = [...placed.elements, ...placed.names].flatMap(({ marks }) => marks);
    const texts = all.filter(({ kind }) => kind === 'text').length;
    // The names of boundaries have a ground: its path and its fill.
    const grounds = placed.names.flatMap(({ marks }) =>
      marks.filter((mark) => mark.kind === 'rect' && mark.stroke === null),
    ).length;
    expect(grounds).toBeGreaterThan(0);
    expect(near.calls.length - far.calls.length).toBeGreaterThanOrEqual(texts + grounds);
    expect(far.calls).not.toContain('fillText');
  });

  it('says what lies under a point', () => {
    const { frame } = placed.byId.get(shapes.server.id) ?? {
      frame: { left: 0, top: 0, width: 0, height: 0 },
    };
    expect(elementAt(placed, { x: frame.left + 5, y: frame.top + 5 })).toBe<ElementId>(shapes.server.id);
    expect(elementAt(placed, { x: -5000, y: -5000 })).toBeNull();
  });
});
