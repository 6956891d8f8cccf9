import type { DraftLine } from './draft.ts';
import type { Losses } from './losses.ts';

/** Where a connector is drawn with an arrow. */
export interface Arrows {
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/**
 * The flows that a connector stands for: against its direction with an arrow at the start alone, two with an arrow at both
 * ends (`two-way`), from start to end without any (`no-arrow`).
 */
export function byArrows(line: DraftLine, { atStart, atEnd }: Arrows, losses: Losses): readonly DraftLine[] {
  const back = { ...line, source: line.target, target: line.source, bends: line.bends.toReversed() };
  if (atStart && atEnd) {
    losses.add('two-way', line.name);
    return [line, { ...back, id: `${line.id} back` }];
  }
  if (!atStart && !atEnd) losses.add('no-arrow', line.name);
  return [atStart ? back : line];
}
