/** What a pace needs of the clock. */
export interface Clock {
  readonly now: () => number;
  /** Runs something after some milliseconds, unless it is called off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** Milliseconds between a change and its write: several changes share one. */
const LEAD = 150;
/** Milliseconds between the starts of two writes. With the lead it leaves time for a write within a second. */
const BETWEEN = 500;

/**
 * When to write under steady changes. A throttle and no debounce: a later change never puts a write off, and no write
 * starts while another is under way.
 */
export function writePace(write: () => Promise<unknown>, clock: Clock) {
  let callOff: (() => void) | null = null;
  let writing = false;
  let changed = false;
  let started = Number.NEGATIVE_INFINITY;

  function plan(): void {
    if (writing || callOff !== null) return;
    const wait = Math.max(LEAD, started + BETWEEN - clock.now());
    callOff = clock.after(wait, () => void begin());
  }

  async function begin(): Promise<void> {
    callOff = null;
    changed = false;
    writing = true;
    started = clock.now();
    try {
      await write();
    } finally {
      writing = false;
      if (changed) plan();
    }
  }

  return {
    /** Something has changed. */
    change: (): void => {
      changed = true;
      plan();
    },
    /** Everything was written by someone else: nothing is left to wait for. */
    settled: (): void => {
      callOff?.();
      callOff = null;
      changed = false;
    },
  };
}
