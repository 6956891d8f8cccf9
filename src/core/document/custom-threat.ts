import { type ThreatTypeId, threatTypeId } from './ids.ts';
import type { Threat } from './model.ts';

/**
 * Threats that a person wrote down on a flow, without a rule of the template behind them.
 *
 * No file with one made by the Windows tool is known (format, section 4.6), so ours take the form that the
 * tool is known to open: a stored threat whose type the template does not have, as they remain after a
 * template upgrade. Key, interaction key and property order are those of every threat (4.1, 4.2); the type id
 * is this prefix and a guid, so that several can stand on one flow and nothing is mistaken for a rule.
 */
export const CUSTOM_THREAT_PREFIX = 'user-defined-';

/** Whether a person wrote the threat: regenerating never touches it, only its author removes it. */
export function isCustomThreat(threat: Pick<Threat, 'typeId'>): boolean {
  return threat.typeId.startsWith(CUSTOM_THREAT_PREFIX);
}

/** The type id of a new custom threat. */
export const customThreatTypeId = (guid: string): ThreatTypeId => threatTypeId(CUSTOM_THREAT_PREFIX + guid);

/** `source:flow:target`, which threats of one interaction share (format 4.1). */
export const interactionKeyOf = (source: string, flow: string, target: string): string =>
  `${source}:${flow}:${target}`;

/** What makes stored threats one interaction: the key, which other writers leave empty, or else the elements. */
export const storedInteraction = ({ interactionKey, sourceId, flowId, targetId }: Threat): string =>
  interactionKey.trim() || interactionKeyOf(sourceId, flowId, targetId);

/** Dictionary key of a threat: its type and the interaction's guids, without separators (format 4.1). */
export const threatKeyText = (typeId: ThreatTypeId, source: string, flow: string, target: string): string =>
  typeId + source + flow + target;
