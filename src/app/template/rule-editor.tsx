import './rule.css';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { Template } from '../../core/document/index.ts';
import { type Expression, parseFilter, printFilter, walk } from '../../core/filters/index.ts';
import { Button, Field } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { type Completion, completionsAt } from './completions.ts';
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

/** What can follow at the caret of a field: by the arrows and Enter, or by a click. */
function useCompletions({ template, text, onText }: Omit<RuleTextProps, 'label'>) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [offered, setOffered] = useState<readonly Completion[]>([]);
  const [active, setActive] = useState(0);
  const close = () => setOffered([]);
  const offer = (value: string, caret: number) => {
    setOffered(completionsAt(template, value, caret));
    setActive(0);
  };
  const take = (completion: Completion) => {
    const next = text.slice(0, completion.start) + completion.text + text.slice(completion.end);
    const caret = completion.start + completion.text.length;
    onText(next, true);
    close();
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(caret, caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      offer(text, event.currentTarget.selectionStart);
      return;
    }
    const chosen = offered[active];
    if (chosen === undefined) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : offered.length - 1;
      setActive((active + by) % offered.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  };
  return { area, offered, active, offer, take, close, onKeyDown };
}

/** The text, with what can follow at the caret below it. */
function RuleText({ label, ...props }: RuleTextProps) {
  const { text, onText } = props;
  const listId = useId();
  const { area, offered, active, offer, take, close, onKeyDown } = useCompletions(props);
  return (
    // A text of several lines is no combo box by ARIA; the list is told by the active descendant.
    <div className="template-rule-text">
      <Field label={label}>
        {(id) => (
          <textarea
            id={id}
            ref={area}
            className="input textarea template-code"
            rows={2}
            spellCheck={false}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={offered.length > 0 ? `${listId}-${active}` : undefined}
            value={text}
            onBlur={close}
            onChange={(event) => {
              const { value, selectionStart } = event.target;
              onText(value, true);
              offer(value, selectionStart);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={said.completions}
        className="template-completions"
        hidden={offered.length === 0}
      >
        {offered.map((completion, index) => (
          <div
            key={completion.text}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(completion)}
            onKeyDown={undefined}
          >
            <span>{completion.label}</span>
            <span className="hint">{completion.text}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
