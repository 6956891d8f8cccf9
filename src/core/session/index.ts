export { type Applied, applyEdit } from './apply-edit.ts';
export { importDraft, isWhollyOurs, type PlannedDraft } from './import-draft.ts';
export {
  brokenBy,
  type MergeModelsOptions,
  type Misfit,
  mergeWhole,
  misfitOf,
  type ThreeModels,
} from './merge-models.ts';
export {
  keptTwice,
  listedThing,
  mergeKeepingAll,
  mergeKeepingBoth,
  type TemplatesToMerge,
} from './merge-templates.ts';
export { type Origin, originOf, type Remedy, remediesOf } from './remedies.ts';
export { choicesFor, markdownWithPictures, renderReport, reportOf, reportParts } from './report.ts';
export {
  REPORT_FORMATS,
  type ReportFormat,
  type ReportFormatId,
  reportFormat,
  reportFormatOfFile,
} from './report-formats.ts';
export { REPORT_TYPES } from './report-types.ts';
export { type Takeable, type TakenOver, takeOver, turnedRound } from './take-over.ts';
export { threatChanges } from './threat-changes.ts';
export { type LayoutEngine, laidOut, tidyPlacement } from './tidy.ts';
