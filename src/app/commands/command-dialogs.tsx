import { CommandPalette, type PaletteProps } from './command-palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

/** The list of commands and the sheet of shortcuts; each shows itself when it is asked for. */
export const CommandDialogs = ({ commands, showPanel }: PaletteProps) => (
  <>
    <CommandPalette commands={commands} showPanel={showPanel} />
    <ShortcutSheet commands={commands} />
  </>
);
