import type { Threat } from '../../core/document/index.ts';
import type { PendingUpdate } from '../../core/engine/index.ts';
import { words } from '../words/index.ts';

/** The parts of a preview that are not empty, in words. */
export function previewParts({ added, refreshed, removed }: PendingUpdate): readonly {
  readonly text: string;
  readonly threats: readonly Threat[];
}[] {
  const { parts } = words.threats.update;
  return [
    { text: parts.added({ threats: added.length }), threats: added },
    { text: parts.refreshed({ threats: refreshed.length }), threats: refreshed },
    { text: parts.removed({ threats: removed.length }), threats: removed },
  ].filter(({ threats }) => threats.length > 0);
}
