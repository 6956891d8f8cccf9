import { X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { activateDocument, type Command, isUnsaved, useSession } from '../store/index.ts';
import { useFetched } from '../ui/index.ts';
import { words } from '../words/index.ts';

// What a tab has beside its name comes after the canvas.
const tabParts = () => import('./tab-parts.tsx');

interface ModelTabsProps {
  readonly commands: readonly Command[];
  readonly onClose: (id: string) => void;
}

/**
 * The open models. A list of buttons rather than the tab role, which allows no close button inside; the arrow
 * keys move between them all the same, with Alt and Shift they move the tab, and Delete closes.
 */
export function ModelTabs({ commands, onClose }: ModelTabsProps) {
  const documents = useSession((state) => state.documents);
  const activeId = useSession((state) => state.activeId);
  const list = useRef<HTMLUListElement>(null);
  const part = useFetched(tabParts);
  const parts = part.kind === 'here' ? part.loaded : null;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: string) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Delete') onClose(id);
    else if (step !== 0 && event.altKey) {
      if (!event.shiftKey || parts === null) return;
      parts.stepTab(id, step);
      // A tab that is put elsewhere on the page has lost the focus.
      const tab = event.currentTarget;
      requestAnimationFrame(() => tab.focus());
    } else if (step !== 0) {
      const buttons = [...(list.current?.querySelectorAll<HTMLElement>('.model-tab-name') ?? [])];
      const index = documents.findIndex((open) => open.id === id);
      buttons[(index + step + buttons.length) % buttons.length]?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <nav className="model-tabs" aria-label={words.shell.tabs.list}>
      <ul ref={list}>
        {documents.map((open) => {
          const unsaved = isUnsaved(open);
          const active = open.id === activeId;
          return (
            <li
              key={open.id}
              className="model-tab"
              data-active={active || undefined}
              draggable={parts !== null}
            >
              <button
                type="button"
                className="model-tab-name"
                aria-current={active ? 'page' : undefined}
                aria-label={unsaved ? words.shell.tabs.unsaved({ file: open.fileName }) : open.fileName}
                title={unsaved ? words.shell.tabs.unsavedHint({ file: open.fileName }) : open.fileName}
                onClick={() => activateDocument(open.id)}
                onAuxClick={(event) => event.button === 1 && onClose(open.id)}
                onKeyDown={(event) => onKeyDown(event, open.id)}
              >
                <span className="model-tab-text">{open.fileName}</span>
              </button>
              {unsaved && parts && <parts.UnsavedMark open={open} />}
              {active && parts && <parts.SaveState open={open} commands={commands} />}
              <button
                type="button"
                className="model-tab-close"
                aria-label={words.shell.tabs.close({ file: open.fileName })}
                onClick={() => onClose(open.id)}
              >
                <X size={13} aria-hidden="true" />
              </button>
            </li>
          );
        })}
        {parts && <parts.TabDrag list={list} />}
      </ul>
      {parts && <parts.TabsEnd {...{ list, documents, activeId, commands, onClose }} />}
    </nav>
  );
}
