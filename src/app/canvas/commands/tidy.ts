import { notify } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import type { Canvas } from '../base/canvas.ts';

/** Lays the diagram of a canvas out anew. What does it is fetched when it is first asked for. */
export async function tidyDiagram(canvas: Canvas): Promise<void> {
  const fetched = await import('./lay-out.ts').catch(() => null);
  if (fetched === null)
    notify({ tone: 'error', text: words.canvas.said.notTidied, wrong: 'fault:not-fetched' });
  else await fetched.layOut(canvas);
}
