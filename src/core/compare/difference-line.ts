import { laterWords } from '../words/later.ts';
import type { Difference } from './difference.ts';
import { quotedText } from './value-text.ts';

const { differences: said, changes } = laterWords;

/** Signs that begin a line: `*` lies elsewhere. */
const SIGNS = { added: '+', removed: '-', changed: '~', moved: '*' } as const;

/** A difference in one line, long values cut: `~ threat "Spoofing" (#3, HTTPS): state: "Not Started" -> "Mitigated"`. */
export function differenceLine(difference: Difference): string {
  const { type, subject, where } = difference;
  const what = changes.named(subject);
  return said.line({ sign: SIGNS[type], what, where, said: differenceText(difference) });
}

/** What is different, without what it is about: `state: "Not Started" -> "Mitigated"`; may be empty. */
function differenceText({ type, aspect, before, after }: Difference): string {
  if (before === null && after === null) return aspect;
  if (type === 'added') return said.only({ aspect, value: shown(after) });
  if (type === 'removed') return said.only({ aspect, value: shown(before) });
  return said.fromTo({ aspect, before: shown(before), after: shown(after) });
}

const shown = (text: string | null): string => (text === null ? changes.nothing : quotedText(text));

/** The sign of a difference in a text: `+`, `-`, `~`, and `*` for what lies elsewhere. */
export const differenceSign = (type: Difference['type']): string => SIGNS[type];
