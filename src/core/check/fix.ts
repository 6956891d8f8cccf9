import { assertNever } from '../base/index.ts';
import {
  categoryId,
  type ElementType,
  type NewGuid,
  ROOT_TYPE,
  type Template,
  threatTypeId,
  typeId,
} from '../document/index.ts';
import { moveStencil, setFilter, setStencil, setThreatType, setValues } from '../edit/index.ts';
import type { Fix, ListOfTemplate, TypeList } from './findings.ts';

/** The template with what a finding offers done; the same template when it is not as it was found. */
export function fixed(template: Template, fix: Fix, newGuid: NewGuid): Template {
  switch (fix.kind) {
    case 'new-id':
      return withNewId(template, fix.list, fix.index, newGuid);
    case 'drop-picture': {
      const type = template[fix.list][fix.index];
      return type === undefined ? template : setStencil(template, type.id, { image: null });
    }
    case 'make-generic':
      return madeGeneric(template, fix.list, fix.index);
    case 'drop-repeated-values': {
      const type = template[fix.list][fix.index];
      const attribute = type?.attributes.find(({ name }) => name === fix.name);
      if (type === undefined || attribute === undefined) return template;
      return setValues(template, type.id, fix.name, [...new Set(attribute.values)]);
    }
    case 'rewrite': {
      const type = template.threatTypes.find(({ id }) => id === fix.threatTypeId);
      if (type === undefined) return template;
      const text = type.filters[fix.filter];
      const next = text.slice(0, fix.start) + fix.to + text.slice(fix.start + fix.length);
      return setFilter(template, fix.threatTypeId, fix.filter, next);
    }
    case 'set-category':
      return setThreatType(template, fix.threatTypeId, { categoryId: fix.to });
    default:
      return assertNever(fix);
  }
}

function withNewId(template: Template, list: ListOfTemplate, index: number, newGuid: NewGuid): Template {
  const renewed = <T>(items: readonly T[], renew: (item: T) => T): readonly T[] =>
    items.map((item, at) => (at === index ? renew(item) : item));
  switch (list) {
    case 'genericElements':
    case 'standardElements':
      return { ...template, [list]: renewed(template[list], (one) => ({ ...one, id: typeId(newGuid()) })) };
    case 'threatCategories':
      return {
        ...template,
        threatCategories: renewed(template.threatCategories, (one) => ({
          ...one,
          id: categoryId(newGuid()),
        })),
      };
    case 'threatTypes':
      return {
        ...template,
        threatTypes: renewed(template.threatTypes, (one) => ({ ...one, id: threatTypeId(newGuid()) })),
      };
    default:
      return assertNever(list);
  }
}

/** A stencil whose parents lead nowhere stands for itself. */
function madeGeneric(template: Template, list: TypeList, index: number): Template {
  const type: ElementType | undefined = template[list][index];
  if (type === undefined) return template;
  if (list === 'standardElements') return moveStencil(template, type.id, null);
  const genericElements = template.genericElements.with(index, {
    ...type,
    parentId: typeId(ROOT_TYPE),
    representation: type.representation === 'Inherited' ? 'Ellipse' : type.representation,
  });
  return { ...template, genericElements };
}
