import type { Model } from '../../../core/document/index.ts';
import { activeModel, announce, type Command, session } from '../../store/index.ts';
import { words } from '../../words/index.ts';

interface WayOfLooking {
  readonly id: string;
  readonly words: { readonly command: string; readonly keywords: string };
  readonly isOn: (model: Model) => boolean;
  readonly set: (model: Model, on: boolean) => void;
}

/** The command that switches a way of looking at the model in front, one that is kept by model. */
export function wayOfLooking({ id, words: { command, keywords }, isOn, set }: WayOfLooking): Command {
  return {
    id,
    label: command,
    group: 'View',
    keywords,
    enabled: () => activeModel() !== null && session.getState().view === 'diagram',
    checked: () => {
      const open = activeModel();
      return open !== null && isOn(open.model);
    },
    run: () => {
      const open = activeModel();
      if (open === null) return;
      const on = !isOn(open.model);
      set(open.model, on);
      announce(words.canvas.said.switched({ what: command, on }));
    },
  };
}
