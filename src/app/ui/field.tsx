import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useEffect,
  useId,
  useState,
} from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The control, by its id and that of the hint, which describes it. */
  readonly children: (id: string, hint: string | undefined) => ReactNode;
}

/** A label above its control. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id, hint === undefined ? undefined : `${id}-hint`)}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface CommittedText {
  readonly value: string;
  /** Called with each change; the store merges them into one undo step until the field is left. */
  readonly onValue: (value: string) => void;
}

/**
 * A text field whose text follows the document but never fights the typist: while it has the focus, what was
 * typed is shown even when the document settles on something else.
 */
function useTyped({ value, onValue }: CommittedText) {
  const [typed, setTyped] = useState<string | null>(null);
  // An undo while the field has the focus must be seen.
  useEffect(() => setTyped((before) => (before === null || before === value ? before : value)), [value]);
  return {
    value: typed ?? value,
    onFocus: () => setTyped(value),
    onBlur: () => setTyped(null),
    onChange: (event: { target: { value: string } }) => {
      setTyped(event.target.value);
      onValue(event.target.value);
    },
  };
}

type TextFieldProps = CommittedText &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'onFocus' | 'onBlur'>;

/** One line of text. */
export function TextField({ value, onValue, ...rest }: TextFieldProps) {
  const typed = useTyped({ value, onValue });
  return <input type="text" className="input" {...rest} {...typed} />;
}

type TextAreaProps = CommittedText &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'onFocus' | 'onBlur'> & {
    readonly ref?: Ref<HTMLTextAreaElement>;
  };

/** Several lines of text; grows with its content. */
export function TextArea({ value, onValue, ...rest }: TextAreaProps) {
  const typed = useTyped({ value, onValue });
  return <textarea className="input textarea" rows={3} {...rest} {...typed} />;
}
