import { activeDocument, type Command, redoEdit, setDialog, undoEdit } from '../store/index.ts';
import { words } from '../words/index.ts';

/** Undo and redo, and the two ways to find everything else. */
export const baseCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    label: words.commands.undo,
    group: 'Edit',
    keys: ['Mod+Z'],
    enabled: () => (activeDocument()?.history.past.length ?? 0) > 0,
    run: undoEdit,
  },
  {
    id: 'edit.redo',
    label: words.commands.redo,
    group: 'Edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    enabled: () => (activeDocument()?.history.future.length ?? 0) > 0,
    run: redoEdit,
  },
  {
    id: 'go.commands',
    label: words.commands.search,
    group: 'Go',
    keys: ['Mod+K'],
    keywords: words.commands.searchKeywords,
    inText: true,
    run: () => setDialog({ kind: 'commands' }),
  },
  {
    id: 'help.shortcuts',
    label: words.commands.shortcuts,
    group: 'Help',
    keys: ['?'],
    keywords: words.commands.shortcutsKeywords,
    run: () => setDialog({ kind: 'shortcuts' }),
  },
];
