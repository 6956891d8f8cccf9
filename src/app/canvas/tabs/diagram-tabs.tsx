import './diagram-tabs.css';
import { ChevronDown, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { shownText } from '../../../core/base/index.ts';
import type { Diagram, DiagramId } from '../../../core/document/index.ts';
import { showKeys, tellNotFetched, useActiveModel, useSession } from '../../store/index.ts';
import { IconButton, MenuButton, useFetched, useOverflow } from '../../ui/index.ts';
import { words } from '../../words/index.ts';
import { newDiagramInFront } from '../commands/diagrams.ts';
import { loadCounts } from '../counts/load.ts';
import { DiagramTab } from './diagram-tab.tsx';
import { tabOf } from './tab-keys.ts';
import { TabMenuLater } from './tab-menu-later.tsx';

const NO_DIAGRAMS: readonly Diagram[] = [];

export const loadDiagramMenu = () => import('./diagram-menu.tsx');

/** The diagrams of the model, at the bottom edge of the canvas. */
export function DiagramTabs() {
  const open = useActiveModel();
  const presenting = useSession((state) => state.presenting);
  const [renaming, setRenaming] = useState<DiagramId | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const diagrams = open?.model.diagrams ?? NO_DIAGRAMS;
  const inFront = open?.diagramId ?? null;
  const later = useFetched(loadCounts, !presenting);
  // An audience sees the diagrams, not how far the work is.
  const counts = later.kind === 'here' && !presenting ? later.loaded : null;
  const overflows = useOverflow(list, counts === null ? diagrams : open?.model);
  // Whoever brings a diagram to the front, by its tab or by a command, sees which one it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room for the tabs changes with the menu beside them
  useEffect(() => {
    if (inFront !== null) tabOf(inFront)?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [inFront, overflows]);
  if (open === null) return null;
  const tabs = diagrams.map((diagram, index) => ({
    diagrams,
    diagram,
    index,
    onRename: () => setRenaming(diagram.id),
  }));
  return (
    <div className="diagram-tabs">
      <div ref={list} className="diagram-tabs-list" role="tablist" aria-label={words.canvas.tabs.diagrams}>
        {tabs.map((tab) => (
          <DiagramTab
            key={tab.diagram.id}
            {...tab}
            inFront={tab.diagram.id === open.diagramId}
            presenting={presenting}
            renaming={renaming === tab.diagram.id}
            onRenamed={() => setRenaming(null)}
            title={
              counts?.tabTitle({ model: open.model, diagram: tab.diagram }) ?? shownText(tab.diagram.header)
            }
          >
            {counts !== null && <counts.TabCount model={open.model} diagram={tab.diagram} />}
          </DiagramTab>
        ))}
      </div>
      {!presenting && <TabMenuLater surface={list} tabs={tabs} />}
      {overflows && (
        <MenuButton
          className="icon-button"
          label={words.canvas.tabs.all}
          title={words.canvas.tabs.all}
          face={<ChevronDown />}
          load={loadDiagramMenu}
          onFailed={tellNotFetched}
        >
          {({ DiagramMenu }, menu) => (
            <DiagramMenu diagrams={diagrams} inFront={open.diagramId} menu={menu} />
          )}
        </MenuButton>
      )}
      {!presenting && (
        <IconButton label={words.canvas.newDiagram} keys={showKeys('Alt+N')} onClick={newDiagramInFront}>
          <Plus />
        </IconButton>
      )}
    </div>
  );
}
