import type { LayoutEngine } from '../../../core/session/index.ts';

/** The layout engine in its worker, started when it is first needed. */
let engine: Promise<LayoutEngine> | null = null;

async function startEngine(): Promise<LayoutEngine> {
  const [{ default: Elk }, { default: url }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ]);
  const elk = new Elk({ workerFactory: () => new Worker(url) });
  return (graph) =>
    elk.layout(graph).catch((error: unknown) => {
      // Whoever asked for it: another one is started the next time.
      forgetEngine();
      throw error;
    });
}

/** The layout engine. Rejects when it cannot be fetched; then, and after a layout that failed, another one is started the next time. */
export function layoutEngine(): Promise<LayoutEngine> {
  engine ??= startEngine();
  engine.catch(forgetEngine);
  return engine;
}

function forgetEngine(): void {
  engine = null;
}
