import type { NewGuid } from '../../core/document/index.ts';

/** The outside world as the store sees it: ids and the clock. Tests replace it. */
export interface Environment {
  readonly newGuid: NewGuid;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Minutes that local time is ahead of UTC. */
  readonly utcOffsetMinutes: () => number;
}

export const browserEnvironment: Environment = {
  newGuid: () => crypto.randomUUID(),
  now: () => Date.now(),
  utcOffsetMinutes: () => -new Date().getTimezoneOffset(),
};
