import { ContextMenu } from 'radix-ui';
import { shownText } from '../../../core/base/index.ts';
import { showDiagram } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { tabDrag } from './tab-drag.ts';
import { type PlacedTab, tabId, tabKey, tabOf } from './tab-keys.ts';
import { TabMenu } from './tab-menu.tsx';
import { TabName } from './tab-name.tsx';

interface DiagramTabProps extends PlacedTab {
  readonly inFront: boolean;
  /** Nothing can be changed. */
  readonly presenting: boolean;
  readonly renaming: boolean;
  readonly onRenamed: () => void;
}

/** A diagram's tab with its context menu; a field while its name is typed. */
export function DiagramTab(props: DiagramTabProps) {
  const { diagram, inFront, presenting, renaming, onRename, onRenamed } = props;
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild disabled={presenting}>
        {renaming ? (
          <TabName
            diagram={diagram}
            onDone={(byKey) => {
              onRenamed();
              if (byKey) requestAnimationFrame(() => tabOf(diagram.id)?.focus());
            }}
          />
        ) : (
          <button
            type="button"
            id={tabId(diagram.id)}
            className="diagram-tab"
            role="tab"
            aria-selected={inFront}
            tabIndex={inFront ? 0 : -1}
            draggable={!presenting}
            title={shownText(diagram.header)}
            onClick={() => showDiagram(diagram.id)}
            onDoubleClick={() => !presenting && onRename()}
            onKeyDown={(event) => tabKey(event, props)}
            {...tabDrag(props)}
          >
            {shownText(diagram.header) || words.canvas.tabs.unnamed}
          </button>
        )}
      </ContextMenu.Trigger>
      <TabMenu {...props} />
    </ContextMenu.Root>
  );
}
