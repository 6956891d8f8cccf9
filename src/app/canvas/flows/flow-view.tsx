import { memo } from 'react';
import { isOutOfScope } from '../../../core/document/index.ts';
import type { FlowDrawing } from '../../../core/drawing/index.ts';
import { curveStroke, LINE_HEIGHT, TEXT_SIZE } from '../../../core/drawing/index.ts';
import { words } from '../../words/index.ts';

interface FlowViewProps {
  readonly drawing: FlowDrawing;
  /** Its name and its ends, in words. */
  readonly label: string;
  readonly state: 'selected' | 'marked' | undefined;
  /** How far the label gives way to another one. */
  readonly shift: number;
}

/** A flow or a line boundary with its label, as plain SVG. Redrawn only when its record or standing changes. */
export const FlowView = memo(function FlowView({ drawing, label, state, shift }: FlowViewProps) {
  const { line, curve, path, head } = drawing;
  const boundary = line.kind === 'lineBoundary';
  const stroke = boundary ? curveStroke(line.strokeThickness) : undefined;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an SVG group is no interactive element
    <g
      className={boundary ? 'canvas-curve-boundary' : 'canvas-flow'}
      data-element={line.id}
      data-state={state}
      data-scope={isOutOfScope(line) ? 'out' : undefined}
      role="img"
      aria-label={label}
    >
      <path className="canvas-flow-hit" d={path} data-part="curve" />
      <path
        className="canvas-flow-line"
        d={path}
        strokeWidth={stroke?.width}
        strokeDasharray={stroke?.dash}
      />
      {head !== '' && <path className="canvas-flow-head" d={head} />}
      {!boundary && line.source.element === null && <FreeEnd x={curve.from.x} y={curve.from.y} />}
      {!boundary && line.target.element === null && <FreeEnd x={curve.to.x} y={curve.to.y} />}
      <Label drawing={drawing} shift={shift} />
    </g>
  );
});

/** A flow that goes nowhere makes no threats: its loose end is shown. */
function FreeEnd({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <circle className="canvas-free-end" cx={x} cy={y} r={5} data-part="curve">
      <title>{words.threats.freeEnd}</title>
    </circle>
  );
}

interface LabelProps {
  readonly drawing: FlowDrawing;
  readonly shift: number;
}

function Label({ drawing, shift }: LabelProps) {
  const { label, look } = drawing;
  if (label === null) return null;
  const { box, lines, icon, textX } = label;
  // Centred in its room: the browser's font may be narrower than the widths that the box was made by.
  const middle = icon === null ? box.left + box.width / 2 : (textX + box.left + box.width - 4) / 2;
  const first = box.top + box.height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return (
    <g data-part="label" transform={shift === 0 ? undefined : `translate(0 ${shift})`}>
      <rect className="canvas-label" x={box.left} y={box.top} width={box.width} height={box.height} rx={3} />
      {icon !== null && look.image !== null && (
        <image
          className="canvas-image"
          href={look.image}
          x={icon.left}
          y={icon.top}
          width={icon.width}
          height={icon.height}
        />
      )}
      <text className="canvas-label-text" textAnchor="middle" fontSize={TEXT_SIZE}>
        {lines.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no other identity
          <tspan key={index} x={middle} y={first + index * LINE_HEIGHT} dy="0.35em">
            {text}
          </tspan>
        ))}
      </text>
    </g>
  );
}
