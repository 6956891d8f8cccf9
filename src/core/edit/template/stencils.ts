import {
  type Attribute,
  type ElementType,
  elementTypes,
  type NewGuid,
  REPRESENTATIONS,
  type Representation,
  ROOT_TYPE,
  representationOf,
  type StencilConstraint,
  type Template,
  type ThreatType,
  type TypeId,
  typeChain,
  typeId,
} from '../../document/index.ts';
import { laterWords } from '../../words/later.ts';
import { cleanText, storedText } from '../text.ts';
import { withMembers } from '../update.ts';
import type { EditedTemplate } from './item.ts';
import { changeFirst, insertedBehind, movedBefore } from './lists.ts';
import { asksForType, leftOver, typesWithAtom, withRules } from './rules.ts';

const ANY: StencilConstraint = { stencilType: 'Any', stencilConnection: 'Any', isExtension: false };

/** What a person sets of a stencil; its properties, parent and id have commands of their own or stay. */
export type StencilFields = Partial<
  Pick<
    ElementType,
    | 'name'
    | 'description'
    | 'hidden'
    | 'representation'
    | 'image'
    | 'imageLocation'
    | 'strokeThickness'
    | 'strokeDashArray'
    | 'behavior'
  >
>;

/** Changes a stencil, wherever it stands; the same template when there is none, or nothing changes. */
export function updateStencil(
  template: Template,
  id: TypeId,
  change: (type: ElementType) => ElementType,
): Template {
  const is = (type: ElementType): boolean => type.id === id;
  const genericElements = changeFirst(template.genericElements, is, change);
  if (genericElements !== template.genericElements || template.genericElements.some(is))
    return withMembers(template, { genericElements });
  return withMembers(template, { standardElements: changeFirst(template.standardElements, is, change) });
}

/** Sets what is given of a stencil; an empty behavior is none. A generic one inherits no representation: that is passed over. */
export function setStencil(template: Template, id: TypeId, fields: StencilFields): Template {
  return updateStencil(template, id, (type) => {
    const { name, description, representation, behavior, ...rest } = fields;
    const inherits = representation === 'Inherited' && isGeneric(template, type);
    const { behavior: _, ...without } = type;
    return withMembers(behavior === '' && type.behavior !== undefined ? without : type, {
      ...rest,
      ...(behavior ? { behavior } : {}),
      ...(name === undefined ? {} : { name: cleanText(name) }),
      ...(description === undefined
        ? {}
        : { description: description === null ? null : storedText(type.description ?? '', description) }),
      ...(representation === undefined || inherits ? {} : { representation }),
    });
  });
}

const isGeneric = (template: Template, type: ElementType): boolean => template.genericElements.includes(type);

/** Adds a stencil below another one, or a generic one, behind those that stand there. */
export function addStencil(
  template: Template,
  parentId: TypeId | null,
  name: string,
  newGuid: NewGuid,
  representation: Representation = 'Ellipse',
): EditedTemplate {
  if (parentId !== null && !elementTypes(template).has(parentId)) return { value: template };
  const types = [...template.genericElements, ...template.standardElements];
  const type: ElementType = {
    id: typeId(newGuid()),
    name: cleanText(name),
    description: '',
    parentId: parentId ?? typeId(ROOT_TYPE),
    hidden: false,
    representation: parentId === null ? representation : 'Inherited',
    image: null,
    imageLocation: null,
    strokeThickness: 0,
    attributes: [],
    isExtension: false,
    // As the others have it: a model always writes it, a template file seldom.
    ...(types.some(({ stencilConstraints }) => stencilConstraints !== undefined)
      ? { stencilConstraints: [ANY] }
      : {}),
  };
  return { value: withStencil(template, type), select: { kind: 'stencil', id: type.id } };
}

function withStencil(template: Template, type: ElementType): Template {
  if (type.parentId === ROOT_TYPE)
    return withMembers(template, { genericElements: [...template.genericElements, type] });
  const siblings = (one: ElementType): boolean => one.parentId === type.parentId;
  return withMembers(template, {
    standardElements: insertedBehind(template.standardElements, type, siblings),
  });
}

/** Copies a stencil with its properties, not what stands below it. */
export function copyStencil(template: Template, id: TypeId, newGuid: NewGuid): EditedTemplate {
  const original = elementTypes(template).get(id);
  if (original === undefined) return { value: template };
  const copy: ElementType = {
    ...original,
    id: typeId(newGuid()),
    name: laterWords.templateEdits.copyOf({ name: original.name }),
    attributes: original.attributes.map((attribute) => withFreshId(attribute, newGuid)),
  };
  const list = isGeneric(template, original) ? 'genericElements' : 'standardElements';
  const items = insertedBehind(template[list], copy, (one) => one === original);
  return { value: withMembers(template, { [list]: items }), select: { kind: 'stencil', id: copy.id } };
}

/** A copy of a property; where the file gives properties ids, it has one of its own. */
export const withFreshId = (attribute: Attribute, newGuid: NewGuid): Attribute =>
  attribute.id === undefined ? attribute : { ...attribute, id: newGuid() };

/** Whether a stencil can be put below another one, or made generic: never below itself. */
export function canMoveStencil(template: Template, id: TypeId, parentId: TypeId | null): boolean {
  const type = elementTypes(template).get(id);
  if (type === undefined || type.parentId === (parentId ?? ROOT_TYPE)) return false;
  return parentId === null || (elementTypes(template).has(parentId) && !isBelow(template, parentId, id));
}

const isBelow = (template: Template, id: TypeId, ancestor: TypeId): boolean =>
  typeChain(template, id).some((type) => type.id === ancestor);

/** Puts a stencil below another one, or makes it generic; what stands below it comes along. */
export function moveStencil(template: Template, id: TypeId, parentId: TypeId | null): Template {
  const type = elementTypes(template).get(id);
  if (type === undefined || !canMoveStencil(template, id, parentId)) return template;
  const representation = representationOf(template, type);
  const moved: ElementType = {
    ...type,
    parentId: parentId ?? typeId(ROOT_TYPE),
    // Without a parent there is nothing to inherit from.
    representation: parentId === null ? drawable(representation) : type.representation,
  };
  return withStencil(without(template, new Set([type])), moved);
}

const drawable = (representation: string): string =>
  representation !== 'Inherited' && REPRESENTATIONS.some((one) => one === representation)
    ? representation
    : 'Ellipse';

/** Moves a stencil before another one of its list, or to the end. The order of the file is that of the palette. */
export function reorderStencil(template: Template, id: TypeId, before: TypeId | null): Template {
  const type = elementTypes(template).get(id);
  if (type === undefined) return template;
  const list = isGeneric(template, type) ? 'genericElements' : 'standardElements';
  const other = before === null ? undefined : template[list].find((one) => one.id === before);
  if (before !== null && other === undefined) return template;
  return withMembers(template, { [list]: movedBefore(template[list], type, other) });
}

function without(template: Template, types: ReadonlySet<ElementType>): Template {
  const left = (list: readonly ElementType[]): readonly ElementType[] =>
    list.some((type) => types.has(type)) ? list.filter((type) => !types.has(type)) : list;
  return withMembers(template, {
    genericElements: left(template.genericElements),
    standardElements: left(template.standardElements),
  });
}

/** What hangs on a stencil inside the template. */
export interface StencilUse {
  /** What stands below it, at whatever depth, in the template's order. */
  readonly derived: readonly ElementType[];
  /** Threat types whose rules name it or one of those. */
  readonly threatTypes: readonly ThreatType[];
}

export function usesOfStencil(template: Template, id: TypeId): StencilUse {
  const types = [...elementTypes(template).values()];
  const derived = types.filter((type) => type.id !== id && isBelow(template, type.id, id));
  const asked = asksForType([id, ...derived.map((type) => type.id)]);
  return { derived, threatTypes: typesWithAtom(template, asked) };
}

/**
 * Deletes a stencil with all that stands below it. Rules that name one of them keep its name in brackets, as the
 * Windows tool leaves it: such an atom never holds, and can be repaired.
 */
export function deleteStencil(template: Template, id: TypeId): Template {
  const type = elementTypes(template).get(id);
  if (type === undefined) return template;
  const gone = new Set([type, ...usesOfStencil(template, id).derived]);
  const rest = without(template, gone);
  // Another type may have the same id: the rules go on naming that one.
  const names = new Map(
    [...gone].flatMap((one) =>
      elementTypes(rest).has(one.id) ? [] : [[one.id.toLowerCase(), one.name] as const],
    ),
  );
  return withRules(rest, (atom) => {
    if (atom.kind !== 'is' && atom.kind !== 'crosses') return undefined;
    const name = names.get(atom.typeId.toLowerCase());
    return name === undefined ? undefined : { value: leftOver(name) };
  });
}
