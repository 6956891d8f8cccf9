import { describe, expect, it } from 'vitest';
import { firstOf, scene, shapes } from '../edit/testing/scene.ts';
import { deletionInWords, describeElement, inWords } from './describe.ts';
import { elementId } from './ids.ts';
import type { Diagram, Element } from './model.ts';
import { isNameProperty } from './queries.ts';
import { testTemplate } from './testing/template.ts';

const diagram = firstOf(scene);

const named = <T extends Element>(element: T, name: string): T => ({
  ...element,
  properties: element.properties.map((property) =>
    isNameProperty(property) ? { ...property, value: name } : property,
  ),
});

const words = (element: Element, on: Diagram = diagram) =>
  inWords(describeElement(on, element, testTemplate));

describe('describeElement', () => {
  it('tells flows by their ends', () => {
    const [request, query] = diagram.lines;
    expect(request && words(request)).toBe('https name, person name → server name');
    expect(query && words(query)).toBe('https name, server name → store name');
  });

  it('says where a flow goes nowhere', () => {
    const flow = diagram.lines[0];
    if (flow === undefined) throw new Error('no flow');
    const end = { element: null, port: 'None', x: 10, y: 10 } as const;
    expect(words({ ...flow, source: end })).toBe('https name, nowhere → server name');
    expect(words({ ...flow, target: { ...end, element: elementId('gone') } })).toContain('→ nowhere');
  });

  it.each([
    ['outside of boundaries', shapes.person, 'person name'],
    ['in one', shapes.server, 'server name, in cloud name'],
    ['named otherwise than its type', named(shapes.server, 'Shop'), 'Shop, server name, in cloud name'],
    ['without a name', named(shapes.server, ' '), 'Unnamed server name, in cloud name'],
    ['with line breaks', named(shapes.person, 'A\r\nB'), 'A B, person name'],
    ['a boundary with what it holds', shapes.zone, 'cloud name, 2 elements'],
  ])('describes a shape %s', (_, shape, wanted) => {
    expect(words(shape)).toBe(wanted);
  });
});

describe('deletionInWords', () => {
  const { person, server, store, zone } = shapes;
  it.each([
    ['an element with its flows', [server.id], 'server name and 2 flows'],
    ['a flow it is attached by, once', [person.id], 'person name and 1 flow'],
    ['several', [server.id, store.id], '2 elements and 2 flows'],
    ['flows that are chosen themselves', [person.id, ...diagram.lines.map((line) => line.id)], '4 elements'],
    ['what nothing hangs on', [zone.id], 'cloud name'],
  ])('tells %s', (_, ids, wanted) => {
    expect(deletionInWords(diagram, new Set(ids), testTemplate)).toBe(wanted);
  });
});
