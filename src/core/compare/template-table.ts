import type {
  Attribute,
  ElementType,
  Manifest,
  Template,
  ThreatCategory,
  ThreatDatum,
  ThreatMetadata,
  ThreatType,
} from '../document/index.ts';
import { type FieldsOf, list, opaque, record, type Table, value } from './table.ts';

const plain = value('plain');
const logic = value('logic');

const manifest: Table = {
  kind: 'manifest',
  fields: {
    id: plain,
    name: plain,
    version: plain,
    author: plain,
    carried: opaque,
  } satisfies FieldsOf<Manifest>,
};

const attribute: Table = {
  kind: 'attribute',
  fields: {
    name: logic,
    displayName: logic,
    mode: logic,
    type: logic,
    inheritance: logic,
    values: logic,
    isExtension: plain,
    id: plain,
    isInherited: plain,
    isOverridden: plain,
    carried: opaque,
  } satisfies FieldsOf<Attribute>,
};

const elementType: Table = {
  kind: 'elementType',
  fields: {
    id: logic,
    name: logic,
    description: plain,
    parentId: logic,
    hidden: plain,
    representation: logic,
    image: plain,
    imageLocation: plain,
    strokeThickness: plain,
    strokeDashArray: plain,
    attributes: list(attribute, (one: Attribute) => one.name, { effect: 'logic', order: 'logic' }),
    // Constraints have nothing to be known by: the list is one value.
    stencilConstraints: plain,
    isExtension: plain,
    behavior: plain,
    shape: plain,
    imageStream: plain,
    carried: opaque,
  } satisfies FieldsOf<ElementType>,
};

const category: Table = {
  kind: 'category',
  fields: {
    id: logic,
    name: logic,
    shortDescription: logic,
    longDescription: logic,
    isExtension: plain,
    carried: opaque,
  } satisfies FieldsOf<ThreatCategory>,
};

const datum: Table = {
  kind: 'datum',
  fields: {
    name: logic,
    label: plain,
    hideFromUi: plain,
    values: logic,
    description: plain,
    id: plain,
    attributeType: logic,
    carried: opaque,
  } satisfies FieldsOf<ThreatDatum>,
};
const datums = list(datum, (one: ThreatDatum) => one.name, { effect: 'logic', order: 'logic' });

const metadata: Table = {
  kind: 'metadata',
  fields: {
    isPriorityUsed: logic,
    isStatusUsed: logic,
    datums,
    carried: opaque,
  } satisfies FieldsOf<ThreatMetadata>,
};

const filters: Table = {
  kind: 'filters',
  fields: { include: logic, exclude: logic, carried: opaque } satisfies FieldsOf<ThreatType['filters']>,
};

const threatType: Table = {
  kind: 'threatType',
  fields: {
    id: logic,
    shortTitle: logic,
    categoryId: logic,
    relatedCategory: logic,
    description: logic,
    filters: record(filters),
    datums,
    isExtension: plain,
    carried: opaque,
  } satisfies FieldsOf<ThreatType>,
};

// Of two types with one id the first counts, and the order of threat types is the order of new threats.
const ordered = { effect: 'logic', order: 'logic' } as const;
const types = list(elementType, (one: ElementType) => one.id, ordered);

export const templateTable: Table = {
  kind: 'template',
  fields: {
    manifest: record(manifest),
    generation: plain,
    genericElements: types,
    standardElements: types,
    threatCategories: list(category, (one: ThreatCategory) => one.id, ordered),
    threatMetadata: record(metadata),
    threatTypes: list(threatType, (one: ThreatType) => one.id, ordered),
    carried: opaque,
    carriedParts: opaque,
  } satisfies FieldsOf<Template>,
};
