import { TEXT_SIZE } from '../../../core/report/index.ts';
import { useLive } from '../live.ts';

/** The lines and distances of the gesture in progress. */
export function Guides({ zoom }: { readonly zoom: number }) {
  const snap = useLive((state) => state.snap);
  if (snap === null) return null;
  const size = TEXT_SIZE / zoom;
  return (
    <g>
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
        const width = (String(distance).length * 7 + 8) / zoom;
        return (
          <g key={`${from.x},${from.y},${to.x}`} className="canvas-gap">
            <path strokeWidth={1 / zoom} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
            <rect x={x - width / 2} y={y - size * 0.7} width={width} height={size * 1.4} rx={3 / zoom} />
            <text x={x} y={y} dy="0.35em" textAnchor="middle" fontSize={size * 0.9}>
              {distance}
            </text>
          </g>
        );
      })}
    </g>
  );
}
