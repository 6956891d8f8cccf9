import type { NewGuid } from '../../../core/document/index.ts';
import { newGuid } from '../../store/index.ts';

/**
 * Guids that are the same each time a command is applied anew, as previews do: each call gives a source that begins at
 * the first.
 */
export function stableGuids(): () => NewGuid {
  const guids: string[] = [];
  return () => {
    let index = 0;
    return () => {
      const guid = guids[index] ?? newGuid();
      guids[index++] = guid;
      return guid;
    };
  };
}
