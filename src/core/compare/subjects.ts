import { shownText } from '../base/index.ts';
import {
  type Diagram,
  type Element,
  findElementType,
  findShape,
  flowOf,
  isAnnotation,
  isBoundary,
  isLine,
  type Line,
  type LineEnd,
  type Model,
  nameIn,
  type Template,
  THREAT_TEXT,
  type Threat,
  threatProperty,
} from '../document/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import type { Difference, DifferenceGroup } from './difference.ts';

const { differences: said, changes } = laterWords;

/** What a difference is about and where that is, in words. */
export type Subject = Pick<Difference, 'subject' | 'where'>;

/** The group that an element's own differences are in. */
export const groupOf = (element: Element): DifferenceGroup =>
  isBoundary(element) ? 'boundaries' : isLine(element) ? 'flows' : 'elements';

export function elementSubject(model: Model, diagram: Diagram, element: Element): Subject {
  if (element.kind === 'flow') return flowSubject(model, diagram, element);
  const { template } = model;
  const { subjects } = said;
  const kind = isBoundary(element)
    ? subjects.boundary
    : !isLine(element) && isAnnotation(template, element)
      ? subjects.annotation
      : subjects.element;
  return { subject: { kind, name: nameIn(template, element) }, where: on(diagram) };
}

export function flowSubject({ template }: Model, diagram: Diagram, flow: Line): Subject {
  return {
    subject: { kind: said.subjects.flow, name: nameIn(template, flow) },
    where: said.list({ parts: [endsText(template, diagram, flow), on(diagram)] }),
  };
}

export const diagramSubject = (diagram: Diagram): Subject => ({
  subject: { kind: changes.kinds.diagram, name: shownText(diagram.header) },
  where: '',
});

/** A threat by its title, where the number that the editor shows and its flow tell it from others of that title. */
export function threatSubject(model: Model, threat: Threat): Subject {
  const found = flowOf(model, threat.flowId);
  const on =
    found === undefined
      ? (threatProperty(threat, THREAT_TEXT.interaction) ?? '')
      : said.list({
          parts: [nameIn(model.template, found.flow), endsText(model.template, found.diagram, found.flow)],
        });
  return {
    subject: {
      kind: changes.kinds.threat,
      name: shownText(threatProperty(threat, THREAT_TEXT.title) ?? ''),
    },
    where: said.threat({ id: threat.id, on: shownText(on) }),
  };
}

/** The name of the shape that a flow ends on; `nowhere` at a free end. */
export function endText(template: Template, diagram: Diagram, end: LineEnd): string {
  const shape = findShape(diagram, end.element);
  return shape === undefined ? words.elements.nowhere : nameIn(template, shape);
}

const endsText = (template: Template, diagram: Diagram, { source, target }: Line): string =>
  words.elements.ends({
    from: endText(template, diagram, source),
    to: endText(template, diagram, target),
  });

/** The name of an element's type; its id where the template does not have it. */
export const typeText = (template: Template, { typeId }: Element): string =>
  findElementType(template, typeId)?.name ?? typeId;

const on = ({ header }: Diagram): string => said.inDiagram({ name: shownText(header) });
