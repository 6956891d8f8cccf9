import { describe, expect, it } from 'vitest';
import { freeEnd, newLine, newModel, newShape } from './create.ts';
import { embedTemplate } from './embed.ts';
import { categoryId, typeId } from './ids.ts';
import { checkInvariants } from './invariants.ts';
import type { Diagram, Model, Shape } from './model.ts';
import type { Template } from './template.ts';
import { countingGuids, testTemplate } from './testing/template.ts';

function build(change: (diagram: Diagram) => Diagram = (diagram) => diagram): Model {
  const guids = countingGuids();
  const model = newModel(testTemplate, guids);
  const shapes = ['server', 'zone', 'note', 'store'].map((type) =>
    newShape(testTemplate, typeId(type), { left: 30, top: 30 }, guids),
  );
  const ends = { source: freeEnd(1, 2), target: freeEnd(3, 4) };
  const lines = ['https', 'border'].map((type) =>
    newLine(testTemplate, typeId(type), ends, { x: 5, y: 5 }, guids),
  );
  return { ...model, diagrams: model.diagrams.map((diagram) => change({ ...diagram, shapes, lines })) };
}

describe('new records', () => {
  it('keep every invariant', () => {
    expect(checkInvariants(build())).toEqual([]);
  });

  it.each([
    ['server', { width: 100, height: 100, strokeThickness: 1, strokeDashArray: null }],
    ['zone', { width: 250, height: 200, strokeThickness: 1, strokeDashArray: '4' }],
  ])('%s has the size and the stroke of its kind', (type, wanted) => {
    expect(newShape(testTemplate, typeId(type), { left: 40, top: 50 }, countingGuids())).toMatchObject(
      wanted,
    );
  });

  it('lie on the canvas at whole units', () => {
    const box = { left: -3.5, top: Number.NaN, width: 0.2, height: 77.6 };
    expect(newShape(testTemplate, typeId('box'), box, countingGuids())).toMatchObject({
      left: 10,
      top: 10,
      width: 1,
      height: 78,
    });
    expect(freeEnd(-4, 2.5)).toEqual({ element: null, port: 'None', x: 0, y: 3 });
  });

  it('have stroke members on a line only when the type has them', () => {
    const ends = { source: freeEnd(1, 2), target: freeEnd(3, 4) };
    const make = (type: string) => newLine(testTemplate, typeId(type), ends, { x: 0, y: 0 }, countingGuids());
    expect(make('border')).toMatchObject({ strokeThickness: 2, strokeDashArray: '2' });
    expect(make('flow')).not.toHaveProperty('strokeThickness');
    expect(make('flow')).not.toHaveProperty('strokeDashArray');
  });

  it.each(['flow', 'border', 'nowhere'])('refuse %s as a shape', (type) => {
    expect(() => newShape(testTemplate, typeId(type), { left: 0, top: 0 }, countingGuids())).toThrow(
      RangeError,
    );
  });

  it.each(['server', 'note', 'nowhere'])('refuse %s as a line', (type) => {
    const ends = { source: freeEnd(1, 2), target: freeEnd(3, 4) };
    expect(() => newLine(testTemplate, typeId(type), ends, { x: 0, y: 0 }, countingGuids())).toThrow(
      RangeError,
    );
  });
});

describe('embedTemplate', () => {
  it('gives an embedded template back as it is', () => {
    expect(embedTemplate(testTemplate)).toEqual(testTemplate);
  });

  it('drops what a model has no place for and fills in what it always has', () => {
    const template: Template = {
      ...testTemplate,
      generation: 'G6',
      genericElements: testTemplate.genericElements.map(({ stencilConstraints: _, ...type }) => ({
        ...type,
        behavior: 'B',
        shape: 'S',
        imageStream: 'I',
        attributes: type.attributes.map((attribute) => ({ ...attribute, id: 'x', isInherited: true })),
      })),
      standardElements: testTemplate.standardElements.map((type) => ({ ...type, stencilConstraints: [] })),
      threatCategories: [{ id: categoryId('S'), name: 'Spoofing', isExtension: true }],
    };
    const embedded = embedTemplate(template);
    expect(embedded.generation).toBe('G7');
    expect(embedded.genericElements).toEqual(testTemplate.genericElements);
    expect(embedded.standardElements).toEqual(testTemplate.standardElements);
    expect(embedded.threatCategories).toEqual([
      { id: 'S', name: 'Spoofing', shortDescription: '', longDescription: '', isExtension: false },
    ]);
  });
});

describe('a description that a template leaves out', () => {
  it('is left out in a model as well', () => {
    const genericElements = testTemplate.genericElements.map((type) => ({ ...type, description: null }));
    expect(embedTemplate({ ...testTemplate, genericElements }).genericElements).toEqual(genericElements);
  });
});

describe('checkInvariants', () => {
  const onFirst = (change: Partial<Shape>) => (diagram: Diagram) => ({
    ...diagram,
    shapes: diagram.shapes.map((shape, index) => (index === 0 ? { ...shape, ...change } : shape)),
  });
  const onLine = (index: number, change: Partial<Diagram['lines'][number]>) => (diagram: Diagram) => ({
    ...diagram,
    lines: diagram.lines.map((line, at) => (at === index ? { ...line, ...change } : line)),
  });

  it.each<readonly [string, (diagram: Diagram) => Diagram, RegExp]>([
    ['a header beside its name', (diagram) => ({ ...diagram, header: 'Other' }), /another name/],
    ['another surface type', (diagram) => ({ ...diagram, typeId: typeId('X') }), /the type X/],
    ['a shape off the canvas', onFirst({ left: 9 }), /off the canvas/],
    ['a fraction', onFirst({ top: 30.5 }), /fractional/],
    ['no width', onFirst({ width: 0 }), /in size/],
    ['an unknown type', onFirst({ typeId: typeId('gone') }), /does not have/],
    ["a kind that is not its type's", onFirst({ kind: 'rectangle' }), /drawn as ellipse/],
    ['another generic type', onFirst({ genericTypeId: typeId('box') }), /topmost ancestor/],
    ['properties of its own', onFirst({ properties: [] }), /other properties/],
    [
      'a shared guid',
      (diagram) => ({ ...diagram, shapes: [...diagram.shapes, ...diagram.shapes.slice(0, 1)] }),
      /shares/,
    ],
    ['a negative end', onLine(0, { handle: { x: -1, y: 0 } }), /negative/],
    [
      'an end at nothing',
      (diagram) => {
        const zone = diagram.lines[1]?.id ?? null;
        return onLine(0, { source: { element: zone, port: 'East', x: 1, y: 1 } })(diagram);
      },
      /attached to nothing/,
    ],
    [
      'a free end with a port',
      onLine(0, { target: { element: null, port: 'East', x: 1, y: 1 } }),
      /names a port/,
    ],
    [
      'an attached line boundary',
      (diagram) => {
        const shape = diagram.shapes[0]?.id ?? null;
        return onLine(1, { source: { element: shape, port: 'East', x: 1, y: 1 } })(diagram);
      },
      /line boundary never is/,
    ],
  ])('tells of %s', (_, change, wanted) => {
    expect(checkInvariants(build(change)).join('\n')).toMatch(wanted);
  });

  it('knows both stored forms of boundaries and free text', () => {
    const fresh = build((diagram) => ({
      ...diagram,
      shapes: diagram.shapes.map((shape) => {
        if (shape.kind === 'borderBoundary') {
          const header = { kind: 'header', displayName: 'Trust Boundary Area', name: '' } as const;
          return { ...shape, properties: [...shape.properties, header] };
        }
        return shape.typeId === 'note' ? { ...shape, properties: shape.properties.slice(0, 2) } : shape;
      }),
    }));
    expect(checkInvariants(fresh)).toEqual([]);
  });
});
