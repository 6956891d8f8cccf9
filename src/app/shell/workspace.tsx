import type { ReactNode } from 'react';
import { changeSettings, type Settings, useActiveModel, useSession } from '../store/index.ts';
import { words } from '../words/index.ts';
import { PanelBoundary } from './panel-boundary.tsx';
import { Panel, PanelEdge, PanelToggles } from './panel-frame.tsx';
import { useStandings } from './panel-standing.ts';
import { maximisePanel } from './panels.ts';
import { type PanelTab, TabbedPanel } from './tabbed-panel.tsx';

export interface WorkspaceProps {
  readonly left: readonly PanelTab<Settings['leftPanel']['tab']>[];
  readonly bottom: readonly PanelTab<Settings['bottomPanel']['tab']>[];
  readonly right?: ReactNode;
  readonly canvas?: ReactNode;
  /** Tabs of the diagrams, at the lower edge of the canvas. */
  readonly diagramTabs?: ReactNode;
}

/** The diagram with its panels around it. */
export function Workspace({ left, bottom, right, canvas, diagramTabs }: WorkspaceProps) {
  const { leftPanel, bottomPanel } = useSession((state) => state.settings);
  const fileName = useActiveModel()?.fileName ?? '';
  const { narrow, presenting, maximised, panels } = useStandings({
    left: left.length > 0,
    right: right !== undefined,
    bottom: bottom.length > 0,
  });
  return (
    <main className="workspace" data-narrow={narrow || undefined} data-maximised={maximised || undefined}>
      <h1 className="visually-hidden">{fileName}</h1>
      <Panel side="left" standing={panels.left}>
        <TabbedPanel
          label={words.shell.panels.leftTabs}
          tabs={left}
          tab={leftPanel.tab}
          onTab={(tab) => changeSettings({ leftPanel: { ...leftPanel, tab } })}
        />
      </Panel>
      <PanelEdge side="left" standing={panels.left} />
      <div className="workspace-middle">
        <section
          className="workspace-canvas"
          aria-label={words.shell.panels.canvas}
          // Whoever goes to the canvas wants to see it.
          onFocus={() => maximisePanel(false)}
        >
          <PanelBoundary name={words.shell.panels.canvas}>{canvas}</PanelBoundary>
        </section>
        <div className="workspace-strip">
          <div className="workspace-diagrams">
            <PanelBoundary name={words.shell.panels.canvas}>{diagramTabs}</PanelBoundary>
          </div>
          {!presenting && <PanelToggles narrow={narrow} maximised={maximised} panels={panels} />}
        </div>
        <PanelEdge side="bottom" standing={panels.bottom} />
        <Panel side="bottom" standing={panels.bottom}>
          <TabbedPanel
            label={words.shell.panels.bottomTabs}
            tabs={bottom}
            tab={bottomPanel.tab}
            onTab={(tab) => changeSettings({ bottomPanel: { ...bottomPanel, tab } })}
          />
        </Panel>
      </div>
      <PanelEdge side="right" standing={panels.right} />
      <Panel side="right" standing={panels.right}>
        <PanelBoundary name={words.shell.panels.right}>{right}</PanelBoundary>
      </Panel>
    </main>
  );
}
