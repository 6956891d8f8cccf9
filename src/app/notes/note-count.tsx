import { useActiveModel } from '../store/index.ts';

/** How many notes there are, for the panel's tab. */
export function NoteCount() {
  const open = useActiveModel();
  const count = open?.model.notes.length ?? 0;
  return count === 0 ? null : <span className="badge">{count}</span>;
}
