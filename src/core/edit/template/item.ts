import { assertNever } from '../../base/index.ts';
import type { CategoryId, Template, ThreatTypeId, TypeId } from '../../document/index.ts';

/** Something of a template that can be selected, by its id; of two with one id the first is meant. */
export type TemplateItem =
  | { readonly kind: 'stencil'; readonly id: TypeId }
  | { readonly kind: 'category'; readonly id: CategoryId }
  | { readonly kind: 'threat-type'; readonly id: ThreatTypeId }
  /** A property that threats have, by its name. */
  | { readonly kind: 'threat-property'; readonly id: string };

/** What a command on a template answers when it made something: the template, and what to select in it. */
export interface EditedTemplate {
  readonly value: Template;
  readonly select?: TemplateItem;
}

/** Whether the template has it. */
export function hasItem(template: Template, item: TemplateItem): boolean {
  switch (item.kind) {
    case 'stencil':
      return [...template.genericElements, ...template.standardElements].some(({ id }) => id === item.id);
    case 'category':
      return template.threatCategories.some(({ id }) => id === item.id);
    case 'threat-type':
      return template.threatTypes.some(({ id }) => id === item.id);
    case 'threat-property':
      return template.threatMetadata.datums.some(({ name }) => name === item.id);
    default:
      return assertNever(item);
  }
}
