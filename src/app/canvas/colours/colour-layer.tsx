import './colours.css';
import { Panel, useStore, ViewportPortal } from '@xyflow/react';
import { X } from 'lucide-react';
import { memo, useMemo } from 'react';
import {
  type Diagram,
  type Element,
  type ElementId,
  isLine,
  type Model,
  type Template,
} from '../../../core/document/index.ts';
import { drawnBox, flowDrawing, labelShifts } from '../../../core/drawing/index.ts';
import { rectsOverlap } from '../../../core/geometry/index.ts';
import { useSession } from '../../store/index.ts';
import { IconButton } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { useNameScale } from '../base/name-scale.ts';
import { tilesIn, tilesRect } from '../base/tiles.ts';
import {
  type ColourBy,
  type ColourGroup,
  colourGroups,
  colourProperties,
  HANDLED,
  isColourBy,
  propertyOf,
} from './groups.ts';
import { chooseColours, useColours } from './kept.ts';

const said = laterWords.colours;

interface ColourLayerProps {
  readonly diagram: Diagram;
  /** The diagram without the gesture in progress: what is looked at for colours. */
  readonly resting: Diagram;
  readonly model: Model;
}

/** Elements in the colours of a property or of their threats, each with the letter that the legend explains. */
export function ColourLayer({ diagram, resting, model }: ColourLayerProps) {
  const by = useColours(model);
  return by === null ? null : <Coloured diagram={diagram} resting={resting} model={model} by={by} />;
}

function Coloured({ diagram, resting, model, by }: ColourLayerProps & { readonly by: ColourBy }) {
  const scale = useNameScale();
  const groups = useMemo(() => colourGroups(model, resting, by), [model, resting, by]);
  const places = useMemo(() => {
    const found = new Map<ElementId, number>();
    for (const [place, { ids }] of groups.entries()) for (const id of ids) found.set(id, place);
    return found;
  }, [groups]);
  const tiles = useStore(tilesIn);
  const view = useMemo(() => tilesRect(tiles), [tiles]);
  const shifts = labelShifts(diagram.lines, model.template);
  const mark = (element: Element) => {
    const place = places.get(element.id);
    if (place === undefined) return null;
    const box = isLine(element) ? flowDrawing(element, model.template).bounds : element;
    return !rectsOverlap(box, view) ? null : (
      <Tint
        key={element.id}
        element={element}
        template={model.template}
        place={place}
        shift={shifts.get(element.id) ?? 0}
      />
    );
  };
  return (
    <>
      <ViewportPortal>
        <svg className="canvas-layer canvas-colours" style={scale} width={1} height={1} aria-hidden="true">
          {diagram.shapes.map(mark)}
          {diagram.lines.map(mark)}
        </svg>
      </ViewportPortal>
      <Legend diagram={resting} model={model} by={by} groups={groups} />
    </>
  );
}

const letterOf = (place: number): string => String.fromCharCode(65 + place);

interface TintProps {
  readonly element: Element;
  readonly template: Template;
  readonly place: number;
  /** How far down its label gives way to others, in model units. */
  readonly shift: number;
}

/** Half the height of a letter's ground, in model units. */
const RADIUS = 9;
/** How far a letter stands before a label, so that it hides nothing of it. */
const BESIDE = 7;

const Tint = memo(function Tint({ element, template, place, shift }: TintProps) {
  if (isLine(element)) {
    const { path, label, line } = flowDrawing(element, template);
    const at = label === null ? line.handle : { x: label.box.left - BESIDE, y: label.box.top + shift };
    return (
      <g data-hue={place}>
        <path className="canvas-colour-line" d={path} />
        <Letter place={place} {...at} />
      </g>
    );
  }
  const { left, top, width, height } = drawnBox(element);
  const [rx, ry] = [width / 2, height / 2];
  const corner = element.kind === 'ellipse' ? 1 - Math.SQRT1_2 : 0;
  return (
    <g data-hue={place}>
      {element.kind === 'ellipse' ? (
        <ellipse className="canvas-colour" cx={left + rx} cy={top + ry} rx={rx} ry={ry} />
      ) : (
        <rect
          className={element.kind === 'borderBoundary' ? 'canvas-colour-line' : 'canvas-colour'}
          x={left}
          y={top}
          width={width}
          height={height}
        />
      )}
      <Letter place={place} x={left + rx * corner} y={top + ry * corner} />
    </g>
  );
});

function Letter({ place, x, y }: { readonly place: number; readonly x: number; readonly y: number }) {
  return (
    <g className="canvas-colour-letter">
      <circle cx={x} cy={y} r={RADIUS} />
      <text x={x} y={y} dy="0.35em" textAnchor="middle" fontSize={11}>
        {letterOf(place)}
      </text>
    </g>
  );
}

interface LegendProps {
  readonly diagram: Diagram;
  readonly model: Model;
  readonly by: ColourBy;
  readonly groups: readonly ColourGroup[];
}

/** What the colours and letters stand for; while editing, also what elements get them by. */
function Legend({ diagram, model, by, groups }: LegendProps) {
  const presenting = useSession((state) => state.presenting);
  const properties = useMemo(() => colourProperties(model, diagram), [model, diagram]);
  const offered: readonly (readonly [ColourBy, string])[] = [['threats', said.threats], ...properties];
  const known = offered.find(([value]) => value === by);
  return (
    <Panel position="top-left" className="canvas-legend nopan nowheel">
      <section aria-label={said.command}>
        {presenting ? (
          <strong>{known?.[1] ?? propertyOf(by)}</strong>
        ) : (
          <div className="canvas-legend-head">
            <select
              aria-label={said.by}
              value={by}
              onChange={({ target }) => isColourBy(target.value) && chooseColours(model, target.value)}
            >
              {(known === undefined ? [[by, propertyOf(by)] as const, ...offered] : offered).map(
                ([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ),
              )}
            </select>
            <IconButton label={said.close} onClick={() => chooseColours(model, null)}>
              <X />
            </IconButton>
          </div>
        )}
        {groups.length === 0 && <p>{said.nothing}</p>}
        <ul>
          {groups.map(({ key, ids }, place) => {
            const handled = by === 'threats' ? HANDLED.find((one) => one === key) : undefined;
            const value = handled === undefined ? key || said.others : said.handled[handled];
            return (
              <li key={key} data-hue={place}>
                <span className="canvas-legend-letter" aria-hidden="true">
                  {letterOf(place)}
                </span>
                <span className="visually-hidden">
                  {said.entry({ letter: letterOf(place), value, elements: ids.length })}
                </span>
                <span aria-hidden="true">{value}</span>
                <span className="canvas-legend-count" aria-hidden="true">
                  {ids.length}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
    </Panel>
  );
}
