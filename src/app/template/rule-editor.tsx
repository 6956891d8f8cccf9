import './rule.css';
import { useId, useMemo } from 'react';
import type { Template } from '../../core/document/index.ts';
import { type Expression, parseFilter, printFilter, walk } from '../../core/filters/index.ts';
import { Button, CompletionList, Field, useCompletions } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { completionsAt } from './completions.ts';
import { RuleForm } from './rule-form.tsx';
import { RuleProblems } from './rule-problems.tsx';
import { firstCondition, fitsForm } from './rule-tree.ts';

const { rule: said } = laterWords.template;

interface RuleEditorProps {
  readonly template: Template;
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onText: (text: string, typing: boolean) => void;
}

/** A filter as text and as a form, which are one: what is changed in the one is seen in the other. */
export function RuleEditor({ template, label, hint, text, onText }: RuleEditorProps) {
  const title = useId();
  const parsed = useMemo(() => (text.trim() === '' ? null : parseFilter(text)), [text]);
  const setTree = (tree: Expression | null) => {
    const known = new Set<Expression>();
    if (parsed?.ok === true) walk(parsed.value, (node) => known.add(node));
    onText(tree === null ? '' : printFilter(tree, text, (node) => known.has(node)), false);
  };
  return (
    <section className="template-rule" aria-labelledby={title}>
      <h3 id={title}>{label}</h3>
      <p className="hint">{hint}</p>
      <RuleText
        template={template}
        label={`${label}, ${said.text.toLowerCase()}`}
        text={text}
        onText={onText}
      />
      <RuleProblems template={template} text={text} onText={(next) => onText(next, false)} />
      {parsed === null ? (
        <Button onClick={() => setTree(firstCondition(template.genericElements[0]?.id ?? ''))}>
          {said.addCondition}
        </Button>
      ) : !parsed.ok ? (
        <p className="hint">{said.unreadable}</p>
      ) : fitsForm(parsed.value) ? (
        <RuleForm
          template={template}
          label={`${label}, ${said.form.toLowerCase()}`}
          root={parsed.value}
          onRoot={setTree}
        />
      ) : (
        <p className="hint">{said.tooFree}</p>
      )}
    </section>
  );
}

interface RuleTextProps extends Omit<RuleEditorProps, 'hint'> {}

/** The text, with what can follow at the caret below it. */
function RuleText({ template, label, text, onText }: RuleTextProps) {
  const completions = useCompletions<HTMLTextAreaElement>({
    text,
    completionsAt: (value, caret) => completionsAt(template, value, caret),
    onText: (next) => onText(next, true),
  });
  return (
    // A text of several lines is no combo box by ARIA; the list is told by the active descendant.
    <div className="completed-field">
      <Field label={label}>
        {(id) => (
          <textarea
            id={id}
            ref={completions.field}
            className="input textarea template-code"
            rows={2}
            spellCheck={false}
            {...completions.said}
            value={text}
            onBlur={completions.close}
            onChange={(event) => {
              const { value, selectionStart } = event.target;
              onText(value, true);
              completions.offer(value, selectionStart);
            }}
            onKeyDown={completions.onKeyDown}
          />
        )}
      </Field>
      <CompletionList label={said.completions} {...completions.list} />
    </div>
  );
}
