import './outline.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { deleteElements } from '../../core/edit/index.ts';
import { announce, commit, type OpenModel, reveal, showDiagram, useActiveModel } from '../store/index.ts';
import type { Typed } from '../ui/index.ts';
import { outlineKeys } from './outline-keys.ts';
import { OutlineRow, ROW } from './outline-row.tsx';
import type { OutlineItem } from './tree.ts';
import { useOutline } from './use-outline.ts';

function go(item: OutlineItem): void {
  if (item.elementId !== null) reveal(item.diagramId, [item.elementId]);
  else {
    showDiagram(item.diagramId);
    announce(`Diagram ${item.text}`);
  }
}

function remove({ elementId }: OutlineItem): void {
  if (elementId !== null) commit('Delete', (model) => deleteElements(model, [elementId]));
}

/** Every diagram as a text: a faithful reading for those who do not see the canvas, and a way to jump. */
export function OutlinePanel() {
  const open = useActiveModel();
  return open === null ? null : <Outline key={open.id} open={open} />;
}

function Outline({ open }: { readonly open: OpenModel }) {
  const [renaming, setRenaming] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const typed = useRef<Typed>({ text: '', at: Number.NEGATIVE_INFINITY });
  const id = useId();
  const { text, setText, items, current, active, setActive, fold } = useOutline(open);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => tree.current,
    estimateSize: () => ROW,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 20,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line that moved is not followed, the user may be scrolling
  useEffect(() => {
    if (items.length > 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [active]);
  const onKeyDown = (event: KeyboardEvent): void =>
    outlineKeys(event, {
      items,
      current,
      typed,
      fold,
      onGo: go,
      onMove: (index) => {
        setActive(items[index]?.key ?? '');
        virtual.scrollToIndex(index, { align: 'auto' });
      },
      onRename: (item) => setRenaming(item.key),
      onDelete: (item) => {
        // What hangs below goes along: the cursor stays near.
        const after = items.slice(current + 1).find(({ level }) => level <= item.level);
        if (item.elementId !== null) setActive((after ?? items[current - 1] ?? item).key);
        remove(item);
      },
    });

  const rows = virtual.getVirtualItems();
  const drawn = rows.some(({ index }) => index === current);
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
        ref={tree}
        className="outline-tree"
        role="tree"
        aria-label="Diagrams"
        aria-multiselectable="true"
        tabIndex={0}
        aria-activedescendant={drawn && items.length > 0 ? `${id}-${current}` : undefined}
        onKeyDown={onKeyDown}
        onFocus={({ target, currentTarget }) => {
          // A line that was clicked would take the keys with it when it scrolls away and is no longer drawn.
          if (target.role === 'treeitem') currentTarget.focus({ preventScroll: true });
        }}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {rows.map(({ index, start, key }) => {
            const item = items[index];
            if (item === undefined) return null;
            return (
              <OutlineRow
                key={key}
                id={`${id}-${index}`}
                item={item}
                top={start}
                active={index === current}
                selected={
                  item.elementId === null
                    ? item.diagramId === open.diagramId
                    : open.selection.has(item.elementId)
                }
                renaming={renaming === item.key ? open.model : null}
                onGo={() => {
                  setActive(item.key);
                  go(item);
                }}
                onFold={() => fold(item.key, item.expanded === true)}
                onRenamed={(byKey) => {
                  setRenaming(null);
                  if (byKey) tree.current?.focus();
                }}
              />
            );
          })}
        </div>
        {items.length === 0 && <p className="empty">Nothing is called “{text}”.</p>}
      </div>
    </div>
  );
}
