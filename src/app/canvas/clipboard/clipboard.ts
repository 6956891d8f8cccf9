import {
  copyFragment,
  deleteElements,
  type Fragment,
  parseFragment,
  pasteFragment,
} from '../../../core/edit/index.ts';
import { type Point, rectContains } from '../../../core/geometry/index.ts';
import {
  activeDiagram,
  activeModel,
  announce,
  commit,
  GRID,
  newGuid,
  notify,
  session,
} from '../../store/index.ts';
import { boundsOf } from '../bounds.ts';
import { selected } from '../commands/state.ts';
import { withCarried } from '../gestures/contents.ts';
import { ensureVisible, insertionPoint, pointerOnCanvas, viewCentre, visibleRect } from '../view.ts';

/** What has a clipboard of its own, or a selection that is not the diagram's. */
const ELSEWHERE =
  'input, textarea, select, [contenteditable="true"], [role="listbox"], [role="dialog"], [role="menu"]';

/**
 * Copy, cut and paste as plain text, so that it works across diagrams, tabs and windows. The keys are the
 * browser's own: its events carry the clipboard without asking for a permission.
 */
export function startClipboard(canvas: () => HTMLElement | null): () => void {
  const ours = (event: ClipboardEvent): boolean => {
    const focused = document.activeElement;
    return (
      canvas() !== null &&
      event.clipboardData !== null &&
      session.getState().view === 'diagram' &&
      !session.getState().presenting &&
      (focused === null || focused.closest(ELSEWHERE) === null) &&
      (document.getSelection()?.isCollapsed ?? true)
    );
  };
  const copied = (event: ClipboardEvent) => {
    const text = ours(event) ? fragmentText() : null;
    if (text === null) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    if (event.type === 'cut') removeSelected();
    else announce('Copied');
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

/** The selection as text; null when nothing is selected. */
function fragmentText(): string | null {
  const now = selected();
  if (now === null || now.ids.length === 0) return null;
  return JSON.stringify(copyFragment(now.model, withCarried(now.diagram, now.ids)));
}

function removeSelected(): void {
  const now = selected();
  if (now !== null) commit('Cut', (model) => deleteElements(model, withCarried(now.diagram, now.ids)));
}

const refused = () =>
  notify({ tone: 'warning', text: 'The browser keeps the clipboard to itself here. Use the keys instead.' });

/** From a menu: the browser may ask, or refuse. */
export function copySelection(): void {
  const text = fragmentText();
  if (text === null) return;
  navigator.clipboard.writeText(text).then(() => announce('Copied'), refused);
}

export function cutSelection(): void {
  const text = fragmentText();
  if (text === null) return;
  navigator.clipboard.writeText(text).then(removeSelected, refused);
}

export function pasteFromClipboard(withThreats: boolean): void {
  // Now: the pointer may be elsewhere when the browser answers.
  const at = pointerOnCanvas() ? insertionPoint() : null;
  navigator.clipboard.readText().then((text) => paste(text, withThreats, at), refused);
}

/** Where the last paste went and how often: one more at the same place must not hide it. */
let last: { readonly text: string; readonly at: Point; readonly times: number } | null = null;

function stepAside(text: string, at: Point): Point {
  const again = last !== null && last.text === text && last.at.x === at.x && last.at.y === at.y;
  last = { text, at, times: again && last !== null ? last.times + 1 : 0 };
  return { x: at.x + last.times * GRID, y: at.y + last.times * GRID };
}

function pastePlace({ shapes, lines }: Fragment, pointer: Point | null): Point | null {
  if (pointer !== null) return pointer;
  const first = shapes[0] ?? lines[0]?.handle;
  if (first === undefined) return null;
  const point = 'left' in first ? { x: first.left, y: first.top } : first;
  return rectContains(visibleRect(), point) ? null : viewCentre();
}

/** Pastes a fragment with its middle at the pointer. Other text is not ours and says so. */
export function paste(
  text: string,
  withThreats: boolean,
  pointer: Point | null = pointerOnCanvas() ? insertionPoint() : null,
): void {
  const open = activeModel();
  if (open === null || text.trim() === '') return;
  const parsed = parseFragment(text);
  if (!parsed.ok) {
    notify({ tone: 'info', text: 'The clipboard holds nothing from a diagram.' });
    return;
  }
  // By keyboard, without a pointer: beside the original where that is in view, else in the middle of it.
  const place = pastePlace(parsed.value, pointer);
  const at = place === null ? {} : { at: stepAside(text, place) };
  const options = { ...at, newGuid, withThreats };
  const pastedModel = pasteFragment(open.document, open.diagramId, parsed.value, options);
  commit('Paste', () => pastedModel.model, {
    select: pastedModel.ids,
    announce: `Pasted ${pastedModel.ids.length} elements`,
  });
  const diagram = activeDiagram();
  const bounds =
    diagram === null ? null : boundsOf(diagram, open.document.template, new Set(pastedModel.ids));
  if (bounds !== null) ensureVisible(bounds);
  if (pastedModel.missing.length > 0)
    notify({
      tone: 'warning',
      text: `Left out: this model's template has no ${pastedModel.missing.join(', ')}.`,
    });
}
