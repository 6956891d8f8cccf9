import {
  type KnownThreatState,
  type Model,
  THREAT_TEXT,
  type Threat,
  type ThreatKey,
} from '../document/index.ts';
import type { Author } from './author.ts';
import { cleanText, storedText } from './text.ts';
import { mapKeeping, withMembers } from './update.ts';

/** Changes the threats with these keys and notes who did it, and when, on those that came out different. */
export function updateThreats(
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
export function withEntry(model: Model, properties: Threat['properties'], name: string, value: string) {
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

/** What many threats get at once; what is not named stays. */
export interface ThreatChanges {
  readonly state?: KnownThreatState;
  readonly priority?: string;
  /** Texts by their names in the metadata. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Changes several fields of threats, as `setThreatState`, `setThreatPriority` and `setThreatProperty` do one. */
export function changeThreats(
  model: Model,
  keys: readonly ThreatKey[],
  { state, priority, texts = {} }: ThreatChanges,
  author: Author,
): Model {
  const stated = state === undefined ? model : setThreatState(model, keys, state, author);
  const ranked = priority === undefined ? stated : setThreatPriority(stated, keys, priority, author);
  return Object.entries(texts).reduce(
    (next, [name, text]) => setThreatProperty(next, keys, name, text, author),
    ranked,
  );
}

/** Sets one text of threats, to each its own, in one pass over them. */
export function setThreatTexts(
  model: Model,
  name: string,
  texts: ReadonlyMap<ThreatKey, string>,
  author: Author,
): Model {
  return updateThreats(model, texts.keys(), author, (threat) => {
    const stored = threat.properties.find(([key]) => key === name)?.[1] ?? '';
    const text = storedText(stored, texts.get(threat.key) ?? stored);
    return withMembers(threat, { properties: withEntry(model, threat.properties, name, text) });
  });
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
