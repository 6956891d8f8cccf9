import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenModel } from '../store/index.ts';
import { ancestorsOf, matching, type OutlineItem, outlineOf, type PlacedItem, unfolded } from './tree.ts';

const NONE: ReadonlySet<string> = new Set();

/** Whether the line is about what is in front: a selected element, or anything of the diagram when none is. */
const inFront = ({ selection, diagramId }: OpenModel, item: OutlineItem): boolean =>
  selection.size === 0
    ? item.diagramId === diagramId
    : item.elementId !== null && selection.has(item.elementId);

/** Of the two lines of a flow the one where it begins. */
const mainLine = (lines: readonly OutlineItem[]): OutlineItem | undefined =>
  lines.find((item) => item.key === (item.elementId ?? item.diagramId)) ?? lines[0];

interface OutlineState {
  /** What is searched for. */
  readonly text: string;
  readonly setText: (text: string) => void;
  /** The lines that show. */
  readonly items: readonly PlacedItem[];
  /** Place of the line with the cursor; 0 in an empty outline. */
  readonly current: number;
  /** Key of the line with the cursor, whether it shows or not. */
  readonly active: string;
  readonly setActive: (key: string) => void;
  readonly fold: (key: string, away: boolean) => void;
}

/** The lines of the outline that show, and its cursor, which follows the canvas. */
export function useOutline(open: OpenModel): OutlineState {
  const [text, setText] = useState('');
  const [collapsed, setCollapsed] = useState(NONE);
  /** The line with the cursor, by its key: lines come and go above it. */
  const [active, setActive] = useState('');
  const model = useDeferredValue(open.model);
  const all = useMemo(() => outlineOf(model), [model]);
  const items = useMemo(
    () => (text.trim() === '' ? unfolded(all, collapsed) : matching(all, text.trim())),
    [all, text, collapsed],
  );

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

  const fold = (key: string, away: boolean): void => {
    const next = new Set(collapsed);
    if (away) next.add(key);
    else next.delete(key);
    setCollapsed(next);
  };
  const found = items.findIndex((item) => item.key === active);
  return { text, setText, items, current: Math.max(0, found), active, setActive, fold };
}
