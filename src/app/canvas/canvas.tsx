import '@xyflow/react/dist/base.css';
import './canvas.css';
import './overlay/overlay.css';
import { type NodeTypes, ReactFlow, ReactFlowProvider, useStore } from '@xyflow/react';
import { type CSSProperties, useMemo } from 'react';
import type { ElementId, Model, ThreatKey } from '../../core/document/index.ts';
import { useSession } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import type { Canvas } from './base/canvas.ts';
import { CanvasContext, useCanvas, useLive, useShownDiagram, useShownModel } from './base/use-canvas.ts';
import { MAX_ZOOM, MIN_ZOOM } from './base/view.ts';
import { newDiagramInFront } from './commands/diagrams.ts';
import { FlowLayer } from './flows/flow-layer.tsx';
import { Popups } from './lists/popups.tsx';
import { CanvasMenu } from './menu/canvas-menu.tsx';
import { BoundaryView } from './nodes/boundary-node.tsx';
import { FarLayer } from './nodes/far-layer.tsx';
import { projectShapes, type ShapeNode } from './nodes/project.ts';
import { ShapeView } from './nodes/shape-node.tsx';
import { Overlay } from './overlay/overlay.tsx';
import { Rename } from './overlay/rename.tsx';
import { useCanvasInput } from './use-canvas-input.ts';
import { useCanvasView } from './use-canvas-view.ts';
import { ViewControls } from './view-controls.tsx';

const nodeTypes = { shape: ShapeView, boundary: BoundaryView } satisfies NodeTypes;

/** The editor of the diagram that a canvas shows. */
export function DiagramEditor({ canvas }: { readonly canvas: Canvas }) {
  return (
    <CanvasContext value={canvas}>
      <Shown />
    </CanvasContext>
  );
}

function Shown() {
  const open = useShownModel();
  const diagram = useShownDiagram();
  if (open === null || diagram === null)
    return (
      <div className="canvas canvas-none">
        <p>The model has no diagram.</p>
        <Button onClick={newDiagramInFront}>New diagram</Button>
      </div>
    );
  return (
    <ReactFlowProvider>
      <Surface viewKey={`${open.id} ${diagram.id}`} />
    </ReactFlowProvider>
  );
}

/** Below this zoom names are smaller than 3 px. */
const FAR = 0.25;

/** Pixels across a line that take the pointer. */
const REACH = 12;

/**
 * `REACH` in model units. In steps: each new value costs a look at every line, and a fifth more or less is not felt.
 */
const reachAt = (zoom: number): number => REACH / 2 ** (Math.round(2 * Math.log2(zoom)) / 2);

const NO_NODES: ShapeNode[] = [];
const NONE: ReadonlySet<ElementId> = new Set();

/** Both ends and the flow of the selected threats. */
function markedBy(model: Model, threats: ReadonlySet<ThreatKey>): ReadonlySet<ElementId> {
  if (threats.size === 0) return NONE;
  const marked = new Set<ElementId>();
  for (const threat of model.threats) {
    if (threats.has(threat.key)) marked.add(threat.sourceId).add(threat.flowId).add(threat.targetId);
  }
  return marked;
}

function Surface({ viewKey }: { readonly viewKey: string }) {
  const far = useStore((state) => state.transform[2] < FAR);
  const reach = useStore((state) => reachAt(state.transform[2]));
  const canvas = useCanvas();
  const open = useShownModel();
  const stored = useShownDiagram();
  const preview = useLive((state) => state.preview);
  const space = useLive((state) => state.space);
  const tool = useSession((state) => state.tool);
  const showGrid = useSession((state) => state.settings.showGrid);
  const presenting = useSession((state) => state.presenting);
  // A preview of another diagram is one that was left behind.
  const diagram = preview !== null && preview.id === stored?.id ? preview : stored;
  const model = open?.model;
  const threats = open?.selectedThreats;
  const marked = useMemo(
    () => (model === undefined || threats === undefined || presenting ? NONE : markedBy(model, threats)),
    [model, threats, presenting],
  );
  // An audience sees the diagram, not what is being worked on.
  const selection = (presenting ? undefined : open?.selection) ?? NONE;
  const template = model?.template;
  const nodes = useMemo(
    () => (diagram && template && !far ? projectShapes(diagram, template, selection, marked) : NO_NODES),
    [diagram, template, selection, marked, far],
  );
  const input = useCanvasInput(canvas);
  const view = useCanvasView(canvas, viewKey, input.ref);
  if (diagram === null || template === undefined) return null;
  const hand = space || presenting || tool.kind === 'hand';
  return (
    <CanvasMenu>
      <ReactFlow
        id={canvas.id}
        ref={input.ref}
        className="canvas"
        style={{ '--reach': `${reach}px` } as CSSProperties}
        data-canvas=""
        data-hand={hand || undefined}
        data-placing={tool.kind === 'place' || undefined}
        data-far={far || undefined}
        data-grid={(showGrid && !presenting) || undefined}
        aria-roledescription="diagram editor"
        aria-label={`Diagram ${diagram.header}`}
        tabIndex={0}
        {...input.handlers}
        nodes={nodes}
        nodeTypes={nodeTypes}
        onInit={view.onInit}
        onMove={view.onMove}
        onMoveEnd={view.onMoveEnd}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        onlyRenderVisibleElements
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        panOnDrag={hand ? [0, 1] : [1]}
        panOnScroll
        panOnScrollSpeed={1}
        zoomOnPinch
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        deleteKeyCode={null}
        panActivationKeyCode={null}
        zoomActivationKeyCode="Meta"
        elevateNodesOnSelect={false}
        attributionPosition={presenting ? 'bottom-right' : 'top-right'}
      >
        {far && <FarLayer diagram={diagram} selection={selection} marked={marked} />}
        <FlowLayer diagram={diagram} template={template} selection={selection} marked={marked} far={far} />
        {!presenting && <Overlay diagram={diagram} template={template} selection={selection} />}
        <Rename diagram={diagram} template={template} />
        <ViewControls />
        <Popups diagram={diagram} model={open?.model ?? null} />
      </ReactFlow>
    </CanvasMenu>
  );
}
