/** A piece of a text; with an address, it is a link. */
export interface LinkRun {
  readonly text: string;
  readonly href?: string;
}

/** A link that leads to the web or to mail, or undefined. Blanks and control characters hide schemes. */
export function safeHref(href: string | undefined): string | undefined {
  const plain = href?.replace(/[\s\p{Cc}\p{Cf}]+/gu, '') ?? '';
  return /^(https?:\/\/|mailto:)./i.test(plain) ? plain : undefined;
}

/** An address as it stands in a text, with what may follow it there. */
const ADDRESS = /(?<![\p{L}\p{N}])(?:https?:\/\/|mailto:)[^\s<>"\p{Cc}\p{Cf}]+/giu;
/** A link written as HTML in a text that is none; with limits, so that a text that never ends one is read in linear time. */
const ANCHOR =
  /<a\s[^<>]{0,500}?href\s{0,9}=\s{0,9}(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})')[^<>]{0,500}>([^<]{0,2000})<\/a\s{0,9}>/gi;

/** Signs that end a sentence rather than an address. */
const TRAILING = /[.,;:!?'*_\u2019\u201d\u2026]/u;
const OPENING: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** The pieces of a plain text: addresses and links written as HTML lead to the web or to mail, the rest is text. */
export function linkRuns(text: string): readonly LinkRun[] {
  // Every address has one.
  if (!text.includes(':')) return text === '' ? [] : [{ text }];
  const runs: LinkRun[] = [];
  let end = 0;
  for (const match of text.matchAll(ANCHOR)) {
    const [whole, double, single, words = ''] = match;
    const href = safeHref((double ?? single ?? '').replaceAll('&amp;', '&'));
    if (href === undefined) continue;
    runs.push(...addressRuns(text.slice(end, match.index)), { text: words.trim() || href, href });
    end = match.index + whole.length;
  }
  return [...runs, ...addressRuns(text.slice(end))];
}

function addressRuns(text: string): readonly LinkRun[] {
  const runs: LinkRun[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrailing(match[0]);
    if (safeHref(address) === undefined || /^(?:https?:\/\/|mailto:)[^\p{L}\p{N}[]*$/iu.test(address))
      continue;
    if (match.index > end) runs.push({ text: text.slice(end, match.index) });
    runs.push({ text: address, href: address });
    end = match.index + address.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end) });
  return runs;
}

/** An address without the signs of the sentence around it: a bracket belongs to it when it opens there, too. */
function withoutTrailing(address: string): string {
  const counts = new Map<string, number>();
  for (const sign of address) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1] ?? '';
    const opening = OPENING.get(last);
    const unopened = opening !== undefined && (counts.get(last) ?? 0) > (counts.get(opening) ?? 0);
    if (!unopened && !TRAILING.test(last)) break;
    counts.set(last, (counts.get(last) ?? 0) - 1);
  }
  return address.slice(0, end);
}

const bare = (address: string): string => address.replace(/^mailto:/i, '').replace(/\/$/, '');

/** Whether the words of a link say where it leads. */
export const saysAddress = ({ text, href }: LinkRun): boolean =>
  href === undefined || bare(text.trim()) === bare(href);

/** Links as plain text: `words (address)` where the words do not say the address. */
export const withAddresses = (runs: readonly LinkRun[]): string =>
  runs.map((run) => (saysAddress(run) ? run.text : `${run.text} (${run.href})`)).join('');
