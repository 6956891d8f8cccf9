import './names.css';
import { useStore, ViewportPortal } from '@xyflow/react';
import { memo, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Diagram, type ElementId, isLine, type Template } from '../../../core/document/index.ts';
import { drawnBox } from '../../../core/drawing/index.ts';
import type { Point, Rect } from '../../../core/geometry/index.ts';
import { useSession } from '../../store/index.ts';
import { inSlices, useGrowing, whileWanted } from '../../ui/index.ts';
import { isLarge } from '../base/large.ts';
import { LEAST_UNIT, unitAt } from '../base/name-scale.ts';
import { tilesIn, tilesRect } from '../base/tiles.ts';
import { useLive } from '../base/use-canvas.ts';
import { LEADING, type PlacedName, placingNames } from './places.ts';

/** Names that are laid out and painted in one go while a diagram appears. */
const AT_ONCE = 200;

interface NameLayerProps {
  readonly diagram: Diagram;
  /** The diagram without the gesture in progress: names keep their places in it, and move with their elements. */
  readonly resting: Diagram;
  readonly template: Template;
  /** Elements are drawn without names. */
  readonly far: boolean;
  /** What goes by the places of names; null for these where the elements' own labels are drawn. */
  readonly over?: (boxes: ReadonlyMap<ElementId, Rect> | null) => ReactNode;
}

/**
 * The names that lie over the drawing: those of border boundaries always, so that nothing covers them, and those of all
 * elements where letters of the file's size would be too small. Screen readers have the names from the elements.
 */
export function NameLayer({ diagram, resting, template, far, over }: NameLayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  const renaming = useSession((state) => state.renaming);
  const wanted = useWanted(far, isLarge(resting));
  const view = useMemo(() => tilesRect(wanted.tiles), [wanted.tiles]);
  const { names, of, unit } = usePlaced(resting, template, wanted.unit, view);
  const drawn = useGrowing(names.length, AT_ONCE);
  const moves = useMemo(() => movesOf(of, diagram), [of, diagram]);
  const boxes = useMemo(
    () => (unit === null || unit === 0 ? null : boxesOf(names, moves)),
    [names, moves, unit],
  );
  useLayoutEffect(() => {
    const canvas = layer.current?.closest<HTMLElement>('.canvas');
    if (!canvas || unit === null) return;
    canvas.dataset['named'] = unit === 0 ? 'boundaries' : 'all';
    return () => {
      delete canvas.dataset['named'];
    };
  }, [unit]);
  useLayoutEffect(() => {
    const nodes = layer.current?.closest('.canvas')?.querySelector<HTMLElement>('.react-flow__nodes');
    nodes?.style.setProperty('--name-scale', String(Math.max(1, unit ?? 0)));
    return () => void nodes?.style.removeProperty('--name-scale');
  }, [unit]);
  return (
    <>
      <ViewportPortal>
        <div ref={layer} className="canvas-layer canvas-names" aria-hidden="true">
          {names
            .slice(0, drawn)
            .map((name) =>
              name.id === renaming ? null : <Name key={name.id} name={name} move={moves.get(name.id)} />,
            )}
        </div>
      </ViewportPortal>
      {over?.(boxes)}
    </>
  );
}

/** By how much names may be too large or too small, while a view moves, before they are placed anew. */
const MOST = 2;

/** What names are wanted for: at which size, and what is looked at. */
interface Wanted {
  readonly unit: number;
  readonly tiles: string;
  readonly far: boolean;
}

/**
 * A view of a `large` diagram that comes nearer or goes away takes its names with it until it rests: placing them is no
 * work for a frame.
 */
function useWanted(far: boolean, large: boolean): Wanted {
  const own = useStore((state) => unitAt(state.transform[2]));
  const tiles = useStore(tilesIn);
  const moving = useLive((state) => large && state.movingFrom !== null);
  const now = { unit: far ? Math.max(own, LEAST_UNIT) : own, tiles, far };
  const [held, setHeld] = useState<Wanted>(now);
  if (moving && isLikeEnough(held, now)) return held;
  if (held.unit === now.unit && held.tiles === tiles && held.far === far) return held;
  setHeld(now);
  return now;
}

function isLikeEnough(held: Wanted, now: Wanted): boolean {
  const ratio = Math.max(held.unit, LEAST_UNIT) / Math.max(now.unit, LEAST_UNIT);
  return held.far === now.far && held.unit !== now.unit && ratio < MOST && ratio > 1 / MOST;
}

type Moves = ReadonlyMap<ElementId, Point | null>;

/** Where names are as they are drawn. */
function boxesOf(names: readonly PlacedName[], moves: Moves): ReadonlyMap<ElementId, Rect> {
  const boxes = new Map<ElementId, Rect>();
  for (const { id, box } of names) {
    const move = moves.get(id);
    if (move !== null)
      boxes.set(id, move === undefined ? box : { ...box, left: box.left + move.x, top: box.top + move.y });
  }
  return boxes;
}

interface Placed {
  readonly names: readonly PlacedName[];
  /** The diagram that they are of: the one that is shown may be a later one. */
  readonly of: Diagram;
  /** Null before any has been placed. */
  readonly unit: number | null;
}

/** The names as they were placed last, and from now on those of this diagram: worked out in slices. */
function usePlaced(diagram: Diagram, template: Template, unit: number, within: Rect): Placed {
  const [placed, setPlaced] = useState<Placed>({ names: [], of: diagram, unit: null });
  useEffect(() => {
    let current = true;
    function* placing() {
      const names = yield* placingNames(diagram, template, unit, within);
      setPlaced({ names, of: diagram, unit });
    }
    // What cannot be placed is not drawn.
    inSlices(whileWanted(placing(), () => current)).catch(() => undefined);
    return () => {
      current = false;
    };
  }, [diagram, template, unit, within]);
  return placed;
}

/** How far elements lie from where they were in `resting`; those that are gone are nowhere. */
function movesOf(resting: Diagram, diagram: Diagram): Moves {
  const moves = new Map<ElementId, Point | null>();
  if (resting === diagram) return moves;
  for (const list of ['shapes', 'lines'] as const) {
    const [before, after] = [resting[list], diagram[list]];
    if (before === after) continue;
    const known = before.length === after.length ? null : new Map(after.map((one) => [one.id, one]));
    before.forEach((was, index) => {
      const now = known === null ? after[index] : known.get(was.id);
      if (now === was) return;
      const [from, to] = [placeOf(was), now?.id === was.id ? placeOf(now) : null];
      moves.set(was.id, to === null ? null : { x: to.x - from.x, y: to.y - from.y });
    });
  }
  return moves;
}

/** What a name keeps its distance from: the corner of a boundary, the middle of another shape, the handle of a line. */
function placeOf(element: Diagram['shapes'][number] | Diagram['lines'][number]): Point {
  if (isLine(element)) return element.handle;
  const { left, top, width, height } = drawnBox(element);
  if (element.kind === 'borderBoundary') return { x: left + width, y: top };
  return { x: left + width / 2, y: top + height / 2 };
}

interface NameProps {
  readonly name: PlacedName;
  readonly move: Point | null | undefined;
}

/**
 * No SVG: its text is laid out anew for each scale that it is seen at, these letters only when the name changes. The
 * lines of a name are one text, around or beside the edge of its box that it is anchored to.
 */
const Name = memo(function Name({ name, move }: NameProps) {
  if (move === null) return null;
  const { of, outOfScope, lines, size, anchor, y, box } = name;
  const framed = of === 'flow' || of === 'curve';
  return (
    <div
      data-of={of}
      data-anchor={anchor}
      data-scope={outOfScope ? 'out' : undefined}
      style={{
        left: box.left,
        top: framed ? box.top : y - (size * LEADING) / 2,
        width: box.width,
        height: framed ? box.height : undefined,
        fontSize: size,
        lineHeight: LEADING,
        transform: move === undefined ? undefined : `translate(${move.x}px, ${move.y}px)`,
      }}
    >
      {lines.join('\n')}
    </div>
  );
}, sameDrawing);

/** After an edit all names are placed anew, and nearly all where they were. */
function sameDrawing(before: NameProps, after: NameProps): boolean {
  const [a, b] = [before.name, after.name];
  if (before.move !== after.move) return false;
  if (a === b) return true;
  const same = a.x === b.x && a.y === b.y && a.size === b.size && a.anchor === b.anchor;
  return same && a.outOfScope === b.outOfScope && a.lines.join('\n') === b.lines.join('\n');
}
