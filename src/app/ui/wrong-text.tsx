import { type ReactNode, useId } from 'react';
import { ExplainButton } from './explain-button.tsx';

interface WrongTextProps {
  /** What is wrong, in words. */
  readonly children: ReactNode;
  /** Leads to what the help says of it. */
  readonly onExplain: () => void;
  /** How it is read when it comes; not at all where it is there from the start. */
  readonly role?: 'alert' | 'status';
  /** For a field that is described by it. */
  readonly id?: string;
  readonly className?: string;
}

/** A sentence of a dialog or a panel that says what is wrong, with what leads to its explanation. */
export function WrongText({ children, onExplain, role, id, className }: WrongTextProps) {
  const made = useId();
  const about = id ?? made;
  return (
    <div className="explained">
      <p id={about} role={role} className={className}>
        {children}
      </p>
      <ExplainButton about={about} onClick={onExplain} />
    </div>
  );
}
