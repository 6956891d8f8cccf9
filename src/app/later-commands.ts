import { compareCommands } from './compare/commands.ts';
import { historyCommands } from './files/history/commands.ts';
import type { Command } from './store/index.ts';
import { watchThreatCommands } from './threats/bulk/later-commands.ts';

/** Tells the commands that the first canvas does not wait for, now and whenever there are others. */
export function watchLaterCommands(tell: (commands: readonly Command[]) => void): void {
  watchThreatCommands((ofThreats) => tell([...compareCommands, ...historyCommands, ...ofThreats]));
}
