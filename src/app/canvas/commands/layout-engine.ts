import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import type { LayoutEngine } from '../../../core/session/index.ts';

interface Engine {
  readonly elk: ELK;
  /** Rejects when the worker fails as a whole, of which the library says nothing. */
  readonly failed: Promise<never>;
}

/** The layout engine in its worker, started when it is first needed. */
let started: Promise<Engine> | null = null;
/** Settles once the worker has nothing to do: what waits for its turn can still be called off. */
let free: Promise<unknown> = Promise.resolve();

/** Milliseconds after which a layout is asked again whether it is wanted. */
const ASKED_AGAIN = 100;

async function start(): Promise<Engine> {
  const [{ default: Elk }, { default: url }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ]);
  const worker = new Worker(url);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  // Between two layouts nobody waits for it.
  failed.catch(forget);
  return { elk: new Elk({ workerFactory: () => worker }), failed };
}

function elkInWorker(): Promise<Engine> {
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
  const { elk, failed } = await elkInWorker();
  let asking: ReturnType<typeof setInterval> | undefined;
  const gone = new Promise<never>((_, reject) => {
    asking = setInterval(() => isWanted() || reject(left()), ASKED_AGAIN);
  });
  try {
    return await Promise.race([elk.layout(graph), gone, failed]);
  } catch (error) {
    // Whoever asked for it is told. Its worker has failed, or is at what nobody wants.
    forget();
    elk.terminateWorker();
    throw error;
  } finally {
    clearInterval(asking);
  }
}
