import type { Template } from '../document/index.ts';
import type { MergeOptions } from './conflict.ts';
import { type Merged, mergeTemplates } from './merge-documents.ts';

/** Things of two templates that have one name under two ids: both are in the joined template. */
export interface Namesake {
  readonly of: 'elementType' | 'category' | 'threatType';
  readonly name: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface Joined extends Merged<Template> {
  readonly namesakes: readonly Namesake[];
}

/**
 * Two templates made one that have no common version: everything of both, ours first. What has one id on both sides and
 * says different things is a conflict; the name, the id and the version are those of the preferred side.
 */
export function joinTemplates(ours: Template, theirs: Template, options: MergeOptions = {}): Joined {
  const [mine, other] = options.prefer === 'theirs' ? [theirs, ours] : [ours, theirs];
  // The manifest is no question: two templates always have two.
  const side = (template: Template): Template => ({ ...template, manifest: mine.manifest });
  const empty: Template = {
    ...side(mine),
    generation: other.generation === 'G7' ? 'G7' : mine.generation,
    genericElements: [],
    standardElements: [],
    threatCategories: [],
    threatMetadata: { ...mine.threatMetadata, datums: [] },
    threatTypes: [],
  };
  const named = withIdsOf(ours, side(theirs));
  return { ...mergeTemplates(empty, side(ours), named, options), namesakes: namesakes(ours, theirs) };
}

/** Properties of threats go by their names, in rules, files and lists; that their ids differ is no question. */
function withIdsOf(ours: Template, theirs: Template): Template {
  const known = new Map(ours.threatMetadata.datums.map((datum) => [datum.name, datum]));
  const datums = theirs.threatMetadata.datums.map((datum) => {
    const own = known.get(datum.name);
    return own === undefined ? datum : { ...datum, id: own.id };
  });
  return { ...theirs, threatMetadata: { ...theirs.threatMetadata, datums } };
}

/** Things of one name and two ids, in our order. */
export function namesakes(ours: Template, theirs: Template): readonly Namesake[] {
  const types = ({ genericElements, standardElements }: Template) =>
    [...genericElements, ...standardElements].map(({ id, name }) => ({ id, name }));
  return [
    ...ofOneName('elementType', types(ours), types(theirs)),
    ...ofOneName('category', ours.threatCategories, theirs.threatCategories),
    ...ofOneName(
      'threatType',
      ours.threatTypes.map(({ id, shortTitle }) => ({ id, name: shortTitle })),
      theirs.threatTypes.map(({ id, shortTitle }) => ({ id, name: shortTitle })),
    ),
  ];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function ofOneName(
  of: Namesake['of'],
  ours: readonly Named[],
  theirs: readonly Named[],
): readonly Namesake[] {
  const plain = (name: string): string => name.trim().toLowerCase();
  const byName = new Map<string, string>();
  for (const { id, name } of theirs) if (!byName.has(plain(name))) byName.set(plain(name), id);
  const known = new Set(theirs.map(({ id }) => id));
  return ours.flatMap(({ id, name }) => {
    const other = byName.get(plain(name));
    // One that both have is no namesake of itself.
    return other === undefined || other === id || known.has(id) || plain(name) === ''
      ? []
      : [{ of, name, ours: id, theirs: other }];
  });
}
