import { atOnce, firstOfEach, type Steps, shownText } from '../base/index.ts';
import {
  type Diagram,
  type DiagramId,
  type Element,
  type ElementId,
  findElementType,
  findShape,
  isAnnotation,
  isBoundary,
  isLine,
  type Model,
  shownName,
  takesFlows,
} from '../document/index.ts';
import type { MessageSaid } from '../words/index.ts';
import { compileTemplate } from './compile.ts';
import { excessOf, flowThreats, makingThreats } from './generate.ts';
import { countingChanges, findingStale } from './reconcile.ts';

export type MessageCode = MessageSaid['code'];

/** Something about the model that a person should look at; `messageWords` has the words for it. */
export type Message = MessageSaid & {
  readonly severity: 'error' | 'warning' | 'info';
  readonly diagramId?: DiagramId;
  /** What to select when the message is chosen. */
  readonly elementIds: readonly ElementId[];
  readonly threatTypeId?: string;
  /** What sort the rest is of which `more-messages` tells. */
  readonly of?: MessageCode;
};

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Messages about the model, the gravest first, otherwise in the order of the diagrams. */
export const validate = (model: Model): readonly Message[] => atOnce(validating(model));

/** `validate`, in small steps. */
export function* validating(model: Model): Steps<readonly Message[]> {
  yield* makingThreats(model);
  const messages: Message[] = [];
  for (const diagram of model.diagrams)
    for (const message of yield* diagramMessages(model, diagram)) messages.push(message);
  messages.push(...(yield* threatMessages(model)));
  for (const message of filterMessages(model)) messages.push(message);
  return shortened(messages.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]));
}

/** Messages of one sort that are told one by one: a filter may have ten thousand faults. */
const MOST_OF_A_SORT = 200;

/** The first messages of each sort, and how many more there are in the place of the next. */
const shortened = (messages: readonly Message[]): readonly Message[] =>
  firstOfEach(
    messages,
    ({ code, severity }) => `${code} ${severity}`,
    MOST_OF_A_SORT,
    ({ code, severity }, count) => ({
      code: 'more-messages',
      params: { count },
      severity,
      elementIds: [],
      of: code,
    }),
  );

function* diagramMessages(model: Model, diagram: Diagram): Steps<readonly Message[]> {
  const elements: readonly Element[] = [...diagram.shapes, ...diagram.lines];
  const joined = new Set(diagram.lines.flatMap(({ source, target }) => [source.element, target.element]));
  const messages: Message[] = [];
  for (const element of elements) {
    messages.push(...elementMessages(model, diagram, element, joined));
    yield;
  }
  if (elements.length > 0 && !elements.some(isBoundary)) {
    messages.push({
      code: 'no-boundary',
      params: { diagram: shownText(diagram.header) },
      severity: 'warning',
      diagramId: diagram.id,
      elementIds: [],
    });
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
  const name = shownName(element);
  const type = findElementType(template, element.typeId);
  const subject = { name, type: type?.name };
  const say = (severity: Message['severity'], said: MessageSaid) =>
    messages.push({ ...said, severity, diagramId: diagram.id, elementIds: [element.id] });

  if (type === undefined) {
    say('warning', { code: 'unknown-type', params: { ...subject, typeId: element.typeId } });
  }
  if (name.trim() === '') say('info', { code: 'unnamed', params: subject });
  if (isLine(element)) {
    if (element.kind !== 'flow') return messages;
    const free = [element.source, element.target].filter(
      (end) => findShape(diagram, end.element) === undefined,
    );
    if (free.length > 0) {
      say('warning', { code: 'free-end', params: { ...subject, free: free.length === 2 ? 2 : 1 } });
      return messages;
    }
    const closed = [element.source, element.target]
      .flatMap((end) => findShape(diagram, end.element) ?? [])
      .find((shape) => !takesFlows(template, shape));
    if (closed !== undefined) {
      const at = isAnnotation(template, closed) ? 'annotation' : 'boundary';
      say('warning', { code: 'end-takes-no-flow', params: { ...subject, at } });
    }
    if (flowThreats(template, diagram).get(element.id)?.threats.length === 0) {
      say('info', { code: 'flow-without-threats', params: subject });
    }
  } else if (takesFlows(template, element)) {
    if (!joined.has(element.id)) say('info', { code: 'unconnected', params: subject });
  }
  return messages;
}

function* threatMessages(model: Model): Steps<readonly Message[]> {
  const messages: Message[] = [];
  const about = (severity: Message['severity'], said: MessageSaid) =>
    messages.push({ ...said, severity, elementIds: [] });
  const excess = excessOf(model);
  if (!model.threatGenerationEnabled) about('info', { code: 'generation-off' });
  else if (excess !== null) about('warning', { code: 'too-many-threats', params: excess });
  const { added: missing, removed: outdated } = yield* countingChanges(model);
  if (missing + outdated > 0) {
    about('warning', { code: 'threats-out-of-date', params: { missing, outdated } });
  }
  const count = (yield* findingStale(model)).size;
  if (count > 0) about('warning', { code: 'threats-stale', params: { count } });
  return messages;
}

function filterMessages(model: Model): Message[] {
  return compileTemplate(model.template).problems.map((problem) => {
    const { threatTypeId, filter, severity, position } = problem;
    return {
      code: 'broken-filter',
      params: { threatTypeId, filter, character: position + 1, problem },
      severity,
      elementIds: [],
      threatTypeId,
    };
  });
}
