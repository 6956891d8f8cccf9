import './notes.css';
import { Trash2 } from 'lucide-react';
import { type SyntheticEvent, useRef } from 'react';
import { addNote, deleteNote, editNote } from '../../core/edit/index.ts';
import { author, commit, updateModel, useActiveModel } from '../store/index.ts';
import { Button, IconButton, TextArea } from '../ui/index.ts';
import { words } from '../words/index.ts';

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
      <ol className="notes-list">
        {open.model.notes.map((note) => (
          <li key={note.id}>
            <div className="notes-head">
              <span>
                {note.id} · {note.date.slice(0, 16).replace('T', ' ')} · {note.addedBy}
              </span>
              <IconButton
                label={words.notes.delete({ id: note.id })}
                onClick={() => {
                  commit(words.notes.steps.delete, (m) => deleteNote(m, note.id));
                  // The button goes with its note: the focus must not fall out of the panel.
                  field.current?.focus();
                }}
              >
                <Trash2 />
              </IconButton>
            </div>
            <TextArea
              aria-label={words.notes.note({ id: note.id })}
              rows={1}
              value={note.message}
              onValue={(text) =>
                commit(words.notes.steps.edit, (m) => editNote(m, note.id, text), {
                  mergeKey: `note ${note.id}`,
                })
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
  const count = open?.model.notes.length ?? 0;
  return count === 0 ? null : <span className="badge">{count}</span>;
}
