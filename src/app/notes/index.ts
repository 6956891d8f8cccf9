export { NoteCount, NotesPanel } from './notes-panel.tsx';
