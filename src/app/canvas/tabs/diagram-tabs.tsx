import './diagram-tabs.css';
import { Plus } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Diagram, DiagramId } from '../../../core/document/index.ts';
import { rename } from '../../../core/edit/index.ts';
import { commit, showDiagram, showKeys, useActiveModel, useSession } from '../../store/index.ts';
import { IconButton, useKeptText } from '../../ui/index.ts';
import { duplicateInFront, newDiagramInFront, placeDiagram, removeDiagram } from '../commands/diagrams.ts';
import { DiagramMenu } from './diagram-menu.tsx';
import { useOverflow } from './use-overflow.ts';

const MIME = 'application/x-trustline-diagram';
const NO_DIAGRAMS: readonly Diagram[] = [];

const tabOf = (id: DiagramId) => document.getElementById(`diagram-tab-${id}`);

/** The diagrams of the model, at the bottom edge of the canvas. */
export function DiagramTabs() {
  const open = useActiveModel();
  const presenting = useSession((state) => state.presenting);
  const [renaming, setRenaming] = useState<DiagramId | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const diagrams = open?.model.diagrams ?? NO_DIAGRAMS;
  const inFront = open?.diagramId ?? null;
  const overflows = useOverflow(list, diagrams);
  // Whoever brings a diagram to the front, by its tab or by a command, sees which one it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room for the tabs changes with the menu beside them
  useEffect(() => {
    if (inFront !== null) tabOf(inFront)?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [inFront, overflows]);
  if (open === null) return null;
  const focusTab = (id: DiagramId) => tabOf(id)?.focus();

  const keyed = (event: KeyboardEvent<HTMLElement>, diagram: Diagram, index: number) => {
    const moves = event.altKey && event.shiftKey;
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && (moves || !event.altKey)) {
      const next = diagrams[(index + step + diagrams.length) % diagrams.length];
      if (moves) placeDiagram(diagram.id, Math.min(diagrams.length - 1, Math.max(0, index + step)));
      else if (next !== undefined) {
        showDiagram(next.id);
        focusTab(next.id);
      }
    } else if (event.key === 'F2') setRenaming(diagram.id);
    else if (event.key === 'Delete') removeDiagram(diagram.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="diagram-tabs">
      <div ref={list} className="diagram-tabs-list" role="tablist" aria-label="Diagrams">
        {diagrams.map((diagram, index) => (
          <ContextMenu.Root key={diagram.id} modal={false}>
            <ContextMenu.Trigger asChild disabled={presenting}>
              {renaming === diagram.id ? (
                <TabName
                  diagram={diagram}
                  onDone={(byKey) => {
                    setRenaming(null);
                    if (byKey) requestAnimationFrame(() => focusTab(diagram.id));
                  }}
                />
              ) : (
                <button
                  type="button"
                  id={`diagram-tab-${diagram.id}`}
                  className="diagram-tab"
                  role="tab"
                  aria-selected={diagram.id === open.diagramId}
                  tabIndex={diagram.id === open.diagramId ? 0 : -1}
                  draggable={!presenting}
                  title={diagram.header}
                  onClick={() => showDiagram(diagram.id)}
                  onDoubleClick={() => !presenting && setRenaming(diagram.id)}
                  onKeyDown={(event) => keyed(event, diagram, index)}
                  onDragStart={(event) => {
                    event.dataTransfer.setData(MIME, diagram.id);
                    event.dataTransfer.effectAllowed = 'move';
                  }}
                  onDragOver={(event) => {
                    if (event.dataTransfer.types.includes(MIME)) event.preventDefault();
                  }}
                  onDrop={(event) => {
                    const id = diagrams.find((other) => other.id === event.dataTransfer.getData(MIME))?.id;
                    if (id === undefined) return;
                    event.preventDefault();
                    placeDiagram(id, index);
                  }}
                >
                  {diagram.header || 'Unnamed'}
                </button>
              )}
            </ContextMenu.Trigger>
            <ContextMenu.Portal>
              <ContextMenu.Content className="menu" collisionPadding={8}>
                <Item label="Rename" keys="F2" run={() => setTimeout(() => setRenaming(diagram.id))} />
                <Item label="Duplicate" run={() => duplicateInFront(diagram.id)} />
                <Item
                  label="Move left"
                  disabled={index === 0}
                  run={() => placeDiagram(diagram.id, index - 1)}
                />
                <Item
                  label="Move right"
                  disabled={index === diagrams.length - 1}
                  run={() => placeDiagram(diagram.id, index + 1)}
                />
                <ContextMenu.Separator className="menu-separator" />
                <Item
                  label="Delete"
                  keys="Delete"
                  disabled={diagrams.length < 2}
                  run={() => removeDiagram(diagram.id)}
                />
              </ContextMenu.Content>
            </ContextMenu.Portal>
          </ContextMenu.Root>
        ))}
      </div>
      {overflows && <DiagramMenu diagrams={diagrams} inFront={open.diagramId} />}
      {!presenting && (
        <IconButton label="New diagram" keys={showKeys('Alt+N')} onClick={newDiagramInFront}>
          <Plus />
        </IconButton>
      )}
    </div>
  );
}

interface ItemProps {
  readonly label: string;
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

function Item({ label, keys, disabled = false, run }: ItemProps) {
  return (
    <ContextMenu.Item className="menu-item" disabled={disabled} onSelect={run}>
      {label}
      {keys !== undefined && <kbd>{showKeys(keys)}</kbd>}
    </ContextMenu.Item>
  );
}

interface TabNameProps {
  readonly diagram: Diagram;
  readonly onDone: (byKey: boolean) => void;
}

function TabName({ diagram, onDone }: TabNameProps) {
  const [name, setName] = useState(diagram.header);
  const keep = (byKey: boolean) => {
    const text = name.trim();
    if (text !== '' && text !== diagram.header)
      commit('Rename diagram', (model) => rename(model, diagram.id, text));
    onDone(byKey);
  };
  useKeptText(() => keep(true));
  return (
    <input
      className="diagram-tab-name"
      aria-label="Name of the diagram"
      // biome-ignore lint/a11y/noAutofocus: the user just asked to type here
      autoFocus
      value={name}
      size={Math.max(6, name.length)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={() => keep(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep(true);
        else if (event.key === 'Escape') onDone(true);
        else return;
        event.preventDefault();
      }}
    />
  );
}
