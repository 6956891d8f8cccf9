import { FILE_START, Refusal } from '../places.ts';

/* The flowcharts of Mermaid as people write them: nodes, links, subgraphs, classes. What is about looks is passed over. */

export interface ChartNode {
  readonly id: string;
  /** As written; null where it has none. */
  label: string | null;
  /** The brackets around the label, or the name of a shape; empty where it has none. */
  shape: string;
  readonly classes: Set<string>;
  /** The subgraph that it stands in. */
  parent: string | null;
}

/** What a statement says of a node. */
type Said = Pick<ChartNode, 'label' | 'shape'> & { readonly classes: string[] };

export interface ChartLink {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

export interface Subgraph {
  readonly id: string;
  readonly label: string;
  readonly parent: string | null;
}

export interface Chart {
  readonly title: string;
  readonly nodes: ReadonlyMap<string, ChartNode>;
  readonly links: readonly ChartLink[];
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
  /** Lines that are not understood, nothing of which is in the chart. */
  readonly odd: readonly string[];
}

/** Nodes, links and subgraphs of one chart together. */
const MOST = 20_000;
/** Letters of a label before it is no label any more. */
const MOST_LABEL = 5000;
/** Subgraphs inside each other. */
const MOST_DEPTH = 100;

/** Brackets of shapes, those that begin alike by their length. */
const SHAPES: readonly (readonly [open: string, ...close: string[]])[] = [
  ['(((', ')))'],
  ['((', '))'],
  ['([', '])'],
  ['[(', ')]'],
  ['[[', ']]'],
  ['[/', '/]', '\\]'],
  ['[\\', '\\]', '/]'],
  ['{{', '}}'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['>', ']'],
];

/** `%%{init: …}%%`, on one line or several. */
const SETTINGS = /%%\{[\s\S]{0,5000}?\}%%/g;
const SPACE = /(?:[^\S\n]|%%[^\n]*)*/y;
const BLANK = /(?:[\s;]|%%[^\n]*)*/y;
const LINE = /[^\n]*/y;
/** To the end of a statement; in quotes its sign is one of the text. */
const WORDS = /(?:"[^"\n]*"|[^\n;"]|"(?![^"\n]*"))*/y;
const ID = /(?:[\p{L}\p{N}\p{M}_.!$*+?/\\#']|-(?![->.])|=(?!=))+/uy;
const CLASSES = /:::([\w-]+(?:,[\w-]+)*)/y;
const DETAILS = /@\{([^}]{0,2000})\}/y;
/** What begins or ends a subgraph is never the end of a link. */
const STRUCTURE = /(?:subgraph|end)(?=[\s;]|$)/y;
const EDGE_ID = /[\w-]+@(?=[-=<~xo.])/y;
/** As Mermaid's own lexer has them: a whole link, and the first half of one with its text inside. */
const LINK = /[xo<]?(?:--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?)|~~~+/y;
const HALF = /[xo<]?(?:--|==|-\.)/y;
const OTHER_HALF: Readonly<Record<string, RegExp>> = {
  '--': /--+[-xo>]/g,
  '==': /==+[=xo>]/g,
  '-.': /-?\.+-[xo>]?/g,
};
const KEYWORD =
  /(subgraph|end|direction|classDef|class|style|linkStyle|click|href|accTitle|accDescr|flowchart-elk|flowchart|graph)(?=[\s;:{]|$)/y;

/** @throws Refusal `too-many-elements` */
export function parseChart(text: string): Chart {
  return new Parser(text).chart();
}

class Parser {
  readonly #text: string;
  #at = 0;
  #title = '';
  readonly #nodes = new Map<string, ChartNode>();
  readonly #links: ChartLink[] = [];
  readonly #subgraphs = new Map<string, Subgraph>();
  readonly #open: string[] = [];
  readonly #odd: string[] = [];
  /** What the statement at hand says: it counts when all of the statement is understood. */
  readonly #said = new Map<string, Said>();
  readonly #drawn: ChartLink[] = [];

  constructor(text: string) {
    this.#text = text.replace(SETTINGS, '');
  }

  chart(): Chart {
    this.#frontMatter();
    for (this.#take(BLANK); this.#at < this.#text.length; this.#take(BLANK)) {
      const start = this.#at;
      if (this.#keyword()) continue;
      const isWhole = this.#statement();
      this.#settle(isWhole);
      if (isWhole) continue;
      // What was looked at is not looked at again: every line of it is told.
      if (this.#at === start || this.#text[this.#at - 1] !== '\n') this.#take(LINE);
      if (this.#at === start) this.#at += 1;
      for (const line of this.#text.slice(start, this.#at).split('\n'))
        if (line.trim() !== '') this.#odd.push(line.trim());
    }
    this.#bound();
    return {
      title: this.#title,
      nodes: this.#nodes,
      links: this.#links,
      subgraphs: this.#subgraphs,
      odd: this.#odd,
    };
  }

  /** What a sticky pattern matches here; undefined for nothing, with the place as it was. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #frontMatter(): void {
    const found = /^\s*---\r?\n([\s\S]{0,5000}?)\n---[^\S\n]*(?:\n|$)/.exec(this.#text);
    if (found === null) return;
    this.#title = /^title:\s*["']?(.*?)["']?\s*$/m.exec(found[1] ?? '')?.[1] ?? '';
    this.#at = found[0].length;
  }

  #keyword(): boolean {
    const start = this.#at;
    const word = this.#take(KEYWORD);
    switch (word) {
      case undefined:
        return false;
      case 'subgraph':
        this.#subgraph(this.#take(WORDS)?.trim() ?? '');
        return true;
      case 'end':
        this.#open.pop();
        return true;
      case 'class':
        this.#class(this.#take(WORDS)?.trim() ?? '');
        return true;
      case 'accTitle':
      case 'accDescr': {
        if (word === 'accDescr' && /^\s*\{/.test(this.#text.slice(this.#at, this.#at + 20))) {
          const end = this.#text.indexOf('}', this.#at);
          this.#at = end < 0 ? this.#text.length : end + 1;
          return true;
        }
        const said = (this.#take(LINE) ?? '').replace(/^\s*:?\s*/, '').trim();
        if (word === 'accTitle' && said !== '') this.#title = said;
        return true;
      }
      default:
        // A node may be called as a keyword is, where a link follows.
        if (/^[^\S\n]*(?:--|==|-\.|\[|\(|\{)/.test(this.#text.slice(this.#at, this.#at + 100))) {
          this.#at = start;
          return false;
        }
        this.#take(WORDS);
        return true;
    }
  }

  /** `subgraph id["Label"]`, `subgraph id [Label]`, `subgraph "Label"`, `subgraph Some words`. */
  #subgraph(said: string): void {
    const open = said.endsWith(']') ? said.indexOf('[') : -1;
    const head = open < 0 ? null : said.slice(0, open).trimEnd();
    const isTitled = head !== null && !/\s/.test(head);
    const quoted = /^"(.*)"$/s.exec(said)?.[1];
    const label = isTitled ? said.slice(open + 1, -1) : (quoted ?? said);
    const own =
      (isTitled && head) || (/\s|"/.test(said) ? '' : said) || `subgraph ${this.#subgraphs.size + 1}`;
    const id = this.#subgraphs.has(own) ? `${own} ${this.#subgraphs.size + 1}` : own;
    this.#subgraphs.set(id, { id, label, parent: this.#open.at(-1) ?? null });
    this.#open.push(id);
    if (this.#open.length > MOST_DEPTH) throw tooDeep();
    this.#bound();
  }

  #class(said: string): void {
    const at = Math.max(said.lastIndexOf(' '), said.lastIndexOf('\t'));
    const name = said.slice(at + 1);
    if (at < 0 || !/^[\w-]+$/.test(name)) return;
    for (const id of said.slice(0, at).split(',').slice(0, MOST))
      this.#nodes.get(id.trim())?.classes.add(name);
  }

  /** `a & b --> c -- text --> d` */
  #statement(): boolean {
    let from = this.#group();
    if (from === null) return false;
    for (;;) {
      this.#take(SPACE);
      const link = this.#link();
      if (link === null) break;
      const to = this.#skipLines() ? this.#group() : null;
      if (to === null) return false;
      if (from.length * to.length > MOST) throw tooMany();
      if (!link.isHidden)
        for (const one of from)
          for (const other of to) this.#drawn.push({ ...link.drawn, from: one, to: other });
      this.#bound();
      from = to;
    }
    this.#take(SPACE);
    return this.#at >= this.#text.length || /[\n;]/.test(this.#text[this.#at] ?? '');
  }

  /** Adds what a statement said, or drops it. */
  #settle(isWhole: boolean): void {
    for (const [id, said] of isWhole ? this.#said : []) if (!this.#subgraphs.has(id)) this.#add(id, said);
    for (const link of isWhole ? this.#drawn : []) this.#links.push(link);
    this.#said.clear();
    this.#drawn.length = 0;
  }

  #add(id: string, { label, shape, classes }: Said): void {
    const known = this.#nodes.get(id);
    const node = known ?? { id, label: null, shape: '', classes: new Set<string>(), parent: null };
    node.label = label ?? node.label;
    node.shape = shape || node.shape;
    for (const name of classes) node.classes.add(name);
    this.#nodes.set(id, node);
    // Where it is first spoken of in a subgraph; one inside of that has it rather.
    const here = this.#open.at(-1) ?? null;
    if (node.parent === null || (here !== null && this.#open.includes(node.parent))) node.parent = here;
  }

  #bound(): void {
    const most = Math.max(this.#nodes.size, this.#said.size);
    if (most + this.#links.length + this.#drawn.length + this.#subgraphs.size > MOST) throw tooMany();
  }

  /** A link may be followed by its end on the next line. False where that is one of a subgraph: it stays before it. */
  #skipLines(): boolean {
    let line = -1;
    for (this.#take(SPACE); this.#text[this.#at] === '\n'; this.#take(SPACE)) {
      this.#at += 1;
      line = this.#at;
    }
    STRUCTURE.lastIndex = this.#at;
    if (line < 0 || !STRUCTURE.test(this.#text)) return true;
    this.#at = line;
    return false;
  }

  #group(): readonly string[] | null {
    const ids: string[] = [];
    for (;;) {
      this.#take(SPACE);
      const id = this.#node();
      if (id === null) return null;
      ids.push(id);
      this.#take(SPACE);
      if (this.#text[this.#at] !== '&') return ids;
      this.#at += 1;
    }
  }

  #node(): string | null {
    const id = this.#take(ID);
    if (id === undefined) return null;
    const said = this.#said.get(id) ?? { label: null, shape: '', classes: [] };
    if (!this.#shape(said)) return null;
    for (let more = this.#take(CLASSES); more !== undefined; more = this.#take(CLASSES))
      for (const name of more.slice(3).split(',')) said.classes.push(name);
    this.#said.set(id, said);
    return id;
  }

  /** The label with its brackets, or `@{ shape: cyl, label: "Orders" }`. False where it does not end. */
  #shape(node: Said): boolean {
    const details = this.#take(DETAILS);
    if (details !== undefined) {
      node.shape = /\bshape\s*:\s*([\w-]+)/.exec(details)?.[1] ?? node.shape;
      node.label = /\blabel\s*:\s*"([^"]*)"/.exec(details)?.[1] ?? node.label;
      return true;
    }
    const shapes = SHAPES.filter(([open]) => this.#text.startsWith(open, this.#at));
    // What begins as two shapes do, such as a path in brackets, is the one that ends.
    return shapes.length === 0 || shapes.some((shape) => this.#bracketed(node, shape));
  }

  #bracketed(node: Said, [open, ...closes]: (typeof SHAPES)[number]): boolean {
    const from = this.#at + open.length;
    const label = this.#quoted(from) ?? this.#plain(from, closes);
    const close = label && closes.find((one) => this.#text.startsWith(one, label.end));
    if (!label || close === undefined || close === null) return false;
    this.#at = label.end + close.length;
    node.shape = open;
    node.label = label.text;
    return true;
  }

  #quoted(from: number): { readonly text: string; readonly end: number } | null {
    const start = from + (/^\s*/.exec(this.#text.slice(from, from + 100))?.[0].length ?? 0);
    if (this.#text[start] !== '"') return null;
    const length = this.#text.slice(start + 1, start + 1 + MOST_LABEL).indexOf('"');
    if (length < 0) return null;
    const end = start + length + 2;
    const space = /^\s*/.exec(this.#text.slice(end, end + 100))?.[0].length ?? 0;
    return { text: this.#text.slice(start + 1, end - 1), end: end + space };
  }

  #plain(from: number, closes: readonly string[]): { readonly text: string; readonly end: number } | null {
    const [near = ''] = this.#text.slice(from, from + MOST_LABEL).split('\n', 1);
    const ends = closes.map((close) => near.indexOf(close)).filter((at) => at >= 0);
    if (ends.length === 0) return null;
    const length = Math.min(...ends);
    // A bracket of another shape has ended before.
    const [outer = ''] = closes.map((close) => close.slice(-1));
    if (near.slice(0, length).includes(outer)) return null;
    return { text: near.slice(0, length), end: from + length };
  }

  #link() {
    this.#take(EDGE_ID);
    const whole = this.#take(LINK);
    if (whole !== undefined) {
      this.#take(SPACE);
      return linkOf(whole, whole, this.#piped());
    }
    const half = this.#take(HALF);
    const rest = half === undefined ? undefined : OTHER_HALF[half.slice(-2)];
    if (half === undefined || rest === undefined) return null;
    const quoted = this.#quoted(this.#at);
    const from = quoted?.end ?? this.#at;
    const near = this.#text.slice(from, from + MOST_LABEL);
    rest.lastIndex = 0;
    const found = rest.exec(near);
    if (found === null) return null;
    this.#at = from + found.index + found[0].length;
    return linkOf(half, found[0], quoted?.text ?? near.slice(0, found.index));
  }

  #piped(): string {
    if (this.#text[this.#at] !== '|') return '';
    const quoted = this.#quoted(this.#at + 1);
    if (quoted !== null && this.#text[quoted.end] === '|') {
      this.#at = quoted.end + 1;
      return quoted.text;
    }
    const length = this.#text.slice(this.#at + 1, this.#at + 1 + MOST_LABEL).indexOf('|');
    if (length < 0) return '';
    const text = this.#text.slice(this.#at + 1, this.#at + 1 + length);
    this.#at += length + 2;
    return text;
  }
}

/** Links end in arrows, circles or crosses; any of them is an end. */
const linkOf = (start: string, end: string, label: string) => ({
  isHidden: start.startsWith('~'),
  drawn: { label, atStart: /^[<xo]/.test(start), atEnd: /[>xo]$/.test(end) },
});

const tooMany = (): Refusal =>
  new Refusal({ cause: 'too-many-elements', params: { limit: MOST }, place: FILE_START });
const tooDeep = (): Refusal =>
  new Refusal({ cause: 'too-deep', params: { limit: MOST_DEPTH }, place: FILE_START });
