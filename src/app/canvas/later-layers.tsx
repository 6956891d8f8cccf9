import { useStore } from '@xyflow/react';
import { type ComponentProps, useEffect, useLayoutEffect, useRef } from 'react';
import type { Diagram, ElementId, Model } from '../../core/document/index.ts';
import { boundsOf, drawnParts } from '../../core/drawing/index.ts';
import { makingThreats } from '../../core/engine/index.ts';
import type { Rect } from '../../core/geometry/index.ts';
import { type Area, inSlices, showsDrawn, whenIdle, whileWanted } from '../ui/index.ts';
import type { Canvas } from './base/canvas.ts';
import { useCanvas } from './base/use-canvas.ts';
import { currentZoom, panBy, visibleRect } from './base/view.ts';
import { ColourLayer } from './colours/index.ts';
import { NameLayer } from './names/index.ts';
import { FlowSteps, NumberLayer } from './numbers/index.ts';

type LayersProps = Omit<ComponentProps<typeof NameLayer>, 'over'> &
  ComponentProps<typeof ColourLayer> &
  Omit<ComponentProps<typeof NumberLayer>, 'boxes'>;

/** What lies over the drawing and comes after the first canvas; names last but what goes by their places. */
export function LaterLayers(drawn: LayersProps) {
  useSelectionInView(useCanvas());
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
            <OnScreen names={boxes} />
          </>
        )}
      />
    </>
  );
}

interface OnScreenProps {
  /** Where names are that the layer draws; null where they are in the file's size. */
  readonly names: ReadonlyMap<ElementId, Rect> | null;
}

/** Says where something is drawn, for what floats above the canvas. */
function OnScreen({ names }: OnScreenProps) {
  const canvas = useCanvas();
  useLayoutEffect(() => showsDrawn(() => drawnOn(canvas, names)), [canvas, names]);
  return null;
}

function drawnOn({ port, diagram, open }: Canvas, names: OnScreenProps['names']): readonly Area[] {
  const [shown, template] = [diagram(), open()?.model.template];
  if (port === null || shown === null || template === undefined) return [];
  const [frame, { x, y, zoom }] = [port.frame(), port.viewport()];
  return [...drawnParts(shown, template), ...(names?.values() ?? [])].map(({ left, top, width, height }) => ({
    left: frame.left + x + left * zoom,
    top: frame.top + y + top * zoom,
    right: frame.left + x + (left + width) * zoom,
    bottom: frame.top + y + (top + height) * zoom,
  }));
}

/** Pixels below what is brought into view again. */
const BELOW = 24;

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
      const [diagram, open] = [canvas.diagram(), canvas.open()];
      if (diagram === null || open === null || open.selection.size === 0 || canvas.running !== null) return;
      const bounds = boundsOf(diagram, open.model.template, open.selection);
      if (bounds !== null)
        panBy(canvas, 0, -hiddenBelow(bounds, visibleRect(canvas), currentZoom(canvas), gone));
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, height]);
}

/** How far a box has to go up that was in view before `gone` pixels left, in pixels: 0 when it is, was not, or is too high. */
function hiddenBelow(box: Rect, view: Rect, zoom: number, gone: number): number {
  const low = (box.top + box.height - view.top - view.height) * zoom;
  const room = (view.height - box.height) * zoom;
  return low <= 0 || low > gone || room < BELOW ? 0 : low + BELOW;
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
