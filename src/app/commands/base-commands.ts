import { activeModel, type Command, redoEdit, setDialog, undoEdit } from '../store/index.ts';

/** Undo and redo, and the two ways to find everything else. */
export const baseCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    label: 'Undo',
    group: 'Edit',
    keys: ['Mod+Z'],
    enabled: () => (activeModel()?.history.past.length ?? 0) > 0,
    run: undoEdit,
  },
  {
    id: 'edit.redo',
    label: 'Redo',
    group: 'Edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    enabled: () => (activeModel()?.history.future.length ?? 0) > 0,
    run: redoEdit,
  },
  {
    id: 'go.commands',
    label: 'Commands and search',
    group: 'Go',
    keys: ['Mod+K'],
    keywords: 'palette find jump',
    inText: true,
    run: () => setDialog({ kind: 'commands' }),
  },
  {
    id: 'help.shortcuts',
    label: 'Keyboard shortcuts',
    group: 'Help',
    keys: ['?'],
    keywords: 'keys help',
    run: () => setDialog({ kind: 'shortcuts' }),
  },
];
