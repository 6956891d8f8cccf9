import {
  type CategoryId,
  categoryId,
  findCategory,
  type NewGuid,
  type Template,
  type ThreatCategory,
  type ThreatType,
} from '../../document/index.ts';
import { cleanText, storedText } from '../text.ts';
import { withMembers } from '../update.ts';
import type { EditedTemplate } from './item.ts';
import { changeFirst, movedBefore } from './lists.ts';

export type CategoryFields = Partial<Pick<ThreatCategory, 'name' | 'shortDescription' | 'longDescription'>>;

const withCategories = (template: Template, threatCategories: readonly ThreatCategory[]): Template =>
  withMembers(template, { threatCategories });

export function addCategory(template: Template, name: string, newGuid: NewGuid): EditedTemplate {
  const category: ThreatCategory = {
    id: categoryId(newGuid()),
    name: cleanText(name),
    shortDescription: '',
    longDescription: '',
    isExtension: false,
  };
  return {
    value: withCategories(template, [...template.threatCategories, category]),
    select: { kind: 'category', id: category.id },
  };
}

export function setCategory(template: Template, id: CategoryId, fields: CategoryFields): Template {
  const change = (category: ThreatCategory): ThreatCategory => {
    const { name, shortDescription, longDescription } = fields;
    const text = (stored: string | undefined, typed: string): string => storedText(stored ?? '', typed);
    return withMembers(category, {
      ...(name === undefined ? {} : { name: cleanText(name) }),
      ...(shortDescription === undefined
        ? {}
        : { shortDescription: text(category.shortDescription, shortDescription) }),
      ...(longDescription === undefined
        ? {}
        : { longDescription: text(category.longDescription, longDescription) }),
    });
  };
  return withCategories(
    template,
    changeFirst(template.threatCategories, (one) => one.id === id, change),
  );
}

/** The threat types of a category, in the template's order. */
export const typesOfCategory = (template: Template, id: CategoryId): readonly ThreatType[] => {
  const category = findCategory(template, id);
  return template.threatTypes.filter((type) => findCategory(template, type.categoryId) === category);
};

/** Deletes a category. Its threat types go along, or to another category. */
export function deleteCategory(template: Template, id: CategoryId, to: CategoryId | null): Template {
  const gone = template.threatCategories.find((one) => one.id === id);
  if (gone === undefined || to === id) return template;
  const own = new Set(typesOfCategory(template, id));
  const threatTypes =
    to === null
      ? template.threatTypes.filter((type) => !own.has(type))
      : template.threatTypes.map((type) => (own.has(type) ? { ...type, categoryId: to } : type));
  return {
    ...template,
    threatCategories: template.threatCategories.filter((one) => one !== gone),
    threatTypes: own.size === 0 ? template.threatTypes : threatTypes,
  };
}

export function moveCategory(template: Template, id: CategoryId, before: CategoryId | null): Template {
  const moved = template.threatCategories.find((one) => one.id === id);
  const other = template.threatCategories.find((one) => one.id === before);
  return moved === undefined
    ? template
    : withCategories(template, movedBefore(template.threatCategories, moved, other));
}
