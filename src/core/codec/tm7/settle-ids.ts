import {
  type Diagram,
  type DiagramId,
  diagramId,
  type Element,
  type ElementId,
  elementId,
  interactionKeyOf,
  type Line,
  type LineEnd,
  type Threat,
  threatKey,
  threatKeyText,
  ZERO_GUID,
} from '../../document/index.ts';
import { renamedItems } from '../xml/kept.ts';
import type { Reading } from '../xml/reading.ts';
import type { XmlNode } from '../xml/tree.ts';
import { sameMissing } from './missing-geometry.ts';
import { sameThreat } from './settle-threats.ts';

/** Where an element was read: its entry's key, which by the rules is its guid (format 1.6), and its place. */
interface Entry {
  readonly key: string;
  readonly node: XmlNode;
}

const entries = new WeakMap<Element, Entry>();
const surfaces = new WeakMap<Diagram, XmlNode>();

/** Remembers the entry of an element that was just read; returns the element. */
export function noteEntry<E extends Element>(element: E, entry: Entry): E {
  entries.set(element, entry);
  return element;
}

/** Remembers where a diagram was read; returns the diagram. */
export function noteSurface(diagram: Diagram, node: XmlNode): Diagram {
  surfaces.set(diagram, node);
  return diagram;
}

/** Other names for elements of one diagram: each leads to the id that the element has now. */
type Aliases = ReadonlyMap<string, ElementId>;

interface Settled {
  readonly diagrams: readonly Diagram[];
  readonly threats: readonly Threat[];
}

/**
 * Gives every diagram and element of a file an id of its own. Guids that are missing or occur twice, and keys
 * that say something else than the guid, are settled; line ends and threats go on naming the same elements.
 */
export function settleIds(
  diagrams: readonly Diagram[],
  threats: readonly Threat[],
  reading: Reading,
): Settled {
  if (isSettled(diagrams)) return { diagrams, threats };
  const named = new Set<string>(
    threats.flatMap(({ sourceId, flowId, targetId }) => [sourceId, flowId, targetId]),
  );
  const aliases = new Map<DiagramId, Aliases>();
  const settled = diagrams.map((diagram) => settleDiagram(diagram, named, aliases, reading));
  // For threats whose diagram is not there: the first one that their flow was on.
  const byFlow = new Map<string, Aliases>();
  for (const some of aliases.values())
    for (const name of some.keys()) if (!byFlow.has(name)) byFlow.set(name, some);
  const renamed = threats.map((threat) => {
    const names = aliases.get(threat.diagramId) ?? byFlow.get(threat.flowId);
    return names === undefined ? threat : renamedThreat(threat, names);
  });
  return { diagrams: settled, threats: renamed };
}

/** Nothing to settle, as in every file of the Windows tool. */
function isSettled(diagrams: readonly Diagram[]): boolean {
  const ids = new Set<string>();
  let count = 0;
  for (const diagram of diagrams) {
    ids.add(diagram.id);
    count++;
    for (const element of [...diagram.shapes, ...diagram.lines]) {
      if (entries.get(element)?.key !== element.id) return false;
      ids.add(element.id);
      count++;
    }
  }
  return ids.size === count && !ids.has(ZERO_GUID) && !ids.has('');
}

function settleDiagram(
  diagram: Diagram,
  namedByThreats: ReadonlySet<string>,
  aliases: Map<DiagramId, Aliases>,
  reading: Reading,
): Diagram {
  const { shapes, lines } = diagram;
  const all: readonly Element[] = [...shapes, ...lines];
  const ends = new Set<string>();
  for (const { source, target } of lines) for (const { element } of [source, target]) ends.add(element ?? '');
  const isNamed = (name: string): boolean => ends.has(name) || namedByThreats.has(name);
  const sure = new Set<string>(all.filter(isSure).map(({ id }) => id));
  const ids = new Map<Element, ElementId>();
  for (const element of all) {
    const entry = entries.get(element);
    if (entry === undefined) continue;
    const wanted = wantedId(element, entry, sure, isNamed, reading);
    ids.set(element, elementId(reading.claimId(wanted, entry.node)));
  }
  const renames = aliasesOf(ids);
  const renamed = <E extends Element>(element: E): E => {
    const id = ids.get(element) ?? element.id;
    return id === element.id ? element : sameMissing(element, { ...element, id });
  };
  const node = surfaces.get(diagram);
  const id = node === undefined ? diagram.id : diagramId(reading.claimId(diagram.id, node));
  aliases.set(id, renames);
  const settled = {
    ...diagram,
    id,
    shapes: shapes.map(renamed),
    lines: lines.map((line) => renamedEnds(renamed(line), renames)),
  };
  if (diagram.carried === undefined) return settled;
  const borders = renamedItems(diagram.carried, 'Borders', shapes.map(idOf), settled.shapes.map(idOf));
  return { ...settled, carried: renamedItems(borders, 'Lines', lines.map(idOf), settled.lines.map(idOf)) };
}

const idOf = ({ id }: Element): string => id;

/** Guid and key agree, as they should. */
const isSure = (element: Element): boolean => entries.get(element)?.key === element.id;

/** Of a guid and a key that differ the guid counts, unless it is another element's or only the key is referred to. */
function wantedId(
  { id }: Element,
  { key, node }: Entry,
  sure: ReadonlySet<string>,
  isNamed: (name: string) => boolean,
  reading: Reading,
): string {
  if (key === id || key === '' || key === ZERO_GUID) return id;
  if (id === ZERO_GUID) return key;
  const byKey = !sure.has(key) && (sure.has(id) || (isNamed(key) && !isNamed(id)));
  const why = byKey ? 'the key counts, because others use it' : 'the guid counts';
  reading.warn(node, `An element's guid differs from its key; ${why}`);
  return byKey ? key : id;
}

function aliasesOf(ids: ReadonlyMap<Element, ElementId>): Aliases {
  const taken = new Set<string>(ids.values());
  const aliases = new Map<string, ElementId>();
  for (const [element, id] of ids) {
    for (const name of [element.id, entries.get(element)?.key ?? '']) {
      if (name !== '' && name !== ZERO_GUID && !taken.has(name) && !aliases.has(name)) aliases.set(name, id);
    }
  }
  return aliases;
}

function renamedEnds(line: Line, aliases: Aliases): Line {
  const renamed = (end: LineEnd): LineEnd => {
    const element = end.element === null ? undefined : aliases.get(end.element);
    return element === undefined ? end : { ...end, element };
  };
  const source = renamed(line.source);
  const target = renamed(line.target);
  return source === line.source && target === line.target
    ? line
    : sameMissing(line, { ...line, source, target });
}

/** A threat of a diagram whose elements got other ids, with its own keys where they were made of those. */
function renamedThreat(threat: Threat, aliases: Aliases): Threat {
  const [sourceId, flowId, targetId] = [threat.sourceId, threat.flowId, threat.targetId].map(
    (id) => aliases.get(id) ?? id,
  );
  if (sourceId === undefined || flowId === undefined || targetId === undefined) return threat;
  if (sourceId === threat.sourceId && flowId === threat.flowId && targetId === threat.targetId) return threat;
  const key = threatKeyText(threat.typeId, threat.sourceId, threat.flowId, threat.targetId);
  const interactionKey = interactionKeyOf(threat.sourceId, threat.flowId, threat.targetId);
  return sameThreat(threat, {
    ...threat,
    sourceId,
    flowId,
    targetId,
    key:
      threat.key === key ? threatKey(threatKeyText(threat.typeId, sourceId, flowId, targetId)) : threat.key,
    interactionKey:
      threat.interactionKey === interactionKey
        ? interactionKeyOf(sourceId, flowId, targetId)
        : threat.interactionKey,
  });
}
