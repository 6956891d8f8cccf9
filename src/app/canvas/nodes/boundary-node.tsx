import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { elementName } from '../../../core/document/index.ts';
import {
  boundaryImage,
  boundaryNameLines,
  boundaryStroke,
  drawnBox,
  isBeforeLabel,
  TEXT_SIZE,
} from '../../../core/drawing/index.ts';
import type { ShapeNode } from './project.ts';

function sameLook(before: NodeProps<ShapeNode>, after: NodeProps<ShapeNode>): boolean {
  const a = before.data;
  const b = after.data;
  return (
    before.selected === after.selected &&
    a.marked === b.marked &&
    a.look === b.look &&
    a.shape.width === b.shape.width &&
    a.shape.height === b.shape.height &&
    a.shape.strokeThickness === b.shape.strokeThickness &&
    a.shape.properties === b.shape.properties
  );
}

/**
 * A border boundary: red and dashed, its name inside the top right corner (format 7.1). Only its border and its
 * name take the pointer, so that what lies inside stays in reach and a marquee can start there.
 */
export const BoundaryView = memo(function BoundaryView({ data, selected }: NodeProps<ShapeNode>) {
  const { shape, look } = data;
  const { width, height } = shape;
  const box = drawnBox({ left: 0, top: 0, width, height });
  const words = elementName(shape);
  const image = look.image === null ? null : boundaryImage(words, box, look.imageLocation);
  const frame = { x: box.left, y: box.top, width: box.width, height: box.height };
  const name = boundaryNameLines(words, box, image !== null && isBeforeLabel(look.imageLocation));
  const nameWidth = name.width + 8;
  const stroke = boundaryStroke(shape.strokeThickness);
  const state = selected ? 'selected' : data.marked ? 'marked' : undefined;
  return (
    <svg
      className="canvas-boundary"
      data-element={shape.id}
      data-part="body"
      data-state={state}
      width={width}
      height={height}
      aria-hidden="true"
    >
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
      <rect className="canvas-boundary-hit" {...frame} />
      <rect
        className="canvas-boundary-line"
        {...frame}
        strokeWidth={stroke.width}
        strokeDasharray={stroke.dash}
      />
      <rect
        className="canvas-boundary-name-hit"
        data-part="name"
        x={box.left + box.width - nameWidth}
        y={box.top}
        width={nameWidth}
        height={name.height + 5}
      />
      <text className="canvas-boundary-name" textAnchor="end" fontSize={TEXT_SIZE}>
        {name.lines.map(({ text, x, y }) => (
          <tspan key={y} x={x} y={y} dy="0.35em">
            {text}
          </tspan>
        ))}
      </text>
    </svg>
  );
}, sameLook);
