import { useStore } from '@xyflow/react';
import { type ComponentProps, useEffect, useRef } from 'react';
import type { Diagram, Model } from '../../core/document/index.ts';
import { boundsOf, drawnParts } from '../../core/drawing/index.ts';
import { makingThreats } from '../../core/engine/index.ts';
import { rectContainsRect } from '../../core/geometry/index.ts';
import { type drawnOnScreen, inSlices, showsDrawn, whenIdle, whileWanted } from '../ui/index.ts';
import type { Canvas } from './base/canvas.ts';
import { useCanvas } from './base/use-canvas.ts';
import { currentZoom, ensureVisible, visibleRect } from './base/view.ts';
import { ColourLayer } from './colours/index.ts';
import { NameLayer } from './names/index.ts';
import { FlowSteps, NumberLayer } from './numbers/index.ts';

type LayersProps = Omit<ComponentProps<typeof NameLayer>, 'over'> &
  ComponentProps<typeof ColourLayer> &
  Omit<ComponentProps<typeof NumberLayer>, 'boxes'>;

/** What lies over the drawing and comes after the first canvas; names last but what goes by their places. */
export function LaterLayers(drawn: LayersProps) {
  const canvas = useCanvas();
  useEffect(() => showsDrawn(() => drawnOn(canvas)), [canvas]);
  useSelectionInView(canvas);
  useMadeThreats(drawn.resting, drawn.model);
  return (
    <>
      <ColourLayer {...drawn} />
      <NameLayer
        {...drawn}
        over={(boxes) => (
          <>
            <NumberLayer {...drawn} boxes={boxes} />
            <FlowSteps {...drawn} boxes={boxes} />
          </>
        )}
      />
    </>
  );
}

/** Where something is drawn, on the screen. */
function drawnOn({ port, diagram, open }: Canvas): ReturnType<typeof drawnOnScreen> {
  const [shown, template] = [diagram(), open()?.model.template];
  if (port === null || shown === null || template === undefined) return [];
  const [frame, { x, y, zoom }] = [port.frame(), port.viewport()];
  return drawnParts(shown, template).map(({ left, top, width, height }) => ({
    left: frame.left + x + left * zoom,
    top: frame.top + y + top * zoom,
    right: frame.left + x + (left + width) * zoom,
    bottom: frame.top + y + (top + height) * zoom,
  }));
}

/** What is selected and seen stays in view as the canvas becomes lower: for a panel, or for what is said below it. */
function useSelectionInView(canvas: Canvas): void {
  const height = useStore((state) => state.height);
  const before = useRef(height);
  useEffect(() => {
    const gone = before.current - height;
    before.current = height;
    if (gone <= 0) return;
    // A view that was fitted is fitted again first.
    const frame = requestAnimationFrame(() => {
      const [diagram, open, view] = [canvas.diagram(), canvas.open(), visibleRect(canvas)];
      if (diagram === null || open === null || open.selection.size === 0) return;
      const bounds = boundsOf(diagram, open.model.template, open.selection);
      const seen = { ...view, height: view.height + gone / currentZoom(canvas) };
      if (bounds !== null && rectContainsRect(seen, bounds) && !rectContainsRect(view, bounds))
        ensureVisible(canvas, bounds);
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, height]);
}

/**
 * What a diagram yields is worked out once it is shown: the first edit, which needs it, then costs what the others do.
 */
function useMadeThreats(diagram: Diagram, { template, threatGenerationEnabled }: Model): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an edit makes of the diagram, it makes of its threats
  useEffect(() => {
    if (!threatGenerationEnabled) return;
    let current = true;
    const steps = makingThreats({ template, diagrams: [diagram] });
    const callOff = whenIdle(() => void inSlices(whileWanted(steps, () => current)));
    return () => {
      current = false;
      callOff();
    };
  }, [diagram.id, template, threatGenerationEnabled]);
}
