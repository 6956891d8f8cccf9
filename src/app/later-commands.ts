import { colourCommands } from './canvas/colours/commands.ts';
import { layoutEngine } from './canvas/commands/layout-engine.ts';
import { scopeCommand } from './canvas/commands/scope.ts';
import { pastesOthersBy } from './canvas/index.ts';
import { giveMenu } from './canvas/menu/menu-items.ts';
import { numberCommands } from './canvas/numbers/commands.ts';
import { whyOff } from './commands/why-off.ts';
import { compareCommands } from './compare/commands.ts';
import { openToured } from './files/catalogue.ts';
import { closeOthersCommands } from './files/close-others.ts';
import { readForeignBeside } from './files/foreign-beside.ts';
import { historyCommands } from './files/history/commands.ts';
import { watchRecentCommands } from './files/recent-commands.ts';
import { helpAfterCrash } from './help/after-crash.ts';
import { helpCommands } from './help/commands.ts';
import { giveShowPanel } from './help/tour/show-panel.ts';
import { goToPlace, isNarrow, togglePanel } from './shell/index.ts';
import type { Command } from './store/index.ts';
import { watchThreatCommands } from './threats/bulk/later-commands.ts';
import { threatsOfSelection } from './threats/of-selection.ts';
import { giveMenuReasons } from './ui/menu-why.ts';

const SIDES = ['left', 'bottom', 'right'] as const;

/** Those of them that are there whatever is open. */
export const fixedCommands = (): readonly Command[] => [
  ...colourCommands,
  ...numberCommands,
  ...compareCommands,
  ...historyCommands,
  ...closeOthersCommands,
  ...helpCommands(openToured),
  scopeCommand,
  threatsOfSelection(() => goToPlace('threats')),
];

/**
 * Tells the commands that the first canvas does not wait for, now and whenever there are others; takes other pastes, and
 * lets menus say why a command is off.
 */
export function watchLaterCommands(tell: (commands: readonly Command[]) => void): void {
  pastesOthersBy((text, to) =>
    import('./exchange/paste.ts').then((part) =>
      part.pasteOther(text, to, { engine: layoutEngine, read: readForeignBeside }),
    ),
  );
  helpAfterCrash();
  giveMenuReasons(whyOff);
  giveShowPanel((side) => {
    if (side !== null) togglePanel(side, true);
    else if (isNarrow()) for (const one of SIDES) togglePanel(one, false);
  });
  const fixed = fixedCommands();
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
