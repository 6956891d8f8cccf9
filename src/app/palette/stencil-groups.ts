import {
  type ElementType,
  elementTypes,
  findElementType,
  genericTypeIdOf,
  lineKindOf,
  representationOf,
  shapeKindOf,
  type Template,
  type TypeId,
} from '../../core/document/index.ts';
import { checkedImage } from '../../core/drawing/index.ts';

/** What a stencil becomes: a flow type is chosen for new connections, the others are placed. */
export type StencilUse = 'shape' | 'flow' | 'lineBoundary';

export interface Stencil {
  readonly id: TypeId;
  readonly name: string;
  readonly description: string;
  readonly use: StencilUse;
  readonly representation: string;
  /** A data URI, or null. */
  readonly image: string | null;
}

export interface StencilGroup {
  readonly id: TypeId;
  readonly name: string;
  readonly stencils: readonly Stencil[];
}

const known = new WeakMap<Template, readonly StencilGroup[]>();

/**
 * The template's own stencils by the type at the top of their family, in the template's order; hidden ones are left
 * out. A standard type below no generic one (a template edited by hand) heads its own group.
 */
export function stencilGroups(template: Template): readonly StencilGroup[] {
  const before = known.get(template);
  if (before !== undefined) return before;
  const families = new Map<TypeId, { readonly name: string; readonly types: ElementType[] }>();
  for (const type of elementTypes(template).values()) {
    const top = genericTypeIdOf(template, type.id);
    const family = families.get(top);
    if (family === undefined) {
      const name = findElementType(template, top)?.name ?? type.name;
      families.set(top, { name, types: [type] });
    } else family.types.push(type);
  }
  const groups = [...families]
    .map(([id, { name, types }]) => ({
      id,
      name,
      stencils: types.filter((type) => !type.hidden).flatMap((type) => stencilOf(template, type)),
    }))
    .filter((group) => group.stencils.length > 0);
  known.set(template, groups);
  return groups;
}

function stencilOf(template: Template, type: ElementType): readonly Stencil[] {
  const line = lineKindOf(template, type.id);
  if (line === undefined && shapeKindOf(template, type.id) === undefined) return [];
  return [
    {
      id: type.id,
      name: type.name,
      description: type.description ?? '',
      use: line ?? 'shape',
      representation: representationOf(template, type),
      image: type.image === null ? null : checkedImage(type.image),
    },
  ];
}

/** The groups with the stencils that hold every word; a group whose own name holds them stays whole. */
export function searchStencils(groups: readonly StencilGroup[], text: string): readonly StencilGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  const holds = (haystack: string): boolean => words.every((word) => haystack.toLowerCase().includes(word));
  return groups
    .map((group) =>
      holds(group.name)
        ? group
        : {
            ...group,
            stencils: group.stencils.filter(({ name, description }) => holds(`${name} ${description}`)),
          },
    )
    .filter((group) => group.stencils.length > 0);
}

/** The first groups and stencils, as many as the panel draws, and how many more there are: a search finds those. */
export function firstStencils(
  groups: readonly StencilGroup[],
  most: number,
): { readonly groups: readonly StencilGroup[]; readonly more: number } {
  const first: StencilGroup[] = [];
  let [room, more] = [most, 0];
  for (const group of groups) {
    const stencils = group.stencils.slice(0, room);
    if (stencils.length > 0)
      first.push(stencils.length === group.stencils.length ? group : { ...group, stencils });
    room -= stencils.length;
    more += group.stencils.length - stencils.length;
  }
  return { groups: first, more };
}

/** The groups whose turn has come when `room` stencils are drawn, with how many of theirs that are. */
export function drawnOf(
  groups: readonly StencilGroup[],
  room: number,
): readonly { readonly group: StencilGroup; readonly drawn: number }[] {
  const drawn: { group: StencilGroup; drawn: number }[] = [];
  let left = room;
  for (const group of groups) {
    if (left <= 0) break;
    drawn.push({ group, drawn: Math.min(left, group.stencils.length) });
    left -= group.stencils.length;
  }
  return drawn;
}
