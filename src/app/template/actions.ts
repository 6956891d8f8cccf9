import { assertNever } from '../../core/base/index.ts';
import {
  type CategoryId,
  elementTypes,
  isSameTemplate,
  type Model,
  type Template,
  type TypeId,
} from '../../core/document/index.ts';
import {
  addCategory,
  addStencil,
  addThreatProperty,
  addThreatType,
  copyStencil,
  copyThreatType,
  deleteCategory,
  deleteStencil,
  deleteThreatProperty,
  deleteThreatType,
  type EditedTemplate,
  isFixedThreatProperty,
  moveCategory,
  moveThreatProperty,
  moveThreatType,
  reorderStencil,
  type TemplateItem,
  typesOfCategory,
  usesOfStencil,
} from '../../core/edit/index.ts';
import { activeTemplate, commitTemplate, newGuid, session, setDialog } from '../store/index.ts';
import { laterWords } from '../words/later.ts';

const { add, steps, removing } = laterWords.template;

/** What people call an item; its id where it has no name. */
export function nameOf(template: Template, item: TemplateItem): string {
  switch (item.kind) {
    case 'stencil':
      return elementTypes(template).get(item.id)?.name || item.id;
    case 'category':
      return template.threatCategories.find(({ id }) => id === item.id)?.name || item.id;
    case 'threat-type':
      return template.threatTypes.find(({ id }) => id === item.id)?.shortTitle || item.id;
    case 'threat-property':
      return template.threatMetadata.datums.find(({ name }) => name === item.id)?.label || item.id;
    default:
      return assertNever(item);
  }
}

const added = (name: string, command: (template: Template) => EditedTemplate): void => {
  commitTemplate(steps.add({ name }), command);
};

/** Adds a stencil below another one, or a generic one. */
export const addNewStencil = (parent: TypeId | null): void =>
  added(add.names.stencil, (template) => addStencil(template, parent, add.names.stencil, newGuid));

export const addNewCategory = (): void =>
  added(add.names.category, (template) => addCategory(template, add.names.category, newGuid));

/** Adds a threat type to a category. */
export const addNewType = (category: CategoryId): void =>
  added(add.names.type, (template) => addThreatType(template, category, add.names.type, newGuid));

export const addNewThreatProperty = (): void =>
  added(add.names.threatProperty, (template) =>
    addThreatProperty(template, add.names.threatProperty, newGuid),
  );

/** The category that a new threat type goes to: the selected one, that of the selected type, else the first. */
export function categoryAt(template: Template, selected: TemplateItem | null): CategoryId | null {
  if (selected?.kind === 'category') return selected.id;
  const type =
    selected?.kind === 'threat-type' ? template.threatTypes.find(({ id }) => id === selected.id) : undefined;
  return type?.categoryId ?? template.threatCategories[0]?.id ?? null;
}

export const canCopy = (item: TemplateItem): boolean =>
  item.kind === 'stencil' || item.kind === 'threat-type';

export function copyItem(item: TemplateItem): void {
  const open = activeTemplate();
  if (open === null || !canCopy(item)) return;
  commitTemplate(steps.copy({ name: nameOf(open.template, item) }), (template) => {
    switch (item.kind) {
      case 'stencil':
        return copyStencil(template, item.id, newGuid);
      case 'threat-type':
        return copyThreatType(template, item.id, newGuid);
      default:
        return template;
    }
  });
}

/** The list that an item stands in, as ids in the order of the file. */
function siblingsOf(template: Template, item: TemplateItem): readonly string[] {
  switch (item.kind) {
    case 'stencil': {
      const type = elementTypes(template).get(item.id);
      const all = [...template.genericElements, ...template.standardElements];
      return all.filter(({ parentId }) => parentId === type?.parentId).map(({ id }) => id);
    }
    case 'category':
      return template.threatCategories.map(({ id }) => id);
    case 'threat-type': {
      const type = template.threatTypes.find(({ id }) => id === item.id);
      return template.threatTypes
        .filter(({ categoryId }) => categoryId === type?.categoryId)
        .map(({ id }) => id);
    }
    case 'threat-property':
      return template.threatMetadata.datums.map(({ name }) => name);
    default:
      return assertNever(item);
  }
}

/** Whether an item has one before it, or behind it, in its list. */
export function canMove(template: Template, item: TemplateItem, by: -1 | 1): boolean {
  const siblings = siblingsOf(template, item);
  return siblings[siblings.indexOf(item.id) + by] !== undefined;
}

/** Moves an item past the one before or behind it. */
export function moveItem(item: TemplateItem, by: -1 | 1): void {
  const open = activeTemplate();
  if (open === null) return;
  commitTemplate(steps.move({ name: nameOf(open.template, item) }), (template) => {
    const siblings = siblingsOf(template, item);
    const at = siblings.indexOf(item.id);
    // Behind the next one is before the one after that.
    const before = by < 0 ? siblings[at - 1] : siblings[at + 2];
    if (siblings[at + by] === undefined) return template;
    return movedBefore(template, item, before ?? null);
  });
}

function movedBefore(template: Template, item: TemplateItem, before: string | null): Template {
  switch (item.kind) {
    case 'stencil': {
      const other = [...elementTypes(template).values()].find(({ id }) => id === before);
      return reorderStencil(template, item.id, other?.id ?? null);
    }
    case 'category': {
      const other = template.threatCategories.find(({ id }) => id === before);
      return moveCategory(template, item.id, other?.id ?? null);
    }
    case 'threat-type': {
      const other = template.threatTypes.find(({ id }) => id === before);
      return moveThreatType(template, item.id, other?.id ?? null);
    }
    case 'threat-property':
      return moveThreatProperty(template, item.id, before);
    default:
      return assertNever(item);
  }
}

/** Properties of threats that the Windows tool knows by name stay. */
export const canRemove = (item: TemplateItem): boolean =>
  item.kind !== 'threat-property' || !isFixedThreatProperty(item.id);

/** As many names are said before a deletion. */
const MOST_NAMES = 5;

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return removing.more({ shown, more: Math.max(0, names.length - MOST_NAMES) });
}

/** What hangs on an item, in sentences: nothing when it can go without a question. */
function usesInWords(template: Template, item: TemplateItem): readonly string[] {
  if (item.kind === 'category') {
    const count = typesOfCategory(template, item.id).length;
    return count === 0 ? [] : [removing.types({ count })];
  }
  if (item.kind !== 'stencil') return [];
  const { derived, threatTypes } = usesOfStencil(template, item.id);
  const gone = new Set<string>([item.id, ...derived.map(({ id }) => id)]);
  const models = session.getState().documents.flatMap((document) => {
    if (document.kind !== 'model' || !isSameTemplate(document.model.template.manifest, template.manifest))
      return [];
    const elements = elementsOf(document.model, gone);
    return elements === 0 ? [] : [removing.models({ elements, file: document.fileName })];
  });
  return [
    ...(derived.length === 0
      ? []
      : [removing.derived({ count: derived.length, names: namesOf(derived.map(({ name }) => name)) })]),
    ...(threatTypes.length === 0
      ? []
      : [
          removing.rules({
            count: threatTypes.length,
            names: namesOf(threatTypes.map(({ shortTitle }) => shortTitle)),
          }),
        ]),
    ...models,
  ];
}

const elementsOf = ({ diagrams }: Model, types: ReadonlySet<string>): number =>
  diagrams.flatMap(({ shapes, lines }) => [...shapes, ...lines]).filter(({ typeId }) => types.has(typeId))
    .length;

/** Deletes an item; asks first where something else hangs on it. */
export function removeItem(item: TemplateItem): void {
  const open = activeTemplate();
  if (open === null || !canRemove(item)) return;
  const name = nameOf(open.template, item);
  const remove = () => commitTemplate(steps.remove({ name }), (template) => without(template, item));
  const uses = usesInWords(open.template, item);
  if (uses.length === 0) {
    remove();
    return;
  }
  setDialog({
    kind: 'confirm',
    title: removing.title({ name }),
    text: uses.join(' '),
    confirmLabel: laterWords.template.actions.remove,
    danger: true,
    onConfirm: remove,
  });
}

function without(template: Template, item: TemplateItem): Template {
  switch (item.kind) {
    case 'stencil':
      return deleteStencil(template, item.id);
    case 'category':
      return deleteCategory(template, item.id, null);
    case 'threat-type':
      return deleteThreatType(template, item.id);
    case 'threat-property':
      return deleteThreatProperty(template, item.id);
    default:
      return assertNever(item);
  }
}
