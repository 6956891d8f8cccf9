import { useStore, ViewportPortal } from '@xyflow/react';
import type { Diagram, Element, ElementId, Shape, Template } from '../../../core/document/index.ts';
import { isLine, takesFlows } from '../../../core/document/index.ts';
import { arrowHead, drawnBox, pathOf } from '../../../core/drawing/index.ts';
import { curveThrough, insetRect, rectUnion } from '../../../core/geometry/index.ts';
import { useLive } from '../base/use-canvas.ts';
import { Guides } from './guides.tsx';
import { LineHandles, Ports, ResizeHandles } from './handles.tsx';

interface OverlayProps {
  readonly diagram: Diagram;
  readonly template: Template;
  readonly selection: ReadonlySet<ElementId>;
}

/** What lies over the drawing: frames and handles of the selection, ports, guides, the marquee, a new flow. */
export function Overlay({ diagram, template, selection }: OverlayProps) {
  const zoom = useStore((state) => state.transform[2]);
  const gesture = useLive((state) => state.gesture);
  const hover = useLive((state) => state.hover);
  const aim = useLive((state) => state.aim);
  const crossed = useLive((state) => state.crossed);
  const only = selection.size === 1 ? elementOf(diagram, [...selection][0]) : undefined;
  const hovered = hover === null ? undefined : elementOf(diagram, hover);
  const lit = new Set(aim === null ? crossed : [...crossed, aim]);
  const ported = hovered !== undefined ? hovered : only;
  return (
    <ViewportPortal>
      <svg className="canvas-overlay" width={1} height={1} aria-hidden="true">
        <Frames diagram={diagram} selection={selection} zoom={zoom} />
        {gesture === null && only !== undefined && !isLine(only) && (
          <ResizeHandles owner={only.id} box={drawnBox(only)} zoom={zoom} />
        )}
        {gesture !== 'move' && <GroupFrame diagram={diagram} selection={selection} zoom={zoom} />}
        {gesture === null &&
          ported !== undefined &&
          !isLine(ported) &&
          roomy(ported, zoom) &&
          takesFlows(template, ported) && (
            // The corners of a selected box are for its size.
            <Ports shape={ported} zoom={zoom} corners={ported !== only || ported.kind === 'ellipse'} />
          )}
        {gesture !== 'move' && only !== undefined && isLine(only) && <LineHandles line={only} zoom={zoom} />}
        <Lit diagram={diagram} ids={lit} zoom={zoom} />
        <Guides zoom={zoom} />
        <NewFlow zoom={zoom} />
        <Marquee />
      </svg>
    </ViewportPortal>
  );
}

/** By going through the diagram: it is another one at each step of a gesture, and an index of each costs more. */
const elementOf = ({ shapes, lines }: Diagram, id: ElementId | undefined): Element | undefined =>
  shapes.find((shape) => shape.id === id) ?? lines.find((line) => line.id === id);

/** In pixels. */
const AIM_WIDTH = 2.5;

/** Handles must leave most of an element free to be dragged: below this many pixels there are none. */
const LEAST = 44;
const roomy = (shape: Shape, zoom: number) => Math.min(shape.width, shape.height) * zoom >= LEAST;

/** More frames than this say no more than the elements' own colour does. */
const MANY = 200;

function Frames({ diagram, selection, zoom }: Omit<OverlayProps, 'template'> & { readonly zoom: number }) {
  if (selection.size === 0 || selection.size > MANY) return null;
  return diagram.shapes
    .filter((shape) => selection.has(shape.id))
    .map((shape) => <Frame key={shape.id} shape={shape} zoom={zoom} className="canvas-frame" />);
}

/** Around several selected shapes: they are resized together. */
function GroupFrame({
  diagram,
  selection,
  zoom,
}: Omit<OverlayProps, 'template'> & { readonly zoom: number }) {
  const gesture = useLive((state) => state.gesture);
  const shapes = selection.size < 2 ? [] : diagram.shapes.filter((shape) => selection.has(shape.id));
  const box = rectUnion(shapes.map(drawnBox));
  const [first] = shapes;
  if (shapes.length < 2 || box === undefined || first === undefined) return null;
  const gap = 3 / zoom;
  const frame = insetRect(box, -gap);
  return (
    <>
      <rect
        className="canvas-group-frame"
        x={frame.left}
        y={frame.top}
        width={frame.width}
        height={frame.height}
        strokeWidth={1 / zoom}
        strokeDasharray={`${4 / zoom}`}
      />
      {gesture === null && <ResizeHandles owner={first.id} box={box} zoom={zoom} />}
    </>
  );
}

interface LitProps {
  readonly diagram: Diagram;
  readonly ids: ReadonlySet<ElementId>;
  readonly zoom: number;
}

/** What a gesture points at or reaches: shapes by their frames, line boundaries by their curves. */
function Lit({ diagram, ids, zoom }: LitProps) {
  return [...ids].map((id) => {
    const element = elementOf(diagram, id);
    if (element === undefined) return null;
    if (!isLine(element)) return <Frame key={id} shape={element} zoom={zoom} className="canvas-aim" />;
    const curve = curveThrough(element.source, element.handle, element.target);
    return <path key={id} className="canvas-aim" d={pathOf(curve)} strokeWidth={AIM_WIDTH / zoom} />;
  });
}

interface FrameProps {
  readonly shape: Shape;
  readonly zoom: number;
  readonly className: string;
}

function Frame({ shape, zoom, className }: FrameProps) {
  const box = drawnBox(shape);
  const gap = 3 / zoom;
  return (
    <rect
      className={className}
      x={box.left - gap}
      y={box.top - gap}
      width={box.width + 2 * gap}
      height={box.height + 2 * gap}
      strokeWidth={(className === 'canvas-aim' ? AIM_WIDTH : 1.2) / zoom}
    />
  );
}

function NewFlow({ zoom }: { readonly zoom: number }) {
  const connecting = useLive((state) => state.connecting);
  if (connecting === null) return null;
  return (
    <path
      className="canvas-new-flow"
      d={pathOf(connecting.curve) + arrowHead(connecting.curve)}
      strokeWidth={1.6 / Math.min(zoom, 1)}
    />
  );
}

function Marquee() {
  const marquee = useLive((state) => state.marquee);
  if (marquee === null) return null;
  const { left, top, width, height } = marquee;
  return <rect className="canvas-marquee" x={left} y={top} width={width} height={height} />;
}
