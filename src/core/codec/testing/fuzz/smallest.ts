import { type Input, textOf } from './inputs.ts';
import type { Fault } from './laws.ts';
import { attributesIn, closedIn, spliced, textsIn } from './markup.ts';

/** How many smaller inputs are tried at most: each is read several times. */
const MOST = 3000;

/**
 * A smaller input that breaks the same law: first without changes that do not matter, then without elements,
 * attributes and texts, the largest first.
 */
export function smallest(input: Input, { law }: Fault): string {
  let left = MOST;
  const fails = (text: string): boolean => left-- > 0 && input.base.judged(text).fault?.law === law;
  let { changes } = input;
  for (const change of input.changes) {
    const fewer = changes.filter((one) => one !== change);
    if (fails(textOf({ base: input.base, changes: fewer }))) changes = fewer;
  }
  let text = textOf({ base: input.base, changes });
  for (let before = ''; before !== text && left > 0; ) {
    before = text;
    text = withoutElements(text, fails);
    for (const piece of [...attributesIn(text), ...textsIn(text)].sort((a, b) => b.start - a.start)) {
      const shorter = piece.end > piece.start ? spliced(text, piece, '') : text;
      if (shorter !== text && fails(shorter)) text = shorter;
    }
  }
  return text;
}

function withoutElements(whole: string, fails: (text: string) => boolean): string {
  let text = whole;
  for (let at = 0; ; ) {
    const spans = [...closedIn(text)].sort((a, b) => b.end - b.start - (a.end - a.start));
    const span = spans[at];
    if (span === undefined) return text;
    const shorter = spliced(text, span, '');
    if (fails(shorter)) text = shorter;
    else at++;
  }
}
