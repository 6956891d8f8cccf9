import {
  type Diagram,
  type Element,
  freeEnd,
  type Line,
  type LineEnd,
  type Model,
  newLine,
  newModel,
  newShape,
  type Property,
  type Shape,
  type Template,
  typeId,
} from '../../src/core/document/index.ts';
import { portPoint } from '../../src/core/geometry/index.ts';
import { namedGuid } from './compile.ts';
import type { Choices, SampleFlow, SamplePort, SampleSource } from './format.ts';

/** Draws a sample; threats are the caller's business. Throws on unknown types, shapes, properties and values. */
export function drawSample(sample: SampleSource, template: Template): Model {
  const guid = (kind: string, key: string) => () => namedGuid('sample', sample.key, kind, key);
  const empty = newModel(template, guid('diagram', 'first'));
  const [first] = empty.diagrams;
  if (first === undefined) throw new Error('A new model has a diagram.');
  const shapes = new Map<string, Shape>();
  for (const source of sample.shapes) {
    if (shapes.has(source.key)) throw new Error(`${sample.key}: the key ${source.key} is used twice.`);
    const [left, top, width, height] = source.box;
    const shape = newShape(
      template,
      typeId(source.type),
      { left, top, width, height },
      guid('shape', source.key),
    );
    shapes.set(source.key, described(shape, source.name, source.set));
  }
  const endAt = ([key, port]: readonly [string, SamplePort]): LineEnd => {
    const shape = shapes.get(key);
    if (shape === undefined) throw new Error(`${sample.key}: no shape has the key ${key}.`);
    return {
      element: shape.id,
      port,
      ...portPoint(shape, shape.kind === 'ellipse' ? 'ellipse' : 'rectangle', port),
    };
  };
  const flow = (source: SampleFlow): Line => {
    const ends = { source: endAt(source.from), target: endAt(source.to) };
    const [x, y] = source.handle;
    const line = newLine(template, typeId(source.type), ends, { x, y }, guid('flow', source.key));
    return described(line, source.name, source.set);
  };
  const lineBoundaries = (sample.lineBoundaries ?? []).map((source): Line => {
    const ends = { source: freeEnd(...source.from), target: freeEnd(...source.to) };
    const [x, y] = source.handle;
    const line = newLine(template, typeId(source.type), ends, { x, y }, guid('line', source.key));
    return described(line, source.name, undefined);
  });
  const diagram: Diagram = {
    ...first,
    header: sample.diagram,
    properties: first.properties.map((property) =>
      isName(property) ? { ...property, value: sample.diagram } : property,
    ),
    shapes: [...shapes.values()],
    lines: [...sample.flows.map(flow), ...lineBoundaries],
  };
  return {
    ...empty,
    diagrams: [diagram],
    information: {
      ...empty.information,
      name: sample.title,
      description: sample.description,
      assumptions: sample.assumptions,
      externalDependencies: sample.externalDependencies,
    },
  };
}

const isName = (property: Property): property is Property & { kind: 'string' } =>
  property.kind === 'string' && property.displayName === 'Name' && property.name === '';

function described<E extends Element>(element: E, name: string, choices: Choices = {}): E {
  const open = new Map(Object.entries(choices));
  const properties = element.properties.map((property): Property => {
    if (isName(property)) return { ...property, value: name };
    const choice = open.get(property.name);
    if (choice === undefined || property.kind !== 'list') return property;
    const selectedIndex = property.values.indexOf(choice);
    if (selectedIndex < 0) throw new Error(`${name}: ${property.displayName} cannot be "${choice}".`);
    open.delete(property.name);
    return { ...property, selectedIndex };
  });
  if (open.size > 0) throw new Error(`${name} has no choice of ${[...open.keys()].join(', ')}.`);
  return { ...element, properties };
}
