import { ViewportPortal } from '@xyflow/react';
import { memo, useCallback, useMemo, useState } from 'react';
import type { Diagram, Element, ElementId, Line, Shape, Template } from '../../../core/document/index.ts';
import { curveStroke, drawnBox, flowDrawing } from '../../../core/drawing/index.ts';
import type { Rect } from '../../../core/geometry/index.ts';
import { words } from '../../words/index.ts';
import { useLive } from '../base/use-canvas.ts';
import { parted } from './apart.ts';
import { chunked } from './chunks.ts';
import { FarNames } from './far-names.tsx';
import { type Standings, standings, standingsOf } from './standings.ts';
import { outlineOf, type Stroke, strokesOf } from './strokes.ts';

interface FarLayerProps {
  readonly diagram: Diagram;
  /** The diagram without the gesture in progress. */
  readonly resting: Diagram;
  readonly template: Template;
  readonly selection: ReadonlySet<ElementId>;
  readonly marked: ReadonlySet<ElementId>;
}

/** What lies in a boundary lies above its border. */
function boundariesFirst(shapes: readonly Shape[]): readonly [readonly Shape[], readonly Shape[]] {
  const isBoundary = ({ kind }: Shape): boolean => kind === 'borderBoundary';
  return [shapes.filter(isBoundary), shapes.filter((shape) => !isBoundary(shape))];
}

const NOBODY: ReadonlySet<ElementId> = new Set();

/**
 * The diagram as seen from far away, without names (the layer of names has those): a few paths for each chunk of elements that look alike
 * instead of a node each. A browser paints those in a frame, but not thousands of boxes with a transform of their own,
 * and React has nearly nothing to go over. What a gesture changes is drawn apart: the rest stays as it is meanwhile.
 * The paths take no pointer: `elementAt` says what lies under it.
 */
export function FarLayer({ diagram, resting, template, selection, marked }: FarLayerProps) {
  const [part] = useState(parted);
  const [standing] = useState(standingsOf);
  // Worked out before the diagram is shown.
  const lineBox = useCallback((line: Line): Rect => flowDrawing(line, template).box, [template]);
  const { mass, ids, shapes, lines } = part(resting, diagram);
  const sets = { selection, marked, apart: ids };
  const draw = { template, standingsOf: (chunk: readonly Element[]) => standing(chunk, sets) };
  const alone = {
    template,
    standingsOf: (chunk: readonly Element[]) => standings(chunk, { selection, marked, apart: NOBODY }),
  };
  const [boxes, stencils] = useMemo(() => boundariesFirst(mass.shapes), [mass.shapes]);
  const [boxesApart, stencilsApart] = boundariesFirst(shapes);
  return (
    <ViewportPortal>
      <svg className="canvas-far" width={1} height={1}>
        <title>{words.canvas.elements}</title>
        {/* Large and dashed, they cost a browser more than all else. */}
        <Mass elements={boxes} boxOf={drawnBox} {...draw} least={1} />
        <Mass elements={stencils} boxOf={drawnBox} {...draw} />
      </svg>
      <svg className="canvas-far" width={1} height={1} aria-hidden="true">
        <Apart elements={boxesApart} {...alone} />
        <Apart elements={stencilsApart} {...alone} />
      </svg>
      <svg className="canvas-flows" width={1} height={1}>
        <title>{words.canvas.flows}</title>
        <Mass elements={mass.lines} boxOf={lineBox} {...draw} />
        <FarNames diagram={resting} template={template} />
      </svg>
      <svg className="canvas-flows" width={1} height={1} aria-hidden="true">
        <Apart elements={lines} {...alone} />
        <Hovered lines={mass.lines} template={template} />
      </svg>
    </ViewportPortal>
  );
}

interface ElementsProps {
  readonly elements: readonly Element[];
  readonly template: Template;
  readonly standingsOf: (chunk: readonly Element[]) => Standings;
}

interface MassProps<E extends Element> extends Omit<ElementsProps, 'elements'> {
  readonly elements: readonly E[];
  readonly boxOf: (element: E) => Rect;
  /** How many are worth a chunk. */
  readonly least?: number;
}

function Mass<E extends Element>({ elements, boxOf, least, template, standingsOf }: MassProps<E>) {
  const cut = useMemo(() => chunked(boxOf, least), [boxOf, least]);
  return cut(elements).map((chunk) => (
    <FarChunk
      key={chunk.key}
      chunk={chunk.elements}
      template={template}
      standings={standingsOf(chunk.elements)}
    />
  ));
}

function Apart({ elements, template, standingsOf }: ElementsProps) {
  return elements.map((element) => (
    <FarChunk key={element.id} chunk={[element]} template={template} standings={standingsOf([element])} />
  ));
}

interface FarChunkProps {
  readonly chunk: readonly Element[];
  readonly template: Template;
  readonly standings: Standings;
}

const FarChunk = memo(function FarChunk({ chunk, template, standings }: FarChunkProps) {
  return strokesOf(chunk, template, standings).map(({ key, ...stroke }) => <FarPath key={key} {...stroke} />);
});

function FarPath({ kind, thickness, outOfScope, state, d }: Omit<Stroke, 'key'>) {
  const marks = { 'data-state': state, 'data-scope': outOfScope ? 'out' : undefined };
  if (kind === 'shape') return <path className="canvas-far-shape" {...marks} d={d} />;
  if (kind === 'borderBoundary')
    return (
      <g {...marks}>
        <path className="canvas-boundary-hit" d={d} />
        <path className="canvas-far-boundary" d={d} />
      </g>
    );
  const boundary = kind === 'lineBoundary';
  const stroke = boundary ? curveStroke(thickness) : undefined;
  return (
    <g className={boundary ? 'canvas-curve-boundary' : 'canvas-flow'} {...marks}>
      <path className="canvas-flow-line" d={d} strokeWidth={stroke?.width} strokeDasharray={stroke?.dash} />
    </g>
  );
}

/** The flow under the pointer, a little stronger. */
function Hovered({ lines, template }: { readonly lines: readonly Line[]; readonly template: Template }) {
  const hover = useLive((state) => state.hover);
  const line = hover === null ? undefined : lines.find(({ id }) => id === hover);
  if (line?.kind !== 'flow') return null;
  return (
    <g className="canvas-flow">
      <path className="canvas-flow-line canvas-far-hovered" d={outlineOf(line, template)} />
    </g>
  );
}
