import { PanelBottom, PanelLeft, PanelRight } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { changeSettings, type Settings, showKeys, useActiveModel, useSession } from '../store/index.ts';
import { IconButton, Resizer, within } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { PanelBoundary } from './panel-boundary.tsx';
import { panelLimits } from './panel-limits.ts';
import { type Side, sizePanel, togglePanel, useNarrow } from './panels.ts';
import { useWindowSize } from './window-size.ts';

/** A panel's tab: its caption and what it shows. */
export interface PanelTab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Beside the caption, such as a count. */
  readonly badge?: ReactNode;
  readonly content: ReactNode;
}

export interface WorkspaceProps {
  readonly left: readonly PanelTab<Settings['leftPanel']['tab']>[];
  readonly bottom: readonly PanelTab<Settings['bottomPanel']['tab']>[];
  readonly right?: ReactNode;
  readonly canvas?: ReactNode;
  /** Tabs of the diagrams, at the lower edge of the canvas. */
  readonly diagramTabs?: ReactNode;
}

interface TabbedPanelProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly PanelTab<Id>[];
  readonly tab: Id;
  readonly onTab: (tab: Id) => void;
}

function TabbedPanel<Id extends string>({ label, tabs, tab, onTab }: TabbedPanelProps<Id>) {
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

const TOGGLES: readonly (readonly [Side, string, typeof PanelLeft])[] = [
  ['left', 'Mod+B', PanelLeft],
  ['bottom', 'Mod+J', PanelBottom],
  ['right', 'Mod+Alt+B', PanelRight],
];

function PanelToggles({ has, open }: { has: (side: Side) => boolean; open: (side: Side) => boolean }) {
  return TOGGLES.filter(([side]) => has(side)).map(([side, keys, Icon]) => (
    <IconButton
      key={side}
      label={words.shell.panels[side]}
      keys={showKeys(keys)}
      pressed={open(side)}
      onClick={() => togglePanel(side)}
    >
      <Icon />
    </IconButton>
  ));
}

const EDGES = {
  left: { label: words.shell.panels.leftEdge, axis: 'x', direction: 1 },
  right: { label: words.shell.panels.rightEdge, axis: 'x', direction: -1 },
  bottom: { label: words.shell.panels.bottomEdge, axis: 'y', direction: -1 },
} as const;

/** The diagram with its panels around it. */
export function Workspace({ left, bottom, right, canvas, diagramTabs }: WorkspaceProps) {
  const { leftPanel, rightPanel, bottomPanel } = useSession((state) => state.settings);
  const presenting = useSession((state) => state.presenting);
  const fileName = useActiveModel()?.fileName ?? '';
  const { narrow, open: overlaid } = useNarrow();
  const room = useWindowSize();

  const has = (side: Side) =>
    side === 'left' ? left.length > 0 : side === 'bottom' ? bottom.length > 0 : right !== undefined;
  const stored = { left: leftPanel.open, right: rightPanel.open, bottom: bottomPanel.open };
  const sizes = { left: leftPanel.width, right: rightPanel.width, bottom: bottomPanel.height };
  const open = (side: Side) => has(side) && (narrow ? overlaid === side : stored[side]);
  const shown = (side: Side) => !presenting && open(side);
  const size = (side: Side) => within(sizes[side], panelLimits(side, room));
  const edge = (side: Side) =>
    !narrow &&
    !presenting &&
    has(side) && (
      <Resizer
        {...EDGES[side]}
        {...panelLimits(side, room)}
        value={sizes[side]}
        onValue={(value) => sizePanel(side, value)}
        open={open(side)}
        onOpen={(next) => togglePanel(side, next)}
      />
    );

  return (
    <main className="workspace" data-narrow={narrow || undefined}>
      <h1 className="visually-hidden">{fileName}</h1>
      {shown('left') && (
        <section
          className="panel panel-left"
          style={{ width: size('left') }}
          aria-label={words.shell.panels.left}
        >
          <TabbedPanel
            label={words.shell.panels.leftTabs}
            tabs={left}
            tab={leftPanel.tab}
            onTab={(tab) => changeSettings({ leftPanel: { ...leftPanel, tab } })}
          />
        </section>
      )}
      {edge('left')}
      <div className="workspace-middle">
        <section className="workspace-canvas" aria-label={words.shell.panels.canvas}>
          <PanelBoundary name={words.shell.panels.canvas}>{canvas}</PanelBoundary>
        </section>
        <div className="workspace-strip">
          <div className="workspace-diagrams">
            <PanelBoundary name={words.shell.panels.canvas}>{diagramTabs}</PanelBoundary>
          </div>
          {!presenting && <PanelToggles has={has} open={open} />}
        </div>
        {edge('bottom')}
        {shown('bottom') && (
          <section
            className="panel panel-bottom"
            style={{ height: size('bottom') }}
            aria-label={words.shell.panels.bottom}
          >
            <TabbedPanel
              label={words.shell.panels.bottomTabs}
              tabs={bottom}
              tab={bottomPanel.tab}
              onTab={(tab) => changeSettings({ bottomPanel: { ...bottomPanel, tab } })}
            />
          </section>
        )}
      </div>
      {edge('right')}
      {shown('right') && (
        <section
          className="panel panel-right"
          style={{ width: size('right') }}
          aria-label={words.shell.panels.right}
        >
          <PanelBoundary name={words.shell.panels.right}>{right}</PanelBoundary>
        </section>
      )}
    </main>
  );
}
