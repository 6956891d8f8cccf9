import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Trash2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { shownText } from '../../core/base/index.ts';
import type { Note } from '../../core/document/index.ts';
import { deleteNote, editNote } from '../../core/edit/index.ts';
import { commit } from '../store/index.ts';
import { IconButton, TextArea } from '../ui/index.ts';
import { words } from '../words/index.ts';

interface NotesListProps {
  readonly notes: readonly Note[];
  /** The button goes with its note: the focus must not fall out of the panel. */
  readonly onDeleted: () => void;
}

/** Height of a note of one line, in pixels, until it is measured. */
const ESTIMATE = 70;

/** The notes of a model: as many as fit are drawn, however many there are, and the one that is written to. */
export function NotesList({ notes, onDeleted }: NotesListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [above, setAbove] = useState(0);
  const [written, setWritten] = useState<number | null>(null);
  const scroller = () => list.current?.closest<HTMLElement>('[role="tabpanel"]') ?? null;
  useLayoutEffect(() => {
    const around = list.current?.closest('[role="tabpanel"]');
    if (list.current === null || !around) return;
    setAbove(
      list.current.getBoundingClientRect().top - around.getBoundingClientRect().top + around.scrollTop,
    );
  }, []);
  const virtual = useVirtualizer({
    count: notes.length,
    getScrollElement: scroller,
    estimateSize: () => ESTIMATE,
    getItemKey: (index) => notes[index]?.id ?? index,
    scrollMargin: above,
    overscan: 8,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      const kept = written !== null && written < notes.length && !drawn.includes(written) ? [written] : [];
      return [...drawn, ...kept].sort((a, b) => a - b);
    },
  });
  return (
    <ol className="notes-list" ref={list} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const note = notes[index];
        return note === undefined ? null : (
          <li
            key={note.id}
            ref={virtual.measureElement}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={notes.length}
            style={{ transform: `translateY(${start - above}px)` }}
            onFocus={() => setWritten(index)}
            onBlur={() => setWritten(null)}
          >
            <NoteRow note={note} onDeleted={onDeleted} />
          </li>
        );
      })}
    </ol>
  );
}

function NoteRow({ note, onDeleted }: { readonly note: Note; readonly onDeleted: () => void }) {
  const { id, date, addedBy, message } = note;
  return (
    <>
      <div className="notes-head">
        <span>
          {id} · {date.slice(0, 16).replace('T', ' ')} · {shownText(addedBy)}
        </span>
        <IconButton
          label={words.notes.delete({ id })}
          onClick={() => {
            commit(words.notes.steps.delete, (model) => deleteNote(model, id));
            onDeleted();
          }}
        >
          <Trash2 />
        </IconButton>
      </div>
      <TextArea
        aria-label={words.notes.note({ id })}
        rows={1}
        value={message}
        onValue={(text) =>
          commit(words.notes.steps.edit, (model) => editNote(model, id, text), { mergeKey: `note ${id}` })
        }
      />
    </>
  );
}
