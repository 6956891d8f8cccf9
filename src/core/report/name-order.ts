/**
 * Signs in the order in which Windows sorts them: white space, punctuation, symbols, all before digits and letters
 * (Microsoft's description of the sort order in Excel, which is that of the system). Line breaks stand before
 * blanks: `query⏎or actuation` comes before `query & config` in a report of the Windows tool (format 6.4).
 */
const SIGNS = [...'\t\n\v\f\r \u00a0!"#$%&()*,./:;?@[\\]^_`{|}~+<=>'];

const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/** The same signs in the collator's order, so that each can be compared in the guise of the one in its place. */
const GUISES = (() => {
  const order = [...SIGNS].sort(collator.compare);
  return new Map(SIGNS.map((sign, index) => [sign, order[index] ?? sign]));
})();

/** They count only between names that are the same without them; the name that has them comes last. */
const IGNORED = /['\-\u00ad]/gu;

const disguised = (name: string): string =>
  name.replace(IGNORED, '').replace(/[\s\p{P}\p{S}]/gu, (sign) => GUISES.get(sign) ?? sign);

/**
 * Compares names as the Windows tool orders the interactions of its report: by the rules of the system's culture,
 * without regard to the case of letters, line breaks and blanks included (format 6.4).
 */
export function compareNames(a: string, b: string): number {
  return collator.compare(disguised(a), disguised(b)) || ignoredSigns(a) - ignoredSigns(b);
}

const ignoredSigns = (name: string): number => name.match(IGNORED)?.length ?? 0;
