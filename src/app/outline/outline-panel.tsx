import './outline.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { deleteElements } from '../../core/edit/index.ts';
import { commit, reveal, setRenaming, showDiagram, useActiveModel } from '../store/index.ts';
import { type OutlineItem, outlineOf } from './tree.ts';

const ROW = 24;

/** Every diagram as a text: a faithful reading for those who do not see the canvas, and a way to jump. */
export function OutlinePanel() {
  const open = useActiveModel();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const id = useId();
  const document = useDeferredValue(open?.document ?? null);
  const all = useMemo(() => (document === null ? [] : outlineOf(document)), [document]);
  const items = useMemo(() => {
    const wanted = text.toLowerCase();
    return wanted === ''
      ? all
      : all.filter((item) => `${item.text} ${item.kind}`.toLowerCase().includes(wanted));
  }, [all, text]);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 20,
  });
  if (open === null) return null;
  const current = Math.min(active, items.length - 1);

  const go = (item: OutlineItem): void => {
    if (item.elementId === null) showDiagram(item.diagramId);
    else reveal(item.diagramId, [item.elementId]);
  };
  const moveTo = (index: number): void => {
    const next = Math.max(0, Math.min(items.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  /** Letters that follow each other within a second search for names that begin so. */
  const typeAhead = (letter: string, now: number): void => {
    const fresh = now - typed.current.at > 1000;
    typed.current = { text: (fresh ? '' : typed.current.text) + letter.toLowerCase(), at: now };
    const start = current + (typed.current.text.length === 1 ? 1 : 0);
    const order = [...items.slice(start), ...items.slice(0, start)];
    const found = order.find((item) => item.text.toLowerCase().startsWith(typed.current.text));
    if (found !== undefined) moveTo(items.indexOf(found));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const item = items[current];
    if (item === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { elementId } = item;
    if (event.key === 'ArrowDown') moveTo(current + 1);
    else if (event.key === 'ArrowUp') moveTo(current - 1);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(items.length - 1);
    else if (event.key === 'ArrowLeft') {
      const parent = items.slice(0, current).findLastIndex((candidate) => candidate.level < item.level);
      if (parent >= 0) moveTo(parent);
    } else if (event.key === 'ArrowRight') {
      if ((items[current + 1]?.level ?? 0) > item.level) moveTo(current + 1);
    } else if (event.key === 'Enter' || event.key === ' ') go(item);
    else if (event.key === 'F2' && elementId !== null) {
      go(item);
      setRenaming(elementId);
    } else if (event.key === 'Delete' && elementId !== null) {
      commit(`Delete ${item.text}`, (model) => deleteElements(model, [elementId]));
    } else if (event.key.length === 1) typeAhead(event.key, event.timeStamp);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="outline">
      <input
        type="search"
        className="input outline-search"
        aria-label="Search the outline"
        placeholder="Search elements"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div
        ref={scroller}
        className="outline-tree"
        role="tree"
        aria-label="Diagrams"
        tabIndex={0}
        aria-activedescendant={items.length === 0 ? undefined : `${id}-${current}`}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const item = items[index];
            if (item === undefined) return null;
            const selected =
              item.elementId === null
                ? item.diagramId === open.diagramId
                : open.selection.has(item.elementId);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys of its items
              <div
                key={item.key}
                id={`${id}-${index}`}
                role="treeitem"
                tabIndex={-1}
                aria-level={item.level}
                aria-selected={selected}
                className="outline-item"
                data-active={index === current || undefined}
                data-diagram={item.elementId === null || undefined}
                style={{
                  transform: `translateY(${start}px)`,
                  height: ROW,
                  paddingLeft: 8 + (item.level - 1) * 14,
                }}
                onClick={() => {
                  setActive(index);
                  go(item);
                }}
              >
                <span className="outline-text">{item.text}</span>
                <span className="outline-kind">
                  {item.kind}
                  {item.outOfScope && ', out of scope'}
                </span>
                {item.threats > 0 && (
                  <span className="badge">
                    {item.threats}
                    <span className="visually-hidden"> threats</span>
                  </span>
                )}
              </div>
            );
          })}
        </div>
        {items.length === 0 && <p className="empty">Nothing is called “{text}”.</p>}
      </div>
    </div>
  );
}
