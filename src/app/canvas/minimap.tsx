import { useReactFlow, useStore } from '@xyflow/react';
import {
  memo,
  type PointerEvent,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { Diagram } from '../../core/document/index.ts';
import { boundsOf, drawnBox } from '../../core/drawing/index.ts';
import type { Rect } from '../../core/geometry/index.ts';
import { whenIdle } from '../ui/index.ts';
import { mapSize, type Size } from './base/map-size.ts';
import { useShownDiagram, useShownModel } from './base/use-canvas.ts';

const PADDING = 8;

/** The theme that is shown, which follows the system, too. */
const shownTheme = () => document.documentElement.dataset['theme'];

function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

interface Fit extends Size {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

function fitOf(bounds: Rect, size: Size): Fit {
  const { width, height } = size;
  const scale = Math.min(
    (width - 2 * PADDING) / Math.max(bounds.width, 1),
    (height - 2 * PADDING) / Math.max(bounds.height, 1),
    0.2,
  );
  return {
    width,
    height,
    scale,
    x: (width - bounds.width * scale) / 2 - bounds.left * scale,
    y: (height - bounds.height * scale) / 2 - bounds.top * scale,
  };
}

/**
 * The small map: the diagram painted once per change, with a frame for the view that alone moves while panning.
 * React Flow's own map redraws every node then. It has no part in a gesture, and does not render with the canvas. A
 * press or drag on it moves the view; the keyboard has the arrow keys and "fit" for that, so it is hidden from it.
 */
export const Minimap = memo(function Minimap() {
  // The map may lag behind what it is a map of.
  const diagram = useDeferredValue(useShownDiagram());
  const size = useStore(mapSize);
  const template = useShownModel()?.model.template;
  const bounds = useMemo(
    () => (diagram === null || template === undefined ? null : boundsOf(diagram, template)),
    [diagram, template],
  );
  if (diagram === null || bounds === null) return null;
  return <Chart diagram={diagram} fit={fitOf(bounds, size)} />;
});

function Chart({ diagram, fit }: { readonly diagram: Diagram; readonly fit: Fit }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useReactFlow();
  const theme = useSyncExternalStore(watchTheme, shownTheme);
  const { scale, x, y, width, height } = fit;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours that paint reads
  useEffect(() => {
    const to = canvas.current;
    return to === null ? undefined : whenIdle(() => paint(to, diagram, { scale, x, y, width, height }));
  }, [diagram, scale, x, y, width, height, theme]);
  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: (event.clientX - box.left - x) / scale, y: (event.clientY - box.top - y) / scale };
    void flow.setCenter(at.x, at.y, { zoom: flow.getZoom() });
  };
  return (
    <div className="canvas-minimap nopan" aria-hidden="true" onPointerDown={go} onPointerMove={go}>
      <canvas ref={canvas} style={{ width, height }} />
      <ViewFrame fit={fit} />
    </div>
  );
}

function ViewFrame({ fit }: { readonly fit: Fit }) {
  const [viewX, viewY, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const left = (-viewX / zoom) * fit.scale + fit.x;
  const top = (-viewY / zoom) * fit.scale + fit.y;
  return (
    <span
      className="canvas-minimap-view"
      style={{
        transform: `translate(${left}px, ${top}px)`,
        width: (width / zoom) * fit.scale,
        height: (height / zoom) * fit.scale,
      }}
    />
  );
}

function paint(canvas: HTMLCanvasElement, diagram: Diagram, { scale, x, y, width, height }: Fit): void {
  const dense = window.devicePixelRatio || 1;
  canvas.width = width * dense;
  canvas.height = height * dense;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const style = getComputedStyle(canvas);
  context.scale(dense, dense);
  context.fillStyle = style.getPropertyValue('--line-strong');
  context.strokeStyle = style.getPropertyValue('--boundary');
  for (const shape of diagram.shapes) {
    const box = drawnBox(shape);
    const at = [box.left * scale + x, box.top * scale + y, box.width * scale, box.height * scale] as const;
    if (shape.kind === 'borderBoundary') context.strokeRect(...at);
    else context.fillRect(...at);
  }
}
