import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { percentOf } from '../../../core/document/index.ts';
import { walk } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import type { StoredRevision } from '../records.ts';
import { sizeOf, timeOf } from './said.ts';

const { history: said } = laterWords;

interface StateListProps {
  readonly states: readonly StoredRevision[];
  /** Index of the one with the cursor. */
  readonly at: number;
  readonly onGo: (at: number) => void;
  /** Enter, or a double click. */
  readonly onCompare: () => void;
  readonly onDelete: () => void;
}

/** The kept states, the last first. The list takes the keys of its items. */
export function StateList({ states, at, onGo, onCompare, onDelete }: StateListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // It comes when the dialog is open already.
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-${at}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = walk(event.key, at, states.length);
    if (to !== null) onGo(to);
    else if (event.key === 'Enter') onCompare();
    else if (event.key === 'Delete') onDelete();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      className="history-list"
      role="listbox"
      aria-label={said.list}
      tabIndex={0}
      aria-activedescendant={states.length === 0 ? undefined : `${id}-${at}`}
      onKeyDown={onKeyDown}
    >
      {states.map((state, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys of its items
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus for its items
        <div
          key={`${state.id} ${state.number}`}
          id={`${id}-${index}`}
          className="history-row"
          role="option"
          aria-selected={index === at}
          onClick={() => onGo(index)}
          onDoubleClick={onCompare}
        >
          <State state={state} />
        </div>
      ))}
    </div>
  );
}

function State({ state }: { readonly state: StoredRevision }) {
  const { kind, name, who, threats, size } = state;
  return (
    <>
      <span className="history-when">{timeOf(state)}</span>
      <span className={`history-kind history-${kind}`}>{said.kinds[kind]}</span>
      <span className="history-what" title={[name, who].filter(Boolean).join(', ')}>
        {name !== '' && <span className="history-name">{name}</span>}
        <span className="history-who">{who}</span>
      </span>
      <span className="history-handled" title={said.handledLong(threats)}>
        {threats.all > 0 && (
          <span className="recent-bar" aria-hidden="true">
            <span style={{ width: `${percentOf(threats)}%` }} />
          </span>
        )}
        {threats.all > 0 ? said.handled(threats) : said.noThreats}
      </span>
      <span className="history-size">{sizeOf(size)}</span>
    </>
  );
}
