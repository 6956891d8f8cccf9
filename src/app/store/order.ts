import { session } from './session.ts';

/** Puts an open document at another place among the tabs, counted from 0; answers its place, -1 when it is not open. */
export function moveDocument(id: string, to: number): number {
  const { documents } = session.getState();
  const moved = documents.find((open) => open.id === id);
  if (moved === undefined) return -1;
  const others = documents.filter((open) => open !== moved);
  const place = Math.min(others.length, Math.max(0, to));
  if (documents[place] !== moved) session.setState({ documents: others.toSpliced(place, 0, moved) });
  return place;
}
