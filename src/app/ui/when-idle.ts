/** Milliseconds after which a busy browser is not waited for any longer. */
const PATIENCE = 1000;

/** Runs when nothing else waits; soon where the browser cannot tell. The returned function calls it off. */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 50);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(run, { timeout: PATIENCE });
  return () => cancelIdleCallback(idle);
}
