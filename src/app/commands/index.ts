export { baseCommands } from './base-commands.ts';
export { CommandPalette } from './command-palette.tsx';
export { startKeys } from './keys.ts';
export { ShortcutSheet } from './shortcut-sheet.tsx';
