import type { ReactNode } from 'react';
import { shownText } from '../../../core/base/index.ts';
import { showDiagram } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { tabDrag } from './tab-drag.ts';
import { type PlacedTab, tabId, tabKey, tabOf } from './tab-keys.ts';
import { TabName } from './tab-name.tsx';

interface DiagramTabProps extends PlacedTab {
  readonly inFront: boolean;
  /** Nothing can be changed. */
  readonly presenting: boolean;
  readonly renaming: boolean;
  readonly onRenamed: () => void;
  /** The whole name, and what is said of the diagram beside it. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A diagram's tab; a field while its name is typed. */
export function DiagramTab(props: DiagramTabProps) {
  const { diagram, inFront, presenting, renaming, onRename, onRenamed } = props;
  if (renaming)
    return (
      <TabName
        diagram={diagram}
        onDone={(byKey) => {
          onRenamed();
          if (byKey) requestAnimationFrame(() => tabOf(diagram.id)?.focus());
        }}
      />
    );
  return (
    <button
      type="button"
      id={tabId(diagram.id)}
      className="diagram-tab"
      role="tab"
      aria-selected={inFront}
      tabIndex={inFront ? 0 : -1}
      draggable={!presenting}
      title={props.title}
      onClick={() => showDiagram(diagram.id)}
      onDoubleClick={() => !presenting && onRename()}
      onKeyDown={(event) => tabKey(event, props)}
      {...tabDrag(props)}
    >
      <span className="diagram-tab-face">{shownText(diagram.header) || words.canvas.tabs.unnamed}</span>
      {props.children}
    </button>
  );
}
