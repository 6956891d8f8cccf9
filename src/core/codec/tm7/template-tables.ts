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
import {
  absentWhenBlank,
  alwaysEmpty,
  bool,
  guid,
  identifier,
  type Kind,
  list,
  nillable,
  nilWhenUndefined,
  optional,
  text,
  token,
} from '../xml/kinds.ts';
import { double, int } from '../xml/numbers.ts';
import { given, recordKind, rowsOf } from '../xml/record.ts';
import { ARRAYS, EXTERNAL_STORAGE, INTERFACES, KNOWLEDGE_BASE, MODEL } from './namespaces.ts';

/** The classes of the embedded template, in the order of format 1.4. */

const manifest = (() => {
  const row = rowsOf<Manifest>(KNOWLEDGE_BASE);
  return recordKind<Manifest>()({
    members: {
      Author: row(text, (m) => m.author),
      Id: row(guid(''), (m) => m.id),
      Name: row(text, (m) => m.name),
      Version: row(text, (m) => m.version),
    },
    make: ({ Author, Id, Name, Version }, carried) => ({
      id: Id,
      name: Name,
      version: Version,
      author: Author,
      ...carried,
    }),
  });
})();

const stencilConstraint = (() => {
  const row = rowsOf<StencilConstraint>(KNOWLEDGE_BASE);
  return recordKind<StencilConstraint>()({
    members: {
      IsExtension: row(bool(false), (c) => c.isExtension),
      SelectedStencilConnection: row(text, (c) => c.stencilConnection),
      SelectedStencilType: row(text, (c) => c.stencilType),
    },
    make: (v, carried) => ({
      stencilType: v.SelectedStencilType,
      stencilConnection: v.SelectedStencilConnection,
      isExtension: v.IsExtension,
      ...carried,
    }),
  });
})();

const attribute = (() => {
  const row = rowsOf<Attribute>(KNOWLEDGE_BASE);
  return recordKind<Attribute>()({
    members: {
      IsExtension: row(bool(false), (a) => a.isExtension),
      AttributeValues: row(list('Value', INTERFACES, text), (a) => a.values, INTERFACES),
      DisplayName: row(text, (a) => a.displayName),
      Inheritance: row(token('Virtual'), (a) => a.inheritance),
      Mode: row(token('Dynamic'), (a) => a.mode),
      Name: row(identifier, (a) => a.name),
      Type: row(token('List'), (a) => a.type),
    },
    make: (v, carried) => ({
      name: v.Name,
      displayName: v.DisplayName,
      mode: v.Mode,
      type: v.Type,
      inheritance: v.Inheritance,
      values: v.AttributeValues,
      isExtension: v.IsExtension,
      ...carried,
    }),
  });
})();

/** A text that may be nil, which a template says by leaving it out; missing altogether it is empty. */
const nilText: Kind<string | null> = { ...nillable(text), blank: '', isBlank: (value) => value === '' };

const elementType = (() => {
  const row = rowsOf<ElementType>(KNOWLEDGE_BASE);
  return recordKind<ElementType>()({
    members: {
      IsExtension: row(bool(false), (t) => t.isExtension),
      Attributes: row(
        list('Attribute', KNOWLEDGE_BASE, attribute, (a) => a.name),
        (t) => t.attributes,
      ),
      AvailableToBaseModels: row(alwaysEmpty, () => null, EXTERNAL_STORAGE),
      Behavior: row(nilWhenUndefined, (t) => t.behavior),
      Description: row(nilText, (t) => t.description),
      Hidden: row(bool(false), (t) => t.hidden),
      Id: row(identifier, (t) => t.id),
      ImageLocation: row(nillable(text), (t) => t.imageLocation),
      ImageSource: row(nillable(text), (t) => t.image),
      ImageStream: row(nilWhenUndefined, (t) => t.imageStream),
      Name: row(text, (t) => t.name),
      ParentId: row(identifier, (t) => t.parentId),
      Representation: row(token('Inherited'), (t) => t.representation),
      Shape: row(nilWhenUndefined, (t) => t.shape),
      StencilConstraints: row(
        optional(list('StencilConstraint', KNOWLEDGE_BASE, stencilConstraint)),
        (t) => t.stencilConstraints,
      ),
      StrokeDashArray: row(optional(text), (t) => t.strokeDashArray),
      StrokeThickness: row(absentWhenBlank(double(0)), (t) => t.strokeThickness),
    },
    make: (v, carried) => ({
      id: typeId(v.Id),
      name: v.Name,
      description: v.Description,
      parentId: typeId(v.ParentId),
      hidden: v.Hidden,
      representation: v.Representation,
      image: v.ImageSource,
      imageLocation: v.ImageLocation,
      strokeThickness: v.StrokeThickness,
      attributes: v.Attributes,
      isExtension: v.IsExtension,
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
  const row = rowsOf<ThreatCategory>(KNOWLEDGE_BASE);
  return recordKind<ThreatCategory>()({
    members: {
      IsExtension: row(bool(false), (c) => c.isExtension),
      Id: row(identifier, (c) => c.id),
      LongDescription: row(text, (c) => c.longDescription ?? ''),
      Name: row(text, (c) => c.name),
      ShortDescription: row(text, (c) => c.shortDescription ?? ''),
    },
    make: (v, carried) => ({
      id: categoryId(v.Id),
      name: v.Name,
      shortDescription: v.ShortDescription,
      longDescription: v.LongDescription,
      isExtension: v.IsExtension,
      ...carried,
    }),
  });
})();

/** Its members stand in the model's namespace, not in that of the template around them. */
const threatDatum = (() => {
  const row = rowsOf<ThreatDatum>(MODEL);
  return recordKind<ThreatDatum>()({
    members: {
      Name: row(text, (d) => d.name),
      Label: row(text, (d) => d.label),
      HideFromUI: row(bool(false), (d) => d.hideFromUi),
      Values: row(nillable(list('string', ARRAYS, nillable(text))), (d) => d.values, ARRAYS),
      Description: row(optional(text), (d) => d.description),
      Id: row(nillable(text), (d) => d.id),
      AttributeType: row(optional(int(0)), (d) => d.attributeType),
    },
    make: (v, carried) => ({
      name: v.Name,
      label: v.Label,
      hideFromUi: v.HideFromUI,
      values: v.Values,
      id: v.Id,
      ...given({ description: v.Description, attributeType: v.AttributeType }),
      ...carried,
    }),
  });
})();

const datums = list('ThreatMetaDatum', MODEL, threatDatum, (d) => d.name);

const threatMetadata = (() => {
  const row = rowsOf<ThreatMetadata>(MODEL);
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
  const row = rowsOf<ThreatType['filters']>(KNOWLEDGE_BASE);
  return recordKind<ThreatType['filters']>()({
    members: {
      Exclude: row(text, (f) => f.exclude),
      Include: row(text, (f) => f.include),
    },
    make: (v, carried) => ({ include: v.Include, exclude: v.Exclude, ...carried }),
  });
})();

const threatType = (() => {
  const row = rowsOf<ThreatType>(KNOWLEDGE_BASE);
  return recordKind<ThreatType>()({
    members: {
      IsExtension: row(bool(false), (t) => t.isExtension),
      Category: row(identifier, (t) => t.categoryId),
      Description: row(text, (t) => t.description),
      GenerationFilters: row(generationFilters, (t) => t.filters),
      Id: row(identifier, (t) => t.id),
      PropertiesMetaData: row(datums, (t) => t.datums),
      RelatedCategory: row(nillable(text), (t) => t.relatedCategory),
      ShortTitle: row(text, (t) => t.shortTitle),
    },
    make: (v, carried) => ({
      id: threatTypeId(v.Id),
      shortTitle: v.ShortTitle,
      categoryId: categoryId(v.Category),
      relatedCategory: v.RelatedCategory,
      description: v.Description,
      filters: v.GenerationFilters,
      datums: v.PropertiesMetaData,
      isExtension: v.IsExtension,
      ...carried,
    }),
  });
})();

/** `KnowledgeBase`: G7 when some element type has stencil constraints, even none (format 0). */
export const knowledgeBase = (() => {
  const row = rowsOf<Template>(KNOWLEDGE_BASE);
  const elements = list('ElementType', KNOWLEDGE_BASE, elementType, (t) => t.id);
  return recordKind<Template>()({
    numbered: true,
    members: {
      GenericElements: row(elements, (t) => t.genericElements),
      Manifest: row(manifest, (t) => t.manifest),
      StandardElements: row(elements, (t) => t.standardElements),
      ThreatCategories: row(
        list('ThreatCategory', KNOWLEDGE_BASE, threatCategory, (c) => c.id),
        (t) => t.threatCategories,
      ),
      ThreatMetaData: row(threatMetadata, (t) => t.threatMetadata),
      ThreatTypes: row(
        list('ThreatType', KNOWLEDGE_BASE, threatType, (t) => t.id),
        (t) => t.threatTypes,
      ),
    },
    make: (v, carried) => ({
      manifest: v.Manifest,
      generation: [...v.GenericElements, ...v.StandardElements].some(
        (t) => t.stencilConstraints !== undefined,
      )
        ? 'G7'
        : 'G6',
      genericElements: v.GenericElements,
      standardElements: v.StandardElements,
      threatCategories: v.ThreatCategories,
      threatMetadata: v.ThreatMetaData,
      threatTypes: v.ThreatTypes,
      ...carried,
    }),
  });
})();
