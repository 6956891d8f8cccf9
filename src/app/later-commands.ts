import { colourCommands } from './canvas/colours/commands.ts';
import { layoutEngine } from './canvas/commands/layout-engine.ts';
import { scopeCommand } from './canvas/commands/scope.ts';
import { pastesOthersBy } from './canvas/index.ts';
import { giveMenu } from './canvas/menu/menu-items.ts';
import { compareCommands } from './compare/commands.ts';
import { closeOthersCommands } from './files/close-others.ts';
import { historyCommands } from './files/history/commands.ts';
import { watchRecentCommands } from './files/recent-commands.ts';
import { goToPlace } from './shell/index.ts';
import type { Command } from './store/index.ts';
import { watchThreatCommands } from './threats/bulk/later-commands.ts';
import { threatsOfSelection } from './threats/of-selection.ts';

/** Tells the commands that the first canvas does not wait for, now and whenever there are others; takes other pastes. */
export function watchLaterCommands(tell: (commands: readonly Command[]) => void): void {
  pastesOthersBy((text, to) =>
    import('./exchange/paste.ts').then((part) => part.pasteOther(text, to, layoutEngine)),
  );
  const fixed = [
    ...colourCommands,
    ...compareCommands,
    ...historyCommands,
    ...closeOthersCommands,
    scopeCommand,
    threatsOfSelection(() => goToPlace('threats')),
  ];
  let recent: readonly Command[] = [];
  let threats: readonly Command[] = [];
  const now = () => {
    const commands = [...fixed, ...recent, ...threats];
    giveMenu(commands);
    tell(commands);
  };
  watchRecentCommands((found) => {
    recent = found;
    now();
  });
  watchThreatCommands((found) => {
    threats = found;
    now();
  });
}
