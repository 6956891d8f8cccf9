import { joinTemplates, type Merged, type MergeOptions, mergeTemplates } from '../compare/index.ts';
import type { NewGuid, Template } from '../document/index.ts';
import { keepBoth, type Listed } from '../edit/index.ts';

/** Two templates to be made one. */
export interface TemplatesToMerge {
  /** A version that both come from, when one is known. */
  readonly base: Template | null;
  readonly ours: Template;
  readonly theirs: Template;
}

/** Merges two templates, with both of what is to be kept twice: theirs under a new id. */
export function mergeKeepingBoth(
  { base, ours, theirs }: TemplatesToMerge,
  both: readonly Listed[],
  newGuid: NewGuid,
  options: MergeOptions = {},
): Merged<Template> {
  const other = keepBoth(ours, theirs, both, newGuid);
  return base === null ? joinTemplates(ours, other, options) : mergeTemplates(base, ours, other, options);
}

/**
 * Merges two templates keeping both of everything that stands under one id and says different things. What follows
 * to the new ids may differ then in its turn: it is kept twice too, until nothing is left to be kept.
 */
export function mergeKeepingAll(
  templates: TemplatesToMerge,
  newGuid: NewGuid,
  options: MergeOptions = {},
): { readonly merged: Merged<Template>; readonly both: readonly Listed[] } {
  let both: readonly Listed[] = [];
  for (;;) {
    const merged = mergeKeepingBoth(templates, both, newGuid, options);
    const more = listedIn(merged.conflicts, templates).filter(
      (one) => !both.some(({ list, id }) => list === one.list && id === one.id),
    );
    if (more.length === 0) return { merged, both };
    both = [...both, ...more];
  }
}

const LISTS = ['genericElements', 'standardElements', 'threatCategories', 'threatTypes'] as const;

/** The thing that a conflict is about, where both sides have it and both can be kept; null elsewhere. */
export function keptTwice(
  { path: [first] }: Merged<Template>['conflicts'][number],
  { ours, theirs }: Pick<TemplatesToMerge, 'ours' | 'theirs'>,
): Listed | null {
  const list = LISTS.find((one) => one === first?.field);
  const id = first?.key;
  if (list === undefined || id === undefined) return null;
  const has = (template: Template): boolean => template[list].some((one) => one.id === id);
  return has(ours) && has(theirs) ? { list, id } : null;
}

/** What a thing is, and what people call it. */
export function listedThing(
  template: Template,
  { list, id }: Listed,
): { readonly kind: 'threatType' | 'category' | 'elementType'; readonly name: string } {
  switch (list) {
    case 'threatTypes':
      return {
        kind: 'threatType',
        name: template.threatTypes.find((one) => one.id === id)?.shortTitle ?? '',
      };
    case 'threatCategories':
      return { kind: 'category', name: template.threatCategories.find((one) => one.id === id)?.name ?? '' };
    default:
      return { kind: 'elementType', name: template[list].find((one) => one.id === id)?.name ?? '' };
  }
}

/** Each thing once. */
function listedIn(conflicts: Merged<Template>['conflicts'], templates: TemplatesToMerge): readonly Listed[] {
  const found = new Map<string, Listed>();
  for (const conflict of conflicts) {
    const listed = keptTwice(conflict, templates);
    if (listed !== null) found.set(`${listed.list} ${listed.id}`, listed);
  }
  return [...found.values()];
}
