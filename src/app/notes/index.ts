export { NoteCount } from './note-count.tsx';
