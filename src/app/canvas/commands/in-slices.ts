import type { Steps } from '../../../core/layout/index.ts';

/** Longest time that the page waits for a computation, in milliseconds: one frame has 16. */
const SLICE = 8;

/** The steps in slices between which the page does what else it has to do. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let start = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - start < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    start = performance.now();
  }
}
