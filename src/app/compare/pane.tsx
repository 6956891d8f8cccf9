import { useEffect, useRef } from 'react';
import type { ElementId } from '../../core/document/index.ts';
import { type Paint, paintDiagram, paintSigns } from './paint.ts';
import type { PlacedDiagram } from './placed.ts';
import type { Sign } from './signs.ts';
import type { SharedView, Size } from './view.ts';

/** What a pane paints: a side, in a part of its width (0 to 1). */
export interface Layer {
  readonly placed: PlacedDiagram | null;
  readonly from: number;
  readonly to: number;
}

export interface PaneProps {
  readonly label: string;
  /** Which side it shows, for what is clicked. */
  readonly side: 'before' | 'after' | 'both';
  readonly layers: readonly Layer[];
  readonly signs: ReadonlyMap<ElementId, Sign>;
  readonly selected: ReadonlySet<ElementId>;
  readonly view: SharedView;
  readonly paint: Omit<Paint, 'density'>;
  /** Changes when pictures of the template have come. */
  readonly loaded: number;
  readonly onSize: (size: Size) => void;
}

/** A picture of one side of a diagram, or of both next to each other where they lie over each other. */
export function Pane({ label, side, onSize, ...shown }: PaneProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(shown);
  const draw = useRef<() => void>(() => undefined);
  const { view } = shown;
  useEffect(() => {
    const own = canvas.current;
    if (own === null) return;
    let frame = 0;
    draw.current = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        paintPane(own, latest.current);
      });
    };
    const observer = new ResizeObserver(() => {
      onSize({ width: own.clientWidth, height: own.clientHeight });
      draw.current();
    });
    observer.observe(own);
    const end = view.onChange(() => draw.current());
    return () => {
      end();
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [view, onSize]);
  useEffect(() => {
    latest.current = shown;
    draw.current();
  });
  return <canvas ref={canvas} className="compare-canvas" data-side={side} role="img" aria-label={label} />;
}

function paintPane(canvas: HTMLCanvasElement, pane: Omit<PaneProps, 'label' | 'side' | 'onSize'>): void {
  const density = window.devicePixelRatio || 1;
  const size = { width: canvas.clientWidth, height: canvas.clientHeight };
  canvas.width = Math.round(size.width * density);
  canvas.height = Math.round(size.height * density);
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  const view = pane.view.now();
  const paint: Paint = { ...pane.paint, density };
  for (const { placed, from, to } of pane.layers) {
    if (placed === null) continue;
    pen.save();
    pen.beginPath();
    pen.rect(from * canvas.width, 0, (to - from) * canvas.width, canvas.height);
    pen.clip();
    paintDiagram(pen, placed, view, size, paint);
    paintSigns(pen, placed, pane.signs, pane.selected, view, size, paint);
    pen.restore();
  }
}
