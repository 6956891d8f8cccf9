export {
  type CompiledTemplate,
  type CompiledThreatType,
  compileSteps,
  compileTemplate,
  type FilterProblem,
  type Mention,
} from './compile.ts';
export { followingTemplate, followTemplate } from './follow-template.ts';
export {
  type Excess,
  excessOf,
  type FlowThreats,
  flowThreats,
  type GeneratedThreat,
  generate,
  makingThreats,
} from './generate.ts';
export { type Interaction, interactionsOf } from './interactions.ts';
export {
  findingStale,
  isUntouched,
  pendingChanges,
  regenerate,
  regenerateAfter,
  regenerating,
  staleThreats,
} from './reconcile.ts';
export { interactionName, PLACEHOLDERS, type ThreatTexts, threatPriority, threatTexts } from './texts.ts';
export {
  type Answer,
  type Asks,
  answersTo,
  type Trial,
  threatCountSteps,
  threatCounts,
  trialsOf,
  tried,
} from './trial.ts';
export {
  isUpToDate,
  type PendingUpdate,
  previewingUpdate,
  type UpdatePreview,
  updatePreview,
} from './update-preview.ts';
export { type FilterUse, filtersUsing, type PropertyUse, usesOf, whatIf } from './usage.ts';
export { type Message, type MessageCode, validate, validating } from './validate.ts';
