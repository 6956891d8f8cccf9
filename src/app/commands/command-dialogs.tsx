import type { Command } from '../store/index.ts';
import { CommandPalette } from './command-palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

/** The list of commands and the sheet of shortcuts; each shows itself when it is asked for. */
export const CommandDialogs = ({ commands }: { readonly commands: readonly Command[] }) => (
  <>
    <CommandPalette commands={commands} />
    <ShortcutSheet commands={commands} />
  </>
);
