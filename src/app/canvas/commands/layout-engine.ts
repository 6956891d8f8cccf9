import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import type { LayoutEngine } from '../../../core/session/index.ts';

/** The layout engine in its worker, started when it is first needed. */
let started: Promise<ELK> | null = null;
/** Settles once the worker has nothing to do: what waits for its turn can still be called off. */
let free: Promise<unknown> = Promise.resolve();

/** Milliseconds after which a layout is asked again whether it is wanted. */
const ASKED_AGAIN = 100;

async function start(): Promise<ELK> {
  const [{ default: Elk }, { default: url }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ]);
  return new Elk({ workerFactory: () => new Worker(url) });
}

function elkInWorker(): Promise<ELK> {
  started ??= start();
  started.catch(forget);
  return started;
}

function forget(): void {
  started = null;
}

/**
 * The layout engine. Rejects when it cannot be fetched; then, and after a layout that failed, another one is started the
 * next time. A layout that is no longer wanted rejects, is not begun, and is stopped where it was.
 */
export async function layoutEngine(isWanted: () => boolean = () => true): Promise<LayoutEngine> {
  await elkInWorker();
  return (graph) => {
    const turn = free.then(() => laidOut(graph, isWanted));
    free = turn.catch(() => undefined);
    return turn;
  };
}

async function laidOut(graph: ElkNode, isWanted: () => boolean): Promise<ElkNode> {
  const left = (): Error => new Error('nobody wants the layout any longer');
  if (!isWanted()) throw left();
  const elk = await elkInWorker();
  let asking: ReturnType<typeof setInterval> | undefined;
  const gone = new Promise<never>((_, reject) => {
    asking = setInterval(() => isWanted() || reject(left()), ASKED_AGAIN);
  });
  try {
    return await Promise.race([elk.layout(graph), gone]);
  } catch (error) {
    // Whoever asked for it is told. Its worker has failed, or is at what nobody wants.
    forget();
    elk.terminateWorker();
    throw error;
  } finally {
    clearInterval(asking);
  }
}
