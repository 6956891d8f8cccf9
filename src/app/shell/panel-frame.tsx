import { ChevronsUp, PanelBottom, PanelLeft, PanelRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { showKeys } from '../store/index.ts';
import { IconButton, Resizer } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { toggleMaximised } from './focus.ts';
import type { Standing } from './panel-standing.ts';
import { type Side, sizePanel, togglePanel } from './panels.ts';

interface PanelProps {
  readonly side: Side;
  readonly standing: Standing;
}

/** A panel beside the canvas or below it, while it is shown. */
export function Panel({ side, standing, children }: PanelProps & { readonly children: ReactNode }) {
  const { shown, size } = standing;
  if (!shown) return null;
  return (
    <section
      className={`panel panel-${side}`}
      style={side === 'bottom' ? { height: size } : { width: size }}
      aria-label={words.shell.panels[side]}
    >
      {children}
    </section>
  );
}

const EDGES = {
  left: { label: words.shell.panels.leftEdge, axis: 'x', direction: 1 },
  right: { label: words.shell.panels.rightEdge, axis: 'x', direction: -1 },
  bottom: { label: words.shell.panels.bottomEdge, axis: 'y', direction: -1 },
} as const;

/** The edge by which a panel is sized, closed and opened. */
export function PanelEdge({ side, standing }: PanelProps) {
  const { edge, limits, wanted, open } = standing;
  if (!edge) return null;
  return (
    <Resizer
      {...EDGES[side]}
      {...limits}
      value={wanted}
      onValue={(value) => sizePanel(side, value)}
      open={open}
      onOpen={(next) => togglePanel(side, next)}
    />
  );
}

const TOGGLES: readonly (readonly [Side, string, typeof PanelLeft])[] = [
  ['left', 'Mod+B', PanelLeft],
  ['bottom', 'Mod+J', PanelBottom],
  ['right', 'Mod+Alt+B', PanelRight],
];

interface PanelTogglesProps {
  readonly narrow: boolean;
  readonly maximised: boolean;
  readonly panels: Readonly<Record<Side, Standing>>;
}

/** The buttons that show and hide the panels; a narrow window has the lower one over the canvas as it is. */
export function PanelToggles({ narrow, maximised, panels }: PanelTogglesProps) {
  const toggles = TOGGLES.filter(([side]) => panels[side].filled).map(([side, keys, Icon]) => (
    <IconButton
      key={side}
      label={words.shell.panels[side]}
      keys={showKeys(keys)}
      pressed={panels[side].open}
      onClick={() => togglePanel(side)}
    >
      <Icon />
    </IconButton>
  ));
  if (narrow || !panels.bottom.open) return toggles;
  return (
    <>
      <IconButton
        label={words.shell.maximise}
        keys={showKeys('Alt+M')}
        pressed={maximised}
        onClick={toggleMaximised}
      >
        <ChevronsUp />
      </IconButton>
      {toggles}
    </>
  );
}
