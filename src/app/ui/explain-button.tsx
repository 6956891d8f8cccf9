import { CircleQuestionMark } from 'lucide-react';
import { words } from '../words/index.ts';
import { IconButton } from './button.tsx';

interface ExplainProps {
  /** Id of what it explains, which tells it from others beside it. */
  readonly about: string;
  readonly onClick: () => void;
}

/** Beside something that is wrong or lost: leads to what the help says of it. */
export const ExplainButton = ({ about, onClick }: ExplainProps) => (
  <IconButton className="explain" label={words.ui.explain} aria-describedby={about} onClick={onClick}>
    <CircleQuestionMark />
  </IconButton>
);
