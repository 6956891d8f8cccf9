import type { Template } from '../../core/document/index.ts';
import { commitTemplate } from '../store/index.ts';
import { laterWords } from '../words/later.ts';

/** A change of one field of something, as one undo step while it is typed. */
export type Change = (field: string, command: (template: Template) => Template, typing?: boolean) => void;

/** What fields of an item call: the step says what was changed, and typing in one field is one step. */
export const changesOf =
  (name: string, key: string): Change =>
  (field, command, typing = true) => {
    const step = laterWords.template.steps.set({ name, field });
    commitTemplate(step, command, typing ? { mergeKey: `template ${key} ${field}` } : {});
  };
