import type { Attribute, ElementType, StencilConstraint, Template, ThreatDatum } from './template.ts';

const ANY: StencilConstraint = { stencilType: 'Any', stencilConnection: 'Any', isExtension: false };

/**
 * The template as a model embeds it (format 2.3), in the form of the current tool generation: what a `.tm7`
 * has no place for is dropped, what it always has is filled in. A template taken from a model of that
 * generation comes out equal.
 */
export function embedTemplate(template: Template): Template {
  const { manifest, threatMetadata } = template;
  return {
    manifest: { id: manifest.id, name: manifest.name, version: manifest.version, author: manifest.author },
    generation: 'G7',
    genericElements: template.genericElements.map(embedType),
    standardElements: template.standardElements.map(embedType),
    threatCategories: template.threatCategories.map((category) => ({
      id: category.id,
      name: category.name,
      shortDescription: category.shortDescription ?? '',
      longDescription: category.longDescription ?? '',
      isExtension: false,
    })),
    threatMetadata: {
      isPriorityUsed: threatMetadata.isPriorityUsed,
      isStatusUsed: threatMetadata.isStatusUsed,
      datums: threatMetadata.datums.map(embedDatum),
    },
    threatTypes: template.threatTypes.map((type) => ({
      id: type.id,
      shortTitle: type.shortTitle,
      categoryId: type.categoryId,
      relatedCategory: type.relatedCategory,
      description: type.description,
      filters: { include: type.filters.include, exclude: type.filters.exclude },
      datums: type.datums.map(embedDatum),
      isExtension: false,
    })),
  };
}

function embedType(type: ElementType): ElementType {
  const constraints = (type.stencilConstraints ?? []).map(({ stencilType, stencilConnection }) => ({
    stencilType,
    stencilConnection,
    isExtension: false,
  }));
  return {
    id: type.id,
    name: type.name,
    description: type.description,
    parentId: type.parentId,
    hidden: type.hidden,
    representation: type.representation,
    image: type.image,
    imageLocation: type.imageLocation,
    strokeThickness: type.strokeThickness,
    ...(type.strokeDashArray === undefined ? {} : { strokeDashArray: type.strokeDashArray }),
    attributes: type.attributes.map(embedAttribute),
    stencilConstraints: constraints.length > 0 ? constraints : [ANY],
    isExtension: false,
  };
}

function embedAttribute(attribute: Attribute): Attribute {
  const { name, displayName, mode, type, inheritance, values } = attribute;
  return { name, displayName, mode, type, inheritance, values, isExtension: false };
}

function embedDatum(datum: ThreatDatum): ThreatDatum {
  return {
    name: datum.name,
    label: datum.label,
    hideFromUi: datum.hideFromUi,
    values: datum.values,
    id: datum.id,
    attributeType: datum.attributeType ?? 0,
  };
}
