import {
  type ElementId,
  elementName,
  isLine,
  isNameProperty,
  type Line,
  type LineEnd,
  type Model,
  NEVER,
  type Port,
  propertyText,
  type Shape,
  THREAT_TEXT,
  type Threat,
  threatProperty,
} from '../document/index.ts';
import { type NamedPort, PORTS, type Point } from '../geometry/index.ts';
import type { Fact, OwnThreat } from './draft.ts';
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
  /** Everything that is chosen or written down of it. */
  readonly facts?: readonly Fact[];
  /** What the export wrote into the format's own members: what is otherwise now was changed there, and holds. */
  readonly written: Json;
}

const isPort = (text: string): text is NamedPort => PORTS.some((port) => port === text);
const portIn = (value: unknown): Port => {
  const text = textIn(value);
  return isPort(text) ? text : 'None';
};

/** The mark in an open place of a file; an empty one where there is none. Anything in it may be anything. */
export function elementMark(place: unknown): ElementMark {
  const mark = recordIn(place)[MARK];
  if (!isJson(mark)) return { written: {} };
  const type = textIn(mark['type']);
  const name = textIn(mark['name']);
  const [x, y] = Array.isArray(mark['handle']) ? mark['handle'].map(numberIn) : [];
  const ports = mark['ports'];
  return {
    ...(type === '' ? {} : { type }),
    ...(name === '' ? {} : { name }),
    ...(x === undefined || y === undefined ? {} : { handle: { x, y } }),
    ...(Array.isArray(ports) ? { ports: [portIn(ports[0]), portIn(ports[1])] as const } : {}),
    ...(Array.isArray(mark['properties']) ? { facts: pairsIn(mark['properties']).map(asFact) } : {}),
    written: recordIn(mark['written']),
  };
}

const pairsIn = (list: unknown): readonly (readonly [string, string])[] =>
  (Array.isArray(list) ? list : []).flatMap((pair: unknown) =>
    Array.isArray(pair) ? [[textIn(pair[0]), textIn(pair[1])] as const] : [],
  );
const asFact = ([name, value]: readonly [string, string]): Fact => ({ name, value });

/** What is put into an open place of an element, with what is written into the format's own members. */
export function markOf(element: Shape | Line, written: Json = {}): Json {
  const properties = factsOf(element).map(({ name, value }) => [name, value]);
  const line = isLine(element)
    ? {
        handle: [element.handle.x, element.handle.y],
        ports: [element.source.port, element.target.port],
      }
    : {};
  return { [MARK]: { type: element.typeId, name: elementName(element), ...line, properties, written } };
}

/** The members that are otherwise than the export wrote them. */
export const changedSince = (written: Json, now: Json): readonly string[] =>
  Object.keys(written).filter((name) => written[name] !== now[name]);

/** What our mark says of a threat. */
export interface ThreatMark extends OwnThreat {
  readonly priority: string;
  readonly written: Json;
}

export const markOfThreat = (threat: Threat, written: Json): Json => ({
  [MARK]: {
    type: threat.typeId,
    number: threat.id,
    state: threat.state,
    priority: threat.priority,
    changedBy: threat.changedBy,
    modifiedAt: threat.modifiedAt,
    texts: threat.properties,
    written,
  },
});

const STORED_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)?$/;

/** The mark in an open place of a threat; undefined where there is none. */
export function threatMark(place: unknown): ThreatMark | undefined {
  const mark = recordIn(place)[MARK];
  if (!isJson(mark)) return undefined;
  const type = textIn(mark['type']);
  if (type === '') return undefined;
  const number = numberIn(mark['number']) ?? 0;
  const time = textIn(mark['modifiedAt']);
  return {
    type,
    number: Number.isInteger(number) ? number : 0,
    state: textIn(mark['state']),
    priority: textIn(mark['priority']),
    changedBy: typeof mark['changedBy'] === 'string' ? mark['changedBy'] : null,
    modifiedAt: STORED_TIME.test(time) ? time : NEVER,
    texts: pairsIn(mark['texts']),
    written: recordIn(mark['written']),
  };
}

/** What is chosen or written down of an element beside its name, for formats that have a place for pairs. */
export function factsOf(element: Shape | Line): readonly Fact[] {
  return element.properties.flatMap((property) => {
    const value =
      isNameProperty(property) || property.kind === 'staticList' ? undefined : propertyText(property);
    return value === undefined ? [] : [{ name: property.displayName, value }];
  });
}

/** The name of an element, and where it has none the word for what it is. */
export const nameOr = (element: Shape | Line, fallback: string): string =>
  elementName(element).trim() || fallback;

/**
 * The threats of a model on each of its flows, by its id. A threat between other elements than those that the flow joins
 * now is of a flow that is gone: read back it would be taken for one of the flow as it is.
 */
export function threatsByFlow({ threats, diagrams }: Model): ReadonlyMap<string, readonly Threat[]> {
  const flows = new Map(diagrams.flatMap(({ lines }) => lines.map((line) => [line.id, line] as const)));
  const isAt = (end: LineEnd, id: ElementId): boolean => end.element === null || end.element === id;
  const found = new Map<string, Threat[]>();
  for (const threat of threats) {
    const flow = flows.get(threat.flowId);
    if (!flow || !isAt(flow.source, threat.sourceId) || !isAt(flow.target, threat.targetId)) continue;
    const list = found.get(threat.flowId);
    if (list === undefined) found.set(threat.flowId, [threat]);
    else list.push(threat);
  }
  return found;
}

/** The titles of the threats of a model that were not written at a flow. */
export const unwrittenThreats = ({ threats }: Model, written: ReadonlySet<Threat>): readonly string[] =>
  threats
    .filter((threat) => !written.has(threat))
    .map((threat) => threatProperty(threat, THREAT_TEXT.title)?.trim() || `#${threat.id}`);
