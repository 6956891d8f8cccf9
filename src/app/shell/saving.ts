import { isUnsaved, type OpenDocument } from '../store/index.ts';

/** Where the content of a document is: in a file that is written in place, in a download, as it came, or nowhere. */
export type Saving = 'unsaved' | 'saved' | 'downloaded' | 'as-opened';

const asRead = (open: OpenDocument) => (open.kind === 'model' ? open.opened?.model : open.opened?.template);

/** What is to be said of a document beside its name. */
export function savingOf(open: OpenDocument): Saving {
  if (isUnsaved(open)) return 'unsaved';
  if (open.place !== null) return 'saved';
  return open.saved === asRead(open) ? 'as-opened' : 'downloaded';
}
