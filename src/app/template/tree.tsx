import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { TemplateItem } from '../../core/edit/index.ts';
import { selectInTemplate } from '../store/index.ts';
import { walkTree } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { copyItem, moveItem, removeItem } from './actions.ts';
import { type Row, sameItem } from './rows.ts';

/** What keys do with an item: delete, duplicate, move it past its neighbours. */
function doneByKey(event: KeyboardEvent, item: TemplateItem): boolean {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (key === 'Delete' || key === 'Backspace') removeItem(item);
  else if (key.toLowerCase() === 'd' && (ctrlKey || metaKey)) copyItem(item);
  else if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) moveItem(item, key === 'ArrowUp' ? -1 : 1);
  else return false;
  return true;
}

/** Pixels of a row, as the style sheet has it: where all are the same none is measured, and nothing moves while it is scrolled. */
const ROW = 26;

type Observe = NonNullable<Parameters<typeof useVirtualizer<HTMLElement, Element>>[0]['observeElementRect']>;

/** Asks for no layout of its own, as the library's does: the observer is told when the size is known. */
const observeSize: Observe = ({ scrollElement }, tell) => {
  if (scrollElement === null) return;
  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return;
    const { width, height } = entry.contentRect;
    tell({ width: Math.round(width), height: Math.round(height) });
  });
  observer.observe(scrollElement);
  return () => observer.disconnect();
};

/** The rows that are drawn: only those in view of what the trees scroll in. The selected one is brought there. */
function useRows(
  tree: RefObject<HTMLDivElement | null>,
  scroller: HTMLElement | null,
  rows: readonly Row[],
  chosen: number,
) {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const own = tree.current;
    const lists = own?.parentElement;
    if (own === null || lists === null || lists === undefined) return;
    // What stands above may become longer or shorter. The observer is told when places are known: asking for them at
    // each change would lay out the whole view.
    const observer = new ResizeObserver(() => setTop(own.offsetTop));
    observer.observe(lists);
    return () => observer.disconnect();
  }, [tree]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW,
    observeElementRect: observeSize,
    getItemKey: (index) => rows[index]?.key ?? index,
    scrollMargin: top,
    overscan: 12,
  });
  const selected = rows[chosen]?.item.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that moved is not followed, the user may be scrolling
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen, { align: 'auto' });
  }, [selected]);
  return { virtual, top };
}

/** A row that was clicked would take the keys with it when it scrolls away and is no longer drawn. */
function keepFocus({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target.role === 'treeitem') currentTarget.focus({ preventScroll: true });
}

export interface TreeProps {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly selected: TemplateItem | null;
  /** What the trees scroll in, one below the other; offsets are counted from it. */
  readonly scroller: HTMLElement | null;
  /** Before the name of a row, such as its picture. */
  readonly mark?: (item: TemplateItem) => ReactNode;
}

/** Things of a template below each other. The tree takes the Tab key; the arrows go on in it and select. */
export function Tree({ label, rows, selected, scroller, mark }: TreeProps) {
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const chosen = rows.findIndex(({ item }) => sameItem(item, selected));
  const current = Math.max(0, chosen);
  const { virtual, top } = useRows(root, scroller, rows, chosen);
  const drawn = virtual.getVirtualItems();

  const select = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    selectInTemplate(row.item);
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const item = rows[chosen]?.item;
    if (item !== undefined && doneByKey(event, item)) event.preventDefault();
    else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      select(current);
    } else {
      const step = walkTree(
        event.key,
        current,
        // Nothing folds.
        rows.map(({ level }) => ({ level, expanded: null })),
      );
      if (step === null) return;
      event.preventDefault();
      if (step.kind === 'go') select(step.to);
    }
  };

  return (
    <div
      ref={root}
      className="template-tree"
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={drawn.some(({ index }) => index === current) ? `${id}-${current}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={keepFocus}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { item, label: name, level } = row;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
            <div
              key={key}
              id={`${id}-${index}`}
              data-active={index === current || undefined}
              role="treeitem"
              className="template-row"
              aria-level={level}
              aria-selected={index === chosen}
              tabIndex={-1}
              style={{
                paddingInlineStart: 8 + 16 * (Math.min(level, 8) - 1),
                transform: `translateY(${start - top}px)`,
              }}
              onClick={() => select(index)}
            >
              {mark?.(item)}
              <span title={name}>{name === '' ? laterWords.template.unnamed : name}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
