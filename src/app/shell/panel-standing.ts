import { useSession } from '../store/index.ts';
import { type Limits, within } from '../ui/index.ts';
import { panelLimits } from './panel-limits.ts';
import { type Side, useNarrow } from './panels.ts';
import { useWindowSize } from './window-size.ts';

/** How a panel stands on the page now. Sizes are widths at the sides and the height at the bottom, in pixels. */
export interface Standing {
  readonly open: boolean;
  /** Open, and not away for a presentation. */
  readonly shown: boolean;
  /** The size within its limits. */
  readonly size: number;
  /** The size that the user chose, in whatever window. */
  readonly wanted: number;
  readonly limits: Limits;
  /** Whether there is an edge to drag: not where the panel lies over the canvas. */
  readonly edge: boolean;
  /** Whether there is anything in it. */
  readonly filled: boolean;
}

interface Standings {
  readonly narrow: boolean;
  readonly presenting: boolean;
  /** Whether the lower panel lies over the canvas. */
  readonly maximised: boolean;
  readonly panels: Readonly<Record<Side, Standing>>;
}

/** How the panels stand, of which `filled` have anything in them. */
export function useStandings(filled: Readonly<Record<Side, boolean>>): Standings {
  const { leftPanel, rightPanel, bottomPanel } = useSession((state) => state.settings);
  const presenting = useSession((state) => state.presenting);
  const { narrow, open: overlaid, maximised, folded } = useNarrow();
  const room = useWindowSize();
  const standing = (side: Side, stored: boolean, wanted: number): Standing => {
    const open = filled[side] && (narrow ? overlaid === side : stored && !folded.has(side));
    const limits = panelLimits(side, room);
    return {
      open,
      shown: open && !presenting,
      size: within(wanted, limits),
      wanted,
      limits,
      edge: filled[side] && !narrow && !presenting,
      filled: filled[side],
    };
  };
  const bottom = standing('bottom', bottomPanel.open, bottomPanel.height);
  const isOver = maximised && !narrow && bottom.shown;
  return {
    narrow,
    presenting,
    maximised: isOver,
    panels: {
      left: standing('left', leftPanel.open, leftPanel.width),
      right: standing('right', rightPanel.open, rightPanel.width),
      bottom: isOver ? { ...bottom, edge: false } : bottom,
    },
  };
}
