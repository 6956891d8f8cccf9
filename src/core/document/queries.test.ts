import { describe, expect, it } from 'vitest';
import { newDiagram, newShape } from './create.ts';
import { typeId } from './ids.ts';
import type { Property } from './model.ts';
import {
  displayName,
  elementsById,
  findElementType,
  findLine,
  findProperty,
  findShape,
  genericTypeIdOf,
  isAnnotation,
  isOutOfScope,
  isTypeOrDescendant,
  lineKindOf,
  OUT_OF_SCOPE,
  oneLineName,
  propertyText,
  representationOf,
  shapeKindOf,
  typeChain,
} from './queries.ts';
import { countingGuids, elementType, testTemplate } from './testing/template.ts';

describe('types', () => {
  it.each([
    ['server', 'ellipse', undefined, 'round'],
    ['note', 'rectangle', undefined, 'note'],
    ['cloud', 'borderBoundary', undefined, 'zone'],
    ['https', undefined, 'flow', 'flow'],
    ['border', undefined, 'lineBoundary', 'border'],
    ['nowhere', undefined, undefined, 'nowhere'],
    ['ROOT', undefined, undefined, 'ROOT'],
  ])('%s is stored as shape %s or line %s, topmost %s', (id, shape, line, generic) => {
    expect(shapeKindOf(testTemplate, typeId(id))).toBe(shape);
    expect(lineKindOf(testTemplate, typeId(id))).toBe(line);
    expect(genericTypeIdOf(testTemplate, typeId(id))).toBe(generic);
  });

  it.each([
    ['server', 'server', true],
    ['server', 'round', true],
    ['round', 'server', false],
    ['server', 'box', false],
    ['server', 'ROOT', false],
    ['nowhere', 'nowhere', false],
  ])('%s is or descends from %s: %s', (id, ancestor, wanted) => {
    expect(isTypeOrDescendant(testTemplate, typeId(id), ancestor)).toBe(wanted);
  });

  it('ends chains at cycles and unknown parents', () => {
    const looped = {
      ...testTemplate,
      genericElements: [
        elementType('a', 'b', 'Inherited'),
        elementType('b', 'a', 'Inherited'),
        elementType('c', 'gone', 'Ellipse'),
      ],
    };
    expect(typeChain(looped, typeId('a')).map((type) => type.id)).toEqual(['a', 'b']);
    expect(typeChain(looped, typeId('c')).map((type) => type.id)).toEqual(['c']);
    const a = findElementType(looped, typeId('a'));
    expect(a && representationOf(looped, a)).toBe('Inherited');
    expect(shapeKindOf(looped, typeId('a'))).toBeUndefined();
  });

  it('ends after 200 types: each of 20,000 may be below all others', () => {
    const deep = {
      ...testTemplate,
      standardElements: Array.from({ length: 20_000 }, (_, n) =>
        elementType(`t${n}`, `t${n + 1}`, 'Inherited'),
      ),
    };
    expect(typeChain(deep, typeId('t0'))).toHaveLength(200);
    expect(typeChain(deep, typeId('t19990'))).toHaveLength(10);
    for (const id of ['t0', 't1', 't19998', 't19999', 't5']) {
      expect(genericTypeIdOf(deep, typeId(id))).toBe('t19999');
    }
  });

  it('finds nothing by the names of built-in members', () => {
    expect(findElementType(testTemplate, typeId('constructor'))).toBeUndefined();
  });
});

describe('oneLineName', () => {
  it.each([
    ['Web App', 'Web App'],
    ['Web\r\nApp', 'Web App'],
    ['Web \r\n App', 'Web App'],
    ['Web\n\n \nApp', 'Web App'],
    ['two  blanks ', 'two  blanks '],
    ['end\r\n', 'end '],
    ['\nstart', ' start'],
    ['', ''],
  ])('%j becomes %j', (text, wanted) => {
    expect(oneLineName(text)).toBe(wanted);
  });

  it('takes a long run of blanks in its stride', () => {
    const blanks = ' '.repeat(200_000);
    expect(oneLineName(`a${blanks}b\nc`)).toBe(`a${blanks}b c`);
  });
});

describe('elements', () => {
  const guids = countingGuids();
  const shape = newShape(testTemplate, typeId('server'), { left: 20, top: 20 }, guids);
  const note = newShape(testTemplate, typeId('note'), { left: 20, top: 20 }, guids);
  const diagram = { ...newDiagram('One', guids), shapes: [shape, note] };

  it('are found by id, by what they are', () => {
    expect(findShape(diagram, shape.id)).toBe(shape);
    expect(findLine(diagram, shape.id)).toBeUndefined();
    expect(findShape(diagram, null)).toBeUndefined();
    expect(elementsById(diagram)).toBe(elementsById(diagram));
  });

  it('tell their name, their scope and whether they are free text', () => {
    expect(displayName(shape)).toBe('server name');
    expect(displayName({ properties: [] })).toBe('');
    expect(isOutOfScope(shape)).toBe(false);
    const outside = shape.properties.map(
      (property): Property =>
        property.name === OUT_OF_SCOPE && property.kind === 'boolean'
          ? { ...property, value: true }
          : property,
    );
    expect(isOutOfScope({ ...shape, properties: outside })).toBe(true);
    expect(isAnnotation(testTemplate, note)).toBe(true);
    expect(isAnnotation(testTemplate, shape)).toBe(false);
  });

  it('give no property for headers, for no identifier, for another one', () => {
    expect(findProperty(shape, '')).toBeUndefined();
    expect(findProperty(shape, 'nothing')).toBeUndefined();
    expect(findProperty(shape, 'language')?.kind).toBe('list');
    const beyond = { kind: 'list', displayName: '', name: 'x', values: ['a'], selectedIndex: 7 } as const;
    expect(propertyText(beyond)).toBeUndefined();
  });
});
