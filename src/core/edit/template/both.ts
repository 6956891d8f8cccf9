import {
  categoryId,
  type ElementType,
  type NewGuid,
  type Template,
  type ThreatType,
  threatTypeId,
  typeId,
} from '../../document/index.ts';
import { rewritten } from '../../filters/index.ts';
import { mapKeeping, withMembers } from '../update.ts';

/** Something of a template that has an id, by the list it stands in. */
export interface Listed {
  readonly list: 'genericElements' | 'standardElements' | 'threatCategories' | 'threatTypes';
  readonly id: string;
}

/** Old ids and the new ones that stand for them. */
interface NewIds {
  readonly types: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
  readonly threatTypes: ReadonlyMap<string, string>;
}

/** Of each id the first: that is the one that counts. */
const byId = <R extends { readonly id: string }>(records: readonly R[]): ReadonlyMap<string, R> =>
  new Map(records.toReversed().map((record) => [record.id, record]));

/**
 * A template that can be merged with `ours` so that both have things of one id: under that id it says what ours does,
 * and what it said itself stands behind that, under a new id. Its references follow to the new id, but those that ours
 * has just so: they stay with what both had in mind.
 */
export function keepBoth(
  ours: Template,
  theirs: Template,
  both: readonly Listed[],
  newGuid: NewGuid,
): Template {
  const fresh = (...lists: readonly Listed['list'][]): ReadonlyMap<string, string> =>
    new Map(
      both
        .filter(({ list, id }) => lists.includes(list) && isInBoth(ours, theirs, list, id))
        .map(({ id }) => [id, newGuid()]),
    );
  const ids: NewIds = {
    types: fresh('genericElements', 'standardElements'),
    categories: fresh('threatCategories'),
    threatTypes: fresh('threatTypes'),
  };
  const stencils = (list: 'genericElements' | 'standardElements'): readonly ElementType[] =>
    doubled(ours[list], theirs[list], ids.types, (stencil, own, id) =>
      withMembers(stencil, {
        ...(id === undefined ? {} : { id: typeId(id) }),
        parentId: typeId(followed(stencil.parentId, own?.parentId, ids.types)),
      }),
    );
  return withMembers(theirs, {
    genericElements: stencils('genericElements'),
    standardElements: stencils('standardElements'),
    threatCategories: doubled(ours.threatCategories, theirs.threatCategories, ids.categories, (one, _, id) =>
      id === undefined ? one : { ...one, id: categoryId(id) },
    ),
    threatTypes: doubled(ours.threatTypes, theirs.threatTypes, ids.threatTypes, (type, own, id) =>
      withMembers(withFollowed(type, own, ids), id === undefined ? {} : { id: threatTypeId(id) }),
    ),
  });
}

const isInBoth = (ours: Template, theirs: Template, list: Listed['list'], id: string): boolean =>
  [ours, theirs].every((template) => template[list].some((one) => one.id === id));

/** A reference: to the new id, unless ours says the same as this one. */
function followed(id: string, own: string | undefined, ids: ReadonlyMap<string, string>): string {
  return own === id ? id : (ids.get(id) ?? id);
}

/** The list with ours under each id that is kept twice, and its own behind that. */
function doubled<R extends { readonly id: string }>(
  ours: readonly R[],
  theirs: readonly R[],
  ids: ReadonlyMap<string, string>,
  change: (record: R, own: R | undefined, id: string | undefined) => R,
): readonly R[] {
  const own = byId(ours);
  const first = byId(theirs);
  if (!theirs.some((record) => ids.has(record.id)))
    return mapKeeping(theirs, (one) => change(one, own.get(one.id), undefined));
  return theirs.flatMap((record) => {
    const mine = own.get(record.id);
    const id = first.get(record.id) === record ? ids.get(record.id) : undefined;
    return id === undefined || mine === undefined
      ? [change(record, mine, undefined)]
      : [mine, change(record, undefined, id)];
  });
}

/** A threat type with what it refers to. */
function withFollowed(type: ThreatType, own: ThreatType | undefined, ids: NewIds): ThreatType {
  const names = new Map([...ids.types].map(([from, to]) => [from.toLowerCase(), to]));
  const rule = (filter: 'include' | 'exclude'): string => {
    const text = type.filters[filter];
    if (names.size === 0 || own?.filters[filter] === text) return text;
    return rewritten(text, (atom) => {
      const to =
        atom.kind === 'is' || atom.kind === 'crosses' ? names.get(atom.typeId.toLowerCase()) : undefined;
      return to === undefined ? undefined : { value: `'${to}'` };
    });
  };
  return withMembers(type, {
    categoryId: categoryId(followed(type.categoryId, own?.categoryId, ids.categories)),
    filters: withMembers(type.filters, { include: rule('include'), exclude: rule('exclude') }),
  });
}
