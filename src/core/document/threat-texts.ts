import type { Template, ThreatDatum } from './template.ts';

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

/** Datums with a place of their own, or none, in a threat's rows (format 6.3). */
const NOT_A_ROW: ReadonlySet<string> = new Set([
  THREAT_TEXT.title,
  THREAT_TEXT.category,
  THREAT_TEXT.short,
  THREAT_TEXT.description,
  THREAT_TEXT.justification,
  THREAT_TEXT.interaction,
  THREAT_TEXT.priority,
]);

/** The template's properties of threats that have a row of their own in the report. */
export const rowDatums = (template: Template): readonly ThreatDatum[] =>
  template.threatMetadata.datums.filter((datum) => !datum.hideFromUi && !NOT_A_ROW.has(datum.name));

/** The priorities to choose from: the template's, otherwise the Windows tool's. */
export function priorityChoices({ threatMetadata }: Template): readonly string[] {
  const datum = threatMetadata.datums.find(({ name }) => name === THREAT_TEXT.priority);
  const values = (datum?.values ?? []).filter((value) => value !== null && value !== '');
  return values.length > 0 ? values.filter((value) => value !== null) : ['High', 'Medium', 'Low'];
}

/** The priority of a threat of one's own that nobody has ranked yet: the middle of the choices, which go from high to low. */
export function middlePriority(template: Template): string {
  const choices = priorityChoices(template);
  return choices[Math.floor(choices.length / 2)] ?? '';
}
