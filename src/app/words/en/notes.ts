/** The model's own notes. */
export const notes = {
  newNote: 'New note',
  placeholder: 'Write a note',
  add: 'Add note',
  none: 'No notes yet.',
  note: ({ id }: { id: number }) => `Note ${id}`,
  delete: ({ id }: { id: number }) => `Delete note ${id}`,
  /** What each edit is called in the history. */
  steps: { add: 'Add note', edit: 'Edit note', delete: 'Delete note' },
};
