import type { KeyboardEvent, RefObject } from 'react';
import { type Typed, typedOn, typedRow, walkTree } from '../ui/index.ts';
import type { PlacedItem } from './tree.ts';

/** What the keys of the outline act on. */
interface OutlineKeys {
  readonly items: readonly PlacedItem[];
  /** Place of the line with the cursor. */
  readonly current: number;
  readonly typed: RefObject<Typed>;
  readonly fold: (key: string, away: boolean) => void;
  readonly onMove: (index: number) => void;
  readonly onGo: (item: PlacedItem) => void;
  readonly onRename: (item: PlacedItem) => void;
  readonly onDelete: (item: PlacedItem) => void;
}

/** The keys of the outline: what they act on is taken from everybody else. */
export function outlineKeys(event: KeyboardEvent, outline: OutlineKeys): void {
  const item = outline.items[outline.current];
  // A name that is being written has its own.
  if (event.target instanceof HTMLTextAreaElement) return;
  if (item === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(walks(event.key, item, outline) || acts(event, item, outline))) return;
  event.preventDefault();
  event.stopPropagation();
}

function walks(key: string, item: PlacedItem, { items, current, onMove, fold }: OutlineKeys): boolean {
  const step = walkTree(key, current, items);
  if (step?.kind === 'go') onMove(step.to);
  else if (step?.kind === 'fold') fold(item.key, step.away);
  return step !== null;
}

function acts({ key, timeStamp }: KeyboardEvent, item: PlacedItem, outline: OutlineKeys): boolean {
  if (key === 'Enter' || key === ' ') outline.onGo(item);
  else if (key === 'F2') outline.onRename(item);
  else if (key === 'Delete') outline.onDelete(item);
  // Signs are for shortcuts, such as ? for all of them.
  else if (/^[\p{L}\p{N}]$/u.test(key)) {
    const { items, current, typed } = outline;
    typed.current = typedOn(typed.current, key, timeStamp);
    const found = typedRow(
      items.map(({ text }) => text),
      current,
      typed.current,
    );
    if (found >= 0) outline.onMove(found);
  } else return false;
  return true;
}
