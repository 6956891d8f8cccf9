import type {
  Diagram,
  Line,
  LineEnd,
  Model,
  ModelInformation,
  Note,
  Property,
  Shape,
  StoredValidation,
  Threat,
} from '../document/index.ts';
import { isRecord, member } from './plain.ts';
import { type Effect, type FieldsOf, list, opaque, record, type Table, value } from './table.ts';
import { templateTable } from './template-table.ts';

const plain = value('plain');
const drawing = value('drawing');
const place = value('place');

const information: Table = {
  kind: 'information',
  fields: {
    name: plain,
    owner: plain,
    reviewer: plain,
    contributors: plain,
    description: plain,
    assumptions: plain,
    externalDependencies: plain,
    carried: opaque,
  } satisfies FieldsOf<ModelInformation>,
};

const note: Table = {
  kind: 'note',
  fields: {
    id: value('plain', { numbered: true, yields: true }),
    message: plain,
    date: plain,
    addedBy: plain,
    carried: opaque,
  } satisfies FieldsOf<Note>,
};

/** A choice is an index into its own values: what a property holds is one thing for a merge. */
const held = value('logic', { group: 'value' });
const property: Table = {
  kind: 'property',
  fields: {
    kind: held,
    displayName: value('logic'),
    name: value('logic'),
    value: held,
    values: held,
    selectedIndex: held,
    raw: held,
    carried: opaque,
  } satisfies FieldsOf<Property>,
};

/** Captions stand in for the names that headers and the Name property do not have. */
const propertyKey = ({ name, kind, displayName }: Property): string =>
  name !== '' ? name : `:${kind}:${displayName}`;
export const propertyList = list(
  property,
  propertyKey,
  { effect: 'logic', order: 'plain' },
  { framedBy: 'type' },
);

const type = value('logic', { group: 'type' });
const box = value('place', { group: 'box' });
const shape: Table = {
  kind: 'shape',
  fields: {
    kind: type,
    id: value('logic'),
    typeId: type,
    genericTypeId: type,
    properties: propertyList,
    left: box,
    top: box,
    width: box,
    height: box,
    strokeThickness: plain,
    strokeDashArray: plain,
    carried: opaque,
  } satisfies FieldsOf<Shape>,
};

/** An end is one value: a port and its point belong to one element. */
const end = value((before, after): Effect => {
  const element = (one: unknown): unknown => (isRecord(one) ? member(one, 'element') : undefined);
  return element(before) === element(after) ? 'place' : 'logic';
});
const line: Table = {
  kind: 'line',
  fields: {
    kind: type,
    id: value('logic'),
    typeId: type,
    genericTypeId: type,
    properties: propertyList,
    source: end,
    target: end,
    handle: place,
    strokeThickness: plain,
    strokeDashArray: plain,
    carried: opaque,
  } satisfies FieldsOf<Line>,
};

const endsOf = ({ source, target }: { readonly source: LineEnd; readonly target: LineEnd }) => [
  source.element,
  target.element,
];
const elements = { effect: 'logic', order: 'drawing' } as const;
const diagram: Table = {
  kind: 'diagram',
  fields: {
    id: value('logic'),
    typeId: type,
    genericTypeId: type,
    header: value('logic'),
    properties: propertyList,
    // Before the shapes: which of them a merge needs follows from the lines that it takes.
    lines: list(line, (one: Line) => one.id, elements),
    shapes: list(shape, (one: Shape) => one.id, elements, {
      needs: {
        told: true,
        by: (merged: Pick<Diagram, 'lines'>) =>
          new Set(merged.lines.flatMap(endsOf).filter((id) => id !== null)),
        idOf: (one: Shape) => one.id,
      },
    }),
    zoom: drawing,
    carried: opaque,
  } satisfies FieldsOf<Diagram>,
};

const threatProperty: Table = {
  kind: 'threatProperty',
  fields: { name: plain, value: plain },
};

/** What regenerating writes. A person's edit also sets who made it and when. */
const derived = value('plain', { yields: true });
const threat: Table = {
  kind: 'threat',
  fields: {
    key: derived,
    id: value('plain', { numbered: true, yields: true }),
    typeId: derived,
    diagramId: derived,
    sourceId: derived,
    flowId: derived,
    targetId: derived,
    interactionKey: derived,
    state: plain,
    priority: plain,
    properties: list(
      threatProperty,
      ({ name }: { readonly name: string }) => name,
      { effect: 'plain', order: 'plain' },
      {
        yields: true,
        form: {
          open: ([name, value]: readonly [string, string]) => ({ name, value }),
          close: (pair: { readonly name: string; readonly value: string }) => [pair.name, pair.value],
        },
      },
    ),
    changedBy: plain,
    modifiedAt: plain,
    upgraded: derived,
    wide: derived,
    carried: opaque,
  } satisfies FieldsOf<Threat>,
};

const validation: Table = {
  kind: 'validation',
  fields: {
    elementIds: plain,
    enabled: plain,
    guid: plain,
    issueGuid: plain,
    items: plain,
    message: plain,
    source: plain,
    sourceGuid: plain,
    carried: opaque,
  } satisfies FieldsOf<StoredValidation>,
};

const flowIds = ({ diagrams }: Pick<Model, 'diagrams'>): ReadonlySet<string> =>
  new Set(diagrams.flatMap(({ lines }) => lines.map(({ id }) => id)));
const plainList = { effect: 'plain', order: 'plain' } as const;

export const modelTable: Table = {
  kind: 'model',
  fields: {
    template: record(templateTable),
    diagrams: list(diagram, (one: Diagram) => one.id, elements),
    information: record(information),
    // Ids of notes are their places, given anew when one goes: who added it and when is what stays.
    notes: list(note, ({ date, addedBy }: Note) => `${date} ${addedBy}`, plainList),
    // Behind the diagrams: the threats of a flow that a merge keeps stay with it.
    threats: list(threat, (one: Threat) => one.key, plainList, {
      needs: {
        told: false,
        by: (merged: Pick<Model, 'diagrams'>, removing: Model) => {
          const gone = flowIds(removing);
          return new Set([...flowIds(merged)].filter((id) => !gone.has(id)));
        },
        idOf: (one: Threat) => one.flowId,
      },
    }),
    threatGenerationEnabled: value('logic'),
    validations: list(validation, (one: StoredValidation) => one.guid, plainList),
    version: plain,
    promptedTemplates: plain,
    carried: opaque,
    carriedParts: opaque,
  } satisfies FieldsOf<Model>,
};
