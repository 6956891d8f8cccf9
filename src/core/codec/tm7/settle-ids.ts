import {
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
import type { Found } from '../xml/record.ts';
import type { XmlNode } from '../xml/tree.ts';
import type { FoundDiagram, FoundElement } from './found.ts';

/** Other names for elements of one diagram: each leads to the id that the element has now. */
type Aliases = ReadonlyMap<string, ElementId>;

interface Settled {
  readonly diagrams: readonly FoundDiagram[];
  readonly threats: readonly Found<Threat>[];
}

/**
 * Gives every diagram and element of a file an id of its own. Guids that are missing or occur twice, and keys
 * that say something else than the guid, are settled; line ends and threats go on naming the same elements.
 */
export function settleIds(
  diagrams: readonly Found<FoundDiagram>[],
  threats: readonly Found<Threat>[],
  reading: Reading,
): Settled {
  if (isSettled(diagrams)) return { diagrams: diagrams.map(({ record }) => record), threats };
  const named = new Set<string>(
    threats.flatMap(({ record: { sourceId, flowId, targetId } }) => [sourceId, flowId, targetId]),
  );
  const aliases = new Map<DiagramId, Aliases>();
  const settled = diagrams.map((diagram) => settleDiagram(diagram, named, aliases, reading));
  // For threats whose diagram is not there: the first one that their flow was on.
  const byFlow = new Map<string, Aliases>();
  for (const some of aliases.values())
    for (const name of some.keys()) if (!byFlow.has(name)) byFlow.set(name, some);
  const renamed = threats.map((found) => {
    const { diagramId: id, flowId } = found.record;
    const names = aliases.get(id) ?? byFlow.get(flowId);
    return names === undefined ? found : { ...found, record: renamedThreat(found.record, names) };
  });
  return { diagrams: settled, threats: renamed };
}

/** Nothing to settle, as in every file of the Windows tool. */
function isSettled(diagrams: readonly Found<FoundDiagram>[]): boolean {
  const ids = new Set<string>();
  let count = 0;
  for (const { record: diagram } of diagrams) {
    ids.add(diagram.id);
    count++;
    for (const element of [...diagram.shapes, ...diagram.lines]) {
      if (!isSure(element)) return false;
      ids.add(element.record.id);
      count++;
    }
  }
  return ids.size === count && !ids.has(ZERO_GUID) && !ids.has('');
}

function settleDiagram(
  { record: diagram, node }: Found<FoundDiagram>,
  namedByThreats: ReadonlySet<string>,
  aliases: Map<DiagramId, Aliases>,
  reading: Reading,
): FoundDiagram {
  const { shapes, lines } = diagram;
  const all: readonly FoundElement<Element>[] = [...shapes, ...lines];
  const ends = new Set<string>();
  for (const { record } of lines) {
    for (const { element } of [record.source, record.target]) ends.add(element ?? '');
  }
  const isNamed = (name: string): boolean => ends.has(name) || namedByThreats.has(name);
  const sure = new Set<string>(all.filter(isSure).map(idOf));
  const ids = new Map<FoundElement<Element>, ElementId>();
  for (const element of all) {
    if (element.node === null) continue;
    const wanted = wantedId(element, element.node, sure, isNamed, reading);
    ids.set(element, elementId(reading.claimId(wanted, element.node)));
  }
  const renames = aliasesOf(ids);
  const renamed = <E extends Element>(found: FoundElement<E>): FoundElement<E> => {
    const id = ids.get(found) ?? found.record.id;
    return id === found.record.id ? found : { ...found, record: { ...found.record, id } };
  };
  const id = node === null ? diagram.id : diagramId(reading.claimId(diagram.id, node));
  aliases.set(id, renames);
  const settled = {
    ...diagram,
    id,
    shapes: shapes.map(renamed),
    lines: lines.map(renamed).map((found) => ({ ...found, record: renamedEnds(found.record, renames) })),
  };
  if (diagram.carried === undefined) return settled;
  const borders = renamedItems(diagram.carried, 'Borders', shapes.map(idOf), settled.shapes.map(idOf));
  return { ...settled, carried: renamedItems(borders, 'Lines', lines.map(idOf), settled.lines.map(idOf)) };
}

const idOf = ({ record }: FoundElement<Element>): string => record.id;

/** Guid and key agree, as they should. */
const isSure = ({ key, record }: FoundElement<Element>): boolean => key === record.id;

/** Of a guid and a key that differ the guid counts, unless it is another element's or only the key is referred to. */
function wantedId(
  { key, record: { id } }: FoundElement<Element>,
  node: XmlNode,
  sure: ReadonlySet<string>,
  isNamed: (name: string) => boolean,
  reading: Reading,
): string {
  if (key === id || key === '' || key === ZERO_GUID) return id;
  if (id === ZERO_GUID) return key;
  const byKey = !sure.has(key) && (sure.has(id) || (isNamed(key) && !isNamed(id)));
  reading.warn(node, { code: 'guid-not-key', params: { counts: byKey ? 'key' : 'guid' } });
  return byKey ? key : id;
}

function aliasesOf(ids: ReadonlyMap<FoundElement<Element>, ElementId>): Aliases {
  const taken = new Set<string>(ids.values());
  const aliases = new Map<string, ElementId>();
  for (const [{ key, record }, id] of ids) {
    for (const name of [record.id, key]) {
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
  return source === line.source && target === line.target ? line : { ...line, source, target };
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
  return {
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
  };
}
