import type { ElementId, Model } from '../../../core/document/index.ts';
import { duplicateElements } from '../../../core/edit/index.ts';
import { newGuid } from '../../store/index.ts';

/** Guids that are the same each time a command is applied anew, as previews do. */
export function stableGuids(): { readonly next: () => string; readonly restart: () => void } {
  const guids: string[] = [];
  let index = 0;
  return {
    next: () => {
      const guid = guids[index] ?? newGuid();
      guids[index++] = guid;
      return guid;
    },
    restart: () => {
      index = 0;
    },
  };
}

/** Copies of elements at an offset, with the same ids however often the offset changes. */
export function duplicating() {
  const guids = stableGuids();
  let copies: readonly ElementId[] = [];
  return {
    command: (ids: readonly ElementId[], dx: number, dy: number) => (model: Model) => {
      guids.restart();
      const made = duplicateElements(model, ids, dx, dy, guids.next);
      copies = made.ids;
      return made.model;
    },
    /** The ids that the last run made. */
    copies: () => copies,
  };
}
