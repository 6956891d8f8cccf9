import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import type { Diagram, ElementId, Model, Template, ThreatKey } from '../../core/document/index.ts';
import { useSession } from '../store/index.ts';
import { useLive, useShownDiagram, useShownModel } from './base/use-canvas.ts';
import { projectShapes, type ShapeNode } from './nodes/project.ts';

/** Below this zoom names are smaller than 3 px. */
const FAR = 0.25;

const NO_NODES: ShapeNode[] = [];
const NONE: ReadonlySet<ElementId> = new Set();

/** What a canvas draws. */
export interface Drawn {
  readonly diagram: Diagram;
  readonly model: Model;
  readonly template: Template;
  readonly selection: ReadonlySet<ElementId>;
  /** What the selected threats are about. */
  readonly marked: ReadonlySet<ElementId>;
  /** The view is so far away that shapes are drawn all at once and without names. */
  readonly far: boolean;
  /** The shapes; none from far. */
  readonly nodes: ShapeNode[];
}

/** Both ends and the flow of the selected threats. */
function markedBy(model: Model, threats: ReadonlySet<ThreatKey>): ReadonlySet<ElementId> {
  if (threats.size === 0) return NONE;
  const marked = new Set<ElementId>();
  for (const threat of model.threats) {
    if (threats.has(threat.key)) marked.add(threat.sourceId).add(threat.flowId).add(threat.targetId);
  }
  return marked;
}

/** What the canvas draws now: the diagram as it is, or as the gesture in progress would leave it. Null without one. */
export function useDrawn(): Drawn | null {
  const far = useStore((state) => state.transform[2] < FAR);
  const open = useShownModel();
  const stored = useShownDiagram();
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
    () => (diagram && template && !far ? projectShapes(diagram, template, selection, marked) : NO_NODES),
    [diagram, template, selection, marked, far],
  );
  if (diagram === null || model === undefined || template === undefined) return null;
  return { diagram, model, template, selection, marked, far, nodes };
}
