import Elk from 'elkjs/lib/elk.bundled.js';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import type { Diagram, Model } from '../../document/index.ts';
import { placeElements } from '../../edit/index.ts';
import { rectCentre, rectContains } from '../../geometry/index.ts';
import { tidyPlacement } from '../../session/index.ts';

const elk = new Elk();
export const engine = (graph: ElkNode): Promise<ElkNode> => elk.layout(graph);

/** What the Tidy command makes of the diagram, without the browser. */
export async function tidied(
  model: Model,
  diagram: Diagram,
): Promise<{ readonly model: Model; readonly diagram: Diagram }> {
  const next = placeElements(model, diagram.id, await tidyPlacement(model, diagram, engine));
  const after = next.diagrams.find(({ id }) => id === diagram.id);
  if (after === undefined) throw new Error('the diagram is gone');
  return { model: next, diagram: after };
}

/** Which shapes lie in which border boundaries, as the threat engine sees it. */
export function contents({ shapes }: Diagram): readonly string[] {
  const elements = shapes.filter((shape) => shape.kind !== 'borderBoundary');
  return shapes
    .filter((shape) => shape.kind === 'borderBoundary')
    .flatMap((box) =>
      elements
        .filter((shape) => rectContains(box, rectCentre(shape)))
        .map((shape) => `${shape.id} lies in ${box.id}`),
    );
}
