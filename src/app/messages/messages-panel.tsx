import './messages.css';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { describeElement, findDiagram, findElement, type Model } from '../../core/document/index.ts';
import { type Message, validating } from '../../core/engine/index.ts';
import { messageWords } from '../../core/words/index.ts';
import { explain, useActiveModel } from '../store/index.ts';
import { Button, Coming, ExplainButton, sliced, useSliced } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { messageAction, type ThreatActions } from './message-actions.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

const validation = sliced<Model, readonly Message[]>(validating);

/** The messages about the model in front, and the document that they are about; null while they are worked out first. */
function useMessages() {
  const open = useActiveModel();
  return useSliced(validation, open?.model ?? null, open?.id ?? null);
}

/** Where the one element of a message stands: three flows called HTTPS would give three equal messages. */
function placeOf(model: Model, { diagramId, elementIds: [id, ...more] }: Message): string {
  const diagram = diagramId === undefined ? undefined : findDiagram(model, diagramId);
  if (diagram === undefined || id === undefined || more.length > 0) return '';
  const element = findElement(diagram, id);
  return element === undefined ? '' : describeElement(diagram, element, model.template).place;
}

/** What a person should look at; choosing a message selects its elements. */
export function MessagesPanel({ threatActions }: { readonly threatActions: ThreatActions }) {
  const id = useId();
  const found = useMessages();
  if (found === null) return <Coming />;
  const { of: model, value: messages } = found;
  if (messages.length === 0) return <p className="empty">{words.messages.none}</p>;
  return (
    <ul className="messages-list" aria-label={words.messages.list}>
      {messages.map((message, index) => {
        const Icon = ICONS[message.severity];
        const { diagramId } = message;
        // A message about elements is itself the button that shows them.
        const action = messageAction(model, message, threatActions);
        const content = (
          <>
            <Icon size={14} aria-label={words.messages.severity[message.severity]} />
            <span id={`${id}-${index}`}>{messageWords(message)}</span>
            <small className="messages-place">{placeOf(model, message)}</small>
          </>
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages have no other identity
          <li key={index} data-severity={message.severity}>
            {diagramId === undefined ? (
              <span className="messages-item">{content}</span>
            ) : (
              <button type="button" className="messages-item" onClick={action?.run}>
                {content}
              </button>
            )}
            {diagramId === undefined && action !== undefined && (
              <Button onClick={action.run}>{action.label}</Button>
            )}
            <ExplainButton
              about={`${id}-${index}`}
              onClick={() => explain(`message:${message.of ?? message.code}`)}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** How many messages there are, for the panel's tab. */
export function MessageCount() {
  const messages = useMessages()?.value ?? [];
  const grave = messages.some((message) => message.severity !== 'info');
  return messages.length === 0 ? null : (
    <span className="badge" data-grave={grave || undefined}>
      {messages.length}
    </span>
  );
}
