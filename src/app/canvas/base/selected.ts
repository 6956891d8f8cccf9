import type { Diagram, Element, ElementId, Line, Model, Shape } from '../../../core/document/index.ts';
import { session } from '../../store/index.ts';
import type { Canvas } from './canvas.ts';
import { canvasInFront } from './front.ts';

/** What commands act on: the canvas in front, the diagram there and its selected elements, in document order. */
export interface Selected {
  readonly canvas: Canvas;
  readonly model: Model;
  readonly diagram: Diagram;
  readonly ids: readonly ElementId[];
  readonly shapes: readonly Shape[];
  readonly lines: readonly Line[];
  readonly elements: readonly Element[];
}

const NOTHING: readonly never[] = [];

/** What was selected last: a menu and a row of buttons ask once for each of their commands. */
let last: { readonly selection: ReadonlySet<ElementId>; readonly now: Selected } | null = null;

/** Null when no diagram is in front or another view is shown. */
export function selected(): Selected | null {
  const canvas = canvasInFront();
  const open = canvas.open();
  const diagram = canvas.diagram();
  if (open === null || open.selection.size === 0) last = null;
  if (open === null || diagram === null || session.getState().view !== 'diagram') return null;
  const { model, selection } = open;
  if (selection.size === 0)
    return { canvas, model, diagram, ids: NOTHING, shapes: NOTHING, lines: NOTHING, elements: NOTHING };
  if (last?.selection === selection && last.now.canvas === canvas && last.now.model === model)
    if (last.now.diagram === diagram) return last.now;
  const shapes = diagram.shapes.filter((shape) => selection.has(shape.id));
  const lines = diagram.lines.filter((line) => selection.has(line.id));
  const elements = [...shapes, ...lines];
  const ids = elements.map((element) => element.id);
  last = { selection, now: { canvas, model, diagram, ids, shapes, lines, elements } };
  return last.now;
}

/** Whether the diagram can be edited now: it is in front and not shown to an audience. */
export const onDiagram = (): boolean => selected() !== null;
export const editable = (): boolean => onDiagram() && !session.getState().presenting;

/** Enabled with at least so many selected elements. */
export const withElements = (least: number) => (): boolean =>
  editable() && (selected()?.ids.length ?? 0) >= least;
export const withShapes = (least: number) => (): boolean =>
  editable() && (selected()?.shapes.length ?? 0) >= least;
export const withFlows = (): boolean =>
  editable() && (selected()?.lines.some((line) => line.kind === 'flow') ?? false);

/** Enabled with exactly one selected element. */
export const withOne = (): boolean => editable() && selected()?.ids.length === 1;
