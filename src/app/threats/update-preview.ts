import type { Model, Threat } from '../../core/document/index.ts';
import { regenerate } from '../../core/engine/index.ts';

/** What bringing all threats up to date would do. */
export interface UpdatePreview {
  readonly added: readonly Threat[];
  /** Threats that stay and get other texts, as they would be. */
  readonly refreshed: readonly Threat[];
  /** Threats that nobody worked on and that follow no longer. */
  readonly removed: readonly Threat[];
}

const known = new WeakMap<Model, UpdatePreview>();

/** Worked out once for each document. */
export function updatePreview(model: Model): UpdatePreview {
  const before = known.get(model);
  if (before !== undefined) return before;
  const after = regenerate(model);
  const stored = new Map(model.threats.map((threat) => [threat.key, threat]));
  const kept = new Set(after.threats.map((threat) => threat.key));
  const preview: UpdatePreview = {
    added: after.threats.filter(({ key }) => !stored.has(key)),
    refreshed: after.threats.filter((threat) => stored.has(threat.key) && stored.get(threat.key) !== threat),
    removed: model.threats.filter(({ key }) => !kept.has(key)),
  };
  known.set(model, preview);
  return preview;
}

export const isUpToDate = ({ added, refreshed, removed }: UpdatePreview): boolean =>
  added.length + refreshed.length + removed.length === 0;

/** The parts of a preview that are not empty, in words. */
export function previewParts({ added, refreshed, removed }: UpdatePreview): readonly {
  readonly words: string;
  readonly threats: readonly Threat[];
}[] {
  const follow = removed.length === 1 ? 'no longer follows' : 'no longer follow';
  const texts = refreshed.length === 1 ? 'outdated text' : 'outdated texts';
  return [
    { words: `${added.length} new`, threats: added },
    { words: `${refreshed.length} with ${texts}`, threats: refreshed },
    { words: `${removed.length} ${follow}`, threats: removed },
  ].filter(({ threats }) => threats.length > 0);
}
