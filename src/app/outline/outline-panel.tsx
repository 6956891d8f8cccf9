import './outline.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { deleteElements } from '../../core/edit/index.ts';
import { announce, commit, type OpenModel, reveal, showDiagram, useActiveModel } from '../store/index.ts';
import { OutlineRow, ROW } from './outline-row.tsx';
import { ancestorsOf, matching, type OutlineItem, outlineOf, unfolded } from './tree.ts';

const NONE: ReadonlySet<string> = new Set();

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

/** Whether the line is about what is in front: a selected element, or anything of the diagram when none is. */
const inFront = ({ selection, diagramId }: OpenModel, item: OutlineItem): boolean =>
  selection.size === 0
    ? item.diagramId === diagramId
    : item.elementId !== null && selection.has(item.elementId);

/** Of the two lines of a flow the one where it begins. */
const mainLine = (lines: readonly OutlineItem[]): OutlineItem | undefined =>
  lines.find((item) => item.key === (item.elementId ?? item.diagramId)) ?? lines[0];

/** Every diagram as a text: a faithful reading for those who do not see the canvas, and a way to jump. */
export function OutlinePanel() {
  const open = useActiveModel();
  return open === null ? null : <Outline key={open.id} open={open} />;
}

function Outline({ open }: { readonly open: OpenModel }) {
  const [text, setText] = useState('');
  const [collapsed, setCollapsed] = useState(NONE);
  /** The line with the cursor, by its key: lines come and go above it. */
  const [active, setActive] = useState('');
  const [renaming, setRenaming] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const id = useId();
  const model = useDeferredValue(open.model);
  const all = useMemo(() => outlineOf(model), [model]);
  const items = useMemo(
    () => (text.trim() === '' ? unfolded(all, collapsed) : matching(all, text.trim())),
    [all, text, collapsed],
  );
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => tree.current,
    estimateSize: () => ROW,
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 20,
  });
  const current = Math.max(
    0,
    items.findIndex((item) => item.key === active),
  );
  const moveTo = (index: number): void => {
    const next = Math.max(0, Math.min(items.length - 1, index));
    setActive(items[next]?.key ?? '');
    virtual.scrollToIndex(next, { align: 'auto' });
  };

  // The cursor follows the canvas: to the first line of what is selected there, whatever hid it.
  const { selection, diagramId } = open;
  const followed = useRef<typeof selection | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is in front moves it, not the user's own steps
  useEffect(() => {
    // Until the text has caught up with the document it may not know what is selected.
    if (followed.current === selection && all.some((item) => item.key === active)) return;
    const here = all.find((item) => item.key === active);
    const wanted =
      here !== undefined && inFront(open, here) ? here : mainLine(all.filter((item) => inFront(open, item)));
    if (wanted === undefined) return;
    followed.current = selection;
    setActive(wanted.key);
    const above = ancestorsOf(all, wanted.key);
    if (above.some((key) => collapsed.has(key)))
      setCollapsed(new Set([...collapsed].filter((key) => !above.includes(key))));
  }, [selection, diagramId, all]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line that moved is not followed, the user may be scrolling
  useEffect(() => {
    if (items.length > 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [active]);

  const fold = (key: string, away: boolean): void => {
    const next = new Set(collapsed);
    if (away) next.add(key);
    else next.delete(key);
    setCollapsed(next);
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
    // A name that is being written has its own.
    if (event.target instanceof HTMLTextAreaElement) return;
    if (item === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') moveTo(current + 1);
    else if (event.key === 'ArrowUp') moveTo(current - 1);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(items.length - 1);
    else if (event.key === 'ArrowLeft') {
      const parent = items.slice(0, current).findLastIndex((candidate) => candidate.level < item.level);
      if (item.expanded === true) fold(item.key, true);
      else if (parent >= 0) moveTo(parent);
    } else if (event.key === 'ArrowRight') {
      if (item.expanded === false) fold(item.key, false);
      else if (item.expanded === true) moveTo(current + 1);
    } else if (event.key === 'Enter' || event.key === ' ') go(item);
    else if (event.key === 'F2') setRenaming(item.key);
    else if (event.key === 'Delete') {
      // What hangs below goes along: the cursor stays near.
      const after = items.slice(current + 1).find(({ level }) => level <= item.level);
      if (item.elementId !== null) setActive((after ?? items[current - 1] ?? item).key);
      remove(item);
    }
    // Signs are for shortcuts, such as ? for all of them.
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) typeAhead(event.key, event.timeStamp);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

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
