/** Names of the texts of a threat that the format fixes (format 4.2); a template's metadata may define more. */
export const THREAT_TEXT = {
  title: 'Title',
  category: 'UserThreatCategory',
  short: 'UserThreatShortDescription',
  description: 'UserThreatDescription',
  justification: 'StateInformation',
  interaction: 'InteractionString',
  priority: 'Priority',
} as const;
