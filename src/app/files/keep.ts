import { assertNever } from '../../core/base/index.ts';
import { contentOf, isUnsaved, type OpenDocument, type SessionState } from '../store/index.ts';
import { isPlace } from './browser-files.ts';
import { isUntouched } from './open.ts';
import type { KeptDocument } from './records.ts';

/** Where a document stands among the tabs of which browser tab. */
export interface Standing {
  readonly session: string;
  readonly order: number;
  readonly active: boolean;
}

/** What the autosave keeps of an open document. */
export function keptOf(open: OpenDocument, standing: Standing): KeptDocument {
  const place = isPlace(open.place) ? open.place : null;
  const file = {
    ...standing,
    id: open.id,
    fileName: open.fileName,
    original: open.opened?.bytes ?? null,
    unsaved: isUnsaved(open),
    untouched: isUntouched(contentOf(open)),
    handle: place?.handle ?? null,
    modified: place?.modified ?? null,
    size: place?.size ?? null,
    toldNormalises: open.toldNormalises,
  };
  switch (open.kind) {
    case 'model':
      return {
        ...file,
        kind: 'model',
        asRead: open.opened?.model ?? null,
        edited: open.opened?.model === open.model ? null : open.model,
        saved: open.saved,
        past: open.history.past,
        future: open.history.future,
        diagramId: open.diagramId,
        noteDraft: open.noteDraft,
      };
    case 'template':
      return {
        ...file,
        kind: 'template',
        asRead: open.opened?.template ?? null,
        edited: open.opened?.template === open.template ? null : open.template,
        saved: open.saved,
        past: open.history.past,
        future: open.history.future,
      };
    default:
      return assertNever(open);
  }
}

/** Whether something changed that is kept of a document. */
function isOther(open: OpenDocument, old: OpenDocument | undefined): boolean {
  if (open === old) return false;
  if (
    open.id !== old?.id ||
    contentOf(open) !== contentOf(old) ||
    open.saved !== old.saved ||
    open.fileName !== old.fileName ||
    open.place !== old.place ||
    open.toldNormalises !== old.toldNormalises
  )
    return true;
  if (open.kind !== 'model' || old.kind !== 'model') return open.kind !== old.kind;
  return open.diagramId !== old.diagramId || open.noteDraft !== old.noteDraft;
}

/** Whether the autosave has something to write after a change of the session. */
export const concerns = (state: SessionState, before: SessionState): boolean =>
  state.activeId !== before.activeId ||
  (state.documents !== before.documents &&
    (state.documents.length !== before.documents.length ||
      state.documents.some((open, index) => isOther(open, before.documents[index]))));
