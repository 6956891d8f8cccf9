import { atOnce, type Steps } from '../base/index.ts';
import {
  interactionKeyOf,
  isCustomThreat,
  type Model,
  THREAT_TEXT,
  type Threat,
  type ThreatKey,
  type ThreatTypeId,
  threatKey,
  threatKeyText,
} from '../document/index.ts';
import { excessOf, type GeneratedThreat, generate, makingThreats } from './generate.ts';
import { makingMatcher } from './match.ts';
import { isUntouched, regenerating } from './reconcile.ts';
import { threatPriority, threatTexts } from './texts.ts';

/**
 * Brings the threats over to another template: `after` has it, with its elements retyped, and the threats of
 * `before`. Threats whose type has another id in it take that, with all that people did; on those that somebody worked
 * on, a text or a priority that is still the old template's follows the new one. The rest is as `regenerate` does it:
 * nothing that a person did is dropped, and what no longer follows says so.
 * @param renamed ids of threat types of the old template, and what they are in the new one
 */
export const followTemplate = (
  before: Model,
  after: Model,
  renamed: ReadonlyMap<ThreatTypeId, ThreatTypeId>,
): Model => atOnce(followingTemplate(before, after, renamed));

/** `followTemplate`, in small steps. */
export function* followingTemplate(
  before: Model,
  after: Model,
  renamed: ReadonlyMap<ThreatTypeId, ThreatTypeId>,
): Steps<Model> {
  if (!after.threatGenerationEnabled) return after;
  yield* makingThreats(before);
  yield* makingThreats(after);
  if (excessOf(before) !== null || excessOf(after) !== null) return after;
  const was = yield* makingMatcher(generate(before));
  const now = yield* makingMatcher(generate(after));
  const taken = new Set(before.threats.map(({ key }) => key));
  const onIts = (threat: Threat): Threat => {
    if (isCustomThreat(threat)) return threat;
    const made = was(threat);
    const moved = withType(threat, renamed.get(threat.typeId), taken);
    const next = now(moved);
    if (made === undefined || next === undefined || isUntouched(before.template, threat)) return moved;
    return followed(before, after, moved, made, next);
  };
  const threats: Threat[] = [];
  for (const threat of before.threats) {
    threats.push(onIts(threat));
    yield;
  }
  const same = threats.every((threat, index) => threat === before.threats[index]);
  return yield* regenerating(same ? after : { ...after, threats });
}

/** The threat under another type, unless the key that it would get is another threat's. */
function withType(threat: Threat, typeId: ThreatTypeId | undefined, taken: Set<ThreatKey>): Threat {
  if (typeId === undefined || typeId === threat.typeId) return threat;
  const { sourceId, flowId, targetId } = threat;
  const key = threatKey(threatKeyText(typeId, sourceId, flowId, targetId));
  if (taken.has(key)) return threat;
  taken.add(key);
  return { ...threat, typeId, key, interactionKey: interactionKeyOf(sourceId, flowId, targetId) };
}

function followed(
  before: Model,
  after: Model,
  threat: Threat,
  was: GeneratedThreat,
  now: GeneratedThreat,
): Threat {
  const old = new Map(threatTexts(before.template, was.threatType, was.interaction));
  const fresh = new Map(threatTexts(after.template, now.threatType, now.interaction));
  const oldPriority = threatPriority(before.template, was.threatType);
  const priority = threatPriority(after.template, now.threatType);
  // Only together: a priority that somebody set stands in both places.
  const ownPriority = threat.priority !== oldPriority;
  const properties = threat.properties.map(([name, value]): readonly [string, string] => {
    if (name === THREAT_TEXT.priority && ownPriority) return [name, value];
    const text = fresh.get(name);
    return text !== undefined && value === old.get(name) ? [name, text] : [name, value];
  });
  const same =
    properties.every(([, value], index) => value === threat.properties[index]?.[1]) &&
    (ownPriority || priority === oldPriority);
  return same ? threat : { ...threat, properties, priority: ownPriority ? threat.priority : priority };
}
