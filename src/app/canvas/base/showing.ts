import type { ElementId, Model } from '../../../core/document/index.ts';
import { type Edit, type Edited, isEdited } from '../../../core/edit/index.ts';
import type { Canvas } from './canvas.ts';
import { type Popup, RESTING } from './live.ts';

/**
 * Shows the diagram as `command` would make it, without touching the model. Returns what the command would select;
 * null when it does not say.
 */
export function previewEdit(canvas: Canvas, command: Edit): readonly ElementId[] | null {
  const open = canvas.open();
  if (open === null) return null;
  const answer = command(open.model);
  const next = isEdited<Model, Edited>(answer) ? answer.value : answer;
  canvas.live.setState({ preview: next.diagrams.find((diagram) => diagram.id === open.diagramId) ?? null });
  return (isEdited<Model, Edited>(answer) ? answer.select : undefined) ?? null;
}

/** Ends whatever gesture shows; hovering and the open list stay. */
export function clearGesture({ live }: Canvas): void {
  live.setState({
    preview: null,
    snap: null,
    marquee: null,
    connecting: null,
    aim: null,
    crossed: RESTING.crossed,
    gesture: null,
    ghost: null,
  });
}

export const openPopup = ({ live }: Canvas, popup: Popup): void => live.setState({ popup, hover: null });

/** Closes the list and drops what it showed on the canvas. */
export const closePopup = ({ live }: Canvas): void =>
  live.setState({ popup: null, connecting: null, aim: null });
