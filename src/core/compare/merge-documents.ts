import type { Model, Template } from '../document/index.ts';
import { type Choices, type Conflict, type MergeOptions, Merging } from './conflict.ts';
import { changesOf, noWork } from './diff.ts';
import { mergeRecord, type Three } from './merge.ts';
import { modelTable } from './model-table.ts';
import { settleModel } from './settle.ts';
import type { Table } from './table.ts';
import { templateTable } from './template-table.ts';

/** Two descendants of one document made one. */
export interface Merged<Doc> {
  readonly document: Doc;
  readonly conflicts: readonly Conflict[];
  /** The same merge with other options. */
  readonly again: (options: MergeOptions) => Merged<Doc>;
  readonly options: MergeOptions;
}

/**
 * Merges two descendants of one model. Where only one side changed a field, it has its way; where both did, there
 * is a conflict (see `Cause` for what is taken, `mergedOrder` for the order of lists). The result has the
 * invariants of a model where all three have them and none changed the template; behind a changed template the
 * caller brings the elements up to date with it. Threats and ports follow geometry: the caller lets the engine
 * and the routing run over the result.
 */
export const mergeModels = (
  base: Model,
  ours: Model,
  theirs: Model,
  options: MergeOptions = {},
): Merged<Model> => merged(modelTable, { base, ours, theirs }, settleModel, options);

/** Merges two descendants of one template, by the same rules. */
export const mergeTemplates = (
  base: Template,
  ours: Template,
  theirs: Template,
  options: MergeOptions = {},
): Merged<Template> => merged(templateTable, { base, ours, theirs }, (_, template) => template, options);

function merged<Doc extends object>(
  table: Table,
  three: Three<Doc> & { readonly base: Doc },
  settle: (three: Three<Doc>, document: Doc, merging: Merging) => Doc,
  options: MergeOptions,
): Merged<Doc> {
  const again = (other: MergeOptions): Merged<Doc> => merged(table, three, settle, other);
  const { base, ours, theirs } = three;
  const alike = (left: Doc, right: Doc): boolean => changesOf(table, left, right, noWork()).length === 0;
  if (alike(base, theirs)) return { document: ours, conflicts: [], again, options };
  if (alike(base, ours)) return { document: theirs, conflicts: [], again, options };
  const merging = new Merging(options);
  const document = settle(three, mergeRecord(table, three, [], merging), merging);
  return { document, conflicts: merging.conflicts, again, options };
}

/** The merge with these conflicts decided, beside those that were decided before. */
export const resolve = <Doc>(merge: Merged<Doc>, choices: Choices): Merged<Doc> =>
  merge.again({ ...merge.options, choices: { ...merge.options.choices, ...choices } });
