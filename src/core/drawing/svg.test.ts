import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../codec/index.ts';
import {
  type Diagram,
  elementId,
  elementName,
  type Line,
  type Model,
  type Shape,
} from '../document/index.ts';
import { refusalWords } from '../words/later.ts';
import { DiagramPictures, diagramSvg, interactionSvg } from './index.ts';

const file = path.join(import.meta.dirname, '../../../templates/docker-sample.tm7');
const read = readModel(new Uint8Array(readFileSync(file)));
if (!read.ok) throw new Error(refusalWords(read.error));
const sample: Model = read.value.model;
const [drawing] = sample.diagrams;
const shape = drawing?.shapes.find(({ kind }) => kind === 'ellipse');
const line = drawing?.lines.find(({ kind }) => kind === 'flow');
if (drawing === undefined || shape === undefined || line === undefined) throw new Error('no flow');

type Place = readonly [x: number, y: number];

/** A diagram of many elements whose flows lead from one to the next, or all to the first. */
function crowd(size: number, hub: boolean, at: (index: number) => Place): Diagram {
  const shapes = Array.from({ length: size }, (_, index): Shape => {
    const [left, top] = at(index);
    return { ...(shape as Shape), id: elementId(`s${index}`), left, top };
  });
  const end = (index: number): Line['source'] => {
    const [x, y] = at(index);
    return { ...(line as Line).source, element: elementId(`s${index}`), x: x + 50, y: y + 50 };
  };
  const lines = shapes.map((_, index): Line => {
    const [source, target] = [end(index), end(hub ? 0 : (index + 1) % size)];
    const handle = { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
    return { ...(line as Line), id: elementId(`f${index}`), source, target, handle };
  });
  return { ...(drawing as Diagram), shapes, lines };
}

const rows = (index: number): Place => [(index % 20) * 180 + 20, Math.floor(index / 20) * 160 + 20];
const pieces = (svg: string): number => svg.match(/<title>|<use href="#at/g)?.length ?? 0;

describe('pictures of interactions', () => {
  it.each([
    ['in rows', false, rows],
    ['with a hub', true, rows],
    ['in one place', false, (): Place => [0, 0]],
  ])('hold a bounded number of elements however many there are: %s', (_, hub, at) => {
    const diagram = crowd(400, hub, at);
    for (const ids of [undefined, 'at']) {
      const pictures = new DiagramPictures(sample, diagram, ids === undefined ? {} : { ids });
      pictures.whole();
      for (const flow of diagram.lines) {
        const count = pieces(pictures.interaction(flow));
        expect(count).toBeGreaterThanOrEqual(3);
        expect(count).toBeLessThanOrEqual(2 * 32 + 3);
      }
    }
  });

  it('draw each element of a page at most twice and refer to what is there', () => {
    const diagram = crowd(100, true, rows);
    const pictures = new DiagramPictures(sample, diagram, { ids: 'at' });
    const page = pictures.whole() + diagram.lines.map((flow) => pictures.interaction(flow)).join('');
    const drawn = [...page.matchAll(/ id="(at[^"]+)"/g)].map(([, id]) => id);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn.length).toBeLessThanOrEqual(2 * 200);
    const used = [...page.matchAll(/<use href="#(at\w+)"/g)].map(([, id]) => id);
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((id) => !drawn.includes(id))).toEqual([]);
  });

  it('show the same elements whether they refer to them or draw them', () => {
    const referring = new DiagramPictures(sample, drawing, { ids: 'at' });
    referring.whole();
    for (const flow of drawing.lines.filter(({ kind }) => kind === 'flow')) {
      const drawnAgain = interactionSvg(sample, drawing, flow);
      expect(pieces(drawnAgain)).toBe(pieces(referring.interaction(flow)));
      // Its name and those of its ends can be read.
      expect(drawnAgain).toContain('stroke-width="2.5"');
    }
  });
});

describe('the names of boundaries', () => {
  const at = (svg: string, text: string): number => svg.lastIndexOf(`>${text}<`);

  it('lie above all elements and labels, on a ground, in the picture of a diagram and in those of its flows', () => {
    const border = drawing.shapes.find(({ kind }) => kind === 'borderBoundary') as Shape;
    const name = elementName(border);
    const whole = diagramSvg(sample, drawing);
    expect(whole.slice(at(whole, name))).not.toMatch(/<(ellipse|path|use)/);
    expect(whole.slice(0, at(whole, name))).toMatch(/<rect [^>]*rx="3" fill="#fff"\/><text [^>]*$/);
    const pictures = new DiagramPictures(sample, drawing, { ids: 'at' });
    expect(at(pictures.whole(), name)).toBeGreaterThan(pictures.whole().lastIndexOf('<ellipse'));
  });
});
