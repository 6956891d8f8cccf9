import { useStore, ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import {
  type Diagram,
  findShape,
  type Line,
  type Shape,
  type Template,
} from '../../../core/document/index.ts';
import { drawnBox, flowDrawing, labelShifts } from '../../../core/drawing/index.ts';
import { insetRect, type Rect } from '../../../core/geometry/index.ts';
import { useNameScale } from '../base/name-scale.ts';
import { tilesIn, tilesRect } from '../base/tiles.ts';
import { useCanvas } from '../base/use-canvas.ts';
import { Badge, badgePlace, type NameBoxes, nameBox } from './badge.tsx';

interface SpotlightProps {
  readonly diagram: Diagram;
  readonly template: Template;
  readonly flow: Line;
  /** Null where no numbers are shown. */
  readonly number: string | null;
  readonly boxes: NameBoxes;
}

/** Model units between an element and the mark around it. */
const AROUND = 5;
/** The veil reaches so much farther than the view, by the view's size: it is there before a quick move of it is. */
const FARTHER = 0.25;

/**
 * Marks a flow with its ends and dims all else. One veil with holes lies over whatever is drawn below, so that it costs
 * the same however much that is.
 */
export function Spotlight({ diagram, template, flow, number, boxes }: SpotlightProps) {
  const scale = useNameScale();
  const { id } = useCanvas();
  const tiles = useStore(tilesIn);
  const veil = useMemo(() => {
    const view = tilesRect(tiles);
    return insetRect(view, -FARTHER * Math.max(view.width, view.height));
  }, [tiles]);
  const ends = [...new Set([flow.source.element, flow.target.element])].flatMap(
    (end) => findShape(diagram, end) ?? [],
  );
  const shift = labelShifts(diagram.lines, template).get(flow.id) ?? 0;
  const name = nameBox(flow, template, shift, boxes);
  const holes = [name, ...ends.map((end) => boxes?.get(end.id))].filter((box) => box !== undefined);
  const { path, head } = flowDrawing(flow, template);
  return (
    <ViewportPortal>
      <svg className="canvas-layer canvas-spotlight" style={scale} width={1} height={1} aria-hidden="true">
        <mask id={`${id}-spotlight`} maskUnits="userSpaceOnUse" {...placed(veil)}>
          <rect className="canvas-spotlight-on" {...placed(veil)} />
          {ends.map((end) => (
            <Around key={end.id} shape={end} className="canvas-spotlight-off" />
          ))}
          {holes.map((box) => (
            <rect key={`${box.left} ${box.top}`} className="canvas-spotlight-off" {...placed(box)} />
          ))}
        </mask>
        <rect className="canvas-spotlight-veil" mask={`url(#${id}-spotlight)`} {...placed(veil)} />
        {ends.map((end) => (
          <Around key={end.id} shape={end} className="canvas-spotlight-mark" />
        ))}
        <path className="canvas-spotlight-mark" d={`${path}${head}`} />
        {name !== undefined && <rect className="canvas-spotlight-mark" {...placed(name)} rx={3} />}
        {number !== null && <Badge number={number} {...badgePlace(flow, name)} />}
      </svg>
    </ViewportPortal>
  );
}

const placed = ({ left, top, width, height }: Rect) => ({ x: left, y: top, width, height });

function Around({ shape, className }: { readonly shape: Shape; readonly className: string }) {
  const { left, top, width, height } = insetRect(drawnBox(shape), -AROUND);
  const [rx, ry] = [width / 2, height / 2];
  return shape.kind === 'ellipse' ? (
    <ellipse className={className} cx={left + rx} cy={top + ry} rx={rx} ry={ry} />
  ) : (
    <rect className={className} x={left} y={top} width={width} height={height} rx={3} />
  );
}
