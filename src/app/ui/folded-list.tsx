import { useId } from 'react';
import { words } from '../words/index.ts';
import { ExplainButton } from './explain-button.tsx';

/** As many lines are shown of a list. */
const MOST = 100;

interface FoldedListProps {
  /** What the lines are, with their number. */
  readonly text: string;
  readonly lines: readonly string[];
  /** Leads to what the help says of them. */
  readonly onExplain?: () => void;
}

/** A number of things, and behind it what they are; nothing where there is none. */
export function FoldedList({ text, lines, onExplain }: FoldedListProps) {
  const id = useId();
  if (lines.length === 0) return null;
  const list = (
    <details className="folded">
      <summary id={id}>{text}</summary>
      <ul>
        {lines.slice(0, MOST).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may be the same, and never move
          <li key={index}>{line}</li>
        ))}
        {lines.length > MOST && <li>{words.ui.more({ count: lines.length - MOST })}</li>}
      </ul>
    </details>
  );
  if (onExplain === undefined) return list;
  return (
    <div className="explained">
      {list}
      <ExplainButton about={id} onClick={onExplain} />
    </div>
  );
}
