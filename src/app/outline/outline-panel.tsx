import './outline.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { deleteElements } from '../../core/edit/index.ts';
import { announce, commit, type OpenModel, reveal, showDiagram, useActiveModel } from '../store/index.ts';
import { SearchField, type Typed } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { outlineKeys } from './outline-keys.ts';
import { OutlineRow, ROW } from './outline-row.tsx';
import type { OutlineItem } from './tree.ts';
import { useOutline } from './use-outline.ts';

function go(item: OutlineItem): void {
  if (item.elementId !== null) reveal(item.diagramId, [item.elementId]);
  else {
    showDiagram(item.diagramId);
    announce(words.outline.showing({ diagram: item.text }));
  }
}

function remove({ elementId }: OutlineItem): void {
  if (elementId !== null) commit(words.outline.steps.delete, (model) => deleteElements(model, [elementId]));
}

/** Where the cursor goes when a line is deleted: what hangs below goes along, so it stays near. */
const nextTo = (items: readonly OutlineItem[], at: number, item: OutlineItem): OutlineItem =>
  items.slice(at + 1).find(({ level }) => level <= item.level) ?? items[at - 1] ?? item;

/** Every diagram as a text: a faithful reading for those who do not see the canvas, and a way to jump. */
export function OutlinePanel() {
  const open = useActiveModel();
  return open === null ? null : <Outline key={open.id} open={open} />;
}

/** The lines that are drawn: only those in view. The line of the cursor is brought there when it is another one. */
function useLines(
  tree: RefObject<HTMLDivElement | null>,
  items: readonly OutlineItem[],
  current: number,
  active: string,
) {
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
  return virtual;
}

/** A line that was clicked would take the keys with it when it scrolls away and is no longer drawn. */
function keepFocus({ target, currentTarget }: FocusEvent<HTMLElement>): void {
  if (target.role === 'treeitem') currentTarget.focus({ preventScroll: true });
}

function Outline({ open }: { readonly open: OpenModel }) {
  const [renaming, setRenaming] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const typed = useRef<Typed>({ text: '', at: Number.NEGATIVE_INFINITY });
  const id = useId();
  const { text, setText, items, current, active, setActive, fold } = useOutline(open);
  const virtual = useLines(tree, items, current, active);
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
        if (item.elementId !== null) setActive(nextTo(items, current, item).key);
        remove(item);
      },
    });

  const renamed = (byKey: boolean): void => {
    setRenaming(null);
    if (byKey) tree.current?.focus();
  };
  const rows = virtual.getVirtualItems();
  const drawn = rows.some(({ index }) => index === current);
  return (
    <div className="outline">
      <SearchField
        className="outline-search"
        label={words.outline.search}
        placeholder={words.outline.placeholder}
        value={text}
        onValue={setText}
      />
      <div
        ref={tree}
        className="outline-tree"
        role="tree"
        aria-label={words.outline.diagrams}
        aria-multiselectable="true"
        tabIndex={0}
        aria-activedescendant={drawn && items.length > 0 ? `${id}-${current}` : undefined}
        onKeyDown={onKeyDown}
        onFocus={keepFocus}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {rows.map(({ index, start, key }) => {
            const item = items[index];
            return (
              item && (
                <OutlineRow
                  key={key}
                  id={`${id}-${index}`}
                  item={item}
                  top={start}
                  active={index === current}
                  selected={isSelected(open, item)}
                  renaming={renaming === item.key ? open.model : null}
                  onGo={() => {
                    setActive(item.key);
                    go(item);
                  }}
                  onFold={() => fold(item.key, item.expanded === true)}
                  onRenamed={renamed}
                />
              )
            );
          })}
        </div>
        {items.length === 0 && <p className="empty">{words.outline.nothing({ text })}</p>}
      </div>
    </div>
  );
}

const isSelected = ({ diagramId, selection }: OpenModel, item: OutlineItem): boolean =>
  item.elementId === null ? item.diagramId === diagramId : selection.has(item.elementId);
