import { assertNever } from '../../core/base/index.ts';
import type { Model } from '../../core/document/index.ts';
import type { Message } from '../../core/engine/index.ts';
import { messageWords } from '../../core/words/index.ts';
import { notify, reveal, setDialog } from '../store/index.ts';
import { words } from '../words/index.ts';

export interface MessageAction {
  readonly label: string;
  readonly run: () => void;
}

/** What the threats feature does for a message; handed in, since features do not know each other. */
export interface ThreatActions {
  readonly showStale: () => void;
  readonly switchGeneration: (enabled: boolean) => void;
}

/** What can be done about a message: every one has something, but those that only count others. */
export function messageAction(
  model: Model,
  message: Message,
  threats: ThreatActions,
): MessageAction | undefined {
  const { code, diagramId, elementIds } = message;
  const show = (label: string): MessageAction => ({
    label,
    run: () => {
      if (diagramId !== undefined) reveal(diagramId, elementIds);
    },
  });
  switch (code) {
    case 'free-end':
    case 'end-takes-no-flow':
    case 'unnamed':
    case 'flow-without-threats':
    case 'unconnected':
    case 'unknown-type':
      return show(words.messages.show);
    case 'no-boundary':
      return show(words.messages.showDiagram);
    case 'threats-out-of-date':
      return { label: words.messages.updateThreats, run: () => setDialog({ kind: 'update-threats' }) };
    case 'threats-stale':
      return { label: words.messages.selectStale, run: threats.showStale };
    case 'generation-off':
      return { label: words.messages.switchOn, run: () => threats.switchGeneration(true) };
    case 'more-messages':
      return undefined;
    case 'too-many-threats':
      return { label: words.messages.switchOff, run: () => threats.switchGeneration(false) };
    case 'broken-filter':
      return { label: words.messages.showFilter, run: () => showFilter(model, message) };
    default:
      return assertNever(code);
  }
}

/** The rule stands in the template, which is edited elsewhere: its text is what helps there. */
function showFilter(model: Model, message: Message): void {
  const { severity, threatTypeId } = message;
  const rule = model.template.threatTypes.find(({ id }) => id === threatTypeId);
  if (rule === undefined) return;
  const { include, exclude } = rule.filters;
  notify({
    tone: severity,
    text: messageWords(message),
    wrong: 'message:broken-filter',
    details: [words.messages.include({ filter: include }), words.messages.exclude({ filter: exclude })],
  });
}
