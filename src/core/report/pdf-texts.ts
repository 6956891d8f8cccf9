/** A node of pdfmake's document: plain data. */
export type Node = string | { readonly [key: string]: unknown };

/** Letters of a word that every line holds, were they the widest; a narrow place says so by its own `longest`. */
const LONGEST_WORD = 48;
const LONGEST_BY_STYLE: ReadonlyMap<unknown, number> = new Map([
  ['h2', 36],
  ['h3', 36],
]);
/**
 * Letters of one paragraph. pdfmake copies, for each word of a paragraph and each letter of a word that may break
 * anywhere, what is left of the paragraph: longer ones are several, and so are longer words.
 */
const LONGEST_PARAGRAPH = 12_000;
const LONGEST_BREAK_ALL = 2_000;

/** Letters of a heading, and of what stands in the contents and beside the pages: some lines. */
const LONGEST_HEADLINE = 300;

/** A text as a heading, cut where it would fill pages. */
export function headline(text: string, most = LONGEST_HEADLINE): string {
  return text.length <= most ? text : `${text.slice(0, wholeCharacters(text, most))}…`;
}

/** Where the first `most` letters of a text end, not between the halves of a pair. */
const wholeCharacters = (text: string, most: number): number =>
  /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) && most > 1 ? most - 1 : most;

/** Letters that a text has in any case, and those that all texts of a document together have beyond them. */
const ALWAYS = 2_000;
const BEYOND = 50_000;
/** A letter of a word that may break anywhere takes as long as so many others. */
const COST_OF_LONG = 8;

interface Piece {
  readonly text: string;
}

/**
 * Room for the texts of one document. Laying out a million letters takes pdfmake half a minute: what is beyond is left
 * to the other formats, and said.
 */
export class Room {
  #left = BEYOND;

  /** The pieces of a text as far as there is room for them. */
  for<R extends Piece>(runs: readonly R[]): readonly (R | Piece)[] {
    const most = ALWAYS + this.#left;
    const kept: (R | Piece)[] = [];
    let used = 0;
    let more = 0;
    for (const run of runs) {
      const { letters, cost } = more > 0 ? { letters: 0, cost: 0 } : fitting(run.text, most - used);
      if (letters > 0)
        kept.push(letters === run.text.length ? run : { ...run, text: run.text.slice(0, letters) });
      used += cost;
      more += run.text.length - letters;
    }
    this.#left -= Math.max(0, used - ALWAYS);
    if (more === 0) return runs;
    return [...kept, { text: `… (${more} more letters: they are in the other formats of this report)` }];
  }
}

/** How many letters of a text there is room for, and how much they take. */
function fitting(text: string, room: number): { readonly letters: number; readonly cost: number } {
  let [letters, cost] = [0, 0];
  for (const [index, part] of text.split(longWord(LONGEST_WORD)).entries()) {
    const each = index % 2 === 0 ? 1 : COST_OF_LONG;
    const fit = Math.min(part.length, Math.floor((room - cost) / each));
    if (fit < part.length) {
      const whole = fit <= 0 ? 0 : wholeCharacters(part, fit);
      return { letters: letters + whole, cost: cost + whole * each };
    }
    letters += fit;
    cost += fit * each;
  }
  return { letters, cost };
}

/** Places of a node that hold other nodes. */
const INNER = ['stack', 'ul', 'columns', 'table', 'body'] as const;

/**
 * The document with every text able to stand on a page: pdfmake lets words that no line holds run off the page, so
 * these may break anywhere; and what would take it longer than in proportion is divided.
 */
export function breakable<T>(node: T, longest?: number): T;
export function breakable(node: unknown, longest = LONGEST_WORD): unknown {
  if (typeof node === 'string') return standing({ text: node }, longest) ?? node;
  if (Array.isArray(node)) return node.map((inner) => breakable(inner, longest));
  if (!isNode(node)) return node;
  const own = ownLongest(node, longest);
  if ('text' in node) return standing(node, own) ?? node;
  const changed: Record<string, unknown> = { ...node };
  for (const key of INNER) if (key in node) changed[key] = breakable(node[key], own);
  return changed;
}

type Part = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Part => typeof value === 'object' && value !== null;

const ownLongest = (node: Part, inherited: number): number =>
  typeof node['longest'] === 'number' ? node['longest'] : (LONGEST_BY_STYLE.get(node['style']) ?? inherited);

/** A text with its long words free to break and its length divided; undefined where it can stay as it is. */
function standing(node: Part, longest: number): Part | undefined {
  const runs = runsOf(node['text']);
  const hasLong = runs.some((run) => longWord(longest).test(textOf(run)));
  const length = runs.reduce((sum, run) => sum + textOf(run).length, 0);
  if (node['noWrap'] === true || (!hasLong && length <= LONGEST_PARAGRAPH)) return undefined;
  const broken = runs.flatMap((run) => (hasLong ? brokenRun(run, longest) : [run]));
  const paragraphs = divided(broken);
  const { text: _, ...rest } = node;
  const [only] = paragraphs;
  if (paragraphs.length === 1) return { ...rest, text: only ?? '' };
  return { ...rest, stack: paragraphs.map((text) => ({ text })) };
}

/** The pieces of a text; one may hold others. */
function runsOf(text: unknown): readonly Node[] {
  if (typeof text === 'string') return [text];
  if (Array.isArray(text)) return text.flatMap(runsOf);
  if (!isNode(text)) return [];
  const inner = text['text'];
  if (typeof inner === 'string') return [text];
  return runsOf(inner).map((run) => ({ ...text, ...(typeof run === 'string' ? { text: run } : run) }));
}

const textOf = (run: Node): string => (typeof run === 'string' ? run : String(run['text'] ?? ''));
const withText = (run: Node, text: string): Node => (typeof run === 'string' ? text : { ...run, text });

/** A word breaks behind hyphens and slashes by itself. */
const longWord = (longest: number): RegExp => new RegExp(`([^\\s/-]{${longest + 1},})`);

function brokenRun(run: Node, longest: number): readonly Node[] {
  const parts = textOf(run).split(longWord(longest));
  return parts.flatMap((part, index) => {
    if (index % 2 === 0) return part === '' ? [] : [withText(run, part)];
    const word = withText(run, part);
    return [{ ...(typeof word === 'string' ? { text: word } : word), wordBreak: 'break-all' }];
  });
}

/** Pieces as paragraphs of bounded length: divided at a line's end, else at a blank, else anywhere. */
function divided(runs: readonly Node[]): readonly (readonly Node[])[] {
  const paragraphs: Node[][] = [[]];
  let [room, roomToBreak] = [LONGEST_PARAGRAPH, LONGEST_BREAK_ALL];
  for (const run of runs) {
    const breaks = typeof run === 'object' && run['wordBreak'] === 'break-all';
    for (let rest = textOf(run); rest !== ''; ) {
      const most = breaks ? Math.min(room, roomToBreak) : room;
      const piece = rest.length <= most ? rest : rest.slice(0, cutAt(rest, most));
      rest = rest.slice(piece.length);
      paragraphs.at(-1)?.push(withText(run, rest === '' ? piece : piece.replace(/\r?\n$/, '')));
      room -= piece.length;
      if (breaks) roomToBreak -= piece.length;
      if (rest === '') continue;
      paragraphs.push([]);
      [room, roomToBreak] = [LONGEST_PARAGRAPH, LONGEST_BREAK_ALL];
    }
  }
  return paragraphs;
}

/** The place at which the first `most` letters of a text end best. */
function cutAt(text: string, most: number): number {
  const start = text.slice(0, Math.max(1, most));
  const line = start.lastIndexOf('\n');
  if (line >= 0) return line + 1;
  const blank = start.lastIndexOf(' ');
  if (blank > 0) return blank + 1;
  return wholeCharacters(text, start.length);
}
