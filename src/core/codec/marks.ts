import {
  elementName,
  isAnnotation,
  isLine,
  isNameProperty,
  type Line,
  type Model,
  type Port,
  propertyText,
  type Shape,
  type Template,
  type Threat,
} from '../document/index.ts';
import { type NamedPort, PORTS, type Point } from '../geometry/index.ts';
import type { DraftThreat, Fact, NodeRole } from './draft.ts';
import { isJson, type Json, numberIn, recordIn, textIn } from './json.ts';

/*
 * What our exports put into the open places of foreign formats, so that reading them back is exact (exchange 2.7). Each
 * mark is a small object under the member `trustline`.
 */

/** The member that holds our marks. */
export const MARK = 'trustline';

/** What stands at an element. */
export interface ElementMark {
  /** Its name with all of its white space, which labels do not keep. */
  readonly name?: string;
  readonly type?: string;
  readonly handle?: Point;
  readonly ports?: readonly [source: Port, target: Port];
  /** Everything that is chosen or written down of it: what the format says in its own words is not looked at then. */
  readonly facts?: readonly Fact[];
}

const isPort = (text: string): text is NamedPort => PORTS.some((port) => port === text);
const portIn = (value: unknown): Port => {
  const text = textIn(value);
  return isPort(text) ? text : 'None';
};

/** The mark in an open place of a file; an empty one where there is none. Anything in it may be anything. */
export function elementMark(place: unknown): ElementMark {
  const mark = recordIn(place)[MARK];
  if (!isJson(mark)) return {};
  const type = textIn(mark['type']);
  const name = textIn(mark['name']);
  const [x, y] = Array.isArray(mark['handle']) ? mark['handle'].map(numberIn) : [];
  const ports = mark['ports'];
  return {
    ...(type === '' ? {} : { type }),
    ...(name === '' ? {} : { name }),
    ...(x === undefined || y === undefined ? {} : { handle: { x, y } }),
    ...(Array.isArray(ports) ? { ports: [portIn(ports[0]), portIn(ports[1])] as const } : {}),
    ...(isJson(mark['properties']) ? { facts: factsIn(mark['properties']) } : {}),
  };
}

const factsIn = (properties: Json): readonly Fact[] =>
  Object.entries(properties).map(([name, value]) => ({ name, value: textIn(value) }));

/** What is put into an open place of an element. */
export function markOf(element: Shape | Line): Json {
  const properties = Object.fromEntries(factsOf(element).map(({ name, value }) => [name, value]));
  const line = isLine(element)
    ? {
        handle: [element.handle.x, element.handle.y],
        ports: [element.source.port, element.target.port],
      }
    : {};
  return { [MARK]: { type: element.typeId, name: elementName(element), ...line, properties } };
}

export const markOfThreat = ({ typeId, state, properties }: Threat): Json => ({
  [MARK]: { type: typeId, state, texts: properties },
});

/** What our mark says of a threat; undefined where there is none. */
export function threatMark(place: unknown): (DraftThreat['own'] & { readonly state: string }) | undefined {
  const mark = recordIn(place)[MARK];
  if (!isJson(mark)) return undefined;
  const type = textIn(mark['type']);
  if (type === '') return undefined;
  const texts = (Array.isArray(mark['texts']) ? mark['texts'] : []).flatMap((pair: unknown) =>
    Array.isArray(pair) ? [[textIn(pair[0]), textIn(pair[1])] as const] : [],
  );
  return { type, texts, state: textIn(mark['state']) };
}

/** The part that a shape plays in the diagram, by how it is stored. */
export function roleOfShape(template: Template, shape: Shape): NodeRole {
  if (isAnnotation(template, shape)) return 'annotation';
  switch (shape.kind) {
    case 'ellipse':
      return 'process';
    case 'parallelLines':
      return 'store';
    case 'borderBoundary':
      return 'borderBoundary';
    default:
      return 'external';
  }
}

/** What is chosen or written down of an element beside its name, for formats that have a place for pairs. */
export function factsOf(element: Shape | Line): readonly Fact[] {
  return element.properties.flatMap((property) => {
    const value =
      isNameProperty(property) || property.kind === 'staticList' ? undefined : propertyText(property);
    return value === undefined || value === '' ? [] : [{ name: property.displayName, value }];
  });
}

/** The name of an element, and where it has none the word for what it is. */
export const nameOr = (element: Shape | Line, fallback: string): string =>
  elementName(element).trim() || fallback;

/** The threats of a model on each of its flows, by its id. */
export function threatsByFlow({ threats }: Model): ReadonlyMap<string, readonly Threat[]> {
  const found = new Map<string, Threat[]>();
  for (const threat of threats) {
    const list = found.get(threat.flowId);
    if (list === undefined) found.set(threat.flowId, [threat]);
    else list.push(threat);
  }
  return found;
}
