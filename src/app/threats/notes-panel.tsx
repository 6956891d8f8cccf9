import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { addNote, deleteNote, editNote } from '../../core/edit/index.ts';
import { author, commit, useActiveModel } from '../store/index.ts';
import { Button, IconButton, TextArea } from '../ui/index.ts';

/** The model's own notes, as the file keeps them. */
export function NotesPanel() {
  const open = useActiveModel();
  const [draft, setDraft] = useState('');
  if (open === null) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    commit('Add note', (model) => addNote(model, draft, author()));
    setDraft('');
  };
  return (
    <div className="notes">
      <form className="notes-new" onSubmit={submit}>
        <textarea
          className="input textarea"
          aria-label="New note"
          placeholder="Write a note"
          rows={2}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        />
        <Button type="submit" tone="primary" disabled={draft.trim() === ''}>
          Add note
        </Button>
      </form>
      {open.document.notes.length === 0 && <p className="empty">No notes yet.</p>}
      <ol className="notes-list">
        {open.document.notes.map((note) => (
          <li key={note.id}>
            <div className="notes-head">
              <span>
                {note.id} · {note.date.slice(0, 16).replace('T', ' ')} · {note.addedBy}
              </span>
              <IconButton
                label={`Delete note ${note.id}`}
                onClick={() => commit('Delete note', (m) => deleteNote(m, note.id))}
              >
                <Trash2 />
              </IconButton>
            </div>
            <TextArea
              aria-label={`Note ${note.id}`}
              rows={1}
              value={note.message}
              onValue={(text) =>
                commit('Edit note', (m) => editNote(m, note.id, text), { mergeKey: `note ${note.id}` })
              }
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** How many notes there are, for the panel's tab. */
export function NoteCount() {
  const open = useActiveModel();
  const count = open?.document.notes.length ?? 0;
  return count === 0 ? null : <span className="badge">{count}</span>;
}
