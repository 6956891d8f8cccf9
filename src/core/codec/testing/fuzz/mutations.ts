import { attributesIn, closedIn, type Piece, type Span, spliced, textsIn } from './markup.ts';
import type { Random } from './random.ts';
import { ATTRIBUTES, MARKUP, NAMES, VALUES } from './values.ts';

const WAYS = {
  byte: ['flip', 'set', 'delete', 'repeat', 'insert', 'cut'],
  tag: [
    'drop',
    'double',
    'swap',
    'move',
    'twin',
    'rename',
    'wrap',
    'unwrap',
    'nil',
    'empty',
    'mark',
    'markup',
  ],
  attribute: ['drop', 'value', 'add', 'move', 'mark'],
  text: ['replace', 'append', 'prepend', 'double', 'markup'],
} as const;

type Level = keyof typeof WAYS;
const LEVELS: readonly [Level, ...Level[]] = ['byte', 'tag', 'tag', 'tag', 'attribute', 'text', 'text'];

/** One change, by numbers alone: it can be made to any text, so that others can be left out before it. */
export interface Change {
  readonly level: Level;
  readonly way: string;
  /** Which byte, element, attribute or text. */
  readonly at: number;
  /** Which other one, or which value. */
  readonly by: number;
}

export function randomChange(random: Random): Change {
  const level = random.pick(LEVELS);
  return { level, way: random.pick(WAYS[level]), at: random.below(2 ** 31), by: random.below(2 ** 31) };
}

/** A text that no file has by itself: what holds it is foreign, and has to be carried. */
const markOf = ({ at, by }: Change): string =>
  `mark-${at.toString(16).padStart(8, '0')}${by.toString(16).padStart(8, '0')}`;

/** The marks that stand in a text where a reader has to see them. */
export function marksIn(text: string): readonly string[] {
  const seen = text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>/gs, '');
  return [
    ...seen.matchAll(/(?:<q:F xmlns:q="urn:fuzz">| xmlns:q="urn:fuzz" q:m=")(mark-[0-9a-f]{16})["<]/g),
  ].map(({ 1: mark = '' }) => mark);
}

/** The text with a change made to it; the same where there is nothing to change. */
export function changed(text: string, change: Change): string {
  switch (change.level) {
    case 'byte':
      return byBytes(text, change);
    case 'tag':
      return byTags(text, change);
    case 'attribute':
      return byAttributes(text, change);
    case 'text':
      return byTexts(text, change);
  }
}

const one = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)];

function byBytes(text: string, { way, at, by }: Change): string {
  const start = at % Math.max(1, text.length);
  const few = { start, end: Math.min(text.length, start + 1 + (by % 8)) };
  const single = { start, end: Math.min(text.length, start + 1) };
  const part = text.slice(few.start, few.end);
  const byte = String.fromCharCode(by % 256);
  const flipped = String.fromCharCode((text.charCodeAt(start) ^ (1 << (by % 8))) & 0xff);
  const ways: Readonly<Record<string, () => string>> = {
    flip: () => spliced(text, single, flipped),
    set: () => spliced(text, single, byte),
    delete: () => spliced(text, few, ''),
    repeat: () => spliced(text, few, part + part),
    insert: () => spliced(text, { start, end: start }, one(VALUES, by) ?? ''),
    // Most files that end early are refused alike.
    cut: () => (by % 8 === 0 ? text.slice(0, start) : text),
  };
  return ways[way]?.() ?? text;
}

function byTags(text: string, change: Change): string {
  const { way, at, by } = change;
  const spans = closedIn(text);
  const span = one(spans, at);
  if (span === undefined) return text;
  const whole = text.slice(span.start, span.end);
  const ways: Readonly<Record<string, () => string>> = {
    drop: () => spliced(text, span, ''),
    double: () => spliced(text, span, whole + whole),
    swap: () => swapped(text, span, near(spans, span, by)),
    move: () => moved(text, span, one(spans, by)),
    twin: () => spliced(text, span, whole + withText(whole, one(VALUES, by) ?? '')),
    rename: () => spliced(text, span, renamed(whole, one(spans, by)?.name ?? '', by)),
    wrap: () => spliced(text, span, `<q:W xmlns:q="urn:q">${whole}</q:W>`),
    unwrap: () => spliced(text, span, text.slice(span.inner, span.innerEnd)),
    nil: () => spliced(text, span, `${whole}<${span.name} i:nil="true"/>`),
    empty: () => spliced(text, { start: span.inner, end: span.innerEnd }, ''),
    mark: () => spliced(text, gap(span, by), `<q:F xmlns:q="urn:fuzz">${markOf(change)}</q:F>`),
    markup: () => spliced(text, gap(span, by), one(MARKUP, by) ?? ''),
  };
  return ways[way]?.() ?? text;
}

/** Before an element, behind it, or at the edges of what it holds; never outside the root. */
function gap(span: Span, by: number): Piece {
  const inside = span.innerEnd > span.inner || span.end > span.innerEnd;
  const places = [
    ...(span.parent >= 0 ? [span.start, span.end] : []),
    ...(inside ? [span.inner, span.innerEnd] : []),
  ];
  const place = one(places, by) ?? span.inner;
  return { start: place, end: place };
}

/** Another child of the same element where there is one: most mix-ups are among neighbours. */
function near(spans: readonly Span[], span: Span, by: number): Span | undefined {
  const siblings = spans.filter((other) => other !== span && other.parent === span.parent);
  return one(siblings, by) ?? one(spans, by);
}

function swapped(text: string, a: Span, b: Span | undefined): string {
  if (b === undefined) return text;
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  if (first.end > second.start) return text;
  const [one, two] = [text.slice(first.start, first.end), text.slice(second.start, second.end)];
  return spliced(spliced(text, second, one), first, two);
}

function moved(text: string, span: Span, to: Span | undefined): string {
  if (to === undefined || to.parent < 0 || (to.start >= span.start && to.start < span.end)) return text;
  const whole = text.slice(span.start, span.end);
  const place = { start: to.start, end: to.start };
  return to.start < span.start
    ? spliced(spliced(text, span, ''), place, whole)
    : spliced(spliced(text, place, whole), span, '');
}

const withText = (element: string, text: string): string =>
  element.replace(/>[^<>]*(<\/[\w:.-]+>)$/, (_, close: string) => `>${text}${close}`);

function renamed(element: string, other: string, by: number): string {
  const prefix = /^<([\w.-]+:)?/.exec(element)?.[1] ?? '';
  const name = by % 2 === 0 ? other : prefix + (one(NAMES, by) ?? '');
  const before = /^<([\w:.-]+)/.exec(element)?.[1] ?? '';
  const start = `<${name}${element.slice(before.length + 1)}`;
  const close = `</${before}>`;
  return start.endsWith(close) ? `${start.slice(0, -close.length)}</${name}>` : start;
}

function byAttributes(text: string, change: Change): string {
  const { way, at, by } = change;
  if (way === 'add' || way === 'mark') {
    const span = one(closedIn(text), at);
    if (span === undefined) return text;
    const place = span.start + 1 + span.name.length;
    const added =
      way === 'mark' ? ` xmlns:q="urn:fuzz" q:m="${markOf(change)}"` : (one(ATTRIBUTES, by) ?? '');
    return spliced(text, { start: place, end: place }, added);
  }
  const list = attributesIn(text);
  const piece = one(list, at);
  if (piece === undefined) return text;
  const whole = text.slice(piece.start, piece.end);
  if (way === 'drop') return spliced(text, piece, '');
  if (way === 'value')
    return spliced(text, piece, `${whole.slice(0, whole.indexOf('"') + 1)}${one(VALUES, by)}"`);
  const to = one(list, by);
  if (to === undefined || to === piece) return text;
  const place = { start: to.start, end: to.start };
  return to.start < piece.start
    ? spliced(spliced(text, piece, ''), place, whole)
    : spliced(spliced(text, place, whole), piece, '');
}

function byTexts(text: string, { way, at, by }: Change): string {
  const list = textsIn(text);
  // Most gaps between tags hold nothing; texts that say something are what readers look at.
  const said = list.filter(({ start, end }) => end > start);
  const piece = one(by % 4 === 0 ? list : said, at);
  if (piece === undefined) return text;
  const whole = text.slice(piece.start, piece.end);
  const value = one(VALUES, by) ?? '';
  const ways: Readonly<Record<string, string>> = {
    replace: value,
    append: whole + value,
    prepend: value + whole,
    double: whole + whole,
    markup: whole + (one(MARKUP, by) ?? ''),
  };
  return spliced(text, piece, ways[way] ?? whole);
}
