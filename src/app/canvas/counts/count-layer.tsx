import './counts.css';
import { ViewportPortal } from '@xyflow/react';
import { memo, useState } from 'react';
import { type Diagram, type Model, type Shape, shownName } from '../../../core/document/index.ts';
import { drawnBox, flowDrawing, labelShifts } from '../../../core/drawing/index.ts';
import type { ModelPoint, Rect } from '../../../core/geometry/index.ts';
import { type Count, countsOf, elementCounts } from '../../../core/threat-list/index.ts';
import { words } from '../../words/index.ts';
import { laterWords } from '../../words/later.ts';
import { lineWords } from '../base/line-words.ts';
import { visibleLines } from '../base/visible-lines.ts';

interface CountLayerProps {
  /** The diagram as it is drawn, and without the gesture in progress: only that says what ends where. */
  readonly diagram: Diagram;
  readonly resting: Diagram;
  readonly model: Model;
  readonly view: Rect;
  /** The shapes in view. */
  readonly nodes: readonly { readonly data: { readonly shape: Shape } }[];
}

/** How many threats are handled, on each element and flow in view that has any. What lies where is as it is drawn. */
export function CountLayer({ diagram, resting, model, view, nodes }: CountLayerProps) {
  const { template } = model;
  const [visible] = useState(visibleLines);
  const [tell] = useState(lineWords);
  const inWords = tell(diagram, template);
  const shifts = labelShifts(diagram.lines, template);
  const counts = elementCounts(resting, countsOf(model.threats));
  return (
    <ViewportPortal>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no field set */}
      <svg
        className="canvas-layer canvas-counts"
        width={1}
        height={1}
        role="group"
        aria-label={laterWords.threatCounts.layer}
      >
        {visible(diagram.lines, template, view).map((line) => {
          const count = counts.get(line.id);
          if (count === undefined) return null;
          const { label } = flowDrawing(line, template);
          const at =
            label === null
              ? line.handle
              : { x: label.box.left + label.box.width, y: label.box.top + (shifts.get(line.id) ?? 0) };
          return <Pill key={line.id} of={inWords(line)} x={at.x} y={at.y} {...count} />;
        })}
        {nodes.map(({ data: { shape } }) => {
          const count = counts.get(shape.id);
          if (count === undefined) return null;
          const { left, top, width } = drawnBox(shape);
          const name = shownName(shape) || words.canvas.unnamed;
          return <Pill key={shape.id} of={name} x={left + width} y={top} {...count} />;
        })}
      </svg>
    </ViewportPortal>
  );
}

/** Measures of a pill and of its text, in model units. */
const HEIGHT = 14;
const SIZE = 10;
const DIGIT = 6;
const BESIDE = 8;

type PillProps = Pick<ModelPoint, 'x' | 'y'> & Count & { readonly of: string };

/** A count about a corner of what it is of. */
const Pill = memo(function Pill({ of, x, y, handled, all }: PillProps) {
  const text = `${handled}/${all}`;
  const width = text.length * DIGIT + BESIDE;
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an SVG group is no interactive element
    <g
      className="canvas-count"
      data-done={handled === all || undefined}
      role="img"
      aria-label={laterWords.threatCounts.of({ name: of, handled, all })}
    >
      <rect x={x - width / 2} y={y - HEIGHT / 2} width={width} height={HEIGHT} rx={HEIGHT / 2} />
      <text x={x} y={y} dy="0.35em" textAnchor="middle" fontSize={SIZE}>
        {text}
      </text>
    </g>
  );
});
