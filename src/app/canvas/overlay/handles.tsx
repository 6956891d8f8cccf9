import { type ElementId, type Line, portForm, type Shape } from '../../../core/document/index.ts';
import { allPorts, curveThrough, type Point, pointAt, type Rect } from '../../../core/geometry/index.ts';

interface OnShape {
  readonly shape: Shape;
  readonly zoom: number;
}

const DIAGONAL = /^(North|South)(East|West)$/;

/** Pixels around a port that still count as it; a finger needs more. */
const REACH = { fine: 9, coarse: 16 };
const reach = () => (matchMedia('(pointer: coarse)').matches ? REACH.coarse : REACH.fine);
/** Ports leave most of an element free to be dragged: their reach is no more than this share of it. */
const SHARE = 0.12;
/** Fingers need a place of 24 pixels; an element that is smaller than two of them needs the rest to be dragged by. */
const leastReach = (pixels: number) => (reach() === REACH.coarse && pixels >= 60 ? 12 : 5);
/** On an element of fewer pixels only the four main ports have room. */
const ROOM_FOR_ALL = 70;

/** The 8 places where flows attach. Dragging from one draws a flow; a click offers a new element there. */
export function Ports({ shape, zoom, corners }: OnShape & { readonly corners: boolean }) {
  const size = Math.min(shape.width, shape.height);
  const all = corners && size * zoom >= ROOM_FOR_ALL;
  const ports = allPorts(shape, portForm(shape)).filter(({ port }) => all || !DIAGONAL.test(port));
  const hit = Math.min(reach(), Math.max(size * zoom * SHARE, leastReach(size * zoom))) / zoom;
  return (
    <g data-element={shape.id}>
      {ports.map(({ port, point }) => (
        <g key={port} className="canvas-port" data-part="port" data-port={port}>
          <circle className="canvas-port-hit" cx={point.x} cy={point.y} r={hit} />
          <circle
            className="canvas-port-dot"
            cx={point.x}
            cy={point.y}
            r={4 / zoom}
            strokeWidth={1.5 / zoom}
          />
        </g>
      ))}
    </g>
  );
}

interface ResizeHandlesProps {
  /** One of those that the frame is around. */
  readonly owner: ElementId;
  readonly box: Rect;
  readonly zoom: number;
}

/** Handles on the frame, outside of the ports; the whole side of the frame can be dragged too. */
export function ResizeHandles({ owner, box, zoom }: ResizeHandlesProps) {
  const gap = 3 / zoom;
  const left = box.left - gap;
  const top = box.top - gap;
  const right = box.left + box.width + gap;
  const bottom = box.top + box.height + gap;
  // Just outside of the frame: the border itself moves a boundary, whose inside lets the pointer through.
  const out = 2 / zoom;
  const sides = [
    ['n', `M${left} ${top - out}H${right}`],
    ['s', `M${left} ${bottom + out}H${right}`],
    ['w', `M${left - out} ${top}V${bottom}`],
    ['e', `M${right + out} ${top}V${bottom}`],
  ] as const;
  const corners = [
    ['nw', left, top],
    ['ne', right, top],
    ['se', right, bottom],
    ['sw', left, bottom],
  ] as const;
  const size = 8 / zoom;
  const grip = (reach() === REACH.coarse ? 24 : 16) / zoom;
  return (
    <g data-element={owner}>
      {sides.map(([corner, d]) => (
        <path
          key={corner}
          className={`canvas-side canvas-resize-${corner}`}
          data-part="resize"
          data-corner={corner}
          d={d}
          strokeWidth={6 / zoom}
        />
      ))}
      {corners.map(([corner, x, y]) => (
        <g key={corner} className={`canvas-resize-${corner}`} data-part="resize" data-corner={corner}>
          <rect className="canvas-corner-hit" x={x - grip / 2} y={y - grip / 2} width={grip} height={grip} />
          <rect
            className="canvas-corner"
            x={x - size / 2}
            y={y - size / 2}
            width={size}
            height={size}
            strokeWidth={1.2 / zoom}
          />
        </g>
      ))}
    </g>
  );
}

/** Pixels from a port to the knob of an end attached there: a drag from the port itself draws a new flow. */
const OFF_PORT = 22;
/** On a short line the knobs of the ends leave the middle free. */
const MOST = 0.25;

/** Where the knob of an end lies: on a free end, or on the curve beside the port of an attached one. */
function knobAt(line: Line, end: 'source' | 'target', zoom: number): Point {
  if (line[end].element === null) return line[end];
  const curve = curveThrough(line.source, line.handle, line.target);
  const { x, y } = line[end];
  const step = 0.01;
  for (let t = step; t < MOST; t += step) {
    const at = pointAt(curve, end === 'source' ? t : 1 - t);
    if (Math.hypot(at.x - x, at.y - y) * zoom >= OFF_PORT) return at;
  }
  return pointAt(curve, end === 'source' ? MOST : 1 - MOST);
}

/** Both ends and the point in the middle of a selected line. */
export function LineHandles({ line, zoom }: { readonly line: Line; readonly zoom: number }) {
  const knobs = [
    ['end', 'source', knobAt(line, 'source', zoom)],
    ['end', 'target', knobAt(line, 'target', zoom)],
    ['handle', 'handle', line.handle],
  ] as const;
  return (
    <g data-element={line.id}>
      {knobs.map(([part, end, { x, y }]) => (
        <g key={end} className={`canvas-knob canvas-knob-${part}`} data-part={part} data-end={end}>
          <circle className="canvas-port-hit" cx={x} cy={y} r={Math.max(10, reach()) / zoom} />
          <circle className="canvas-knob-dot" cx={x} cy={y} r={5 / zoom} strokeWidth={1.5 / zoom} />
        </g>
      ))}
    </g>
  );
}
