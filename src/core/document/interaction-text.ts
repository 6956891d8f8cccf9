import type { Threat } from './model.ts';
import { threatProperty } from './queries.ts';
import { THREAT_TEXT } from './threat-texts.ts';

/** What the Windows tool calls the interaction of a threat that no longer follows (format 4.6). */
export const DELETED_INTERACTION = 'Deleted';

/**
 * What lists and reports call the interaction of a threat. One that no longer follows has none, even where the file
 * still says the name that it had.
 */
export const interactionText = (threat: Threat, stale: boolean): string =>
  stale ? DELETED_INTERACTION : (threatProperty(threat, THREAT_TEXT.interaction) ?? '');
