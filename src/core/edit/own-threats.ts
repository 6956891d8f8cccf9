import {
  customThreatTypeId,
  diagramOf,
  type ElementId,
  elementName,
  findLine,
  findShape,
  interactionKeyOf,
  isCustomThreat,
  type KnownThreatState,
  type Model,
  middlePriority,
  type NewGuid,
  nextIds,
  oneLineName,
  THREAT_TEXT,
  type Threat,
  type ThreatKey,
  type ThreatTypeId,
  threatKey,
  threatKeyText,
} from '../document/index.ts';
import type { Author } from './author.ts';
import { cleanText, storedText } from './text.ts';
import { updateThreats, withEntry } from './threats.ts';

export interface CustomThreat {
  readonly title: string;
  /** Name of a category, usually one of the template's. */
  readonly category: string;
  readonly description?: string;
  readonly priority?: string;
  /** `NeedsInvestigation` when not given: somebody wrote it, so it is not automatic. */
  readonly state?: KnownThreatState;
  readonly justification?: string;
  /** Further texts by their names in the metadata; other names are passed over. */
  readonly texts?: Readonly<Record<string, string>>;
}

/**
 * Adds a threat that a person wrote to a flow whose ends are both attached (see `CUSTOM_THREAT_PREFIX` for
 * its form). Without a title, or on anything else, nothing is added.
 */
export function addCustomThreat(
  model: Model,
  flowId: ElementId,
  threat: CustomThreat,
  author: Author,
  newGuid: NewGuid,
): Model {
  const place = placeOn(model, flowId);
  const title = storedText('', threat.title);
  if (place === undefined || title.trim() === '') return model;

  const priority = cleanText(threat.priority ?? middlePriority(model.template));
  const category = model.template.threatCategories.find((one) => one.name === threat.category);
  const known = new Set(model.template.threatMetadata.datums.map((datum) => datum.name));
  const further = Object.entries(threat.texts ?? {}).filter(([key]) => known.has(key));
  const texts: Readonly<Record<string, string>> = {
    ...Object.fromEntries(further),
    [THREAT_TEXT.title]: title,
    [THREAT_TEXT.category]: threat.category,
    [THREAT_TEXT.short]: category?.shortDescription ?? '',
    [THREAT_TEXT.description]: threat.description ?? '',
    [THREAT_TEXT.interaction]: place.interaction,
    [THREAT_TEXT.priority]: priority,
    ...(threat.justification === undefined ? {} : { [THREAT_TEXT.justification]: threat.justification }),
  };
  let properties: Threat['properties'] = [];
  for (const [key, text] of Object.entries(texts)) {
    properties = withEntry(model, properties, key, storedText('', text));
  }

  const added: Threat = {
    ...place.ids,
    ...keysOn(customThreatTypeId(newGuid()), place),
    id: nextIds(model.threats)(),
    state: threat.state ?? 'NeedsInvestigation',
    priority,
    properties,
    changedBy: cleanText(author.name),
    modifiedAt: author.now,
    upgraded: false,
    wide: false,
  };
  return { ...model, threats: [...model.threats, added] };
}

/** Where a threat of one's own stands: a flow between two elements, and what its threats call it. */
interface Place {
  readonly ids: Pick<Threat, 'diagramId' | 'sourceId' | 'flowId' | 'targetId' | 'interactionKey'>;
  readonly interaction: string;
}

/** The place that a flow is; undefined for what is no flow, or has a free end. */
function placeOn(model: Model, flowId: ElementId): Place | undefined {
  const diagram = diagramOf(model, flowId);
  const flow = diagram && findLine(diagram, flowId);
  if (diagram === undefined || flow?.kind !== 'flow') return undefined;
  const source = findShape(diagram, flow.source.element);
  const target = findShape(diagram, flow.target.element);
  if (source === undefined || target === undefined) return undefined;
  const name = oneLineName(elementName(flow));
  const ends = [source, target].map((end) => oneLineName(elementName(end)));
  return {
    ids: {
      diagramId: diagram.id,
      sourceId: source.id,
      flowId: flow.id,
      targetId: target.id,
      interactionKey: interactionKeyOf(source.id, flow.id, target.id),
    },
    // The wording for unnamed flows is the Windows tool's (format 4.2).
    interaction: name === '' ? `From ${ends.join(' to ')} via unnamed` : name,
  };
}

const keysOn = (
  typeId: ThreatTypeId,
  { ids: { sourceId, flowId, targetId } }: Place,
): Pick<Threat, 'typeId' | 'key'> => ({
  typeId,
  key: threatKey(threatKeyText(typeId, sourceId, flowId, targetId)),
});

/** Whether a threat of one's own can stand there: on a flow whose ends are both attached. */
export const takesOwnThreats = (model: Model, flowId: ElementId): boolean =>
  placeOn(model, flowId) !== undefined;

/**
 * A second one of each of these threats of one's own, on the same interaction and with everything that was written; at
 * the end of the list, in stored order. Threats that a rule made are passed over: it would not make a second one.
 */
export function duplicateOwnThreats(
  model: Model,
  keys: Iterable<ThreatKey>,
  author: Author,
  newGuid: NewGuid,
): Model {
  const wanted = new Set(keys);
  const id = nextIds(model.threats);
  const copies = model.threats
    .filter((threat) => wanted.has(threat.key) && isCustomThreat(threat))
    .map((threat): Threat => {
      const typeId = customThreatTypeId(newGuid());
      return {
        ...threat,
        typeId,
        key: threatKey(threatKeyText(typeId, threat.sourceId, threat.flowId, threat.targetId)),
        id: id(),
        changedBy: cleanText(author.name),
        modifiedAt: author.now,
      };
    });
  return copies.length === 0 ? model : { ...model, threats: [...model.threats, ...copies] };
}

/**
 * Threats of one's own on another interaction, at their place in the list and with their ids. The key of a threat says
 * where it stands (format 4.1): it becomes another. Nothing moves to what is no flow or has a free end.
 */
export function moveOwnThreats(
  model: Model,
  keys: Iterable<ThreatKey>,
  flowId: ElementId,
  author: Author,
): Model {
  const place = placeOn(model, flowId);
  if (place === undefined) return model;
  return updateThreats(model, keys, author, (threat) => {
    if (!isCustomThreat(threat) || threat.interactionKey === place.ids.interactionKey) return threat;
    const properties = withEntry(model, threat.properties, THREAT_TEXT.interaction, place.interaction);
    return { ...threat, ...place.ids, ...keysOn(threat.typeId, place), properties };
  });
}
