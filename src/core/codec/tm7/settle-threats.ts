import { nextIds, type Threat, threatKey } from '../../document/index.ts';
import type { Reading } from '../xml/reading.ts';
import type { Found } from '../xml/record.ts';

/**
 * Gives every threat an id and a key of its own: of threats with one id the first keeps it, and a dictionary has no
 * key twice. Threats without an id, and those whose id is taken, get the next ones.
 */
export function settleThreats(threats: readonly Found<Threat>[], reading: Reading): readonly Threat[] {
  const keys = new Set<string>();
  const ids = new Set<number>();
  const nextId = nextIds(threats.filter(hasId).map(({ record }) => record));
  return threats.map((found) => {
    const { record: threat, node } = found;
    let key: string = threat.key;
    // Counting from how many there are: never many steps, even where all are equal.
    for (let n = keys.size + 1; keys.has(key); n++) key = `${threat.key}-${n}`;
    keys.add(key);
    if (key !== threat.key && node !== null) {
      reading.warn(node, { code: 'repeated-threat-key' });
    }
    const isTaken = hasId(found) && ids.has(threat.id);
    if (isTaken && node !== null) {
      reading.warn(node, { code: 'repeated-threat-id' });
    }
    const id = isTaken || !hasId(found) ? nextId() : threat.id;
    ids.add(id);
    return key === threat.key && id === threat.id ? threat : { ...threat, key: threatKey(key), id };
  });
}

const hasId = ({ missing }: Found<Threat>): boolean => !missing.has('Id');
