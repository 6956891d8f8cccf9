import { CircleQuestionMark } from 'lucide-react';
import { words } from '../words/index.ts';
import { IconButton } from './button.tsx';

/** Beside something that is wrong or lost: leads to what the help says of it. */
export const ExplainButton = ({ onClick }: { readonly onClick: () => void }) => (
  <IconButton className="explain" label={words.ui.explain} onClick={onClick}>
    <CircleQuestionMark />
  </IconButton>
);
