import {
  customThreatTypeId,
  diagramOf,
  type ElementId,
  elementName,
  findLine,
  findShape,
  interactionKeyOf,
  type KnownThreatState,
  type Model,
  type NewGuid,
  nextIds,
  oneLineName,
  THREAT_TEXT,
  type Threat,
  type ThreatKey,
  threatKey,
  threatKeyText,
} from '../document/index.ts';
import type { Author } from './author.ts';
import { cleanText, storedText } from './text.ts';
import { mapKeeping, withMembers } from './update.ts';

/** Changes the threats with these keys and notes who did it, and when, on those that came out different. */
function updateThreats(
  model: Model,
  keys: Iterable<ThreatKey>,
  author: Author,
  change: (threat: Threat) => Threat,
): Model {
  const wanted = new Set(keys);
  const threats = mapKeeping(model.threats, (threat) => {
    const next = wanted.has(threat.key) ? change(threat) : threat;
    return next === threat ? threat : { ...next, changedBy: cleanText(author.name), modifiedAt: author.now };
  });
  return withMembers(model, { threats });
}

/**
 * Sets one entry of the ordered dictionary. A new entry goes where the metadata's order puts it (format 4.4), at the
 * end when the metadata does not know the name.
 */
function withEntry(model: Model, properties: Threat['properties'], name: string, value: string) {
  const stored = properties.find(([key]) => key === name);
  if (stored?.[1] === value) return properties;
  const entry: readonly [string, string] = [name, value];
  if (stored !== undefined) return properties.map((one) => (one === stored ? entry : one));
  const order = model.template.threatMetadata.datums.map((datum) => datum.name);
  const place = order.indexOf(name);
  const behind = (key: string): boolean => place >= 0 && order.indexOf(key) > place;
  const found = properties.findIndex(([key]) => behind(key));
  const index = found < 0 ? properties.length : found;
  return properties.toSpliced(index, 0, entry);
}

export function setThreatState(
  model: Model,
  keys: Iterable<ThreatKey>,
  state: KnownThreatState,
  author: Author,
): Model {
  return updateThreats(model, keys, author, (threat) => withMembers(threat, { state }));
}

/** Sets the priority in both places that hold one (format 4.3). */
export function setThreatPriority(
  model: Model,
  keys: Iterable<ThreatKey>,
  priority: string,
  author: Author,
): Model {
  const text = cleanText(priority);
  return updateThreats(model, keys, author, (threat) =>
    withMembers(threat, {
      priority: text,
      properties: withEntry(model, threat.properties, THREAT_TEXT.priority, text),
    }),
  );
}

/**
 * Sets a text of threats by its name in the metadata. Clearing one leaves an empty text (format 4.4); clearing one
 * that is not there changes nothing. `Priority` sets the priority in both places.
 */
export function setThreatProperty(
  model: Model,
  keys: Iterable<ThreatKey>,
  name: string,
  value: string,
  author: Author,
): Model {
  if (name === THREAT_TEXT.priority) return setThreatPriority(model, keys, value, author);
  return updateThreats(model, keys, author, (threat) => {
    const stored = threat.properties.find(([key]) => key === name)?.[1];
    const text = storedText(stored ?? '', value);
    if (stored === undefined && text === '') return threat;
    return withMembers(threat, { properties: withEntry(model, threat.properties, name, text) });
  });
}

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
  const diagram = diagramOf(model, flowId);
  const flow = diagram && findLine(diagram, flowId);
  const title = storedText('', threat.title);
  if (diagram === undefined || flow?.kind !== 'flow' || title.trim() === '') return model;
  const source = findShape(diagram, flow.source.element);
  const target = findShape(diagram, flow.target.element);
  if (source === undefined || target === undefined) return model;

  const priority = cleanText(threat.priority ?? 'High');
  const category = model.template.threatCategories.find((one) => one.name === threat.category);
  const name = oneLineName(elementName(flow));
  const ends = [source, target].map((end) => oneLineName(elementName(end)));
  const known = new Set(model.template.threatMetadata.datums.map((datum) => datum.name));
  const further = Object.entries(threat.texts ?? {}).filter(([key]) => known.has(key));
  const texts: Readonly<Record<string, string>> = {
    ...Object.fromEntries(further),
    [THREAT_TEXT.title]: title,
    [THREAT_TEXT.category]: threat.category,
    [THREAT_TEXT.short]: category?.shortDescription ?? '',
    [THREAT_TEXT.description]: threat.description ?? '',
    // The wording for unnamed flows is the Windows tool's (format 4.2).
    [THREAT_TEXT.interaction]: name === '' ? `From ${ends.join(' to ')} via unnamed` : name,
    [THREAT_TEXT.priority]: priority,
    ...(threat.justification === undefined ? {} : { [THREAT_TEXT.justification]: threat.justification }),
  };
  let properties: Threat['properties'] = [];
  for (const [key, text] of Object.entries(texts)) {
    properties = withEntry(model, properties, key, storedText('', text));
  }

  const typeId = customThreatTypeId(newGuid());
  const added: Threat = {
    key: threatKey(threatKeyText(typeId, source.id, flow.id, target.id)),
    id: nextIds(model.threats)(),
    typeId,
    diagramId: diagram.id,
    sourceId: source.id,
    flowId: flow.id,
    targetId: target.id,
    interactionKey: interactionKeyOf(source.id, flow.id, target.id),
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

/**
 * Removes threats: custom ones, and those that no longer follow from the diagram. One that still follows
 * comes back untouched with the next regeneration.
 */
export function deleteThreats(model: Model, keys: Iterable<ThreatKey>): Model {
  const gone = new Set(keys);
  return withMembers(model, {
    threats: mapKeeping(model.threats, (threat) => (gone.has(threat.key) ? null : threat)),
  });
}
