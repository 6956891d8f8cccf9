import './numbers.css';
import { ViewportPortal } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { type Diagram, type Model, numberedFlows } from '../../../core/document/index.ts';
import { labelShifts } from '../../../core/drawing/index.ts';
import type { Rect } from '../../../core/geometry/index.ts';
import { useNameScale } from '../base/name-scale.ts';
import { visibleLines } from '../base/visible-lines.ts';
import { Badge, badgePlace, type NameBoxes, nameBox } from './badge.tsx';
import { useNumbers } from './kept.ts';

interface NumberLayerProps {
  readonly diagram: Diagram;
  /** The diagram without the gesture in progress. */
  readonly resting: Diagram;
  readonly model: Model;
  readonly far: boolean;
  /** The same object while the view stays. */
  readonly view: Rect;
  readonly boxes: NameBoxes;
}

/** The numbers of the flows in view, where that is asked for; from far there are none. */
export function NumberLayer(drawn: NumberLayerProps) {
  const on = useNumbers(drawn.model);
  return on === true && !drawn.far ? <Badges {...drawn} /> : null;
}

function Badges({ diagram, resting, model: { template }, view, boxes }: NumberLayerProps) {
  const scale = useNameScale();
  const [visible] = useState(visibleLines);
  const numbered = numberedFlows(resting);
  const numbers = useMemo(() => new Map(numbered.map(({ flow, number }) => [flow.id, number])), [numbered]);
  const shifts = labelShifts(diagram.lines, template);
  return (
    <ViewportPortal>
      <svg className="canvas-layer canvas-numbers" style={scale} width={1} height={1} aria-hidden="true">
        {visible(diagram.lines, template, view).map((line) => {
          const number = numbers.get(line.id);
          if (number === undefined) return null;
          const box = nameBox(line, template, shifts.get(line.id) ?? 0, boxes);
          return <Badge key={line.id} number={number} {...badgePlace(line, box)} />;
        })}
      </svg>
    </ViewportPortal>
  );
}
