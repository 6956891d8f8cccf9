import '@xyflow/react/dist/base.css';
import './canvas.css';
import './overlay/overlay.css';
import { type NodeTypes, ReactFlow, type ReactFlowProps, ReactFlowProvider } from '@xyflow/react';
import { useDeferredValue, useEffect, useLayoutEffect } from 'react';
import type { Model } from '../../core/document/index.ts';
import { setDialog, tellNotFetched, useSession } from '../store/index.ts';
import { Button, drawFirst, useFetched } from '../ui/index.ts';
import { words } from '../words/index.ts';
import type { Canvas } from './base/canvas.ts';
import { CanvasContext, useCanvas, useLive, useShownDiagram, useShownModel } from './base/use-canvas.ts';
import { MAX_ZOOM, MIN_ZOOM } from './base/view.ts';
import { newDiagramInFront } from './commands/diagrams.ts';
import { loadCounts } from './counts/load.ts';
import { FarLayer } from './far/far-layer.tsx';
import { loadFirstSteps } from './first-steps/load.ts';
import { FlowLayer } from './flows/flow-layer.tsx';
import { Popups } from './lists/popups.tsx';
import { CanvasMenuLater } from './menu/canvas-menu-later.tsx';
import { BoundaryView } from './nodes/boundary-node.tsx';
import { ShapeView } from './nodes/shape-node.tsx';
import { Overlay } from './overlay/overlay.tsx';
import { Rename } from './overlay/rename.tsx';
import { loadPlacing } from './placing/load.ts';
import { useCanvasInput } from './use-canvas-input.ts';
import { useCanvasView } from './use-canvas-view.ts';
import { useDrawn } from './use-drawn.ts';
import { usePrepared } from './use-prepared.ts';
import { ViewControls } from './view-controls.tsx';

/** Until they are there elements show their own names. */
const loadLayers = () => import('./later-layers.tsx');

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
        <p>{words.canvas.noDiagram}</p>
        <Button onClick={newDiagramInFront}>{words.canvas.newDiagram}</Button>
      </div>
    );
  return (
    <ReactFlowProvider>
      <Surface viewKey={`${open.id} ${diagram.id}`} />
    </ReactFlowProvider>
  );
}

/** A presentation shows the diagram alone; About names the library (decision 18). */
const UNNAMED = { hideAttribution: true };
const NAMED = { hideAttribution: false };

/** What React Flow offers and the canvas does itself or does without: the model is edited by gestures and commands. */
const OURS = {
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  elevateNodesOnSelect: false,
  disableKeyboardA11y: true,
  zoomOnDoubleClick: false,
  selectionKeyCode: null,
  multiSelectionKeyCode: null,
  deleteKeyCode: null,
  panActivationKeyCode: null,
} as const satisfies ReactFlowProps;

/** How the wheel and two fingers move the view. */
const VIEW = {
  minZoom: MIN_ZOOM,
  maxZoom: MAX_ZOOM,
  panOnScroll: true,
  panOnScrollSpeed: 1,
  zoomOnPinch: true,
  zoomOnScroll: false,
  zoomActivationKeyCode: 'Meta',
} as const satisfies ReactFlowProps;

const hasNothing = ({ diagrams }: Model): boolean =>
  diagrams.every(({ shapes, lines }) => shapes.length + lines.length === 0);

function Surface({ viewKey }: { readonly viewKey: string }) {
  const canvas = useCanvas();
  const space = useLive((state) => state.space);
  const tool = useSession((state) => state.tool);
  const showGrid = useSession((state) => state.settings.showGrid);
  const presenting = useSession((state) => state.presenting);
  const counting = useSession((state) => state.settings.showThreatCounts && !state.presenting);
  const counts = useFetched(loadCounts, counting);
  const layers = useFetched(loadLayers);
  const input = useCanvasInput(canvas);
  const prepared = usePrepared(viewKey, useShownDiagram(), useShownModel()?.model.template);
  const [isPlaced, view] = useCanvasView(canvas, viewKey, input.ref, prepared);
  // Nothing is drawn for a view that is not the one to come; and what is, in slices.
  const shows = useDeferredValue(isPlaced, false) && isPlaced;
  useLayoutEffect(() => (shows ? undefined : drawFirst()), [shows]);
  const drawn = useDrawn(shows);
  const asked = useSession((state) => state.dialog?.kind === 'first-steps');
  const isBare = drawn !== null && shows && !presenting && hasNothing(drawn.model);
  const placing = tool.kind === 'place';
  const placed = useFetched(loadPlacing, placing);
  const steps = useFetched(loadFirstSteps, isBare || asked);
  useEffect(() => {
    if (!asked || steps.kind !== 'failed') return;
    setDialog(null);
    tellNotFetched(steps.error);
  }, [asked, steps]);
  if (drawn === null) return null;
  const { diagram, model, template, selection, marked, far, nodes } = drawn;
  const layer = { diagram, template, selection, marked };
  const hand = space || presenting || tool.kind === 'hand';
  return (
    <>
      <ReactFlow
        {...OURS}
        {...VIEW}
        {...input.handlers}
        {...view}
        id={canvas.id}
        ref={input.ref}
        className="canvas"
        data-canvas=""
        data-hand={hand || undefined}
        data-placing={placing || undefined}
        data-far={far || undefined}
        data-grid={(showGrid && !presenting) || undefined}
        aria-roledescription={words.canvas.editor}
        aria-label={words.canvas.diagram({ name: diagram.header })}
        tabIndex={0}
        nodes={nodes}
        nodeTypes={nodeTypes}
        onlyRenderVisibleElements
        panOnDrag={hand ? [0, 1] : [1]}
        attributionPosition="top-right"
        proOptions={presenting ? UNNAMED : NAMED}
      >
        {shows && far && <FarLayer {...layer} resting={drawn.resting} />}
        {shows && !far && <FlowLayer {...layer} view={drawn.view} />}
        {shows && !far && counting && counts.kind === 'here' && <counts.loaded.CountLayer {...drawn} />}
        {shows && layers.kind === 'here' && <layers.loaded.LaterLayers {...drawn} />}
        {!presenting && <Overlay diagram={diagram} template={template} selection={selection} />}
        {placing && placed.kind === 'here' && <placed.loaded.Ghost template={template} />}
        <Rename diagram={diagram} template={template} />
        <ViewControls hasMap={shows} />
        <Popups diagram={diagram} model={model} />
      </ReactFlow>
      {placing && placed.kind === 'here' && <placed.loaded.PlacingHint template={template} />}
      {(isBare || asked) && steps.kind === 'here' && <steps.loaded.FirstSteps asked={asked} />}
      {/* Beside it: what is pressed in the menu is not pressed on the canvas. */}
      <CanvasMenuLater surface={input.ref} />
    </>
  );
}
