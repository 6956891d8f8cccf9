import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { tabStep } from '../ui/index.ts';
import { PanelBoundary } from './panel-boundary.tsx';

/** A panel's tab: its caption and what it shows. */
export interface PanelTab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Beside the caption, such as a count. */
  readonly badge?: ReactNode;
  readonly content: ReactNode;
}

interface TabbedPanelProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly PanelTab<Id>[];
  readonly tab: Id;
  readonly onTab: (tab: Id) => void;
}

/** Goes with a key to another tab, which shows itself when it has the focus. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.findIndex((tab) => tab.matches(':focus'));
  const modified = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
  const to = at < 0 || modified ? null : tabStep(event.key, at, tabs.length);
  if (to === null) return;
  event.preventDefault();
  tabs[to]?.focus();
}

/** Several panels in the place of one, each behind its tab. */
export function TabbedPanel<Id extends string>({ label, tabs, tab, onTab }: TabbedPanelProps<Id>) {
  const base = useId();
  const shown = tabs.find((candidate) => candidate.id === tab) ?? tabs[0];
  if (shown === undefined) return null;
  const [tabId, bodyId] = [(id: Id) => `${base}tab-${id}`, (id: Id) => `${base}body-${id}`];
  return (
    <div className="panel-tabs">
      <div className="panel-tab-list" role="tablist" aria-label={label} onKeyDown={step}>
        {tabs.map(({ id, label: caption, badge }) => (
          <button
            key={id}
            type="button"
            id={tabId(id)}
            className="panel-tab"
            role="tab"
            aria-selected={id === shown.id}
            aria-controls={bodyId(id)}
            tabIndex={id === shown.id ? 0 : -1}
            onMouseDown={(event) => {
              if (event.button !== 0 || event.ctrlKey) event.preventDefault();
              // Not every browser gives a button the focus that is pressed.
              else event.currentTarget.focus();
            }}
            onFocus={() => id !== shown.id && onTab(id)}
            onClick={() => id !== shown.id && onTab(id)}
          >
            {caption}
            {badge}
          </button>
        ))}
      </div>
      {tabs.map(({ id, label: caption, content }) => (
        <div
          key={id}
          id={bodyId(id)}
          className="panel-body"
          role="tabpanel"
          aria-labelledby={tabId(id)}
          tabIndex={-1}
          hidden={id !== shown.id}
        >
          {id === shown.id && <PanelBoundary name={caption}>{content}</PanelBoundary>}
        </div>
      ))}
    </div>
  );
}
