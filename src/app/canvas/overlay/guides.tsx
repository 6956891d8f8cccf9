import { TEXT_SIZE } from '../../../core/drawing/index.ts';
import type { Rect } from '../../../core/geometry/index.ts';
import { useLive } from '../base/use-canvas.ts';

/** Width and height below a box that changes them. */
function Size({ box, zoom }: { readonly box: Rect; readonly zoom: number }) {
  const words = `${Math.round(box.width)} × ${Math.round(box.height)}`;
  return (
    <g className="canvas-gap">
      <Tag x={box.left + box.width / 2} y={box.top + box.height + 18 / zoom} words={words} zoom={zoom} />
    </g>
  );
}

interface TagProps {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly zoom: number;
}

/** A number on a patch of colour, as large at every zoom. */
function Tag({ x, y, words, zoom }: TagProps) {
  const size = TEXT_SIZE / zoom;
  const width = (words.length * 7 + 8) / zoom;
  return (
    <>
      <rect x={x - width / 2} y={y - size * 0.7} width={width} height={size * 1.4} rx={3 / zoom} />
      <text x={x} y={y} dy="0.35em" textAnchor="middle" fontSize={size * 0.9}>
        {words}
      </text>
    </>
  );
}

/** The lines and distances of the gesture in progress. */
export function Guides({ zoom }: { readonly zoom: number }) {
  const snap = useLive((state) => state.snap);
  if (snap === null) return null;
  return (
    <g>
      {snap.size !== null && <Size box={snap.size} zoom={zoom} />}
      {snap.guides.map(({ axis, at, from, to }) => (
        <path
          key={`${axis}${at}`}
          className="canvas-guide"
          strokeWidth={1 / zoom}
          d={axis === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`}
        />
      ))}
      {snap.gaps.map(({ from, to, distance }) => {
        const x = (from.x + to.x) / 2;
        const y = (from.y + to.y) / 2;
        return (
          <g key={`${from.x},${from.y},${to.x}`} className="canvas-gap">
            <path strokeWidth={1 / zoom} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
            <Tag x={x} y={y} words={String(distance)} zoom={zoom} />
          </g>
        );
      })}
    </g>
  );
}
