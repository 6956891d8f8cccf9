import { activeModel, type Command, session, setDialog } from '../../store/index.ts';
import { laterWords } from '../../words/later.ts';
import { selectedThreatKeys } from '../actions.ts';
import { offeredPriorities, priorityCommands, threatCommands } from '../threat-commands.ts';
import { canCopyJustification, copyJustification } from './copy-justification.ts';
import { showView } from './show-view.ts';
import { keptViews, onKeptViews } from './views.ts';

const { edit, copy, replace, views } = laterWords.threatBulk;

const hasModel = (): boolean => activeModel() !== null;

/** What is done to many threats at once. */
const bulkCommands: readonly Command[] = [
  {
    id: 'threats.edit-selected',
    label: edit.command,
    group: 'Threats',
    keywords: edit.keywords,
    enabled: () => selectedThreatKeys().length > 0,
    run: () => setDialog({ kind: 'edit-threats' }),
  },
  {
    id: 'threats.copy-justification',
    label: copy.command,
    group: 'Threats',
    keywords: copy.keywords,
    enabled: canCopyJustification,
    run: copyJustification,
  },
  {
    id: 'threats.replace',
    label: replace.command,
    group: 'Threats',
    keywords: replace.keywords,
    enabled: () => (activeModel()?.model.threats.length ?? 0) > 0,
    run: () => setDialog({ kind: 'replace-justifications' }),
  },
  {
    id: 'threats.views',
    label: views.command,
    group: 'Threats',
    keywords: views.keywords,
    enabled: hasModel,
    run: () => setDialog({ kind: 'threat-views' }),
  },
];

/** One for each kept view. */
const viewCommands = (): readonly Command[] =>
  keptViews().map((view) => ({
    id: `threats.view ${view.name}`,
    label: views.show({ name: view.name }),
    group: 'Threats',
    enabled: hasModel,
    run: () => {
      const open = activeModel();
      if (open !== null) showView(open, view);
    },
  }));

/** What is done to threats in the list, as the template in front lets them be. */
export const listCommands = (): readonly Command[] => [
  ...threatCommands,
  ...priorityCommands(),
  ...bulkCommands,
];

/**
 * Tells the commands now, and again whenever a view is kept, renamed or deleted, or a template with other priorities
 * comes to the front. The first canvas does not wait for them.
 */
export function watchThreatCommands(tell: (commands: readonly Command[]) => void): void {
  const now = () => tell([...listCommands(), ...viewCommands()]);
  now();
  onKeptViews(now);
  let offered = offeredPriorities();
  session.subscribe(() => {
    const priorities = offeredPriorities();
    if (priorities === offered || priorities.join('\0') === offered.join('\0')) return;
    offered = priorities;
    now();
  });
}
