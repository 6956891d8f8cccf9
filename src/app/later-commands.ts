import { layoutEngine } from './canvas/commands/layout-engine.ts';
import { pastesOthersBy } from './canvas/index.ts';
import { compareCommands } from './compare/commands.ts';
import { closeOthersCommands } from './files/close-others.ts';
import { historyCommands } from './files/history/commands.ts';
import type { Command } from './store/index.ts';
import { watchThreatCommands } from './threats/bulk/later-commands.ts';

/** Tells the commands that the first canvas does not wait for, now and whenever there are others; takes other pastes. */
export function watchLaterCommands(tell: (commands: readonly Command[]) => void): void {
  pastesOthersBy((text, to) =>
    import('./exchange/paste.ts').then((part) => part.pasteOther(text, to, layoutEngine)),
  );
  watchThreatCommands((ofThreats) =>
    tell([...compareCommands, ...historyCommands, ...closeOthersCommands, ...ofThreats]),
  );
}
