import { useState } from 'react';
import type { Diagram } from '../../../core/document/index.ts';
import { rename } from '../../../core/edit/index.ts';
import { commit } from '../../store/index.ts';
import { useKeptText } from '../../ui/index.ts';
import { words } from '../../words/index.ts';

interface TabNameProps {
  readonly diagram: Diagram;
  /** Whether a key ended it, and not the focus that went elsewhere. */
  readonly onDone: (byKey: boolean) => void;
}

/** The name of a diagram while it is typed, in the place of its tab. */
export function TabName({ diagram, onDone }: TabNameProps) {
  const [name, setName] = useState(diagram.header);
  const keep = (byKey: boolean) => {
    const text = name.trim();
    if (text !== '' && text !== diagram.header)
      commit(words.canvas.steps.renameDiagram, (model) => rename(model, diagram.id, text));
    onDone(byKey);
  };
  useKeptText(() => keep(true));
  return (
    <input
      className="diagram-tab-name"
      aria-label={words.canvas.tabs.name}
      // biome-ignore lint/a11y/noAutofocus: the user just asked to type here
      autoFocus
      value={name}
      size={Math.max(6, name.length)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={() => keep(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep(true);
        else if (event.key === 'Escape') onDone(true);
        else return;
        event.preventDefault();
      }}
    />
  );
}
