import {
  type Attribute,
  categoryId,
  type ElementType,
  type Manifest,
  type StencilConstraint,
  type Template,
  type ThreatCategory,
  type ThreatDatum,
  type ThreatMetadata,
  type ThreatType,
  threatTypeId,
  typeId,
} from '../../document/index.ts';
import { unseal } from '../xml/carried.ts';
import { writeAttributes, writeNodes } from '../xml/kept.ts';
import {
  absentWhenNull,
  bool,
  identifier,
  type Kind,
  list,
  nillable,
  optional,
  text,
  textOr,
  token,
} from '../xml/kinds.ts';
import { double, int } from '../xml/numbers.ts';
import { Carrier, elementsOf } from '../xml/reading.ts';
import { given, recordKind, rowsOf } from '../xml/record.ts';

/** The classes of a `.tb7` file in the order of format 2.2. Nothing has a namespace. */

const MANIFEST_MEMBERS = ['name', 'id', 'version', 'author'] as const;

/** The only element whose members are attributes. */
const manifest: Kind<Manifest> = {
  blank: { id: '', name: '', version: '', author: '' },
  isRecord: true,
  isBlank: () => false,
  read: (node, carrier) => {
    const value = (name: string): string => {
      const found = node.attributes.find((a) => a.name === name && a.namespace === '');
      if (found === undefined)
        carrier.reading.warn(node, { code: 'missing-attribute', params: { name, parent: node.name } });
      return found?.value ?? '';
    };
    const [name, id, version, author] = MANIFEST_MEMBERS.map(value);
    const own = new Carrier(carrier.reading);
    const known = new Set<string>(MANIFEST_MEMBERS);
    own.keepAttributes('', node, ({ namespace, name: other }) => namespace === '' && known.has(other));
    for (const child of elementsOf(node, carrier.reading)) {
      own.keep(null, child);
      carrier.reading.warn(child, { code: 'unknown-element', params: { name: child.name } });
    }
    return {
      id: id ?? '',
      name: name ?? '',
      version: version ?? '',
      author: author ?? '',
      ...own.result(),
    };
  },
  write: (sink, value) => {
    for (const name of MANIFEST_MEMBERS) sink.attribute({ name, namespace: '', value: value[name] });
    const carried = unseal(value.carried);
    if (carried === undefined) return;
    writeAttributes(sink, carried, '');
    writeNodes(sink, carried, null);
  },
};

const stencilConstraint = (() => {
  const row = rowsOf<StencilConstraint>('');
  return recordKind<StencilConstraint>()({
    members: {
      SelectedStencilType: row(text, (c) => c.stencilType),
      SelectedStencilConnection: row(text, (c) => c.stencilConnection),
    },
    make: (v, carried) => ({
      stencilType: v.SelectedStencilType,
      stencilConnection: v.SelectedStencilConnection,
      isExtension: false,
      ...carried,
    }),
  });
})();

const attribute = (() => {
  const row = rowsOf<Attribute>('');
  return recordKind<Attribute>()({
    members: {
      Id: row(optional(text), (a) => a.id),
      IsInherited: row(remembered(bool(false)), (a) => a.isInherited ?? false),
      IsOverrided: row(optional(bool(false)), (a) => a.isOverridden),
      Name: row(identifier, (a) => a.name),
      DisplayName: row(text, (a) => a.displayName),
      Mode: row(token('Dynamic'), (a) => a.mode),
      Type: row(token('List'), (a) => a.type),
      Inheritance: row(token('Virtual'), (a) => a.inheritance),
      AttributeValues: row(list('Value', '', text), (a) => a.values),
    },
    make: (v, carried) => ({
      name: v.Name,
      displayName: v.DisplayName,
      mode: v.Mode,
      type: v.Type,
      inheritance: v.Inheritance,
      values: v.AttributeValues,
      isExtension: false,
      isInherited: v.IsInherited,
      ...given({ id: v.Id, isOverridden: v.IsOverrided }),
      ...carried,
    }),
  });
})();

/** A member that hand-edited templates leave out without harm. */
function remembered<V>(kind: Kind<V>): Kind<V> {
  return { ...kind, optional: true, remembersAbsence: true };
}

const elementType = (() => {
  const row = rowsOf<ElementType>('');
  return recordKind<ElementType>()({
    members: {
      Name: row(text, (t) => t.name),
      ID: row(identifier, (t) => t.id),
      Description: row(absentWhenNull(text), (t) => t.description),
      ParentElement: row(identifier, (t) => t.parentId),
      Image: row(absentWhenNull(text), (t) => t.image),
      ImageStream: row(optional(text), (t) => t.imageStream),
      Hidden: row(bool(false), (t) => t.hidden),
      Behavior: row(optional(text), (t) => t.behavior),
      Shape: row(optional(text), (t) => t.shape),
      Representation: row(token('Inherited'), (t) => t.representation),
      StrokeThickness: row(remembered(double(0)), (t) => t.strokeThickness),
      StrokeDashArray: row(optional(text), (t) => t.strokeDashArray),
      ImageLocation: row(absentWhenNull(text), (t) => t.imageLocation),
      Attributes: row(
        list('Attribute', '', attribute, (a) => a.name),
        (t) => t.attributes,
      ),
      StencilConstraints: row(
        optional(list('StencilConstraint', '', stencilConstraint)),
        (t) => t.stencilConstraints,
      ),
    },
    make: (v, carried) => ({
      id: typeId(v.ID),
      name: v.Name,
      description: v.Description,
      parentId: typeId(v.ParentElement),
      hidden: v.Hidden,
      representation: v.Representation,
      image: v.Image,
      imageLocation: v.ImageLocation,
      strokeThickness: v.StrokeThickness,
      attributes: v.Attributes,
      isExtension: false,
      ...given({
        strokeDashArray: v.StrokeDashArray,
        stencilConstraints: v.StencilConstraints,
        behavior: v.Behavior,
        shape: v.Shape,
        imageStream: v.ImageStream,
      }),
      ...carried,
    }),
  });
})();

const threatCategory = (() => {
  const row = rowsOf<ThreatCategory>('');
  return recordKind<ThreatCategory>()({
    members: {
      Name: row(text, (c) => c.name),
      Id: row(identifier, (c) => c.id),
      ShortDescription: row(optional(text), (c) => c.shortDescription),
      LongDescription: row(optional(text), (c) => c.longDescription),
    },
    make: (v, carried) => ({
      id: categoryId(v.Id),
      name: v.Name,
      isExtension: false,
      ...given({ shortDescription: v.ShortDescription, longDescription: v.LongDescription }),
      ...carried,
    }),
  });
})();

const threatDatum = (() => {
  const row = rowsOf<ThreatDatum>('');
  return recordKind<ThreatDatum>()({
    members: {
      Name: row(text, (d) => d.name),
      Label: row(text, (d) => d.label),
      HideFromUI: row(bool(false), (d) => d.hideFromUi),
      Values: row(absentWhenNull(list('Value', '', nillable(text))), (d) => d.values),
      Description: row(optional(text), (d) => d.description),
      Id: row(absentWhenNull(text), (d) => d.id),
      AttributeType: row(remembered(int(0)), (d) => d.attributeType ?? 0),
    },
    make: (v, carried) => ({
      name: v.Name,
      label: v.Label,
      hideFromUi: v.HideFromUI,
      values: v.Values,
      id: v.Id,
      attributeType: v.AttributeType,
      ...given({ description: v.Description }),
      ...carried,
    }),
  });
})();

const datums = list('ThreatMetaDatum', '', threatDatum, (d) => d.name);

const threatMetadata = (() => {
  const row = rowsOf<ThreatMetadata>('');
  return recordKind<ThreatMetadata>()({
    members: {
      IsPriorityUsed: row(bool(true), (m) => m.isPriorityUsed),
      IsStatusUsed: row(bool(true), (m) => m.isStatusUsed),
      PropertiesMetaData: row(datums, (m) => m.datums),
    },
    make: (v, carried) => ({
      isPriorityUsed: v.IsPriorityUsed,
      isStatusUsed: v.IsStatusUsed,
      datums: v.PropertiesMetaData,
      ...carried,
    }),
  });
})();

const generationFilters = (() => {
  const row = rowsOf<ThreatType['filters']>('');
  return recordKind<ThreatType['filters']>()({
    members: {
      Include: row(text, (f) => f.include),
      Exclude: row(text, (f) => f.exclude),
    },
    make: (v, carried) => ({ include: v.Include, exclude: v.Exclude, ...carried }),
  });
})();

const threatType = (() => {
  const row = rowsOf<ThreatType>('');
  return recordKind<ThreatType>()({
    members: {
      GenerationFilters: row(generationFilters, (t) => t.filters),
      Id: row(identifier, (t) => t.id),
      ShortTitle: row(text, (t) => t.shortTitle),
      Category: row(identifier, (t) => t.categoryId),
      RelatedCategory: row(absentWhenNull(text), (t) => t.relatedCategory),
      Description: row(textOr(''), (t) => t.description),
      PropertiesMetaData: row(datums, (t) => t.datums),
    },
    make: (v, carried) => ({
      id: threatTypeId(v.Id),
      shortTitle: v.ShortTitle,
      categoryId: categoryId(v.Category),
      relatedCategory: v.RelatedCategory,
      description: v.Description,
      filters: v.GenerationFilters,
      datums: v.PropertiesMetaData,
      isExtension: false,
      ...carried,
    }),
  });
})();

/** `KnowledgeBase`, the root. Templates are of no generation: models made from one are G7. */
export const knowledgeBase = (() => {
  const row = rowsOf<Template>('');
  const elements = list('ElementType', '', elementType, (t) => t.id);
  return recordKind<Template>()({
    members: {
      Manifest: row(manifest, (t) => t.manifest),
      ThreatMetaData: row(threatMetadata, (t) => t.threatMetadata),
      GenericElements: row(elements, (t) => t.genericElements),
      StandardElements: row(elements, (t) => t.standardElements),
      ThreatCategories: row(
        list('ThreatCategory', '', threatCategory, (c) => c.id),
        (t) => t.threatCategories,
      ),
      ThreatTypes: row(
        list('ThreatType', '', threatType, (t) => t.id),
        (t) => t.threatTypes,
      ),
    },
    make: (v, carried) => ({
      manifest: v.Manifest,
      generation: 'G7',
      genericElements: v.GenericElements,
      standardElements: v.StandardElements,
      threatCategories: v.ThreatCategories,
      threatMetadata: v.ThreatMetaData,
      threatTypes: v.ThreatTypes,
      ...carried,
    }),
  });
})();
