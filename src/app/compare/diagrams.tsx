import { Maximize } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Diagram, ElementId, Model } from '../../core/document/index.ts';
import { type Rect, rectUnion } from '../../core/geometry/index.ts';
import { showKeys } from '../store/index.ts';
import { IconButton } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { type Layer, Pane } from './pane.tsx';
import { elementAt, type PlacedDiagram, placedDiagram } from './placed.ts';
import type { ComparedDiagram } from './signs.ts';
import type { Comparison } from './use-comparison.ts';
import { FIT_KEYS, useGestures } from './use-gestures.ts';
import { useColours, useImages } from './use-paint.ts';
import { broughtIn, fitted, pointAt, type SharedView, type Size } from './view.ts';

const { compare: said } = laterWords;

/** How the two sides lie: beside each other, or over each other, parted by a line that can be moved. */
export type Laid = 'beside' | 'over';

interface DiagramsProps {
  readonly comparison: Comparison;
  readonly diagram: ComparedDiagram;
  readonly names: readonly [before: string, after: string];
  readonly laid: Laid;
  readonly view: SharedView;
}

type Sides = readonly [before: PlacedDiagram | null, after: PlacedDiagram | null];

/** Both sides of the diagram that is looked at, moving together. */
export function Diagrams({ comparison, diagram, names, laid, view }: DiagramsProps) {
  const { sides, paint, loaded } = useSides(comparison, diagram);
  const [split, setSplit] = useState(50);
  const size = useRef<Size>({ width: 0, height: 0 });
  const fit = useCallback(() => {
    const whole = boundsOf(sides);
    if (whole !== undefined && size.current.width > 0) view.set(fitted(whole, size.current));
  }, [sides, view]);
  const { onSize, follow } = useView({ size, fit, view, laid, key: diagram.id });
  const { selected } = comparison;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked at is brought into view once, not whenever something is drawn
  useEffect(() => follow(framesOf(sides, selected)), [selected]);
  const gestures = useGestures({
    view,
    size,
    onFit: fit,
    onClick: (at, pane) => {
      const share = at.x / Math.max(1, pane.clientWidth);
      const isBefore = laid === 'beside' ? pane.dataset['side'] === 'before' : share * 100 < split;
      const placed = sides[isBefore ? 0 : 1];
      const found = placed === null ? null : elementAt(placed, pointAt(view.now(), at));
      if (found !== null) comparison.goToElement(found);
    },
  });
  const pane = { signs: diagram.signs, selected, view, paint, loaded, onSize };
  const header = (diagram.after ?? diagram.before)?.header ?? '';
  const at = split / 100;
  return (
    <div className="compare-diagrams" data-laid={laid}>
      <div className="compare-names">
        <span>{said.before({ name: names[0] })}</span>
        <span>{said.after({ name: names[1] })}</span>
        <IconButton className="compare-fit" label={said.fit} keys={showKeys(FIT_KEYS)} onClick={fit}>
          <Maximize />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys that move and zoom */}
      <div className="compare-panes" role="application" aria-label={said.panes} tabIndex={0} {...gestures}>
        {laid === 'beside' ? (
          <>
            <Pane
              {...pane}
              side="before"
              label={said.pane({ diagram: header, name: names[0] })}
              layers={whole(sides[0])}
            />
            <Pane
              {...pane}
              side="after"
              label={said.pane({ diagram: header, name: names[1] })}
              layers={whole(sides[1])}
            />
          </>
        ) : (
          <Pane
            {...pane}
            side="both"
            label={said.paneOfBoth({ diagram: header })}
            layers={[
              { placed: sides[0], from: 0, to: at },
              { placed: sides[1], from: at, to: 1 },
            ]}
          />
        )}
        {laid === 'over' && <div className="compare-split" style={{ left: `${split}%` }} />}
      </div>
      {laid === 'over' && (
        <input
          type="range"
          className="compare-slider"
          aria-label={said.split}
          min={0}
          max={100}
          value={split}
          onChange={(event) => setSplit(Number(event.target.value))}
        />
      )}
    </div>
  );
}

const whole = (placed: PlacedDiagram | null): readonly Layer[] => [{ placed, from: 0, to: 1 }];

/** What paints both sides, worked out anew only when a side or the theme changes. */
function useSides({ before, after }: Comparison, diagram: ComparedDiagram) {
  const { palette, paint } = useColours();
  const { shared, imageOf, loaded } = useImages();
  const placed = (model: Model, side: Diagram | null) =>
    side === null ? null : placedDiagram(model, side, palette, shared);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the function is made of what is listed
  const left = useMemo(() => placed(before, diagram.before), [before, diagram.before, palette, shared]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the function is made of what is listed
  const right = useMemo(() => placed(after, diagram.after), [after, diagram.after, palette, shared]);
  const sides = useMemo((): Sides => [left, right], [left, right]);
  return { sides, paint: useMemo(() => ({ ...paint, imageOf }), [paint, imageOf]), loaded };
}

interface ViewProps {
  readonly size: { current: Size };
  readonly fit: () => void;
  readonly view: SharedView;
  readonly laid: Laid;
  /** The diagram: another one is shown whole. */
  readonly key: string;
}

/** Shows a diagram whole when it comes, or another part of the window; then what is looked at. */
function useView({ size, fit, view, laid, key }: ViewProps) {
  const shown = useRef('');
  const latest = useRef(fit);
  useEffect(() => {
    latest.current = fit;
    const now = `${key} ${laid}`;
    if (shown.current !== now && size.current.width > 0) {
      shown.current = now;
      afterLayout(() => latest.current());
    }
  });
  const onSize = useCallback(
    (next: Size) => {
      const first = size.current.width === 0;
      size.current = next;
      if (first) latest.current();
    },
    [size],
  );
  const follow = (box: Rect | undefined): void => {
    // After the fit of a diagram that comes with it.
    if (box !== undefined) afterLayout(() => view.set(broughtIn(view.now(), box, size.current)));
  };
  return { onSize, follow };
}

/** Runs when the panes have their size: that is told when the page has been laid out. What is asked first runs first. */
const afterLayout = (run: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(run));

const boundsOf = (sides: Sides): Rect | undefined =>
  rectUnion(sides.flatMap((side) => (side?.bounds ? [side.bounds] : [])));

/** The box around elements, wherever they are on either side. */
const framesOf = (sides: Sides, ids: ReadonlySet<ElementId>): Rect | undefined =>
  rectUnion(sides.flatMap((side) => [...ids].flatMap((id) => side?.byId.get(id)?.frame ?? [])));
