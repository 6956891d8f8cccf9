import {
  type Diagram,
  describeElement,
  type Element,
  type ElementId,
  findElement,
  findLine,
  findShape,
  isLine,
  lineKindOf,
  type Model,
  nameIn,
  type Shape,
  takesFlows,
} from '../../../core/document/index.ts';
import { lookOf } from '../../../core/drawing/index.ts';
import { changeType } from '../../../core/edit/index.ts';
import { reveal, setFlowType } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { InsertRequest, Popup } from '../base/live.ts';
import { openPopup } from '../base/showing.ts';
import { connectShapes, createShape, reattach, routeBetween } from '../create/create.ts';
import { flowStencils, type Stencil, stencilsOf } from '../create/stencils.ts';
import { boxAt, placeAt } from '../gestures/place.ts';

const { lists } = words.canvas;

/** One line of a list over the canvas. */
export interface Choice {
  /** Unique in its list. */
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  /** `alt`: it was chosen with Alt. */
  readonly run: (alt: boolean) => void;
  /** What Enter does with this one, where that is not what it does with the others. */
  readonly hint?: string;
  /** Shows on the canvas what the choice is about. */
  readonly aim?: () => void;
}

export interface Choices {
  readonly title: string;
  readonly hint: string;
  readonly choices: readonly Choice[];
}

/** What a list offers. */
export function choicesFor(canvas: Canvas, popup: Popup, diagram: Diagram, model: Model): Choices {
  switch (popup.kind) {
    case 'insert':
      return insertChoices(canvas, popup, model);
    case 'connect':
      return connectChoices(canvas, popup.from, diagram, model);
    case 'reattach':
      return reattachChoices(canvas, popup.flow, popup.end, diagram, model);
    case 'type':
      return typeChoices(canvas, popup.ids, diagram, model);
    case 'find':
      return findChoices(canvas, diagram, model);
    default:
      return popup satisfies never;
  }
}

const KIND_ORDER: readonly Stencil['kind'][] = ['shape', 'boundary', 'lineBoundary', 'annotation', 'flow'];

function insertChoices(
  canvas: Canvas,
  { at, from, port, around, optional }: InsertRequest,
  model: Model,
): Choices {
  const dragged = from !== null && !optional;
  const stencils = stencilsOf(model.template)
    .filter((stencil) => !dragged || stencil.kind === 'shape')
    .toSorted((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
  /** The box of a boundary that is drawn around what is selected; null for what is put at its place. */
  const surrounds = (stencil: Stencil) => (stencil.kind === 'boundary' ? around : null);
  const insert = (stencil: Stencil, alt: boolean) => {
    const drawn = surrounds(stencil);
    const box = drawn ?? boxAt(canvas, stencil.id, at);
    const connects = from !== null && stencil.kind === 'shape' && (alt || !optional);
    const end = connects ? { element: from, ...(port === null ? {} : { port }) } : null;
    const held = drawn === null ? 0 : (canvas.open()?.selection.size ?? 0);
    if (box === null) placeAt(canvas, stencil.id, at);
    else createShape(canvas, stencil.id, box, end, held);
  };
  return {
    title: dragged ? lists.addAndConnect : lists.add,
    hint: from !== null && optional ? lists.addHint : '',
    choices: stencils.map((stencil) => ({
      value: stencil.id,
      label: stencil.name,
      detail: stencil.family === stencil.name ? '' : stencil.family,
      ...(surrounds(stencil) === null ? {} : { hint: lists.aroundHint }),
      run: (alt) => insert(stencil, alt),
    })),
  };
}

const centre = (shape: Shape) => ({ x: shape.left + shape.width / 2, y: shape.top + shape.height / 2 });

function connectChoices(canvas: Canvas, from: ElementId, diagram: Diagram, model: Model): Choices {
  const source = findShape(diagram, from);
  if (source === undefined) return { title: lists.connect, hint: '', choices: [] };
  const targets = nearestEnds(source, diagram, model);
  const types = flowStencils(model.template);
  return {
    title: lists.connectFrom({ name: nameIn(model.template, source) }),
    hint: types.length > 1 ? lists.connectHint : '',
    choices: targets.map((target) => ({
      value: target.id,
      ...shown(target, diagram, model),
      ...(target === source ? { detail: lists.itself } : {}),
      aim: () => aimAt(canvas, source, target),
      run: (alt) => {
        const made = connectShapes(canvas, from, target.id, {});
        if (alt && made.length > 0) openPopup(canvas, { kind: 'type', ids: made });
      },
    })),
  };
}

/** What a flow can end at, the nearest to an element first; the element itself last. */
function nearestEnds(source: Shape, diagram: Diagram, model: Model): readonly Shape[] {
  const here = centre(source);
  const distance = (shape: Shape) => Math.hypot(centre(shape).x - here.x, centre(shape).y - here.y);
  return diagram.shapes
    .filter((shape) => takesFlows(model.template, shape))
    .toSorted((a, b) => (a === source ? 1 : b === source ? -1 : distance(a) - distance(b)));
}

/** How a list shows an element: its name, and what tells it from others of that name. */
function shown(element: Element, diagram: Diagram, model: Model): Pick<Choice, 'label' | 'detail'> {
  const { name, type, place } = describeElement(diagram, element, model.template);
  return { label: name, detail: [type, place].filter((part) => part !== '').join(' · ') };
}

function reattachChoices(
  canvas: Canvas,
  id: ElementId,
  end: 'source' | 'target',
  diagram: Diagram,
  model: Model,
): Choices {
  const { live } = canvas;
  const flow = findLine(diagram, id);
  if (flow === undefined) return { title: lists.end, hint: '', choices: [] };
  const [here, other] = [flow[end].element, flow[end === 'source' ? 'target' : 'source'].element];
  const near = findShape(diagram, here) ?? findShape(diagram, other);
  const ends = near === undefined ? diagram.shapes : nearestEnds(near, diagram, model);
  return {
    title: lists[end]({ flow: nameIn(model.template, flow) }),
    hint: '',
    choices: ends
      .filter((shape) => shape.id !== here && takesFlows(model.template, shape))
      .map((shape) => ({
        value: shape.id,
        ...shown(shape, diagram, model),
        aim: () => void (live.getState().aim === shape.id || live.setState({ aim: shape.id })),
        run: () => reattach(canvas, words.canvas.steps.reconnect, id, end, { element: shape.id }),
      })),
  };
}

function aimAt(canvas: Canvas, source: Shape, target: Shape): void {
  const { live } = canvas;
  if (live.getState().aim === target.id) return;
  const curve = routeBetween(canvas, source.id, target.id);
  live.setState({ aim: target.id, connecting: curve === null ? null : { curve, target: target.id } });
}

function typeChoices(canvas: Canvas, ids: readonly ElementId[], diagram: Diagram, model: Model): Choices {
  const first = ids[0] === undefined ? undefined : findElement(diagram, ids[0]);
  const kind = first === undefined ? null : kindOf(first, model);
  const change = (stencil: Stencil) => {
    if (stencil.kind === 'flow') setFlowType(stencil.id, canvas.open()?.id);
    canvas.commit(words.canvas.steps.changeType, (before) => changeType(before, ids, stencil.id));
  };
  return {
    title: lists.type,
    hint: '',
    choices: stencilsOf(model.template)
      .filter((stencil) => stencil.kind === kind)
      .map((stencil) => ({
        value: stencil.id,
        label: stencil.name,
        detail: stencil.id === first?.typeId ? lists.now : '',
        run: () => change(stencil),
      })),
  };
}

/** Types can only be changed within what is drawn and stored alike. */
function kindOf(element: Parameters<typeof isLine>[0], model: Model): Stencil['kind'] {
  if (isLine(element)) return lineKindOf(model.template, element.typeId) ?? element.kind;
  if (element.kind === 'borderBoundary') return 'boundary';
  return lookOf(model.template, element.typeId).annotation ? 'annotation' : 'shape';
}

function findChoices(canvas: Canvas, diagram: Diagram, model: Model): Choices {
  return {
    title: lists.find({ diagram: diagram.header }),
    hint: lists.findHint,
    choices: [...diagram.shapes, ...diagram.lines].map((element) => ({
      value: element.id,
      ...shown(element, diagram, model),
      run: (alt) => {
        const already = alt ? [...(canvas.open()?.selection ?? [])] : [];
        reveal(diagram.id, [...already, element.id]);
      },
    })),
  };
}
