import { type Diagram, type ElementId, elementsInside } from '../../../core/document/index.ts';
import { session } from '../../store/index.ts';

/** The elements and what those hold that are border boundaries (`elementsInside`). */
export function withContents(diagram: Diagram, ids: Iterable<ElementId>): readonly ElementId[] {
  const taken = new Set(ids);
  for (const id of [...taken]) for (const inner of elementsInside(diagram, id)) taken.add(inner);
  return [...taken];
}

/** The elements with the contents of boundaries where the settings say that boundaries carry them. */
export function withCarried(diagram: Diagram, ids: readonly ElementId[]): readonly ElementId[] {
  return session.getState().settings.boundariesCarry ? withContents(diagram, ids) : ids;
}
