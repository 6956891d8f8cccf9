import {
  type Choices,
  haveNothingInCommon,
  type Merged,
  type MergeOptions,
  mergeModels,
  resolve,
} from '../compare/index.ts';
import { elementsById, type Model, type Template } from '../document/index.ts';
import { regenerateAfter } from '../engine/index.ts';
import type { BrokenSaid } from '../words/later.ts';
import { fitEnds } from './fit-ends.ts';
import { decidedIn } from './merge-decided.ts';

/** A common version of a model with two that come from it. */
export interface ThreeModels {
  readonly base: Model;
  readonly ours: Model;
  readonly theirs: Model;
}

export interface MergeModelsOptions extends MergeOptions {
  /**
   * `follow`: the threats of interactions that the merge reached are those that the template makes there now, with
   * every edit kept. `keep`: they are what the two sides had.
   */
  readonly threats?: 'follow' | 'keep' | undefined;
}

/** Why three documents cannot be merged; null when they can. */
export type Misfit = 'different' | 'base' | 'templates';

/**
 * Whether three models, or three templates, are versions of one:
 *
 * | Misfit | Means |
 * |---|---|
 * | `different` | ours and theirs have nothing in common |
 * | `base` | the base has nothing in common with one of them |
 * | `templates` | a side put the model on another template (one of another id); only all three can be on it |
 */
export function misfitOf<Doc extends Model | Template>(three: {
  readonly base: Doc;
  readonly ours: Doc;
  readonly theirs: Doc;
}): Misfit | null {
  const { base, ours, theirs } = three;
  if (haveNothingInCommon(ours, theirs)) return 'different';
  if (haveNothingInCommon(base, ours) || haveNothingInCommon(base, theirs)) return 'base';
  const ids = [base, ours, theirs].flatMap((one) => ('diagrams' in one ? [one.template.manifest.id] : []));
  return new Set(ids).size > 1 ? 'templates' : null;
}

/**
 * Merges two descendants of a model as `mergeModels` does, and makes the result one piece: flows of one side end at
 * the ports of shapes that the other one moved, and threats follow, unless they are to be kept; what `decidedIn`
 * decides is no conflict, kept threats or not. Where only one side changed anything, the document is that side
 * itself.
 */
export function mergeWhole(three: ThreeModels, options: MergeModelsOptions = {}): Merged<Model> {
  const first = mergeModels(three.base, three.ours, three.theirs, options);
  const decided = decidedIn(first.conflicts, three);
  const merged = Object.keys(decided).length === 0 ? first : resolve(first, decided);
  return wholeOf(merged, three, decided, options.threats);
}

/** A merge as one piece, without the conflicts that are decided whatever is answered to the others. */
function wholeOf(
  merged: Merged<Model>,
  three: ThreeModels,
  decided: Choices,
  threats: MergeModelsOptions['threats'],
): Merged<Model> {
  const again = (other: MergeOptions): Merged<Model> => {
    const choices = { ...other.choices, ...decided };
    return wholeOf(merged.again({ ...other, choices }), three, decided, threats);
  };
  const conflicts = merged.conflicts.filter(({ id }) => !Object.hasOwn(decided, id));
  const { ours, theirs } = three;
  if (merged.document === ours || merged.document === theirs) return { ...merged, conflicts, again };
  const fitted = fitEnds(merged.document, [ours, theirs]);
  const document = threats === 'keep' ? fitted : regenerateAfter(ours, fitted);
  return { ...merged, conflicts, again, document };
}

/**
 * What does not hold together in a merged model though it did in both sides: ends on elements that are not there, ids
 * that are given twice. Empty when all does, as it should.
 */
export function brokenBy(merged: Model, { ours, theirs }: ThreeModels): readonly BrokenSaid[] {
  const had = [loose(ours), loose(theirs)];
  return [...loose(merged)].flatMap(([key, one]) => (had.some((side) => side.has(key)) ? [] : [one]));
}

/** What does not hold together in a model, each once, by what is said. */
function loose({ diagrams }: Model): ReadonlyMap<string, BrokenSaid> {
  const found = new Map<string, BrokenSaid>();
  const tell = (said: BrokenSaid) => found.set(JSON.stringify(said), said);
  const ids = new Set<string>();
  for (const diagram of diagrams) {
    const there = elementsById(diagram);
    for (const { id } of [diagram, ...diagram.shapes, ...diagram.lines]) {
      if (ids.has(id)) tell({ code: 'id-twice', params: { id } });
      ids.add(id);
    }
    for (const { id, source, target } of diagram.lines)
      for (const { element } of [source, target])
        if (element !== null && !there.has(element))
          tell({ code: 'end-nowhere', params: { line: id, element } });
  }
  return found;
}
