import { useRef } from 'react';

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
}

/** The edge between two panels, dragged by pointer or moved by arrow keys. */
export function Resizer({ label, axis, value, min, max, direction, onValue }: ResizerProps) {
  const start = useRef<{ at: number; value: number } | null>(null);
  const clamp = (next: number) => Math.round(Math.min(max, Math.max(min, next)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is the ARIA pattern of a window splitter
    <div
      className={`resizer resizer-${axis}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: axis === 'x' ? event.clientX : event.clientY, value };
      }}
      onPointerMove={(event) => {
        if (start.current === null) return;
        const at = axis === 'x' ? event.clientX : event.clientY;
        onValue(clamp(start.current.value + (at - start.current.at) * direction));
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onKeyDown={(event) => {
        const grow = axis === 'x' ? 'ArrowRight' : 'ArrowDown';
        const shrink = axis === 'x' ? 'ArrowLeft' : 'ArrowUp';
        if (event.key === grow) onValue(clamp(value + 16 * direction));
        else if (event.key === shrink) onValue(clamp(value - 16 * direction));
        else return;
        event.preventDefault();
      }}
    />
  );
}
