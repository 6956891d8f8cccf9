/** Milliseconds after which a busy browser is not waited for any longer. */
const PATIENCE = 1000;

/**
 * Runs when nothing else waits, after `patience` milliseconds in any case; soon where the browser cannot tell. The
 * returned function calls it off.
 */
export function whenIdle(run: () => void, patience = PATIENCE): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 50);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(run, { timeout: patience });
  return () => cancelIdleCallback(idle);
}
