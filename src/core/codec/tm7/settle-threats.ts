import { nextIds, type Threat, threatKey } from '../../document/index.ts';
import type { Reading } from '../xml/reading.ts';
import type { XmlNode } from '../xml/tree.ts';

/** Threats without an id, and where each threat was read, until all of them are known. */
const withoutId = new WeakSet<Threat>();
const places = new WeakMap<Threat, XmlNode>();

/** Remembers whether the id of a threat that was just read is missing; returns the threat. */
export function noteThreat(threat: Threat, missing: ReadonlySet<string>): Threat {
  if (missing.has('Id')) withoutId.add(threat);
  return threat;
}

/** Remembers where a threat was read; returns the threat. */
export function notePlace(threat: Threat, node: XmlNode): Threat {
  places.set(threat, node);
  return threat;
}

/** The same notes for a copy of the threat. */
export function sameThreat(from: Threat, to: Threat): Threat {
  if (withoutId.has(from)) withoutId.add(to);
  const node = places.get(from);
  return node === undefined ? to : notePlace(to, node);
}

/**
 * Gives every threat an id and a key of its own: of threats with one id the first keeps it, and a dictionary has no
 * key twice. Threats without an id, and those whose id is taken, get the next ones.
 */
export function settleThreats(threats: readonly Threat[], reading: Reading): readonly Threat[] {
  const keys = new Set<string>();
  const ids = new Set<number>();
  const nextId = nextIds(threats.filter((threat) => !withoutId.has(threat)));
  return threats.map((threat) => {
    let key: string = threat.key;
    // Counting from how many there are: never many steps, even where all are equal.
    for (let n = keys.size + 1; keys.has(key); n++) key = `${threat.key}-${n}`;
    keys.add(key);
    const node = places.get(threat);
    if (key !== threat.key && node !== undefined) {
      reading.warn(node, 'The key of a threat occurs twice: the later threat gets another one');
    }
    const isTaken = !withoutId.has(threat) && ids.has(threat.id);
    if (isTaken && node !== undefined) {
      reading.warn(node, 'The id of a threat occurs twice: the later threat gets the next free one');
    }
    const id = isTaken || withoutId.has(threat) ? nextId() : threat.id;
    ids.add(id);
    return key === threat.key && id === threat.id ? threat : { ...threat, key: threatKey(key), id };
  });
}
