import './diagram-tabs.css';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Diagram, DiagramId } from '../../../core/document/index.ts';
import { showKeys, useActiveModel, useSession } from '../../store/index.ts';
import { IconButton } from '../../ui/index.ts';
import { words } from '../../words/index.ts';
import { newDiagramInFront } from '../commands/diagrams.ts';
import { DiagramMenu } from './diagram-menu.tsx';
import { DiagramTab } from './diagram-tab.tsx';
import { tabOf } from './tab-keys.ts';
import { useOverflow } from './use-overflow.ts';

const NO_DIAGRAMS: readonly Diagram[] = [];

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
  return (
    <div className="diagram-tabs">
      <div ref={list} className="diagram-tabs-list" role="tablist" aria-label={words.canvas.tabs.diagrams}>
        {diagrams.map((diagram, index) => (
          <DiagramTab
            key={diagram.id}
            diagrams={diagrams}
            diagram={diagram}
            index={index}
            inFront={diagram.id === open.diagramId}
            presenting={presenting}
            renaming={renaming === diagram.id}
            onRename={() => setRenaming(diagram.id)}
            onRenamed={() => setRenaming(null)}
          />
        ))}
      </div>
      {overflows && <DiagramMenu diagrams={diagrams} inFront={open.diagramId} />}
      {!presenting && (
        <IconButton label={words.canvas.newDiagram} keys={showKeys('Alt+N')} onClick={newDiagramInFront}>
          <Plus />
        </IconButton>
      )}
    </div>
  );
}
