import {
  type Diagram,
  type DiagramId,
  displayName,
  type Element,
  type ElementId,
  findElementType,
  findShape,
  isAnnotation,
  isBoundary,
  isLine,
  type Model,
  takesFlows,
} from '../document/index.ts';
import { compileTemplate } from './compile.ts';
import { flowThreats } from './generate.ts';
import { pendingChanges, staleThreats } from './reconcile.ts';

export type MessageCode =
  | 'free-end'
  | 'end-takes-no-flow'
  | 'unnamed'
  | 'flow-without-threats'
  | 'unconnected'
  | 'no-boundary'
  | 'unknown-type'
  | 'broken-filter'
  | 'threats-out-of-date'
  | 'threats-stale'
  | 'generation-off';

/** Something about the model that a person should look at. */
export interface Message {
  readonly code: MessageCode;
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly diagramId?: DiagramId;
  /** What to select when the message is chosen. */
  readonly elementIds: readonly ElementId[];
  readonly threatTypeId?: string;
}

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Messages about the model, the gravest first, otherwise in the order of the diagrams. */
export function validate(model: Model): readonly Message[] {
  const messages = [
    ...model.diagrams.flatMap((diagram) => diagramMessages(model, diagram)),
    ...threatMessages(model),
    ...filterMessages(model),
  ];
  return messages.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

function diagramMessages(model: Model, diagram: Diagram): Message[] {
  const elements: readonly Element[] = [...diagram.shapes, ...diagram.lines];
  const joined = new Set(diagram.lines.flatMap(({ source, target }) => [source.element, target.element]));
  const messages = elements.flatMap((element) => elementMessages(model, diagram, element, joined));
  if (elements.length > 0 && !elements.some(isBoundary)) {
    const text = `The diagram "${diagram.header}" has no trust boundary`;
    messages.push({ code: 'no-boundary', severity: 'warning', text, diagramId: diagram.id, elementIds: [] });
  }
  return messages;
}

function elementMessages(
  model: Model,
  diagram: Diagram,
  element: Element,
  joined: ReadonlySet<ElementId | null>,
): Message[] {
  const { template } = model;
  const messages: Message[] = [];
  const name = displayName(element);
  const type = findElementType(template, element.typeId);
  const called = name === '' ? `An unnamed ${type?.name ?? 'element'}` : `"${name}"`;
  const say = (code: MessageCode, severity: Message['severity'], text: string) =>
    messages.push({ code, severity, text, diagramId: diagram.id, elementIds: [element.id] });

  if (type === undefined) {
    say('unknown-type', 'warning', `${called} has a type that the template does not have: ${element.typeId}`);
  }
  if (name.trim() === '') say('unnamed', 'info', `${called} has no name`);
  if (isLine(element)) {
    if (element.kind !== 'flow') return messages;
    const free = [element.source, element.target].filter(
      (end) => findShape(diagram, end.element) === undefined,
    );
    if (free.length > 0) {
      const which = free.length === 2 ? 'neither end' : 'only one end';
      say('free-end', 'warning', `${called} is attached with ${which}, so it has no threats`);
      return messages;
    }
    const closed = [element.source, element.target]
      .flatMap((end) => findShape(diagram, end.element) ?? [])
      .find((shape) => !takesFlows(template, shape));
    if (closed !== undefined) {
      const what = isAnnotation(template, closed) ? 'an annotation' : 'a boundary';
      say(
        'end-takes-no-flow',
        'warning',
        `${called} is attached to ${what}, which takes no part in the data flow`,
      );
    }
    if (flowThreats(template, diagram).get(element.id)?.threats.length === 0) {
      say('flow-without-threats', 'info', `${called} yields no threat with this template`);
    }
  } else if (takesFlows(template, element)) {
    if (!joined.has(element.id)) say('unconnected', 'info', `${called} has no data flow`);
  }
  return messages;
}

function threatMessages(model: Model): Message[] {
  const messages: Message[] = [];
  const about = (code: MessageCode, severity: Message['severity'], text: string) =>
    messages.push({ code, severity, text, elementIds: [] });
  if (!model.threatGenerationEnabled) {
    about('generation-off', 'info', 'Threat generation is switched off for this model');
  }
  const { added, removed } = pendingChanges(model);
  if (added + removed > 0) {
    const parts = [added > 0 ? `${added} missing` : '', removed > 0 ? `${removed} outdated` : ''].filter(
      Boolean,
    );
    about(
      'threats-out-of-date',
      'warning',
      `The stored threats differ from the diagram: ${parts.join(', ')}`,
    );
  }
  const stale = staleThreats(model).size;
  if (stale > 0) {
    const verb =
      stale === 1
        ? 'threat that was worked on no longer follows'
        : 'threats that were worked on no longer follow';
    about('threats-stale', 'warning', `${stale} ${verb} from the diagram`);
  }
  return messages;
}

function filterMessages(model: Model): Message[] {
  return compileTemplate(model.template).problems.map((problem) => ({
    code: 'broken-filter',
    severity: problem.severity,
    text: `Threat type ${problem.threatTypeId}, ${problem.filter} filter, character ${problem.position + 1}: ${problem.message}`,
    elementIds: [],
    threatTypeId: problem.threatTypeId,
  }));
}
