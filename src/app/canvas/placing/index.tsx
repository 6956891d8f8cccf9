import './placing.css';
import { ViewportPortal } from '@xyflow/react';
import { findElementType, lineKindOf, shapeKindOf, type Template } from '../../../core/document/index.ts';
import {
  arrowHead,
  boundaryImage,
  boundaryNameLines,
  imagePlacement,
  isBeforeLabel,
  lookOf,
  nameLines,
  pathOf,
  storeLines,
  TEXT_SIZE,
} from '../../../core/drawing/index.ts';
import { type Curve, pointAt, type Rect } from '../../../core/geometry/index.ts';
import { showKeys, useSession } from '../../store/index.ts';
import { laterWords } from '../../words/later.ts';
import type { Ghost as GhostOf } from '../base/live.ts';
import { useLive } from '../base/use-canvas.ts';

interface GhostProps {
  readonly template: Template;
}

/** The stencil where a click, a drag or a drop would place it: its outline, its picture and its name. */
export function Ghost({ template }: GhostProps) {
  const ghost = useLive((state) => state.ghost);
  if (ghost === null) return null;
  const { typeName } = lookOf(template, ghost.typeId);
  return (
    <ViewportPortal>
      <svg className="canvas-overlay canvas-ghost" width={1} height={1} aria-hidden="true">
        {ghost.curve === undefined ? (
          <Shape box={ghost.box} typeId={ghost.typeId} template={template} />
        ) : (
          <Line curve={ghost.curve} name={typeName} isFlow={lineKindOf(template, ghost.typeId) === 'flow'} />
        )}
      </svg>
    </ViewportPortal>
  );
}

/** Pixels between a line and its name. */
const BELOW = 14;

/** A trust boundary has no arrow. */
function Line({
  curve,
  name,
  isFlow,
}: {
  readonly curve: Curve;
  readonly name: string;
  readonly isFlow: boolean;
}) {
  const middle = pointAt(curve, 0.5);
  return (
    <>
      <path d={pathOf(curve) + (isFlow ? arrowHead(curve) : '')} />
      <text x={middle.x} y={middle.y + BELOW} textAnchor="middle" dy="0.35em" fontSize={TEXT_SIZE}>
        {name}
      </text>
    </>
  );
}

interface ShapeProps {
  readonly box: Rect;
  readonly typeId: GhostOf['typeId'];
  readonly template: Template;
}

function Shape({ box, typeId, template }: ShapeProps) {
  const look = lookOf(template, typeId);
  const boundary = shapeKindOf(template, typeId) === 'borderBoundary';
  const before = boundary && isBeforeLabel(look.imageLocation);
  const place = boundary
    ? boundaryImage(look.typeName, box, look.imageLocation)
    : imagePlacement(box, look.imageLocation);
  const lines = boundary
    ? boundaryNameLines(look.typeName, box, look.image !== null && before).lines
    : nameLines(look.typeName, box).map((line) => ({ ...line, x: box.left + box.width / 2 }));
  return (
    <>
      <Outline box={box} typeId={typeId} template={template} />
      {look.image !== null && (
        <image href={look.image} x={place.left} y={place.top} width={place.width} height={place.height} />
      )}
      <text textAnchor={boundary ? 'end' : 'middle'} fontSize={TEXT_SIZE}>
        {lines.map(({ text, x, y }) => (
          <tspan key={y} x={x} y={y} dy="0.35em">
            {text}
          </tspan>
        ))}
      </text>
    </>
  );
}

function Outline({ box, typeId, template }: ShapeProps) {
  const { left, top, width, height } = box;
  switch (shapeKindOf(template, typeId)) {
    case 'ellipse':
      return <ellipse cx={left + width / 2} cy={top + height / 2} rx={width / 2} ry={height / 2} />;
    case 'parallelLines': {
      const store = storeLines(box);
      const across = `h${store.width}`;
      return (
        <path d={`M${store.left} ${store.top}${across}M${store.left} ${store.top + store.height}${across}`} />
      );
    }
    default:
      return <rect x={left} y={top} width={width} height={height} rx={4} />;
  }
}

/** What the stencil that was chosen waits for. A drag shows that by itself. */
export function PlacingHint({ template }: { readonly template: Template }) {
  const tool = useSession((state) => state.tool);
  if (tool.kind !== 'place' || tool.dragged) return null;
  const { how, putBack } = laterWords.placing;
  return (
    <p className="placing-hint">
      <b>{findElementType(template, tool.typeId)?.name ?? tool.typeId}</b>
      {how}
      <span className="placing-key">
        {' · '}
        <kbd>{showKeys('Escape')}</kbd> {putBack}
      </span>
    </p>
  );
}
