import { useMemo } from 'react';
import {
  crossedBoundaries,
  type Diagram,
  type ElementId,
  findElement,
  isBoundary,
  isLine,
  type Line,
  shownName,
} from '../../core/document/index.ts';
import { type OpenModel, useActiveDiagram } from '../store/index.ts';
import { words } from '../words/index.ts';

/** The flows that the list is filtered to, and what they are said to be. */
export interface FlowFilter {
  readonly flows: readonly Line[];
  readonly label: string;
}

/** The flows that are selected, end at what is selected, or cross it. Null when there are none. */
export function flowFilterOf(diagram: Diagram, selection: ReadonlySet<ElementId>): FlowFilter | null {
  const boundaries = new Set(
    [...selection].filter((id) => {
      const element = findElement(diagram, id);
      return element !== undefined && isBoundary(element);
    }),
  );
  const flows = diagram.lines.filter((line) => {
    if (line.kind !== 'flow') return false;
    const { source, target } = line;
    if ([line.id, source.element, target.element].some((id) => id !== null && selection.has(id))) return true;
    return boundaries.size > 0 && crossedBoundaries(diagram, line).some(({ id }) => boundaries.has(id));
  });
  return flows.length === 0 ? null : { flows, label: labelOf(diagram, selection, flows) };
}

/** The one flow by its name, the flows of one element by its, several by their number. */
function labelOf(diagram: Diagram, selection: ReadonlySet<ElementId>, flows: readonly Line[]): string {
  const [id] = selection;
  const only = selection.size === 1 && id !== undefined ? findElement(diagram, id) : undefined;
  if (only === undefined) return words.threats.ofFlows({ flows: flows.length });
  if (isLine(only) && only.kind === 'flow') return shownName(only) || words.threats.unnamedFlow;
  return words.threats.ofElement({ name: shownName(only), flows: flows.length });
}

/**
 * What the selection on the diagram in front filters the list to. An element without flows filters nothing: it can be
 * moved with the list in view.
 */
export function useSelectedFlows({ selection }: OpenModel): FlowFilter | null {
  const diagram = useActiveDiagram();
  return useMemo(
    () => (diagram === null || selection.size === 0 ? null : flowFilterOf(diagram, selection)),
    [diagram, selection],
  );
}
