import { assertNever } from '../../core/base/index.ts';
import {
  activateDocument,
  announce,
  changeSettings,
  reveal,
  selectThreats,
  session,
  setView,
  showDiagram,
} from '../store/index.ts';
import { words } from '../words/index.ts';
import type { Item } from './items.ts';

/** Opens a panel: the commands do not know the shell. */
export type ShowPanel = (side: 'bottom', open: true) => void;

/** Runs the command, or brings what was found into view. */
export function go(item: Item, showPanel: ShowPanel): void {
  if (item.tab !== undefined) activateDocument(item.tab);
  switch (item.kind) {
    case 'command':
      item.command.run();
      return;
    case 'model':
      activateDocument(item.id);
      announce(item.fileName);
      return;
    case 'diagram':
      setView('diagram');
      showDiagram(item.id);
      announce(words.commands.palette.showing({ diagram: item.label }));
      return;
    case 'element':
      reveal(item.diagramId, [item.id]);
      return;
    case 'threat': {
      const { threat } = item;
      const { settings } = session.getState();
      changeSettings({ bottomPanel: { ...settings.bottomPanel, tab: 'threats' } });
      showPanel('bottom', true);
      reveal(threat.diagramId, [threat.flowId]);
      selectThreats([threat.key]);
      return;
    }
    default:
      assertNever(item);
  }
}
