import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { elementName, findDiagram, findElement, type Model } from '../../core/document/index.ts';
import { rename } from '../../core/edit/index.ts';
import { commit } from '../store/index.ts';
import { useKeptText } from '../ui/index.ts';
import { words } from '../words/index.ts';
import type { PlacedItem } from './tree.ts';

/** Height of a line, in pixels. */
export const ROW = 24;

interface OutlineRowProps {
  readonly id: string;
  readonly item: PlacedItem;
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  /** The model while the name of this line is edited, else null. */
  readonly renaming: Model | null;
  readonly onGo: () => void;
  readonly onFold: () => void;
  /** `byKey`: the keyboard goes back to the tree. */
  readonly onRenamed: (byKey: boolean) => void;
}

/** One line of the outline. */
export function OutlineRow({ item, renaming, ...row }: OutlineRowProps) {
  const parts = [
    item.text,
    item.detail,
    item.threats > 0 ? words.outline.threats({ threats: item.threats }) : '',
  ];
  const full = words.outline.list({ parts: parts.filter((part) => part !== '') });
  const Chevron = item.expanded === true ? ChevronDown : ChevronRight;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys of its items
    <div
      id={row.id}
      role="treeitem"
      tabIndex={-1}
      aria-label={full}
      title={full}
      aria-level={item.level}
      aria-posinset={item.position}
      aria-setsize={item.siblings}
      aria-expanded={item.expanded ?? undefined}
      aria-selected={row.selected}
      className="outline-item"
      data-active={row.active || undefined}
      data-diagram={item.elementId === null || undefined}
      style={{
        transform: `translateY(${row.top}px)`,
        height: ROW,
        paddingLeft: 4 + (item.level - 1) * 14,
        zIndex: renaming === null ? undefined : 1,
      }}
      onClick={row.onGo}
    >
      <span
        className="outline-fold"
        aria-hidden="true"
        onClick={(event) => {
          if (item.expanded === null) return;
          event.stopPropagation();
          row.onFold();
        }}
      >
        {item.expanded !== null && <Chevron size={12} />}
      </span>
      {renaming === null ? (
        <>
          <span className="outline-text">{item.text}</span>
          <span className="outline-kind">{item.detail}</span>
          {item.threats > 0 && <span className="badge">{item.threats}</span>}
        </>
      ) : (
        <NameField item={item} model={renaming} onDone={row.onRenamed} />
      )}
    </div>
  );
}

interface NameFieldProps {
  readonly item: PlacedItem;
  readonly model: Model;
  readonly onDone: (byKey: boolean) => void;
}

/** The name as it is edited in the line: Enter and leaving it keep what was typed, Escape does not. */
function NameField({ item, model, onDone }: NameFieldProps) {
  const [text, setText] = useState(() => nameOf(item, model));
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.select(), []);
  const finish = (keep: boolean, byKey: boolean) => {
    if (done.current) return;
    done.current = true;
    if (keep && text !== nameOf(item, model)) keepName(item, text);
    onDone(byKey);
  };
  useKeptText(() => finish(true, true));
  const lines = text.split('\n').length;
  return (
    <textarea
      ref={field}
      // biome-ignore lint/a11y/noAutofocus: the user asked to write here
      autoFocus
      className="outline-name"
      aria-label={words.outline.name}
      rows={lines}
      style={{ height: 4 + lines * 18 }}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => finish(true, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const breaks = event.shiftKey && item.elementId !== null;
        if ((event.key !== 'Enter' || breaks) && event.key !== 'Escape') return;
        event.preventDefault();
        finish(event.key === 'Enter', true);
      }}
    />
  );
}

function nameOf({ diagramId, elementId }: PlacedItem, model: Model): string {
  const diagram = findDiagram(model, diagramId);
  if (diagram === undefined) return '';
  const element = findElement(diagram, elementId);
  return element === undefined ? diagram.header : elementName(element).replaceAll('\r\n', '\n');
}

function keepName({ diagramId, elementId }: PlacedItem, text: string): void {
  const label = elementId === null ? words.outline.steps.renameDiagram : words.outline.steps.rename;
  commit(label, (model) => rename(model, elementId ?? diagramId, text));
}
