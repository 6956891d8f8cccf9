import { PanelBottom, PanelLeft, PanelRight } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { changeSettings, type Settings, showKeys, useActiveModel, useSession } from '../store/index.ts';
import { IconButton, Resizer } from '../ui/index.ts';
import { type Side, sizePanel, togglePanel, useNarrow } from './panels.ts';

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
      {tabs.map(({ id, content }) => (
        <Tabs.Content key={id} value={id} className="panel-body" tabIndex={-1}>
          {content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

const TOGGLES: readonly (readonly [Side, string, string, typeof PanelLeft])[] = [
  ['left', 'Stencils and outline', 'Mod+B', PanelLeft],
  ['bottom', 'Threats, messages and notes', 'Mod+J', PanelBottom],
  ['right', 'Properties', 'Mod+Alt+B', PanelRight],
];

function PanelToggles({ has, open }: { has: (side: Side) => boolean; open: (side: Side) => boolean }) {
  return TOGGLES.filter(([side]) => has(side)).map(([side, label, keys, Icon]) => (
    <IconButton
      key={side}
      label={label}
      keys={showKeys(keys)}
      pressed={open(side)}
      onClick={() => togglePanel(side)}
    >
      <Icon />
    </IconButton>
  ));
}

/** The diagram with its panels around it. */
export function Workspace({ left, bottom, right, canvas, diagramTabs }: WorkspaceProps) {
  const { leftPanel, rightPanel, bottomPanel } = useSession((state) => state.settings);
  const presenting = useSession((state) => state.presenting);
  const fileName = useActiveModel()?.fileName ?? '';
  const { narrow, open: overlaid } = useNarrow();

  const has = (side: Side) =>
    side === 'left' ? left.length > 0 : side === 'bottom' ? bottom.length > 0 : right !== undefined;
  const stored = { left: leftPanel.open, right: rightPanel.open, bottom: bottomPanel.open };
  const open = (side: Side) => has(side) && (narrow ? overlaid === side : stored[side]);
  const shown = (side: Side) => !presenting && open(side);

  return (
    <main className="workspace" data-narrow={narrow || undefined}>
      <h1 className="visually-hidden">{fileName}</h1>
      {shown('left') && (
        <>
          <section
            className="panel panel-left"
            style={{ width: leftPanel.width }}
            aria-label="Stencils and outline"
          >
            <TabbedPanel
              label="Left panel"
              tabs={left}
              tab={leftPanel.tab}
              onTab={(tab) => changeSettings({ leftPanel: { ...leftPanel, tab } })}
            />
          </section>
          {!narrow && (
            <Resizer
              label="Width of the left panel"
              axis="x"
              direction={1}
              min={170}
              max={480}
              value={leftPanel.width}
              onValue={(width) => sizePanel('left', width)}
            />
          )}
        </>
      )}
      <div className="workspace-middle">
        <section className="workspace-canvas" aria-label="Diagram">
          {canvas}
        </section>
        <div className="workspace-strip">
          <div className="workspace-diagrams">{diagramTabs}</div>
          {!presenting && <PanelToggles has={has} open={open} />}
        </div>
        {shown('bottom') && (
          <>
            {!narrow && (
              <Resizer
                label="Height of the lower panel"
                axis="y"
                direction={-1}
                min={100}
                max={640}
                value={bottomPanel.height}
                onValue={(height) => sizePanel('bottom', height)}
              />
            )}
            <section
              className="panel panel-bottom"
              style={{ height: bottomPanel.height }}
              aria-label="Threats, messages and notes"
            >
              <TabbedPanel
                label="Lower panel"
                tabs={bottom}
                tab={bottomPanel.tab}
                onTab={(tab) => changeSettings({ bottomPanel: { ...bottomPanel, tab } })}
              />
            </section>
          </>
        )}
      </div>
      {shown('right') && (
        <>
          {!narrow && (
            <Resizer
              label="Width of the properties"
              axis="x"
              direction={-1}
              min={200}
              max={560}
              value={rightPanel.width}
              onValue={(width) => sizePanel('right', width)}
            />
          )}
          <section className="panel panel-right" style={{ width: rightPanel.width }} aria-label="Properties">
            {right}
          </section>
        </>
      )}
    </main>
  );
}
