import { describe, expect, it } from 'vitest';
import {
  type Diagram,
  findProperty,
  type Model,
  newModel,
  newShape,
  propertyText,
  type Shape,
  typeId,
} from '../../../core/document/index.ts';
import { countingGuids, testTemplate } from '../../../core/document/testing/template.ts';
import { colourGroups, colourProperties, isColourBy } from './groups.ts';
import { chooseColours, coloursOf, readColours } from './kept.ts';

/** Three rounds of which the last runs as root, and a store. */
function scene(): { readonly model: Model; readonly diagram: Diagram } {
  const guids = countingGuids(1);
  const at = (type: string, left: number) =>
    newShape(testTemplate, typeId(type), { left, top: 0, width: 100, height: 100 }, guids);
  const chosen = (shape: Shape, value: number): Shape => ({
    ...shape,
    properties: shape.properties.map((property) =>
      property.kind === 'list' && property.name === 'runs as'
        ? { ...property, selectedIndex: value }
        : property,
    ),
  });
  const round = () => at('round', 0);
  const shapes = [chosen(round(), 2), chosen(round(), 1), chosen(round(), 2), at('store', 300)];
  const empty = newModel(testTemplate, guids);
  const diagrams = empty.diagrams.map((diagram) => ({ ...diagram, shapes }));
  const [diagram] = diagrams;
  if (diagram === undefined) throw new Error('There is no diagram');
  return { model: { ...empty, diagrams }, diagram };
}

const { model, diagram } = scene();

describe('colours of elements', () => {
  it('are offered by the list properties that elements of the diagram have', () => {
    expect(colourProperties(model, diagram)).toEqual([
      ['property:runs as', 'The runs as'],
      ['property:encrypted', 'The encrypted'],
    ]);
  });

  it('group elements by value, in the order of the template, and leave out those without', () => {
    const groups = colourGroups(model, diagram, 'property:runs as');
    expect(groups.map(({ key, ids }) => [key, ids.length])).toEqual([
      ['User', 1],
      ['Root', 2],
    ]);
    for (const { key, ids } of groups)
      for (const id of ids) {
        const property = findProperty(diagram.shapes.find((shape) => shape.id === id) as Shape, 'runs as');
        expect(property && propertyText(property)).toBe(key);
      }
  });

  it('are none where nothing has threats, or the property', () => {
    expect(colourGroups(model, diagram, 'threats')).toEqual([]);
    expect(colourGroups(model, diagram, 'property:unheard of')).toEqual([]);
  });

  it('are kept by model, and what is damaged is left out', () => {
    const items = new Map<string, string>();
    const storage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    };
    chooseColours(model, 'property:runs as', storage);
    expect(coloursOf(model)).toBe('property:runs as');
    expect([...readColours(storage).values()]).toEqual(['property:runs as']);
    chooseColours(model, null, storage);
    expect(coloursOf(model)).toBeNull();
    expect(readColours(storage).size).toBe(0);
    items.set('trustline.colours', '{"version":1,"kept":[["a",7],"b",["c","threats"]]}');
    expect([...readColours(storage)]).toEqual([['c', 'threats']]);
  });

  it('are by threats or by a property', () => {
    expect(['threats', 'property:x', 'other', 7].map(isColourBy)).toEqual([true, true, false, false]);
  });
});
