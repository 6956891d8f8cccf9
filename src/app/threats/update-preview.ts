import type { Threat } from '../../core/document/index.ts';
import type { UpdatePreview } from '../../core/engine/index.ts';

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
