import { type Model, type ModelInformation, nextIds } from '../document/index.ts';
import type { Author } from './author.ts';
import { cleanText, storedText } from './text.ts';
import { mapKeeping, withMembers } from './update.ts';

/** The seven texts about the model itself. */
export type InformationField = Exclude<keyof ModelInformation, 'carried'>;

export function setInformation(model: Model, field: InformationField, value: string): Model {
  const { information } = model;
  const next = withMembers(information, { [field]: storedText(information[field], value) });
  return withMembers(model, { information: next });
}

/** Whether threats follow from the diagrams. Switching off keeps what is stored. */
export function setThreatGenerationEnabled(model: Model, enabled: boolean): Model {
  return withMembers(model, { threatGenerationEnabled: enabled });
}

// ---- notes

/** Adds a note at the end, with the next id (from 1). An empty message adds nothing. */
export function addNote(model: Model, message: string, author: Author): Model {
  const text = storedText('', message);
  if (text.trim() === '') return model;
  const id = nextIds(model.notes)();
  const note = { id, message: text, date: author.now, addedBy: cleanText(author.name) };
  return { ...model, notes: [...model.notes, note] };
}

/** Adds a note, or changes the last one that begins with the same line to it: where several do, that one holds. */
export function keepNote(model: Model, message: string, author: Author): Model {
  const head = (text: string): string => text.split('\n', 1)[0]?.trim() ?? '';
  const before = model.notes.findLast((note) => head(note.message) === head(message));
  return before === undefined ? addNote(model, message, author) : editNote(model, before.id, message);
}

/** Changes a note's message; who added it and when stay. */
export function editNote(model: Model, id: number, message: string): Model {
  const notes = mapKeeping(model.notes, (note) =>
    note.id === id ? withMembers(note, { message: storedText(note.message, message) }) : note,
  );
  return withMembers(model, { notes });
}

/** Removes a note and numbers those behind it anew: ids are 1 to n (format 1.4). */
export function deleteNote(model: Model, id: number): Model {
  if (!model.notes.some((note) => note.id === id)) return model;
  const kept = model.notes.filter((note) => note.id !== id);
  return { ...model, notes: mapKeeping(kept, (note) => withMembers(note, { id: kept.indexOf(note) + 1 })) };
}
