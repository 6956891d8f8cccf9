import { ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import { type Diagram, type ElementId, isOutOfScope, type Shape } from '../../../core/document/index.ts';
import { drawnBox } from '../../../core/drawing/index.ts';
import { words } from '../../words/index.ts';

interface FarLayerProps {
  readonly diagram: Diagram;
  readonly selection: ReadonlySet<ElementId>;
  readonly marked: ReadonlySet<ElementId>;
}

/**
 * The shapes as seen from far away, where names cannot be read: bare outlines in one SVG instead of one React
 * Flow node each. A browser paints thousands of these in a frame, but not thousands of boxes with a transform
 * of their own.
 */
export function FarLayer({ diagram, selection, marked }: FarLayerProps) {
  return (
    <ViewportPortal>
      <svg className="canvas-far" width={1} height={1}>
        <title>{words.canvas.elements}</title>
        {boundariesFirst(diagram.shapes).map((shape) => (
          <FarShape
            key={shape.id}
            shape={shape}
            state={selection.has(shape.id) ? 'selected' : marked.has(shape.id) ? 'marked' : undefined}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}

/** What lies in a boundary lies above its border. */
const boundariesFirst = (shapes: readonly Shape[]): readonly Shape[] => {
  const boundary = (shape: Shape) => shape.kind === 'borderBoundary';
  return [...shapes.filter(boundary), ...shapes.filter((shape) => !boundary(shape))];
};

interface FarShapeProps {
  readonly shape: Shape;
  readonly state: 'selected' | 'marked' | undefined;
}

const FarShape = memo(function FarShape({ shape, state }: FarShapeProps) {
  const { left, top, width, height } = drawnBox(shape);
  const marks = {
    'data-element': shape.id,
    'data-part': 'body',
    'data-state': state,
    'data-scope': isOutOfScope(shape) ? 'out' : undefined,
  };
  if (shape.kind === 'ellipse') {
    return (
      <ellipse
        className="canvas-far-shape"
        {...marks}
        cx={left + width / 2}
        cy={top + height / 2}
        rx={width / 2}
        ry={height / 2}
      />
    );
  }
  const box = { x: left, y: top, width, height };
  if (shape.kind !== 'borderBoundary') return <rect className="canvas-far-shape" {...marks} {...box} />;
  return (
    <g {...marks}>
      <rect className="canvas-boundary-hit" {...box} />
      <rect className="canvas-far-boundary" {...box} />
    </g>
  );
});
