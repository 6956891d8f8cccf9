import './notes.css';
import { type SyntheticEvent, useRef } from 'react';
import { addNote } from '../../core/edit/index.ts';
import { author, commit, updateModel, useActiveModel } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { NotesList } from './notes-list.tsx';

/** The model's own notes, as the file keeps them. */
export function NotesPanel() {
  const open = useActiveModel();
  const field = useRef<HTMLTextAreaElement>(null);
  if (open === null) return null;
  const { noteDraft } = open;
  const setDraft = (text: string) => updateModel(open.id, { noteDraft: text });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (noteDraft.trim() === '') return;
    commit(words.notes.steps.add, (model) => addNote(model, noteDraft, author()));
    setDraft('');
    field.current?.focus();
  };
  return (
    // Copies of one file have notes with the same ids: another model starts new fields.
    <div className="notes" key={open.id}>
      <form className="notes-new" onSubmit={submit}>
        <textarea
          ref={field}
          className="input textarea"
          aria-label={words.notes.newNote}
          placeholder={words.notes.placeholder}
          rows={2}
          value={noteDraft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        />
        <Button type="submit" tone="primary" disabled={noteDraft.trim() === ''}>
          {words.notes.add}
        </Button>
      </form>
      {open.model.notes.length === 0 && <p className="empty">{words.notes.none}</p>}
      <NotesList notes={open.model.notes} onDeleted={() => field.current?.focus()} />
    </div>
  );
}
