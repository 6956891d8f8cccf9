import { atOnce, type Steps } from '../base/index.ts';
import type { Model, Threat } from '../document/index.ts';
import { type Excess, excessOf } from './generate.ts';
import { regenerating } from './reconcile.ts';

/** What bringing all threats up to date would do to them. */
export interface PendingUpdate {
  readonly added: readonly Threat[];
  /** Threats that stay and get other texts, as they would be. */
  readonly refreshed: readonly Threat[];
  /** Threats that nobody worked on and that follow no longer. */
  readonly removed: readonly Threat[];
  /** Set where nothing is brought up to date, because the threats would be too many. */
  readonly excess: Excess | null;
}

export interface UpdatePreview extends PendingUpdate {
  /** The model as it would be. */
  readonly after: Model;
}

const known = new WeakMap<Model, UpdatePreview>();

/** Worked out once for each document. */
export const updatePreview = (model: Model): UpdatePreview => atOnce(previewingUpdate(model));

/** `updatePreview`, in small steps. */
export function* previewingUpdate(model: Model): Steps<UpdatePreview> {
  const before = known.get(model);
  if (before !== undefined) return before;
  const after = yield* regenerating(model);
  const stored = new Map(model.threats.map((threat) => [threat.key, threat]));
  const kept = new Set(after.threats.map((threat) => threat.key));
  const preview: UpdatePreview = {
    added: after.threats.filter(({ key }) => !stored.has(key)),
    refreshed: after.threats.filter((threat) => stored.has(threat.key) && stored.get(threat.key) !== threat),
    removed: model.threats.filter(({ key }) => !kept.has(key)),
    excess: model.threatGenerationEnabled ? excessOf(model) : null,
    after,
  };
  known.set(model, preview);
  return preview;
}

export const isUpToDate = ({ added, refreshed, removed }: PendingUpdate): boolean =>
  added.length + refreshed.length + removed.length === 0;
