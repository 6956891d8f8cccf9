import { type RefObject, useEffect, useState } from 'react';
import { session } from '../store/index.ts';
import { placeTab } from './tab-order.ts';

const MIME = 'application/x-trustline-tab';

/**
 * The place among the tabs that what is dragged over them would come to, before it is taken from its own.
 * `x` and the tabs' edges are in one unit.
 */
export function gapAt(x: number, tabs: readonly Pick<DOMRect, 'left' | 'width'>[]): number {
  const behind = tabs.findIndex(({ left, width }) => x < left + width / 2);
  return behind < 0 ? tabs.length : behind;
}

/** The place that a tab has behind it, when it comes from `from` to the gap before what is at `gap`. */
export const placeBehind = (from: number, gap: number): number => (gap > from ? gap - 1 : gap);

/** Tabs are dragged to another place; a mark says which. Their menu and keys do the same. */
export function TabDrag({ list }: { readonly list: RefObject<HTMLUListElement | null> }) {
  const [mark, setMark] = useState<number | null>(null);
  useEffect(() => (list.current === null ? undefined : hearDrag(list.current, setMark)), [list]);
  return mark !== null && <li className="model-tab-mark" aria-hidden="true" style={{ left: mark }} />;
}

const tabsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('.model-tab')];

/** The left edge of a gap, in pixels from where the list begins, which may be out of view. */
function edgeOf(list: HTMLElement, gap: number): number {
  const boxes = tabsOf(list).map((tab) => tab.getBoundingClientRect());
  const edge = boxes[gap]?.left ?? boxes.at(-1)?.right ?? 0;
  return edge - list.getBoundingClientRect().left + list.scrollLeft;
}

function hearDrag(list: HTMLElement, setMark: (at: number | null) => void): () => void {
  const gapOf = ({ clientX }: DragEvent) =>
    gapAt(
      clientX,
      tabsOf(list).map((tab) => tab.getBoundingClientRect()),
    );
  const listeners = {
    dragstart: ({ target, dataTransfer }: DragEvent) => {
      const tab = target instanceof Element ? target.closest<HTMLElement>('.model-tab') : null;
      const id = tab === null ? undefined : session.getState().documents[tabsOf(list).indexOf(tab)]?.id;
      if (id === undefined || dataTransfer === null) return;
      dataTransfer.setData(MIME, id);
      dataTransfer.effectAllowed = 'move';
    },
    dragover: (event: DragEvent) => {
      if (event.dataTransfer?.types.includes(MIME) !== true) return;
      event.preventDefault();
      setMark(edgeOf(list, gapOf(event)));
    },
    dragleave: ({ relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && list.contains(relatedTarget))) setMark(null);
    },
    dragend: () => setMark(null),
    drop: (event: DragEvent) => {
      const id = event.dataTransfer?.getData(MIME);
      const from = session.getState().documents.findIndex((open) => open.id === id);
      setMark(null);
      if (id === undefined || from < 0) return;
      event.preventDefault();
      placeTab(id, placeBehind(from, gapOf(event)));
    },
  };
  const each = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
  for (const [name, hear] of each) list.addEventListener(name, hear);
  return () => {
    for (const [name, hear] of each) list.removeEventListener(name, hear);
  };
}
