import { useReactFlow, useStore } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef } from 'react';
import type { Diagram } from '../../core/document/index.ts';
import type { Rect } from '../../core/geometry/index.ts';
import { useActiveDiagram, useSession } from '../store/index.ts';
import { boundsOf } from './bounds.ts';
import { drawnBox } from './nodes/inset.ts';

const WIDTH = 168;
const HEIGHT = 112;
const PADDING = 8;

interface Fit {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

function fitOf(bounds: Rect): Fit {
  const scale = Math.min(
    (WIDTH - 2 * PADDING) / Math.max(bounds.width, 1),
    (HEIGHT - 2 * PADDING) / Math.max(bounds.height, 1),
    0.2,
  );
  return {
    scale,
    x: (WIDTH - bounds.width * scale) / 2 - bounds.left * scale,
    y: (HEIGHT - bounds.height * scale) / 2 - bounds.top * scale,
  };
}

/**
 * The small map: the diagram painted once per change, with a frame for the view that alone moves while panning.
 * React Flow's own map redraws every node then. A press or drag on it moves the view; the keyboard has the
 * arrow keys and "fit" for that, so it is hidden from it.
 */
export function Minimap() {
  const diagram = useActiveDiagram();
  const bounds = diagram === null ? null : boundsOf(diagram);
  if (diagram === null || bounds === null) return null;
  return <Chart diagram={diagram} fit={fitOf(bounds)} />;
}

function Chart({ diagram, fit }: { readonly diagram: Diagram; readonly fit: Fit }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useReactFlow();
  const theme = useSession((state) => state.settings.theme);
  const { scale, x, y } = fit;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours that paint reads
  useEffect(() => {
    if (canvas.current !== null) paint(canvas.current, diagram, { scale, x, y });
  }, [diagram, scale, x, y, theme]);
  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: (event.clientX - box.left - x) / scale, y: (event.clientY - box.top - y) / scale };
    void flow.setCenter(at.x, at.y, { zoom: flow.getZoom() });
  };
  return (
    <div className="canvas-minimap nopan" aria-hidden="true" onPointerDown={go} onPointerMove={go}>
      <canvas ref={canvas} style={{ width: WIDTH, height: HEIGHT }} />
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

function paint(canvas: HTMLCanvasElement, diagram: Diagram, { scale, x, y }: Fit): void {
  const dense = window.devicePixelRatio || 1;
  canvas.width = WIDTH * dense;
  canvas.height = HEIGHT * dense;
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
