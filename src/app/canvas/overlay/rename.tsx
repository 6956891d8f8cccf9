import { ViewportPortal } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import {
  type Diagram,
  type Element,
  elementName,
  findElement,
  isLine,
} from '../../../core/document/index.ts';
import { setName } from '../../../core/edit/index.ts';
import { commit, setRenaming, useSession } from '../../store/index.ts';
import { drawnBox } from '../nodes/inset.ts';
import { focusCanvas } from '../view.ts';

/** Edits the name of an element where it stands. Enter and leaving keep it, Shift+Enter breaks the line. */
export function Rename({ diagram }: { readonly diagram: Diagram }) {
  const renaming = useSession((state) => state.renaming);
  const element = renaming === null ? undefined : findElement(diagram, renaming);
  if (element === undefined) return null;
  return <Editor key={element.id} element={element} />;
}

function placeOf(element: Element): { left: number; top: number; width: number; height: number } {
  if (isLine(element)) {
    return { left: element.handle.x - 65, top: element.handle.y + 8, width: 140, height: 34 };
  }
  const box = drawnBox(element);
  if (element.kind !== 'borderBoundary') {
    const width = Math.max(box.width, 90);
    return { left: box.left + (box.width - width) / 2, top: box.top, width, height: box.height };
  }
  const width = Math.min(Math.max(box.width * 0.6, 120), 260);
  return { left: box.left + box.width - width, top: box.top, width, height: 26 };
}

function Editor({ element }: { readonly element: Element }) {
  const [text, setText] = useState(() => elementName(element).replaceAll('\r\n', '\n'));
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const finish = (keep: boolean) => {
    if (done.current) return;
    done.current = true;
    // The files hold CR LF for a line break (format trap 15).
    const name = text.replaceAll(/\r?\n/g, '\r\n');
    if (keep)
      commit('Rename', (model) => setName(model, element.id, name), { announce: `Renamed to ${text}` });
    setRenaming(null);
  };
  const place = placeOf(element);
  const side = element.kind === 'borderBoundary' ? 'canvas-rename-end' : '';
  return (
    <ViewportPortal>
      <div
        className={`canvas-rename nopan ${side}`}
        style={{
          transform: `translate(${place.left}px, ${place.top}px)`,
          width: place.width,
          height: place.height,
        }}
      >
        <textarea
          ref={field}
          aria-label="Name"
          value={text}
          rows={text.split('\n').length}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => finish(true)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault();
              finish(true);
              focusCanvas();
            } else if (event.key === 'Escape') {
              event.preventDefault();
              finish(false);
              focusCanvas();
            }
          }}
        />
      </div>
    </ViewportPortal>
  );
}
