import { type ReactNode, useId, useState } from 'react';
import { WrongText } from './wrong-text.tsx';

/** What the control of a checked field is given, beside its id. */
export interface Checked {
  /** What describes it: the hint, or why a value was refused. */
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  /** Takes the word of a value that was refused, which the field says until the next one is taken. */
  readonly refuse: (value: string) => void;
  readonly accept: () => void;
}

interface CheckedFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** Why a value is not taken, in words. */
  readonly refusal: (value: string) => string;
  /** Leads to what the help says of it. */
  readonly onExplain: () => void;
  readonly children: (id: string, checked: Checked) => ReactNode;
}

/** A label above a control that does not take every value: what it refuses it says, and leads to the explanation. */
export function CheckedField({ label, hint, refusal, onExplain, children }: CheckedFieldProps) {
  const id = useId();
  const [refused, setRefused] = useState<string | null>(null);
  const checked: Checked = {
    'aria-describedby': refused !== null ? `${id}-wrong` : hint === undefined ? undefined : `${id}-hint`,
    'aria-invalid': refused === null ? undefined : true,
    refuse: setRefused,
    accept: () => setRefused(null),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id, checked)}
      {refused !== null && (
        <WrongText id={`${id}-wrong`} role="alert" className="hint" onExplain={onExplain}>
          {refusal(refused)}
        </WrongText>
      )}
      {refused === null && hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
