import type { Threat } from '../../core/document/index.ts';
import type { PendingUpdate } from '../../core/engine/index.ts';
import { laterWords } from '../words/later.ts';

/** The parts of a preview that are not empty, in words; behind them the threats that are stale and stay so. */
export function previewParts(
  { added, refreshed, removed }: PendingUpdate,
  stale: readonly Threat[] = [],
): readonly {
  readonly text: string;
  readonly threats: readonly Threat[];
}[] {
  const { parts } = laterWords.updateThreats;
  return [
    { text: parts.added({ threats: added.length }), threats: added },
    { text: parts.refreshed({ threats: refreshed.length }), threats: refreshed },
    { text: parts.removed({ threats: removed.length }), threats: removed },
    { text: parts.stale({ threats: stale.length }), threats: stale },
  ].filter(({ threats }) => threats.length > 0);
}
