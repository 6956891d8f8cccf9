import {
  displayName,
  findCategory,
  type Template,
  THREAT_TEXT,
  type ThreatDatum,
  type ThreatType,
  type ThreatTypeId,
} from '../document/index.ts';
import type { Interaction } from './interactions.ts';

/** The texts of a threat: an ordered dictionary by the names of the template's threat metadata. */
export type ThreatTexts = readonly (readonly [name: string, value: string])[];

/** Priority of threats whose type gives none, and of every threat of a G6 file (format 4.3). */
const DEFAULT_PRIORITY = 'High';

/** The flow's name on one line, or what stands for the missing name of a flow (format 4.2). */
export function interactionName({
  source,
  flow,
  target,
}: Pick<Interaction, 'source' | 'flow' | 'target'>): string {
  const name = displayName(flow);
  return name === '' ? `From ${displayName(source)} to ${displayName(target)} via unnamed` : name;
}

/**
 * Letters of a name that a placeholder stands for, and letters that the placeholders of one text may add: every threat
 * has texts of its own, so that long names and many placeholders would multiply with the flows.
 */
const LONGEST_NAME = 2_000;
const MOST_ADDED = 20_000;

const shortened = (name: string): string =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`;

/** All that texts can say of an interaction, as the Windows tool writes it (format 4.2). */
export const PLACEHOLDERS = ['{source.Name}', '{target.Name}', '{flow.Name}'] as const;

const PLACEHOLDER = /\{([A-Za-z]{1,9}\.[A-Za-z]{1,9})\}/g;

/** A text with its placeholders filled in; those beyond the limit stay as they are written. */
function substituted(text: string, names: ReadonlyMap<string, string>): string {
  let added = 0;
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const value = names.get(name.toLowerCase());
    if (value === undefined || added + value.length > MOST_ADDED) return whole;
    added += value.length;
    return value;
  });
}

/** The texts that a new threat of this type gets on this interaction (format 4.2). */
export function threatTexts(
  template: Template,
  threatType: ThreatType,
  interaction: Interaction,
): ThreatTexts {
  const names = namesOf(interaction);
  return textsOf(template, threatType, interactionName(interaction), (text) => substituted(text, names));
}

/** What the placeholders stand for, by their names in lower case. */
const namesOf = (interaction: Interaction): ReadonlyMap<string, string> =>
  new Map([
    ['source.name', shortened(displayName(interaction.source))],
    ['target.name', shortened(displayName(interaction.target))],
    ['flow.name', shortened(interactionName(interaction))],
  ]);

/** The texts of a threat type, with what `substitute` makes of those that may have placeholders. */
function textsOf(
  template: Template,
  threatType: ThreatType,
  flow: string,
  substitute: (text: string) => string,
): ThreatTexts {
  const category = findCategory(template, threatType.categoryId);
  const fixed: Readonly<Record<string, string>> = {
    Title: substitute(threatType.shortTitle),
    UserThreatCategory: category?.name ?? '',
    UserThreatShortDescription: category?.shortDescription ?? '',
    UserThreatDescription: substitute(threatType.description),
    InteractionString: flow,
  };
  const texts: (readonly [string, string])[] = [];
  const { datums } = template.threatMetadata;
  if (!datums.some(({ name }) => Object.hasOwn(fixed, name))) {
    // Metadata was lost or never written: without these texts a threat would say nothing at all.
    texts.push(...Object.entries(fixed));
  }
  for (const datum of datums) {
    const value = Object.hasOwn(fixed, datum.name)
      ? fixed[datum.name]
      : ownText(threatType, datum, substitute);
    if (value !== undefined) texts.push([datum.name, value]);
  }
  return texts;
}

/** Letters of a threat type's texts without what is filled in, and how often each placeholder stands in them. */
interface Measures {
  readonly letters: number;
  readonly texts: number;
  readonly placeholders: ReadonlyMap<string, number>;
}

const measures = new WeakMap<Template, Map<ThreatType, Measures>>();

function measuresOf(template: Template, threatType: ThreatType): Measures {
  const known = measures.get(template) ?? new Map<ThreatType, Measures>();
  measures.set(template, known);
  const before = known.get(threatType);
  if (before !== undefined) return before;
  const placeholders = new Map<string, number>();
  const texts = textsOf(template, threatType, '', (text) => {
    for (const { 1: name = '' } of text.matchAll(PLACEHOLDER)) {
      placeholders.set(name.toLowerCase(), (placeholders.get(name.toLowerCase()) ?? 0) + 1);
    }
    return text;
  });
  const letters = texts.reduce((sum, [, value]) => sum + value.length, 0);
  const made = { letters, texts: texts.length, placeholders };
  known.set(threatType, made);
  return made;
}

/** What tells how many letters the texts of a threat on this interaction have at most, without making them. */
export function lettersOn(template: Template, interaction: Interaction): (threatType: ThreatType) => number {
  const names = [...namesOf(interaction)];
  const flow = interactionName(interaction).length;
  return (threatType) => {
    const { letters, texts, placeholders } = measuresOf(template, threatType);
    let added = 0;
    for (const [name, value] of names) added += (placeholders.get(name) ?? 0) * value.length;
    return letters + flow + Math.min(added, texts * MOST_ADDED);
  };
}

/** What the type itself says for a datum, or the datum's first choice when the type says it without a value. */
function ownText(
  threatType: ThreatType,
  datum: ThreatDatum,
  substitute: (text: string) => string,
): string | undefined {
  const own = threatType.datums.find((candidate) => candidate.name === datum.name);
  if (own === undefined) return undefined;
  const value = own.values?.[0] ?? null;
  if (value !== null) return substitute(value);
  return datum.values?.[0] || undefined;
}

/** Whether the template itself gives threats of this type a text of that name. */
export function givesText(template: Template, threatTypeId: ThreatTypeId, name: string): boolean {
  const wanted = threatTypeId.toLowerCase();
  return template.threatTypes.some(
    ({ id, datums }) => id.toLowerCase() === wanted && datums.some((datum) => datum.name === name),
  );
}

/** `Priority` of a new threat: the type's own value (format 4.3). */
export function threatPriority(template: Template, threatType: ThreatType): string {
  if (template.generation === 'G6') return DEFAULT_PRIORITY;
  const own = threatType.datums.find((datum) => datum.name === THREAT_TEXT.priority);
  return own?.values?.[0] || DEFAULT_PRIORITY;
}
