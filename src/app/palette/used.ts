import { lineKindOf, type Model, type TypeId } from '../../core/document/index.ts';
import { type OpenModel, type SessionState, session } from '../store/index.ts';
import { noteUsed } from './kept-stencils.ts';

type Of = Pick<OpenModel, 'diagramId' | 'model' | 'history'>;

const diagramIn = ({ diagrams }: Model, id: Of['diagramId']) => diagrams.find((diagram) => diagram.id === id);

/**
 * The type of the one stencil that a step has put on the diagram in front; null when it did something else, or was
 * undone. Flows are no stencils that are placed: the one in use stands above the list.
 */
export function addedType(before: Of, after: Of): TypeId | null {
  if (after.model === before.model || after.history.future.length > before.history.future.length) return null;
  const [was, is] = [diagramIn(before.model, after.diagramId), diagramIn(after.model, after.diagramId)];
  if (was === undefined || is === undefined) return null;
  if (is.shapes.length === was.shapes.length + 1) return is.shapes.at(-1)?.typeId ?? null;
  const line = is.lines.length === was.lines.length + 1 ? is.lines.at(-1) : undefined;
  const isBoundary = line !== undefined && lineKindOf(after.model.template, line.typeId) === 'lineBoundary';
  return isBoundary && is.shapes.length === was.shapes.length ? line.typeId : null;
}

const inFront = ({ documents, activeId }: SessionState): OpenModel | undefined => {
  const open = documents.find(({ id }) => id === activeId);
  return open?.kind === 'model' ? open : undefined;
};

let isStarted = false;

/** Remembers from now on which stencils are used, however they are placed. */
export function startUsed(): void {
  if (isStarted) return;
  isStarted = true;
  session.subscribe((state, earlier) => {
    if (state.documents === earlier.documents) return;
    const [before, after] = [inFront(earlier), inFront(state)];
    if (before === undefined || after === undefined || before.id !== after.id) return;
    const type = addedType(before, after);
    if (type !== null) noteUsed(after.model.template.manifest.id, type);
  });
}
