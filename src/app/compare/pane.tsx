import { useEffect, useRef } from 'react';
import type { ElementId } from '../../core/document/index.ts';
import { type Paint, paintDiagram, paintSigns } from './paint.ts';
import type { PlacedDiagram } from './placed.ts';
import type { Sign } from './signs.ts';
import type { SharedView, Size, View } from './view.ts';

/** What a pane paints: a side, in a part of its width (0 to 1). */
export interface Layer {
  readonly placed: PlacedDiagram | null;
  readonly from: number;
  readonly to: number;
}

interface PaneProps {
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
    let timer = 0;
    let shot: Shot | null = null;
    const paint = (whole: boolean) => {
      frame = 0;
      const pane = latest.current;
      const isMoving = !whole && shot !== null;
      if (isMoving && shot !== null) paintShot(own, shot, pane.view.now());
      else {
        paintPane(own, pane);
        shot = shotOf(own, pane);
      }
      clearTimeout(timer);
      if (isMoving) timer = window.setTimeout(() => draw.current(), STILL);
    };
    const ask = (whole: boolean) => {
      if (whole) cancelAnimationFrame(frame);
      else if (frame !== 0) return;
      frame = requestAnimationFrame(() => paint(whole));
    };
    draw.current = () => ask(true);
    const observer = new ResizeObserver(() => {
      onSize({ width: own.clientWidth, height: own.clientHeight });
      draw.current();
    });
    observer.observe(own);
    const end = view.onChange(() => ask(false));
    return () => {
      end();
      observer.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [view, onSize]);
  useEffect(() => {
    latest.current = shown;
    draw.current();
  });
  return <canvas ref={canvas} className="compare-canvas" data-side={side} role="img" aria-label={label} />;
}

/** Elements from which a pane that moves is a picture of itself: painting so many takes longer than a frame. */
const MANY = 400;
/** Milliseconds after which a view that has moved is painted anew. */
const STILL = 120;

/** What a pane looked like when it was painted last. */
interface Shot {
  readonly picture: HTMLCanvasElement;
  readonly view: View;
}

/** Null where painting anew is as quick. */
function shotOf(
  canvas: HTMLCanvasElement,
  { layers, view }: Pick<PaneProps, 'layers' | 'view'>,
): Shot | null {
  const count = layers.reduce((sum, { placed }) => sum + (placed?.elements.length ?? 0), 0);
  if (count < MANY || canvas.width === 0 || canvas.height === 0) return null;
  const picture = document.createElement('canvas');
  picture.width = canvas.width;
  picture.height = canvas.height;
  picture.getContext('2d')?.drawImage(canvas, 0, 0);
  return { picture, view: view.now() };
}

/** The picture where the view has it now. */
function paintShot(canvas: HTMLCanvasElement, { picture, view }: Shot, now: View): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  const by = now.zoom / view.zoom;
  const density = window.devicePixelRatio || 1;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(by, 0, 0, by, density * (now.x - view.x * by), density * (now.y - view.y * by));
  pen.drawImage(picture, 0, 0);
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
