import { THREAT_STATES } from '../../../core/document/index.ts';

const PRIORITY_ORDER = ['critical', 'very high', 'high', 'medium', 'moderate', 'low'];

const rank = (order: readonly string[], value: string): number => {
  const index = order.indexOf(value);
  return index < 0 ? order.length : index;
};

/** The place of a state in the order of work; unknown ones come last. */
export const stateRank = (state: string): number => rank(THREAT_STATES, state);

/** The place of a priority, the highest first; unknown ones come last. */
const priorityRank = (priority: string): number => rank(PRIORITY_ORDER, priority.toLowerCase());

const byText = new Intl.Collator(undefined, { numeric: true });

/** The highest priority first; those whose place is unknown by their names. */
export const byPriority = (a: string, b: string): number =>
  priorityRank(a) - priorityRank(b) || byText.compare(a, b);
