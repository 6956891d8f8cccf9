import { createHash } from 'node:crypto';
import {
  type Attribute,
  categoryId,
  type ElementType,
  type Template,
  type ThreatDatum,
  type ThreatType,
  threatTypeId,
  typeId,
} from '../../src/core/document/index.ts';
import type { AttributeSource, StencilSource, TemplateSource, ThreatSource } from './format.ts';

/** A name-based guid (RFC 9562, version 5 layout over SHA-1): the same path gives the same guid for ever. */
export function namedGuid(...path: readonly string[]): string {
  const hash = createHash('sha1').update(path.join('\n')).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Base64 of an icon's PNG, by the icon's name. */
export type Icons = ReadonlyMap<string, string>;

/** Makes the template as a `.tb7` holds it. Throws on an icon that is not there. */
export function compileSource(source: TemplateSource, icons: Icons): Template {
  const metadata = datumsOf(source);
  return {
    manifest: { id: source.id, name: source.name, version: source.version, author: source.author },
    generation: 'G7',
    genericElements: source.genericStencils.map((stencil) => elementType(source, stencil, icons)),
    standardElements: source.standardStencils.map((stencil) => elementType(source, stencil, icons)),
    threatCategories: source.categories.map((category) => ({
      id: categoryId(category.id),
      name: category.name,
      shortDescription: category.description,
      isExtension: false,
    })),
    threatMetadata: { isPriorityUsed: true, isStatusUsed: true, datums: metadata },
    threatTypes: source.threats.map((threat) => threatType(threat, metadata)),
  };
}

function elementType(source: TemplateSource, stencil: StencilSource, icons: Icons): ElementType {
  const image = stencil.icon === undefined ? null : (icons.get(stencil.icon) ?? null);
  if (stencil.icon !== undefined && image === null) {
    throw new Error(`${source.key}: ${stencil.name} wants the icon ${stencil.icon}, which is not there.`);
  }
  return {
    id: typeId(stencil.id),
    name: stencil.name,
    description: stencil.description,
    parentId: typeId(stencil.parent ?? 'ROOT'),
    hidden: false,
    representation: stencil.representation,
    image,
    imageLocation: image === null ? null : imageLocation(source, stencil),
    strokeThickness: 0,
    attributes: (stencil.attributes ?? []).map((attribute) => attributeOf(source, stencil, attribute)),
    isExtension: false,
  };
}

/** Beside the label of a line, in the corner of an area that holds other shapes, in the middle of a shape. */
function imageLocation(source: TemplateSource, stencil: StencilSource): string {
  const parent = source.genericStencils.find((generic) => generic.id === stencil.parent);
  const drawnAs =
    stencil.representation === 'Inherited' ? (parent ?? stencil).representation : stencil.representation;
  if (drawnAs === 'Line' || drawnAs === 'LineBoundary') return 'Before label';
  return drawnAs === 'BorderBoundary' ? 'Lower right of stencil' : 'Centered on stencil';
}

function attributeOf(source: TemplateSource, stencil: StencilSource, attribute: AttributeSource): Attribute {
  return {
    id: namedGuid(source.id, stencil.id, attribute.name),
    isInherited: false,
    isOverridden: false,
    name: attribute.name,
    displayName: attribute.label,
    mode: attribute.fixed === true ? 'Static' : 'Dynamic',
    type: 'List',
    inheritance: 'Virtual',
    values: attribute.values,
    isExtension: false,
  };
}

/** The seven datums that the Windows tool knows by name, in the order of its templates, then our own. */
function datumsOf(source: TemplateSource): readonly ThreatDatum[] {
  const own = (name: string): string => namedGuid(source.id, 'datum', name);
  const text = (name: string, label: string, hideFromUi = false): ThreatDatum => ({
    name,
    label,
    hideFromUi,
    values: [''],
    id: own(name),
    attributeType: 0,
  });
  return [
    text('Title', 'Title'),
    {
      name: 'UserThreatCategory',
      label: 'Category',
      hideFromUi: false,
      values: null,
      id: null,
      attributeType: 0,
    },
    text('UserThreatShortDescription', 'Short Description', true),
    text('UserThreatDescription', 'Description'),
    text('StateInformation', 'Justification'),
    { ...text('InteractionString', 'Interaction'), values: null },
    { ...text('Priority', 'Priority'), values: source.priorities, description: 'Priority', attributeType: 1 },
    ...source.furtherDatums.map((datum) => ({ ...text(datum.name, datum.label), id: datum.id })),
  ];
}

function threatType(threat: ThreatSource, metadata: readonly ThreatDatum[]): ThreatType {
  const own = new Map<string, string>([
    ['UserThreatDescription', threat.description],
    ['Priority', threat.priority],
    ...Object.entries(threat.further),
  ]);
  return {
    id: threatTypeId(threat.id),
    shortTitle: threat.title,
    categoryId: categoryId(threat.category),
    relatedCategory: null,
    description: threat.description,
    filters: { include: oneLine(threat.include), exclude: oneLine(threat.exclude ?? '') },
    datums: metadata.flatMap((datum) => {
      const value = own.get(datum.name);
      return value === undefined ? [] : [{ ...datum, values: [value] }];
    }),
    isExtension: false,
  };
}

/** Sources break long filters over lines; in the file each is one line. */
function oneLine(filter: string): string {
  return filter.trim().replace(/\s+/g, ' ');
}
