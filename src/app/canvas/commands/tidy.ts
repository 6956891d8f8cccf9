import { notify } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import type { Canvas } from '../base/canvas.ts';

/** Lays the diagram of a canvas out anew. What does it is fetched when it is first asked for. */
export async function tidyDiagram(canvas: Canvas): Promise<void> {
  try {
    const { layOut } = await import('./lay-out.ts');
    await layOut(canvas);
  } catch {
    notify({ tone: 'error', text: words.canvas.said.notTidied });
  }
}
