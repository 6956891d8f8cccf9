import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
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

/** Several panels in the place of one, each behind its tab. */
export function TabbedPanel<Id extends string>({ label, tabs, tab, onTab }: TabbedPanelProps<Id>) {
  const shown = tabs.some((candidate) => candidate.id === tab) ? tab : tabs[0]?.id;
  if (shown === undefined) return null;
  return (
    <Tabs.Root
      className="panel-tabs"
      value={shown}
      onValueChange={(value) => {
        const chosen = tabs.find((candidate) => candidate.id === value);
        if (chosen !== undefined) onTab(chosen.id);
      }}
    >
      <Tabs.List className="panel-tab-list" aria-label={label}>
        {tabs.map(({ id, label: caption, badge }) => (
          <Tabs.Trigger key={id} value={id} className="panel-tab">
            {caption}
            {badge}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map(({ id, label: caption, content }) => (
        <Tabs.Content key={id} value={id} className="panel-body" tabIndex={-1}>
          <PanelBoundary name={caption}>{content}</PanelBoundary>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
