import { THREAT_TEXT } from '../document/index.ts';
import type { DraftThreat } from './draft.ts';
import { priorityOf, stateOf } from './foreign-states.ts';
import { type Json, textIn } from './json.ts';
import { changedSince, type ThreatMark } from './marks.ts';
import type { TextBudget } from './text-budget.ts';

/** What a reader says of a threat, apart from where it stands. */
export type ReadThreat = Omit<DraftThreat, 'id' | 'diagram' | 'element'>;

/** What our exports write of a threat into members of a format, by the names that marks have for it, and its text. */
const TEXTS: Readonly<Record<string, string>> = {
  title: THREAT_TEXT.title,
  type: THREAT_TEXT.category,
  short: THREAT_TEXT.short,
  description: THREAT_TEXT.description,
  mitigation: THREAT_TEXT.justification,
  severity: THREAT_TEXT.priority,
};

/**
 * A threat of our own export: what was changed in the other program since holds, everything else is as it was. `now` is
 * what the file says under the names of `TEXTS` and `status`; `added` is what somebody added, behind the description.
 * Formats whose threats refer to shared texts give a budget for what is not in the mark.
 */
export function ownThreat(
  now: Json,
  { written, priority, ...own }: ThreatMark,
  budget?: TextBudget,
  added: Iterable<string> = [],
): ReadThreat {
  const changed = new Set(changedSince(written, now));
  const bounded = (parts: Iterable<string>): string | undefined => budget?.lines(parts, textIn(now['title']));
  const known = new Map(
    Object.keys(TEXTS).map((name) => {
      const text = textIn(now[name]);
      return [name, now[name] === written[name] ? text : (bounded([text]) ?? text)] as const;
    }),
  );
  const said = (name: string): string => known.get(name) ?? '';
  const texts = new Map(own.texts);
  for (const [member, name] of Object.entries(TEXTS))
    if (changed.has(member)) texts.set(name, member === 'severity' ? priorityOf(said(member)) : said(member));
  const more = bounded(added) ?? '';
  if (more !== '') {
    const before = texts.get(THREAT_TEXT.description) ?? '';
    texts.set(THREAT_TEXT.description, before === '' ? more : `${before}\n${more}`);
  }
  const { state } = stateOf(changed.has('status') ? textIn(now['status']) : own.state);
  return {
    title: said('title'),
    category: said('type'),
    description: said('description'),
    state,
    priority: changed.has('severity') ? priorityOf(said('severity')) : priority,
    justification: said('mitigation'),
    own: { ...own, state: changed.has('status') ? state : own.state, texts: [...texts] },
  };
}
