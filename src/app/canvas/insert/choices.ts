import {
  type Diagram,
  displayName,
  type ElementId,
  findElement,
  findShape,
  isLine,
  lineKindOf,
  type Model,
  type Shape,
  type TypeId,
} from '../../../core/document/index.ts';
import { changeType } from '../../../core/edit/index.ts';
import { activeModel, commit, reveal, setFlowType } from '../../store/index.ts';
import { connectable } from '../connectable.ts';
import { boxAt, placeAt } from '../gestures/place.ts';
import { type InsertRequest, live, openPopup, type Popup } from '../live.ts';
import { lookOf } from '../looks.ts';
import { connectShapes, createShape, routeBetween } from './create.ts';
import { flowStencils, type Stencil, stencilsOf } from './stencils.ts';

/** One line of a list over the canvas. */
export interface Choice {
  /** Unique in its list. */
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  /** `alt`: it was chosen with Alt. */
  readonly run: (alt: boolean) => void;
  /** Shows on the canvas what the choice is about. */
  readonly aim?: () => void;
}

export interface Choices {
  readonly title: string;
  readonly hint: string;
  readonly choices: readonly Choice[];
}

/** What a list offers. */
export function choicesFor(popup: Popup, diagram: Diagram, model: Model): Choices {
  switch (popup.kind) {
    case 'insert':
      return insertChoices(popup, model);
    case 'connect':
      return connectChoices(popup.from, diagram, model);
    case 'type':
      return typeChoices(popup.ids, diagram, model);
    case 'find':
      return findChoices(diagram, model);
    default:
      return popup satisfies never;
  }
}

const KIND_ORDER: readonly Stencil['kind'][] = ['shape', 'boundary', 'lineBoundary', 'annotation', 'flow'];

function insertChoices({ at, from, port, around, optional }: InsertRequest, model: Model): Choices {
  const dragged = from !== null && !optional;
  const stencils = stencilsOf(model.template)
    .filter((stencil) => !dragged || stencil.kind === 'shape')
    .toSorted((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
  const insert = (stencil: Stencil, alt: boolean) => {
    const box = stencil.kind === 'boundary' && around !== null ? around : boxAt(stencil.id, at);
    const connects = from !== null && stencil.kind === 'shape' && (alt || !optional);
    if (box === null) placeAt(stencil.id, at);
    else
      createShape(stencil.id, box, connects ? { element: from, ...(port === null ? {} : { port }) } : null);
  };
  return {
    title: dragged ? 'Add and connect' : 'Add to the diagram',
    hint: from !== null && optional ? 'Enter adds · Alt+Enter adds and connects' : '',
    choices: stencils.map((stencil) => ({
      value: stencil.id,
      label: stencil.name,
      detail: stencil.family === stencil.name ? '' : stencil.family,
      run: (alt) => insert(stencil, alt),
    })),
  };
}

const centre = (shape: Shape) => ({ x: shape.left + shape.width / 2, y: shape.top + shape.height / 2 });

function connectChoices(from: ElementId, diagram: Diagram, model: Model): Choices {
  const source = findShape(diagram, from);
  if (source === undefined) return { title: 'Connect to', hint: '', choices: [] };
  const here = centre(source);
  const distance = (shape: Shape) => Math.hypot(centre(shape).x - here.x, centre(shape).y - here.y);
  const targets = diagram.shapes
    .filter((shape) => connectable(model.template, shape))
    // The nearest first; the element itself last.
    .toSorted((a, b) => (a === source ? 1 : b === source ? -1 : distance(a) - distance(b)));
  const types = flowStencils(model.template);
  return {
    title: `Connect ${displayName(source) || 'element'} to`,
    hint: types.length > 1 ? 'Enter connects · Alt+Enter chooses the flow type' : '',
    choices: targets.map((target) => ({
      value: target.id,
      label: displayName(target) || 'Unnamed',
      detail: target === source ? 'itself' : lookOf(model.template, target.typeId).typeName,
      aim: () => aimAt(source, target),
      run: (alt) => {
        connectShapes(from, target.id, {});
        if (alt) chooseTypeOfSelection();
      },
    })),
  };
}

function aimAt(source: Shape, target: Shape): void {
  if (live.getState().aim === target.id) return;
  const curve = routeBetween(source.id, target.id);
  live.setState({ aim: target.id, connecting: curve === null ? null : { curve, target: target.id } });
}

/** Lets the user choose the type of what was just made. */
function chooseTypeOfSelection(): void {
  queueMicrotask(() => {
    const ids = [...(activeModel()?.selection ?? [])];
    if (ids.length > 0) openPopup({ kind: 'type', ids });
  });
}

function typeChoices(ids: readonly ElementId[], diagram: Diagram, model: Model): Choices {
  const first = ids[0] === undefined ? undefined : findElement(diagram, ids[0]);
  const kind = first === undefined ? null : kindOf(first, model);
  const change = (stencil: Stencil) => {
    if (stencil.kind === 'flow') setFlowType(stencil.id);
    commit('Change type', (before) => changeType(before, ids, stencil.id), {
      announce: `Changed type to ${stencil.name}`,
    });
  };
  return {
    title: 'Change type to',
    hint: '',
    choices: stencilsOf(model.template)
      .filter((stencil) => stencil.kind === kind)
      .map((stencil) => ({
        value: stencil.id,
        label: stencil.name,
        detail: stencil.id === first?.typeId ? 'now' : '',
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

function findChoices(diagram: Diagram, model: Model): Choices {
  const type = (id: TypeId) => lookOf(model.template, id).typeName;
  return {
    title: `Find in ${diagram.header}`,
    hint: 'Enter goes there · Alt+Enter adds it to the selection',
    choices: [...diagram.shapes, ...diagram.lines].map((element) => ({
      value: element.id,
      label: displayName(element) || 'Unnamed',
      detail: type(element.typeId),
      run: (alt) => {
        const already = alt ? [...(activeModel()?.selection ?? [])] : [];
        reveal(diagram.id, [...already, element.id]);
      },
    })),
  };
}
