import { ViewportPortal } from '@xyflow/react';
import { useState } from 'react';
import type { Diagram, ElementId, Template } from '../../../core/document/index.ts';
import { flowDrawing, labelShifts } from '../../../core/drawing/index.ts';
import type { Rect } from '../../../core/geometry/index.ts';
import { words } from '../../words/index.ts';
import { lineWords } from '../base/line-words.ts';
import { visibleLines } from '../base/visible-lines.ts';
import { FlowView } from './flow-view.tsx';

interface FlowLayerProps {
  readonly diagram: Diagram;
  readonly template: Template;
  readonly selection: ReadonlySet<ElementId>;
  readonly marked: ReadonlySet<ElementId>;
  /** The same object while the view stays. */
  readonly view: Rect;
}

/**
 * The flows and line boundaries in view in one SVG that moves with React Flow's viewport. They are no React Flow
 * edges: those must start and end at nodes (ours may be free), are culled by their nodes' boxes (ours bend
 * away from them), and each brings an SVG element of its own.
 */
export function FlowLayer({ diagram, template, selection, marked, view }: FlowLayerProps) {
  const [visible] = useState(visibleLines);
  const [tell] = useState(lineWords);
  const shifts = labelShifts(diagram.lines, template);
  const inWords = tell(diagram, template);
  return (
    <ViewportPortal>
      <svg className="canvas-flows" width={1} height={1}>
        <title>{words.canvas.flows}</title>
        {visible(diagram.lines, template, view).map((line) => (
          <FlowView
            key={line.id}
            drawing={flowDrawing(line, template)}
            label={inWords(line)}
            state={selection.has(line.id) ? 'selected' : marked.has(line.id) ? 'marked' : undefined}
            shift={shifts.get(line.id) ?? 0}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}
