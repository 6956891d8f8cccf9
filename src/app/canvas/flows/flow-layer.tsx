import { useStore, ViewportPortal } from '@xyflow/react';
import {
  type Diagram,
  describeElement,
  type ElementId,
  inWords,
  type Line,
  type Template,
} from '../../../core/document/index.ts';
import { flowDrawing, labelShifts } from '../../../core/drawing/index.ts';
import { type Rect, rectsOverlap } from '../../../core/geometry/index.ts';
import { words } from '../../words/index.ts';
import { FlowView } from './flow-view.tsx';

interface FlowLayerProps {
  readonly diagram: Diagram;
  readonly template: Template;
  readonly selection: ReadonlySet<ElementId>;
  readonly marked: ReadonlySet<ElementId>;
  readonly far: boolean;
}

/** The view is looked at in tiles of this many screen pixels: panning within one renders nothing. */
const TILE = 512;

/**
 * All flows and line boundaries in one SVG that moves with React Flow's viewport. They are no React Flow
 * edges: those must start and end at nodes (ours may be free), are culled by their nodes' boxes (ours bend
 * away from them), and each brings an SVG element of its own.
 */
export function FlowLayer({ diagram, template, selection, marked, far }: FlowLayerProps) {
  const tile = useStore(visibleTiles);
  const view = rectOf(tile);
  const shifts = labelShifts(diagram.lines, template);
  return (
    <ViewportPortal>
      <svg className="canvas-flows" width={1} height={1}>
        <title>{words.canvas.flows}</title>
        {visible(diagram.lines, template, view).map((line) => (
          <FlowView
            key={line.id}
            drawing={flowDrawing(line, template)}
            label={inWords(describeElement(diagram, line, template))}
            state={selection.has(line.id) ? 'selected' : marked.has(line.id) ? 'marked' : undefined}
            far={far}
            shift={shifts.get(line.id) ?? 0}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}

interface ViewState {
  readonly transform: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
}

/** The tiles in view as text, so that the selector returns an equal value while the view stays among them. */
function visibleTiles({ transform: [x, y, zoom], width, height }: ViewState): string {
  const tile = TILE / 2 ** Math.floor(Math.log2(zoom));
  const low = (at: number) => Math.floor(at / tile) * tile;
  const high = (at: number) => Math.ceil(at / tile) * tile;
  const left = low(-x / zoom);
  const top = low(-y / zoom);
  return [left, top, high((width - x) / zoom) - left, high((height - y) / zoom) - top].join(' ');
}

function rectOf(tile: string): Rect {
  const [left = 0, top = 0, width = 0, height = 0] = tile.split(' ').map(Number);
  return { left, top, width, height };
}

function visible(lines: readonly Line[], template: Template, view: Rect): readonly Line[] {
  return lines.filter((line) => rectsOverlap(flowDrawing(line, template).bounds, view));
}
