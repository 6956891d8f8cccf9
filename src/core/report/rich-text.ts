import { Parser } from 'htmlparser2';
import { escapeMarkup } from '../drawing/index.ts';
import { type LinkRun, linkRuns, safeHref, withAddresses } from './links.ts';

/** Tags that stay, without any attribute. Everything else goes, its text stays. */
const KEPT = new Set([
  'p',
  'div',
  'br',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'sub',
  'sup',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'span',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'a',
]);
const VOID = new Set(['br']);
/** Their text is no text. */
const DROPPED = new Set([
  'script',
  'style',
  'title',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'noscript',
  'textarea',
  'xmp',
]);
/** Tags after which plain text begins a new line. */
const BREAKS = new Set(['p', 'div', 'br', 'li', 'tr', 'pre', 'blockquote', 'ul', 'ol', 'table']);
/** Deepest nesting that is kept; deeper tags go, their text stays. */
const MAX_DEPTH = 30;

interface Sink {
  readonly open: (tag: string, href: string | undefined) => void;
  readonly close: (tag: string) => void;
  readonly text: (text: string) => void;
}

/**
 * Tags that the parser may have open. Each one costs it as much as there are open, so a text that closes nothing would
 * take the square of its length: it goes on as if a new text began.
 */
const MOST_OPEN = 500;
/** Letters between two looks at how many are open. */
const STEP = 4_000;

/** Reads HTML with the tags of the allow-list only, each of them closed in order. */
function read(html: string, sink: Sink): void {
  for (let from = 0; from < html.length; ) from = readSome(html, from, sink);
}

/** Reads from a place on, and returns the place up to which it read. */
function readSome(html: string, from: number, sink: Sink): number {
  const stack: string[] = [];
  let dropping = 0;
  let open = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        open += 1;
        if (DROPPED.has(tag)) dropping += 1;
        if (dropping > 0 || !KEPT.has(tag) || stack.length >= MAX_DEPTH) return;
        sink.open(tag, tag === 'a' ? safeHref(attributes['href']) : undefined);
        if (!VOID.has(tag)) stack.push(tag);
      },
      onclosetag(tag) {
        open -= 1;
        if (DROPPED.has(tag)) dropping = Math.max(0, dropping - 1);
        if (dropping > 0 || !stack.includes(tag)) return;
        for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
          sink.close(top);
          if (top === tag) break;
        }
      },
      ontext(text) {
        if (dropping === 0) sink.text(text);
      },
    },
    { decodeEntities: true },
  );
  let to = from;
  while (to < html.length && open < MOST_OPEN) {
    const next = html.indexOf('<', to + STEP);
    const end = next < 0 ? html.length : next;
    parser.write(html.slice(to, end));
    to = end;
  }
  parser.end();
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) sink.close(top);
  return to;
}

/** HTML from a file as HTML that can stand in a page: an allow-list of tags, no attribute but safe links. */
export function sanitizeHtml(html: string): string {
  const out: string[] = [];
  read(html, {
    open: (tag, href) => {
      const link =
        href === undefined
          ? ''
          : ` href="${escapeMarkup(href)}" rel="noopener noreferrer nofollow" target="_blank"`;
      out.push(`<${tag}${link}>`);
    },
    close: (tag) => out.push(`</${tag}>`),
    text: (text) => out.push(escapeMarkup(text)),
  });
  return out.join('');
}

/** HTML from a file as plain text with line breaks; a link keeps its address. */
export const plainText = (html: string): string => withAddresses(richRuns(html));

/** Stand for the two ends of a link while white space is tidied; private use, taken out of the text itself. */
const LINK = { start: '\uE000', end: '\uE001' } as const;

/** HTML from a file as plain text with line breaks, in pieces of which some are links. */
export function richRuns(html: string): readonly LinkRun[] {
  const out: string[] = [];
  const hrefs: string[] = [];
  let inLink = false;
  const line = (tag: string): void => {
    if (BREAKS.has(tag)) out.push('\n');
  };
  read(html, {
    open: (tag, href) => {
      line(tag);
      if (href === undefined || inLink) return;
      inLink = true;
      hrefs.push(href);
      out.push(LINK.start);
    },
    close: (tag) => {
      line(tag);
      if (tag !== 'a' || !inLink) return;
      inLink = false;
      out.push(LINK.end);
    },
    text: (text) => out.push(text.replace(/[\uE000\uE001]/g, '')),
  });
  const text = out
    .join('')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
  // Every other piece is a link's text.
  return text.split(/[\uE000\uE001]/).flatMap((piece, index) => {
    const href = index % 2 === 1 ? hrefs[(index - 1) / 2] : undefined;
    return href === undefined ? linkRuns(piece) : [{ text: piece.trim() || href, href }];
  });
}
