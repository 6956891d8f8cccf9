import type { Diagram, Placement } from '../../../core/document/index.ts';
import { edited, placeElements } from '../../../core/edit/index.ts';
import { partWay } from '../../../core/layout/index.ts';
import { threatChanges, tidyPlacement } from '../../../core/session/index.ts';
import { notify, type OpenModel, type StepOf } from '../../store/index.ts';
import { inSlices } from '../../ui/index.ts';
import { words } from '../../words/index.ts';
import type { Canvas } from '../base/canvas.ts';
import { clearGesture, previewEdit } from '../base/showing.ts';
import { fitDiagram } from '../base/view.ts';
import { gestureRuns } from '../gestures/controller.ts';
import { layoutEngine } from './layout-engine.ts';

/** Milliseconds of the movement. */
const ANIMATION = 260;

/** Lays the diagram of a canvas out anew: one undo step, shown as a movement unless motion is not wanted. */
export async function layOut(canvas: Canvas): Promise<void> {
  const open = canvas.open();
  const diagram = canvas.diagram();
  if (open === null || diagram === null) return;
  let placement: Placement;
  try {
    placement = await tidyPlacement(open.model, diagram, await layoutEngine(), inSlices);
  } catch {
    notify({ tone: 'error', text: words.canvas.said.notTidied, wrong: 'fault:not-made' });
    return;
  }
  // The user may have gone on drawing while it was worked out, or be at it: then it no longer fits.
  const fits = () => canvas.diagram() === diagram && !gestureRuns(canvas);
  if (!fits()) return;
  await animate(canvas, diagram, placement, fits);
  if (!fits()) {
    if (!gestureRuns(canvas)) clearGesture(canvas);
    return;
  }
  const { step } = canvas.commit(words.canvas.steps.tidy, (model) =>
    edited(model, placeElements(model, diagram.id, placement), {
      said: words.canvas.said.tidied({ elements: diagram.shapes.length }),
    }),
  );
  clearGesture(canvas);
  fitDiagram(canvas);
  if (step !== null) tellThreatChanges(step);
}

function animate(canvas: Canvas, diagram: Diagram, placement: Placement, fits: () => boolean): Promise<void> {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return Promise.resolve();
  const start = performance.now();
  return new Promise((resolve) => {
    const frame = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - start) / ANIMATION));
      if (t === 1 || !fits()) {
        resolve();
        return;
      }
      const places = partWay(diagram, placement, 1 - (1 - t) ** 3);
      previewEdit(canvas, (model) => placeElements(model, diagram.id, places));
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** Where flows cross boundaries decides threats: a layout that changed that must not do so in silence. */
function tellThreatChanges(undoes: StepOf<OpenModel>): void {
  const { came, went } = threatChanges(undoes.step.before, undoes.step.after);
  if (came + went === 0) return;
  notify({
    tone: 'warning',
    text: words.canvas.said.crossings({ came, went }),
    wrong: 'fault:crossings',
    undoes,
  });
}
