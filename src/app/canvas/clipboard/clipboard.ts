import type { Diagram, DiagramId, ElementId } from '../../../core/document/index.ts';
import { boundsOf } from '../../../core/drawing/index.ts';
import {
  copyFragment,
  deleteElements,
  type Fragment,
  type Pasted,
  parseFragment,
  pasteFragment,
} from '../../../core/edit/index.ts';
import {
  type ModelPoint,
  modelPoint,
  type Point,
  type Rect,
  rectContains,
} from '../../../core/geometry/index.ts';
import {
  announce,
  commit,
  GRID,
  newGuid,
  notify,
  type OpenModel,
  type OtherPlace,
  type StepOf,
  session,
  tellNotFetched,
} from '../../store/index.ts';
import { words } from '../../words/index.ts';
import type { Canvas } from '../base/canvas.ts';
import { canvasInFront } from '../base/front.ts';
import { selected } from '../base/selected.ts';
import { ensureVisible, insertionPoint, viewCentre, visibleRect } from '../base/view.ts';
import { withCarried } from '../gestures/contents.ts';

/** What has a clipboard of its own, or a selection that is not the diagram's. */
const ELSEWHERE =
  'input, textarea, select, [contenteditable="true"], [role="listbox"], [role="dialog"], [role="menu"]';

/**
 * Copy, cut and paste as plain text, so that it works across diagrams, tabs and windows. The keys are the
 * browser's own: its events carry the clipboard without asking for a permission. Of several canvases on the page
 * the one in front answers.
 */
export function startClipboard(canvas: Canvas): () => void {
  const ours = (event: ClipboardEvent): boolean => {
    const focused = document.activeElement;
    return (
      canvas.port !== null &&
      canvas === canvasInFront() &&
      event.clipboardData !== null &&
      session.getState().view === 'diagram' &&
      !session.getState().presenting &&
      (focused === null || focused.closest(ELSEWHERE) === null) &&
      (document.getSelection()?.isCollapsed ?? true)
    );
  };
  const copied = (event: ClipboardEvent) => {
    const held = ours(event) ? taken() : null;
    if (held === null) return;
    event.clipboardData?.setData('text/plain', held.text);
    event.preventDefault();
    if (event.type === 'cut') remove(held);
    else announce(words.canvas.said.copied);
  };
  const pasted = (event: ClipboardEvent) => {
    if (!ours(event)) return;
    event.preventDefault();
    paste(event.clipboardData?.getData('text/plain') ?? '', shift);
  };
  // The paste event does not say whether Shift was held: Ctrl+Shift+V pastes with the threats' work.
  let shift = false;
  const keyed = (event: KeyboardEvent) => {
    shift = event.shiftKey;
  };
  document.addEventListener('keydown', keyed, true);
  document.addEventListener('copy', copied);
  document.addEventListener('cut', copied);
  document.addEventListener('paste', pasted);
  return () => {
    document.removeEventListener('keydown', keyed, true);
    document.removeEventListener('copy', copied);
    document.removeEventListener('cut', copied);
    document.removeEventListener('paste', pasted);
  };
}

interface Taken {
  readonly text: string;
  readonly model: string;
  readonly ids: readonly ElementId[];
}

/** The selection as text, and what it is; null when nothing is selected. */
function taken(): Taken | null {
  const now = selected();
  const open = now?.canvas.open() ?? null;
  if (now === null || open === null || now.ids.length === 0) return null;
  const ids = [...withCarried(now.diagram, now.ids)];
  return { text: JSON.stringify(copyFragment(now.model, ids)), model: open.id, ids };
}

/** Only what was taken: something else may be selected, or another model in front, when the browser answers. */
function remove({ model, ids }: Taken): void {
  commit(words.canvas.steps.cut, (current) => deleteElements(current, ids), { model });
}

const refused = () =>
  notify({ tone: 'warning', text: words.canvas.clipboard.refused, wrong: 'fault:clipboard' });

/** From a menu: the browser may ask, or refuse. */
export function copySelection(): void {
  const held = taken();
  if (held === null) return;
  navigator.clipboard.writeText(held.text).then(() => announce(words.canvas.said.copied), refused);
}

export function cutSelection(): void {
  const held = taken();
  if (held === null) return;
  navigator.clipboard.writeText(held.text).then(() => remove(held), refused);
}

/** Where a paste was asked for. */
interface Target {
  readonly canvas: Canvas;
  readonly model: string;
  readonly fileName: string;
  readonly diagram: DiagramId;
  /** The pointer's place on the diagram; null when it was elsewhere. */
  readonly pointer: ModelPoint | null;
  /** What was in view, in model units. */
  readonly view: Rect;
  readonly centre: ModelPoint;
}

function target(): Target | null {
  const canvas = canvasInFront();
  const open = canvas.open();
  if (open === null) return null;
  return {
    canvas,
    model: open.id,
    fileName: open.fileName,
    diagram: open.diagramId,
    pointer: canvas.pointer === null ? null : insertionPoint(canvas),
    view: visibleRect(canvas),
    centre: viewCentre(canvas),
  };
}

export function pasteFromClipboard(withThreats: boolean): void {
  // Now: another model may be in front, and the pointer elsewhere, when the browser answers.
  const asked = target();
  if (asked === null) return;
  navigator.clipboard.readText().then((text) => paste(text, withThreats, asked), refused);
}

/** One more paste at the same place must not hide the last. */
function stepAside(canvas: Canvas, text: string, at: Point): Point {
  const last = canvas.pasted;
  const again = last !== null && last.text === text && last.at.x === at.x && last.at.y === at.y;
  const times = again ? last.times + 1 : 0;
  canvas.pasted = { text, at, times };
  return { x: at.x + times * GRID, y: at.y + times * GRID };
}

function pastePlace({ shapes, lines }: Fragment, { pointer, view, centre }: Target): ModelPoint | null {
  if (pointer !== null) return pointer;
  const first = shapes[0] ?? lines[0]?.handle;
  if (first === undefined) return null;
  const point = 'left' in first ? modelPoint(first.left, first.top) : modelPoint(first.x, first.y);
  return rectContains(view, point) ? null : centre;
}

let pasteOther = (_text: string, _to: OtherPlace): Promise<boolean> => Promise.resolve(false);

/** Says what pastes texts of other programs, which comes after the canvas: it answers whether a text is one. */
export const pastesOthersBy = (paste: typeof pasteOther): void => {
  pasteOther = paste;
};

/** Pastes a fragment with its middle at the pointer, where it was asked for. Other text is not ours and says so. */
function paste(text: string, withThreats: boolean, asked: Target | null = target()): void {
  if (asked === null || text.trim() === '') return;
  const tab = session.getState().documents.find(({ id }) => id === asked.model);
  const open = tab?.kind === 'model' ? tab : undefined;
  const diagram = open?.model.diagrams.find(({ id }) => id === asked.diagram);
  if (open === undefined || diagram === undefined) {
    const { closed, diagramGone } = words.canvas.clipboard;
    notify({
      tone: 'warning',
      text: open === undefined ? closed({ file: asked.fileName }) : diagramGone,
      wrong: 'fault:clipboard',
    });
    return;
  }
  const parsed = parseFragment(text);
  if (!parsed.ok) {
    const at = stepAside(asked.canvas, text, asked.pointer ?? asked.centre);
    pasteOther(text, { model: open.id, diagram: diagram.id, at }).then(
      (isPasted) => isPasted || notify({ tone: 'info', text: words.canvas.clipboard.foreign }),
      tellNotFetched,
    );
    return;
  }
  // By keyboard, without a pointer: beside the original where that is in view, else in the middle of it.
  const place = pastePlace(parsed.value, asked);
  const at = place === null ? {} : { at: stepAside(asked.canvas, text, place) };
  const inFront = asked.canvas.open()?.id === open.id && open.diagramId === diagram.id;
  const { answer, step } = commit(
    words.canvas.steps.paste,
    (model) => {
      const pasted = pasteFragment(model, diagram.id, parsed.value, { ...at, newGuid, withThreats });
      return inFront ? pasted : elsewhere(pasted, diagram, open);
    },
    { model: open.id },
  );
  if (answer === null) return;
  tellPasted(answer, inFront || answer.said === undefined ? '' : `${answer.said}.`, step);
  const shown = inFront ? asked.canvas.diagram() : null;
  const bounds = shown === null ? null : boundsOf(shown, open.model.template, new Set(answer.select ?? []));
  if (bounds !== null) ensureVisible(asked.canvas, bounds);
}

/** What went to a diagram that is not in front says where it is, and leaves alone what is selected there. */
function elsewhere({ select: _, ...pasted }: Pasted, { header }: Diagram, { fileName }: OpenModel): Pasted {
  return pasted.said === undefined
    ? pasted
    : {
        ...pasted,
        said: words.canvas.clipboard.elsewhere({ done: pasted.said, diagram: header, file: fileName }),
      };
}

/** How many changes are named in the message itself; the rest stand in its details. */
const NAMED = 3;

/** Says what is not as it was copied; whoever does not want it so takes the step back there. */
function tellPasted(
  { replaced, missing, flowsLeftOut, lostValues }: Pasted,
  elsewhere: string,
  step: StepOf<OpenModel> | null,
): void {
  const said = words.canvas.clipboard;
  const became = replaced.map(said.became);
  const lost = lostValues.map(said.lost);
  const listed = (items: readonly string[], say: typeof said.otherTypes): string =>
    items.length === 0 ? '' : say({ names: items.slice(0, NAMED), more: Math.max(0, items.length - NAMED) });
  const parts = [
    elsewhere,
    listed(became, said.otherTypes),
    listed(missing, said.noTypes),
    flowsLeftOut === 0 ? '' : said.flowsLeftOut({ flows: flowsLeftOut }),
    listed(lost, said.noPlace),
  ].filter((part) => part !== '');
  if (parts.length === 0) return;
  const all = [became, missing, lost].some((items) => items.length > NAMED);
  const details = [...became, ...missing.map((type) => said.leftOut({ type })), ...lost];
  const isWhole = parts.length === 1 && elsewhere !== '';
  notify({
    ...(isWhole ? { tone: 'success' } : { tone: 'warning', wrong: 'choice:paste' }),
    text: parts.join(' '),
    ...(all ? { details } : {}),
    ...(isWhole || step === null ? {} : { undoes: step }),
  });
}
