import { announce, moveDocument, session } from '../store/index.ts';
import { laterWords } from '../words/later.ts';

/** Puts a tab at another place, from 0, and says where it is then. */
export function placeTab(id: string, to: number): void {
  const { documents } = session.getState();
  const open = documents.find((one) => one.id === id);
  if (open === undefined) return;
  const place = moveDocument(id, to);
  announce(laterWords.openFiles.moved({ file: open.fileName, place: place + 1, of: documents.length }));
}

/** Moves a tab by one to the right (1) or left (-1). */
export function stepTab(id: string, step: 1 | -1): void {
  const index = session.getState().documents.findIndex((open) => open.id === id);
  if (index >= 0) placeTab(id, index + step);
}
