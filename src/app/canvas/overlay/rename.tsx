import { useStore, ViewportPortal } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import { useStore as useFront } from 'zustand';
import {
  type Diagram,
  type Element,
  elementName,
  findElement,
  isLine,
  type Line,
  type Shape,
  type Template,
} from '../../../core/document/index.ts';
import { drawnBox, flowDrawing, labelShifts } from '../../../core/drawing/index.ts';
import { rename } from '../../../core/edit/index.ts';
import { setRenaming, useSession } from '../../store/index.ts';
import { useKeptText } from '../../ui/index.ts';
import { words } from '../../words/index.ts';
import { front } from '../base/front.ts';
import { useCanvas } from '../base/use-canvas.ts';
import { focusCanvas } from '../base/view.ts';

/** Edits the name of an element where it stands. Enter and leaving keep it, Shift+Enter breaks the line. */
export function Rename({ diagram, template }: { readonly diagram: Diagram; readonly template: Template }) {
  const canvas = useCanvas();
  const renaming = useSession((state) => state.renaming);
  // Another canvas may show the same elements: names are edited on the one in front.
  const inFront = useFront(front, (state) => state.canvas === canvas);
  const element = renaming === null || !inFront ? undefined : findElement(diagram, renaming);
  if (element === undefined) return null;
  const place = isLine(element) ? placeOnLine(element, diagram, template) : placeOn(element);
  return <Editor key={element.id} element={element} place={place} />;
}

/** Where the field begins, and the least room that it takes. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The name of a line is edited where it is drawn. */
function placeOnLine(line: Line, diagram: Diagram, template: Template): Place {
  const { label } = flowDrawing(line, template);
  const { handle } = line;
  const box = label?.box ?? { left: handle.x - 60, top: handle.y + 10, width: 0, height: 30 };
  const width = Math.max(box.width, LEAST_WIDTH);
  const shift = labelShifts(diagram.lines, template).get(line.id) ?? 0;
  const left = box.left - (width - box.width) / 2;
  return { left, top: box.top + shift, width, height: box.height };
}

const LEAST_WIDTH = 120;

function placeOn(shape: Shape): Place {
  const box = drawnBox(shape);
  if (shape.kind !== 'borderBoundary') {
    const width = Math.max(box.width, 90);
    return { left: box.left + (box.width - width) / 2, top: box.top, width, height: box.height };
  }
  const width = Math.min(Math.max(box.width * 0.6, LEAST_WIDTH), 260);
  return { left: box.left + box.width - width, top: box.top, width, height: 26 };
}

interface EditorProps {
  readonly element: Element;
  readonly place: Place;
}

function Editor({ element, place }: EditorProps) {
  const canvas = useCanvas();
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
    if (keep) canvas.commit(words.canvas.steps.rename, (model) => rename(model, element.id, text));
    setRenaming(null);
  };
  // Seen from far away the text would be too small to be written.
  const scale = useStore((state) => Math.max(1, 1 / state.transform[2]));
  useKeptText(() => {
    finish(true);
    focusCanvas(canvas);
  });
  const side = element.kind === 'borderBoundary' ? 'canvas-rename-end' : '';
  return (
    <ViewportPortal>
      <div
        className={`canvas-rename nopan ${side}`}
        style={{
          transform: `translate(${place.left}px, ${place.top}px) scale(${scale})`,
          width: place.width,
          minHeight: place.height,
        }}
      >
        <textarea
          ref={field}
          aria-label={words.canvas.name}
          value={text}
          rows={text.split('\n').length}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => finish(true)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault();
              finish(true);
              focusCanvas(canvas);
            } else if (event.key === 'Escape') {
              event.preventDefault();
              finish(false);
              focusCanvas(canvas);
            }
          }}
        />
      </div>
    </ViewportPortal>
  );
}
