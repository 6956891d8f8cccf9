import { describe, expect, it } from 'vitest';
import { typeId } from './ids.ts';
import type { LineKind, Property, ShapeKind } from './model.ts';
import { buildProperties } from './properties.ts';
import { propertyText } from './queries.ts';
import { attribute, elementType, testTemplate } from './testing/template.ts';

const short = (property: Property): string =>
  property.kind === 'header'
    ? `# ${property.displayName}`
    : `${property.displayName}=${propertyText(property)}`;

const scope = ['Out Of Scope=false', 'Reason For Out Of Scope='];

const CASES: readonly (readonly [type: string, kind: ShapeKind | LineKind, wanted: readonly string[]])[] = [
  // A generic type without attributes has no header for them, one with attributes has.
  ['box', 'rectangle', ['# box name', 'Name=box name', ...scope]],
  [
    'round',
    'ellipse',
    ['# round name', 'Name=round name', ...scope, '# Configurable Attributes', 'The runs as=Any'],
  ],
  // A standard type has the header even when nothing follows, and its parents' too.
  [
    'person',
    'rectangle',
    ['# person name', 'Name=person name', ...scope, '# Configurable Attributes', '# As box name'],
  ],
  // A static attribute hides the inherited choice of the same name.
  [
    'server',
    'ellipse',
    [
      '# server name',
      'Name=server name',
      ...scope,
      '# Predefined Static Attributes',
      'The runs as=Service',
      '# Configurable Attributes',
      'The language=Any',
      '# As round name',
    ],
  ],
  [
    'https',
    'flow',
    [
      '# https name',
      'Name=https name',
      'Dataflow Order=0',
      ...scope,
      '# Configurable Attributes',
      '# As flow name',
      'The channel=Any',
    ],
  ],
  ['zone', 'borderBoundary', ['# zone name', 'Name=zone name', 'Dataflow Order=0']],
  ['border', 'lineBoundary', ['# border name', 'Name=border name']],
  ['note', 'rectangle', ['# note name', 'Name=note name', ...scope]],
  ['unknown', 'rectangle', []],
];

describe('buildProperties', () => {
  it.each(CASES)('of %s', (type, kind, wanted) => {
    expect(buildProperties(testTemplate, typeId(type), kind).map(short)).toEqual(wanted);
  });

  it('knows no dataflow order in the older tool generation', () => {
    const older = { ...testTemplate, generation: 'G6' as const };
    const captions = buildProperties(older, typeId('flow'), 'flow').map((property) => property.displayName);
    expect(captions).not.toContain('Dataflow Order');
  });

  it('walks three levels, nearest first, and shows an attribute once', () => {
    const deep = elementType('api', 'server', 'Inherited', {
      attributes: [attribute('language', ['Only this'])],
    });
    const template = { ...testTemplate, standardElements: [...testTemplate.standardElements, deep] };
    expect(buildProperties(template, typeId('api'), 'ellipse').map(short).slice(4)).toEqual([
      '# Predefined Static Attributes',
      'The runs as=Service',
      '# Configurable Attributes',
      'The language=Only this',
      '# As server name',
      '# As round name',
    ]);
  });

  it('ends at a cycle of parents', () => {
    const template = {
      ...testTemplate,
      genericElements: [elementType('a', 'b', 'Rectangle'), elementType('b', 'a', 'Rectangle')],
    };
    expect(buildProperties(template, typeId('a'), 'rectangle').map(short).at(-1)).toBe('# As b name');
  });
});
