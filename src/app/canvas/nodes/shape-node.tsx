import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { elementName, isOutOfScope } from '../../../core/document/index.ts';
import { drawnBox, imagePlacement, nameLines, storeLines, TEXT_SIZE } from '../../../core/drawing/index.ts';
import type { ShapeNode } from './project.ts';

/** A shape only looks different when one of these does: where it lies is React Flow's business. */
function sameLook(before: NodeProps<ShapeNode>, after: NodeProps<ShapeNode>): boolean {
  const a = before.data;
  const b = after.data;
  return (
    before.selected === after.selected &&
    a.marked === b.marked &&
    a.look === b.look &&
    a.shape.kind === b.shape.kind &&
    a.shape.width === b.shape.width &&
    a.shape.height === b.shape.height &&
    a.shape.properties === b.shape.properties
  );
}

/** A stencil or an annotation, drawn on its box inset by 5 (format 7.1). */
export const ShapeView = memo(function ShapeView({ data, selected }: NodeProps<ShapeNode>) {
  const { shape, look } = data;
  const { width, height } = shape;
  const box = drawnBox({ left: 0, top: 0, width, height });
  const image = look.image === null ? null : imagePlacement(box, look.imageLocation);
  const state = selected ? 'selected' : data.marked ? 'marked' : undefined;
  return (
    <svg
      className="canvas-shape"
      data-element={shape.id}
      data-part="body"
      data-state={state}
      data-scope={isOutOfScope(shape) ? 'out' : undefined}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <Outline kind={look.annotation ? 'annotation' : shape.kind} {...box} />
      {image !== null && look.image !== null && (
        <image
          className="canvas-image"
          href={look.image}
          x={image.left}
          y={image.top}
          width={image.width}
          height={image.height}
        />
      )}
      <text className="canvas-name" textAnchor="middle" fontSize={TEXT_SIZE}>
        {nameLines(elementName(shape), box).map(({ text, y }) => (
          <tspan key={y} x={width / 2} y={y} dy="0.35em">
            {text}
          </tspan>
        ))}
      </text>
    </svg>
  );
}, sameLook);

interface OutlineProps {
  readonly kind: 'rectangle' | 'ellipse' | 'parallelLines' | 'borderBoundary' | 'annotation';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function Outline({ kind, left, top, width, height }: OutlineProps) {
  switch (kind) {
    case 'ellipse':
      return (
        <ellipse
          className="canvas-outline"
          cx={left + width / 2}
          cy={top + height / 2}
          rx={width / 2}
          ry={height / 2}
        />
      );
    case 'parallelLines': {
      const store = storeLines({ left, top, width, height });
      const lower = store.top + store.height;
      return (
        <>
          <rect
            className="canvas-fill"
            x={store.left}
            y={store.top}
            width={store.width}
            height={store.height}
          />
          <path
            className="canvas-outline canvas-outline-open"
            d={`M${store.left} ${store.top}h${store.width}M${store.left} ${lower}h${store.width}`}
          />
        </>
      );
    }
    case 'annotation':
      return <rect className="canvas-note" x={left} y={top} width={width} height={height} rx={2} />;
    default:
      return <rect className="canvas-outline" x={left} y={top} width={width} height={height} />;
  }
}
