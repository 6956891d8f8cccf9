import type { Port } from '../../document/index.ts';

/* What our own export writes that its reader has to know. */

/** Where a port is on its box, from 0 to 1. */
export const PORT_PLACES: Readonly<Record<Port, readonly [x: number, y: number] | null>> = {
  None: null,
  North: [0.5, 0],
  NorthEast: [1, 0],
  East: [1, 0.5],
  SouthEast: [1, 1],
  South: [0.5, 1],
  SouthWest: [0, 1],
  West: [0, 0.5],
  NorthWest: [0, 0],
};

/** Names of members that the format or we use ourselves. */
const TAKEN = new Set(['label', 'id', 'type', 'link', 'tooltip', 'tags', 'placeholders', 'placeholder']);

/** What no name in XML has, after its first letter. */
const NO_NAME =
  /[^A-Za-z0-9_.\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF-]+/g;

/** The name of a property as XML has names; two that become one are told apart by a number. */
export function memberName(name: string, used: Set<string>): string {
  const safe =
    name
      .trim()
      .replace(NO_NAME, '_')
      .replace(/^[0-9.-]/, '_$&') || '_';
  const base = /^xml/i.test(safe) || TAKEN.has(safe) || safe.startsWith('trustline') ? `_${safe}` : safe;
  let found = base;
  for (let at = 2; used.has(found); at++) found = `${base}_${at}`;
  used.add(found);
  return found;
}
