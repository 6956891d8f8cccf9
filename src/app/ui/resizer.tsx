import { useRef } from 'react';
import { words } from '../words/index.ts';
import { draggedTo, sizeByKey, within } from './splitter.ts';

interface ResizerProps {
  readonly label: string;
  /** `x`: a vertical bar that changes a width; `y`: a horizontal bar that changes a height. */
  readonly axis: 'x' | 'y';
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** 1: dragging towards larger coordinates grows the panel; -1: shrinks it. */
  readonly direction: 1 | -1;
  readonly onValue: (value: number) => void;
  /** Given for a panel that can be closed by its edge: whether it is open. */
  readonly open?: boolean;
  readonly onOpen?: (open: boolean) => void;
}

/** The edge between two panels, dragged by pointer or moved by keys. */
export function Resizer(props: ResizerProps) {
  const { label, axis, value, min, max, direction, onValue, open = true, onOpen } = props;
  const start = useRef<{ at: number; size: number } | null>(null);
  const limits = { min, max };
  const size = open ? within(value, limits) : null;
  const resize = (next: number | null) => {
    if (next === null && onOpen === undefined) onValue(min);
    else if (next === null) {
      // What a drag closes opens again as it was before the drag.
      if (start.current !== null && start.current.size > 0) onValue(start.current.size);
      onOpen?.(false);
    } else {
      onValue(next);
      if (!open) onOpen?.(true);
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is the ARIA pattern of a window splitter
    <div
      className={`resizer resizer-${axis}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={size ?? 0}
      aria-valuemin={onOpen === undefined ? min : 0}
      aria-valuemax={max}
      aria-valuetext={size === null ? words.ui.closed : undefined}
      data-closed={size === null || undefined}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: axis === 'x' ? event.clientX : event.clientY, size: size ?? 0 };
      }}
      onPointerMove={(event) => {
        if (start.current === null) return;
        const moved = (axis === 'x' ? event.clientX : event.clientY) - start.current.at;
        // The two presses of a double click tremble.
        if (size === null && Math.abs(moved) < 4) return;
        const next = draggedTo(start.current.size + moved * direction, limits);
        if (next !== size) resize(next);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
      onDoubleClick={() => onOpen?.(!open)}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = sizeByKey(event.key, axis, direction, { size, stored: value, limits });
        if (next === undefined || (event.key === 'Enter' && onOpen === undefined)) return;
        event.preventDefault();
        if (next !== size) resize(next);
      }}
    />
  );
}
