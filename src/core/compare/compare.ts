import type { Model, Template } from '../document/index.ts';
import type { ModelDiff, TemplateDiff } from './change.ts';
import { changesOf, noWork, type Work } from './diff.ts';
import { modelTable } from './model-table.ts';
import { patched } from './patch.ts';
import { templateTable } from './template-table.ts';

/** What changed from one model to another; `work` is counted up. */
export const diffModels = (before: Model, after: Model, work: Work = noWork()): ModelDiff => ({
  of: 'model',
  changes: changesOf(modelTable, before, after, work),
});

/** What changed from one template to another; `work` is counted up. */
export const diffTemplates = (before: Template, after: Template, work: Work = noWork()): TemplateDiff => ({
  of: 'template',
  changes: changesOf(templateTable, before, after, work),
});

/** The model with the changes made: `patchModel(before, diffModels(before, after))` says what `after` says. */
export const patchModel = (model: Model, diff: ModelDiff): Model => patched(modelTable, model, diff.changes);

/** The template with the changes made. */
export const patchTemplate = (template: Template, diff: TemplateDiff): Template =>
  patched(templateTable, template, diff.changes);
