import { useStore } from '@xyflow/react';
import { useMemo, useState } from 'react';
import type { Diagram, ElementId, Model, Template, ThreatKey } from '../../core/document/index.ts';
import type { Rect } from '../../core/geometry/index.ts';
import { useSession } from '../store/index.ts';
import { isLarge } from './base/large.ts';
import { isDrawnFar, tilesIn, tilesRect } from './base/tiles.ts';
import { useLive, useShownDiagram, useShownModel } from './base/use-canvas.ts';
import { projectShapes, type ShapeNode } from './nodes/project.ts';

const NO_NODES: ShapeNode[] = [];
const NONE: ReadonlySet<ElementId> = new Set();

/** What a canvas draws. */
export interface Drawn {
  readonly diagram: Diagram;
  /** The diagram without the gesture in progress. */
  readonly resting: Diagram;
  readonly model: Model;
  readonly template: Template;
  readonly selection: ReadonlySet<ElementId>;
  /** What the selected threats are about. */
  readonly marked: ReadonlySet<ElementId>;
  /**
   * Shapes are drawn all at once: the view is far away, or would need too many while it is zoomed. Names are a layer of
   * their own.
   */
  readonly far: boolean;
  /** What is looked at, rounded up to tiles; the same object while that stays. Empty from far. */
  readonly view: Rect;
  /** The shapes in view; none from far. */
  readonly nodes: ShapeNode[];
}

/** Both ends and the flow of the selected threats. */
export function markedBy(model: Model, threats: ReadonlySet<ThreatKey>): ReadonlySet<ElementId> {
  if (threats.size === 0) return NONE;
  const marked = new Set<ElementId>();
  for (const threat of model.threats) {
    if (threats.has(threat.key)) marked.add(threat.sourceId).add(threat.flowId).add(threat.targetId);
  }
  return marked;
}

const nothing = (): string => '';

/** Whether elements are drawn all at once. */
function useFar(diagram: Diagram | null): boolean {
  const large = diagram !== null && isLarge(diagram);
  const from = useLive((state) => (large ? state.movingFrom : null));
  const [was, setWas] = useState(true);
  const far = useStore(({ transform: [, , zoom] }) => isDrawnFar(zoom, from, was));
  if (far !== was) setWas(far);
  return far;
}

/**
 * What the canvas draws now: the diagram as it is, or as the gesture in progress would leave it. Null without one. No
 * nodes until they are `wanted`.
 */
export function useDrawn(wanted: boolean): Drawn | null {
  const open = useShownModel();
  const stored = useShownDiagram();
  const far = useFar(stored);
  const tiles = useStore(far ? nothing : tilesIn);
  const view = useMemo(() => tilesRect(tiles), [tiles]);
  const preview = useLive((state) => state.preview);
  const presenting = useSession((state) => state.presenting);
  // A preview of another diagram is one that was left behind.
  const diagram = preview !== null && preview.id === stored?.id ? preview : stored;
  const model = open?.model;
  const threats = open?.selectedThreats;
  // An audience sees the diagram, not what is being worked on.
  const marked = useMemo(
    () => (model === undefined || threats === undefined || presenting ? NONE : markedBy(model, threats)),
    [model, threats, presenting],
  );
  const selection = (presenting ? undefined : open?.selection) ?? NONE;
  const template = model?.template;
  const nodes = useMemo(
    () =>
      diagram && template && !far && wanted
        ? projectShapes(diagram, template, selection, marked, view)
        : NO_NODES,
    [diagram, template, selection, marked, far, wanted, view],
  );
  if (diagram === null || stored === null || model === undefined || template === undefined) return null;
  return { diagram, resting: stored, model, template, selection, marked, far, view, nodes };
}
