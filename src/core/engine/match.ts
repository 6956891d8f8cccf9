import { atOnce, caselessLookup, type Steps } from '../base/index.ts';
import { type Threat, threatKeyText } from '../document/index.ts';
import type { GeneratedThreat } from './generate.ts';

type Matcher = (stored: Threat) => GeneratedThreat | undefined;

const matchers = new WeakMap<readonly GeneratedThreat[], Matcher>();

/**
 * Finds the made threat that a stored one is. A dictionary key only has to be unique: other writers number
 * theirs or spell the guids otherwise. So the members that a key is built of tell (format 4.1), and the key
 * itself only where they say nothing.
 */
export const matcher = (made: readonly GeneratedThreat[]): Matcher =>
  matchers.get(made) ?? atOnce(makingMatcher(made));

/** `matcher`, a threat at each step. */
export function* makingMatcher(made: readonly GeneratedThreat[]): Steps<Matcher> {
  const known = matchers.get(made);
  if (known !== undefined) return known;
  const byKey = new Map<string, GeneratedThreat>();
  const flows = new Set<string>();
  for (const threat of made) {
    byKey.set(threat.key, threat);
    flows.add(threat.interaction.flow.id.toLowerCase());
    yield;
  }
  const find = caselessLookup(byKey);
  const match: Matcher = (threat) => {
    const { typeId, sourceId, flowId, targetId } = threat;
    // Of many stored threats few are on the flows that were made anew: the others need no key put together.
    const named = flows.has(flowId.toLowerCase())
      ? find(threatKeyText(typeId, sourceId, flowId, targetId))
      : undefined;
    return named ?? find(threat.key);
  };
  matchers.set(made, match);
  return match;
}
