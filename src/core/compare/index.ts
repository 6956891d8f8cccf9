export {
  type Change,
  invert,
  type ListedChange,
  type ModelDiff,
  type MoveChange,
  type Path,
  type Place,
  type SetChange,
  type Step,
  type TemplateDiff,
} from './change.ts';
export { diffModels, diffTemplates, patchModel, patchTemplate } from './compare.ts';
export type { Cause, Choices, Conflict, MergeOptions, Side } from './conflict.ts';
export { noWork, type Work } from './diff.ts';
export {
  DIFFERENCE_GROUPS,
  type Difference,
  type DifferenceEffect,
  type DifferenceGroup,
} from './difference.ts';
export { differenceLine, differenceSign } from './difference-line.ts';
export { differencesOf } from './differences.ts';
export { type Joined, joinTemplates, type Namesake, namesakes } from './join.ts';
export { type ConflictSaid, conflictLines, diffLines } from './lines.ts';
export { type Merged, mergeModels, mergeTemplates, resolve } from './merge-documents.ts';
export type { Plain } from './plain.ts';
export { haveNothingInCommon } from './related.ts';
export { type DiagramOfBoth, diagramsOfBoth, STANDINGS, type Standing, standingsOf } from './standings.ts';
export { endText, typeText } from './subjects.ts';
export {
  type Count,
  mayChangeThreats,
  movesOnly,
  type Summary,
  type SummedChange,
  summary,
} from './summary.ts';
export type { Effect, RecordKind } from './table.ts';
