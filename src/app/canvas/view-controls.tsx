import { Panel, useStore } from '@xyflow/react';
import { Grid3x3, Magnet, Map as MapIcon, Maximize, Minus, Plus, Redo2, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { emptyHistory, redoLabel, undoLabel } from '../../core/edit/index.ts';
import { changeSettings, GRID, redoEdit, showKeys, undoEdit, useSession } from '../store/index.ts';
import { IconButton } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { useCanvas } from './base/use-canvas.ts';
import { fitDiagram } from './base/view.ts';
import { Minimap } from './minimap.tsx';

/** Below these zooms every line of the grid, then any line, would be a grey veil. */
const ALL_LINES_FROM = 0.8;
const GRID_FROM = 0.3;
const COARSE = 5;

/** Undo and redo on a phone, where the top bar has no room for them. */
function SmallHistory() {
  const canvas = useCanvas();
  const undo = useSession((state) => undoLabel(canvas.open(state)?.history ?? emptyHistory));
  const redo = useSession((state) => redoLabel(canvas.open(state)?.history ?? emptyHistory));
  return (
    <span className="canvas-small">
      <IconButton label={words.shell.undo({ step: undo })} disabled={undo === null} onClick={undoEdit}>
        <Undo2 />
      </IconButton>
      <IconButton label={words.shell.redo({ step: redo })} disabled={redo === null} onClick={redoEdit}>
        <Redo2 />
      </IconButton>
    </span>
  );
}

interface GridProps {
  /** Between two lines, in model units. */
  readonly gap: number;
}

/**
 * Lines on whole pixels, as many as the view needs. A pattern, which React Flow's own background is, takes twice as
 * long to paint, and is painted for each frame of a view that moves.
 */
function Grid({ gap }: GridProps) {
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const step = gap * zoom;
  const lines: string[] = [];
  for (let at = x % step; at < width; at += step) lines.push(`M${Math.round(at)},0V${height}`);
  for (let at = y % step; at < height; at += step) lines.push(`M0,${Math.round(at)}H${width}`);
  return (
    <svg className="canvas-grid" aria-hidden="true">
      <path d={lines.join('')} />
    </svg>
  );
}

/** The grid, the zoom buttons and the small map, once there is what that shows. */
export const ViewControls = memo(function ViewControls({ hasMap }: { readonly hasMap: boolean }) {
  const canvas = useCanvas();
  const settings = useSession((state) => state.settings);
  const presenting = useSession((state) => state.presenting);
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const gap = useStore(({ transform: [, , zoom] }) =>
    zoom >= ALL_LINES_FROM ? GRID : zoom >= GRID_FROM ? COARSE * GRID : 0,
  );
  return (
    <>
      {settings.showGrid && !presenting && gap > 0 && <Grid gap={gap} />}
      {hasMap && settings.showMinimap && !presenting && (
        <Panel position="bottom-right">
          <Minimap />
        </Panel>
      )}
      {!presenting && (
        <Panel position="bottom-left" className="canvas-controls nopan nowheel">
          <IconButton
            label={words.canvas.controls.zoomOut}
            keys={showKeys('Mod+-')}
            onClick={() => canvas.port?.zoomBy('out')}
          >
            <Minus />
          </IconButton>
          <button
            type="button"
            className="canvas-percent"
            aria-label={words.canvas.controls.percent({ percent })}
            onClick={() => canvas.port?.zoomTo(1)}
          >
            {percent}%
          </button>
          <IconButton
            label={words.canvas.controls.zoomIn}
            keys={showKeys('Mod+=')}
            onClick={() => canvas.port?.zoomBy('in')}
          >
            <Plus />
          </IconButton>
          <IconButton
            label={words.canvas.controls.fit}
            keys={showKeys('Shift+1')}
            onClick={() => fitDiagram(canvas)}
          >
            <Maximize />
          </IconButton>
          <span className="canvas-controls-line" />
          <SmallHistory />
          <IconButton
            className="canvas-wide"
            label={words.canvas.controls.snap}
            pressed={settings.snapToGrid}
            onClick={() => changeSettings({ snapToGrid: !settings.snapToGrid })}
          >
            <Magnet />
          </IconButton>
          <IconButton
            className="canvas-wide"
            label={words.canvas.controls.grid}
            pressed={settings.showGrid}
            onClick={() => changeSettings({ showGrid: !settings.showGrid })}
          >
            <Grid3x3 />
          </IconButton>
          <IconButton
            label={words.canvas.controls.map}
            pressed={settings.showMinimap}
            onClick={() => changeSettings({ showMinimap: !settings.showMinimap })}
          >
            <MapIcon />
          </IconButton>
        </Panel>
      )}
    </>
  );
});
