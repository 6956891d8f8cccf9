/**
 * A rough look at XML, for files that need not be any: where elements begin and end. Texts are binary ones here, a
 * character for each byte, so that changes by byte and by tag can follow each other.
 */
export interface Span {
  readonly name: string;
  readonly start: number;
  /** Behind the start tag. */
  readonly inner: number;
  /** Before the end tag. */
  readonly innerEnd: number;
  readonly end: number;
  /** Index of the element around it, -1 for the root. */
  readonly parent: number;
}

const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;

/** The elements of a text in the order of their start tags; what is not closed is left out. */
export function elementsIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  const open: number[] = [];
  for (const { 0: tag, 1: closes, 2: name = '', 4: empty, index } of text.matchAll(TAG)) {
    const end = index + tag.length;
    if (closes === '/') {
      const at = open.findLastIndex((one) => spans[one]?.name === name);
      const span = spans[open[at] ?? -1];
      if (span === undefined) continue;
      spans[open[at] ?? -1] = { ...span, innerEnd: index, end };
      open.length = at;
      continue;
    }
    const closed = empty === '/';
    const innerEnd = closed ? end : -1;
    spans.push({ name, start: index, inner: end, innerEnd, end: innerEnd, parent: open.at(-1) ?? -1 });
    if (!closed) open.push(spans.length - 1);
  }
  return spans;
}

/** Those of the elements that are closed. */
export const closedIn = (text: string): readonly Span[] => elementsIn(text).filter(({ end }) => end >= 0);

export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Attributes with the blank before them. */
export function attributesIn(text: string): readonly Piece[] {
  return piecesOf(text, / [\w:.-]+="[^"<>]*"/g);
}

/** Texts between tags, the empty ones, too. */
export function textsIn(text: string): readonly Piece[] {
  return [...text.matchAll(/>([^<>]*)(?=<)/g)].map(({ 1: inner = '', index }) => ({
    start: index + 1,
    end: index + 1 + inner.length,
  }));
}

function piecesOf(text: string, pattern: RegExp): readonly Piece[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** The text with a part of it replaced. */
export const spliced = (text: string, { start, end }: Piece, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

/** How many siblings of one sort, and how many characters of a text, a trimmed file keeps; of large siblings one. */
const KEPT = { siblings: 2, large: 600, characters: 300 } as const;

/** A file cut to a few of each sort of element, in its own spelling: reading it then takes a millisecond. */
export function trimmed(text: string): string {
  const spans = elementsIn(text);
  const counts = new Map<string, number>();
  const cuts: (Piece & { readonly by: string })[] = [];
  let behind = 0;
  for (const span of spans) {
    if (span.end < 0 || span.start < behind) continue;
    const type = /i:type="[^"]*"/.exec(text.slice(span.start, span.start + 250))?.[0] ?? '';
    const sort = `${span.parent} ${span.name} ${type}`;
    const count = (counts.get(sort) ?? 0) + 1;
    counts.set(sort, count);
    const inner = text.slice(span.inner, span.innerEnd);
    if (count > (inner.length > KEPT.large ? 1 : KEPT.siblings))
      cuts.push({ start: span.start, end: span.end, by: '' });
    else if (inner.length > KEPT.characters && !inner.includes('<'))
      cuts.push({ start: span.inner, end: span.innerEnd, by: inner.slice(0, 40) });
    else continue;
    behind = span.end;
  }
  let result = '';
  let from = 0;
  for (const { start, end, by } of cuts) {
    result += text.slice(from, start) + by;
    from = end;
  }
  return result + text.slice(from);
}
