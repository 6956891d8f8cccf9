import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  categoryId,
  type Diagram,
  diagramId,
  type ElementType,
  elementId,
  type Line,
  type LineEnd,
  type Model,
  type Property,
  type Shape,
  type Template,
  type Threat,
  type ThreatDatum,
  threatKey,
  threatTypeId,
  typeId,
} from '../document/index.ts';
import { refusalWords } from '../words/later.ts';
import { fidelityOf, readModel, readTemplate, writeModel, writeTemplate } from './index.ts';
import { seal } from './xml/carried.ts';

/** Documents of any shape and any text: what is written has to come back, exactly and without a warning. */

/** Any text that XML or .NET can say, often with what the reader marks and what XML cannot say; no half surrogate pairs. */
const text = fc
  .oneof(
    { weight: 9, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: fc.constantFrom('\uFDD0', '\uFDD3', '\uE000', '\u000B'), maxLength: 4 }),
    },
  )
  .filter((value) => !/[\uD800-\uDFFF]/.test(value));
/** XML reads a carriage return as a line feed, and a template writes it raw (format 2.1). */
const templateText = text.map((value) => value.replaceAll('\r', ''));
const word = fc.stringMatching(/^[A-Za-z0-9.-]{1,10}$/);
const guid = fc.uuid();
const int = fc.integer({ min: -2147483648, max: 2147483647 });
const double = fc.double({ noDefaultInfinity: true, noNaN: true });
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
/** Without members that came out undefined, which plain records do not have. */
const record = <T>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(members).map((value) => JSON.parse(JSON.stringify(value)) as T);
const orNone = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T> => fc.oneof(value, fc.constant(undefined as T));

/** With the declaration that the writer makes where it stands. */
const unknownProperty = seal({
  name: 'anyType',
  namespace: 'http://schemas.microsoft.com/2003/10/Serialization/Arrays',
  attributes: [
    {
      name: 'type',
      namespace: 'http://www.w3.org/2001/XMLSchema-instance',
      value: 'ColourDisplayAttribute',
      valueNamespace: 'urn:future',
    },
    { name: 'c', namespace: 'http://www.w3.org/2000/xmlns/', value: 'urn:future' },
  ],
  children: [{ name: 'Red', namespace: 'urn:future', attributes: [], children: ['255'] }],
});
const property: fc.Arbitrary<Property> = fc.oneof(
  fc.record({ kind: fc.constant('header' as const), displayName: text, name: text }),
  fc.record({
    kind: fc.constantFrom('string' as const, 'customString' as const),
    displayName: text,
    name: text,
    value: text,
  }),
  fc.record({ kind: fc.constant('boolean' as const), displayName: text, name: text, value: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom('list' as const, 'staticList' as const),
    displayName: text,
    name: text,
    values: few(text),
    selectedIndex: int,
  }),
);

const typed = { typeId: text.map(typeId), genericTypeId: text.map(typeId), properties: few(property) };
const shape: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom('rectangle', 'ellipse', 'parallelLines', 'borderBoundary'),
  id: guid.map(elementId),
  ...typed,
  left: int,
  top: int,
  width: int,
  height: int,
  strokeThickness: int,
  strokeDashArray: fc.option(text),
});
const end: fc.Arbitrary<LineEnd> = fc.record({
  element: fc.option(guid.map(elementId)),
  port: fc.constantFrom('None', 'North', 'SouthWest'),
  x: int,
  y: int,
});
const line = record<Line>({
  kind: fc.constantFrom('flow', 'lineBoundary'),
  id: guid.map(elementId),
  ...typed,
  source: end,
  target: end,
  handle: fc.record({ x: int, y: int }),
  strokeThickness: orNone(fc.nat()),
  strokeDashArray: orNone(text),
});
const diagram: fc.Arbitrary<Diagram> = fc.record({
  id: guid.map(diagramId),
  ...typed,
  header: text,
  shapes: few(shape),
  lines: few(line),
  // JSON, by which records are cleaned, has no negative zero.
  zoom: double.map((value) => value + 0),
});

const threat: fc.Arbitrary<Threat> = fc.record({
  key: text.filter((value) => value !== '').map(threatKey),
  id: int,
  typeId: text.map(threatTypeId),
  diagramId: guid.map(diagramId),
  sourceId: guid.map(elementId),
  flowId: guid.map(elementId),
  targetId: guid.map(elementId),
  interactionKey: text,
  state: word,
  priority: text,
  properties: few(fc.tuple(text, text)),
  changedBy: fc.option(text),
  modifiedAt: word,
  upgraded: fc.boolean(),
  wide: fc.boolean(),
});

function template(words: fc.Arbitrary<string>, inModel: boolean): fc.Arbitrary<Template> {
  const constant = inModel ? fc.boolean() : fc.constant(false);
  const onlyInTemplates = <T>(value: fc.Arbitrary<T>) =>
    inModel ? fc.constant(undefined as T) : orNone(value);
  // A template is always laid out: line breaks around an identifier are its layout's.
  const ids = inModel ? words : words.map((value) => value.trim());
  const datum = record<ThreatDatum>({
    name: words,
    label: words,
    hideFromUi: fc.boolean(),
    values: fc.option(few(fc.option(words))),
    description: onlyInTemplates(words),
    id: fc.option(words),
    attributeType: inModel ? orNone(int) : int,
  });
  const elementType = record<ElementType>({
    id: ids.map(typeId),
    name: words,
    description: fc.option(words),
    parentId: ids.map(typeId),
    hidden: fc.boolean(),
    representation: word,
    image: fc.option(words),
    imageLocation: fc.option(words),
    strokeThickness: fc.nat(),
    strokeDashArray: orNone(words),
    attributes: few(
      record<ElementType['attributes'][number]>({
        name: ids,
        displayName: words,
        mode: word,
        type: word,
        inheritance: word,
        values: few(words),
        isExtension: constant,
        id: onlyInTemplates(words),
        isInherited: inModel ? fc.constant(undefined as unknown as boolean) : fc.boolean(),
        isOverridden: onlyInTemplates(fc.boolean()),
      }),
    ),
    // A template of the current generation is known by this list in its first type.
    stencilConstraints: few(
      fc.record({ stencilType: words, stencilConnection: words, isExtension: constant }),
    ),
    isExtension: constant,
    behavior: orNone(words),
    shape: orNone(words),
    imageStream: orNone(words),
  });
  return fc.record({
    manifest: fc.record({ id: inModel ? guid : words, name: words, version: words, author: words }),
    generation: fc.constant('G7' as const),
    genericElements: fc.array(elementType, { minLength: 1, maxLength: 2 }),
    standardElements: few(elementType),
    threatCategories: few(
      record<Template['threatCategories'][number]>({
        id: ids.map(categoryId),
        name: words,
        shortDescription: inModel ? words : orNone(words),
        longDescription: inModel ? words : orNone(words),
        isExtension: constant,
      }),
    ),
    threatMetadata: fc.record({
      isPriorityUsed: fc.boolean(),
      isStatusUsed: fc.boolean(),
      datums: few(datum),
    }),
    threatTypes: few(
      fc.record({
        id: ids.map(threatTypeId),
        shortTitle: words,
        categoryId: ids.map(categoryId),
        relatedCategory: fc.option(words),
        description: words,
        filters: fc.record({ include: words, exclude: words }),
        datums: few(datum),
        isExtension: constant,
      }),
    ),
  });
}

const model: fc.Arbitrary<Model> = fc.record({
  diagrams: few(diagram),
  information: fc.record({
    name: text,
    owner: text,
    reviewer: text,
    contributors: text,
    description: text,
    assumptions: text,
    externalDependencies: text,
  }),
  notes: few(fc.record({ id: int, message: text, date: word, addedBy: text })),
  // A dictionary has no key twice, and a file no id: the reader gives the later threat another one.
  threats: fc.uniqueArray(threat, { maxLength: 3, comparator: (a, b) => a.key === b.key || a.id === b.id }),
  threatGenerationEnabled: fc.boolean(),
  validations: few(
    fc.record({
      elementIds: few(guid),
      enabled: fc.boolean(),
      guid,
      issueGuid: guid,
      items: few(fc.constant(unknownProperty)),
      message: text,
      source: text,
      sourceGuid: guid,
    }),
  ),
  version: text,
  template: template(text, true),
  promptedTemplates: few(text),
});

describe('random documents', () => {
  it('a model written and read is the same model, and its bytes are of the format', () => {
    fc.assert(
      fc.property(model, (document) => {
        const read = readModel(writeModel(document));
        if (!read.ok) throw new Error(refusalWords(read.error));
        expect(read.value.model).toEqual(document);
        expect(read.value.warnings).toEqual([]);
        expect(fidelityOf(read.value)).toBe('exact');
      }),
      { numRuns: 150 },
    );
  });

  it('a template written and read is the same template, and its bytes are of the format', () => {
    fc.assert(
      fc.property(template(templateText, false), (document) => {
        const read = readTemplate(writeTemplate(document));
        if (!read.ok) throw new Error(refusalWords(read.error));
        expect(read.value.template).toEqual(document);
        expect(read.value.warnings).toEqual([]);
        expect(fidelityOf(read.value)).toBe('exact');
      }),
      { numRuns: 150 },
    );
  });
});
