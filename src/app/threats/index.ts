export { CustomThreatDialog } from './custom-threat-dialog.tsx';
export { MessageCount, MessagesPanel } from './messages-panel.tsx';
export { NoteCount, NotesPanel } from './notes-panel.tsx';
export { threatCommands } from './threat-commands.ts';
export { ThreatCount, ThreatsPanel } from './threats-panel.tsx';
export { UpdateThreatsDialog } from './update-dialog.tsx';
