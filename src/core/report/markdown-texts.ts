import { type LinkRun, linkRuns } from './links.ts';
import { oneLine } from './one-line.ts';
import { richRuns } from './rich-text.ts';

/** Signs that mean something to Markdown wherever they stand. Underscores inside words and hyphens mean nothing. */
const SIGNS =
  /[\\`*[\]<|~]|&(?=[#\p{L}])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|@(?=[\p{L}\p{N}])|#(?=\d)|(?<![\p{L}\p{N}])www(?=\.)/giu;

/** Ends what a Markdown reader would take for one word, and shows nothing. */
const NOTHING = '<!-- -->';

function escapedSign(sign: string): string {
  if (sign === '<') return '&lt;';
  if (sign === '&') return '&amp;';
  // No mention, no reference to an issue, no address: nobody wrote a link here.
  if (sign === '@' || sign === '#' || sign.length === 3) return `${sign}${NOTHING}`;
  return `\\${sign}`;
}

/** Number signs at the end would close a heading. */
function escaped(value: string): string {
  const body = value.trimEnd();
  let end = body.length;
  while (body[end - 1] === '#') end -= 1;
  return value.slice(0, end).replace(SIGNS, escapedSign) + value.slice(end).replaceAll('#', '\\#');
}

/** An address between angle brackets: what would end it, or a cell of a table, is written as its code. */
const address = (href: string): string =>
  href
    .replace(/[<>\\`|*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('&', '&amp;');

/** An address that Markdown reads as it is between angle brackets. */
const AUTOLINK = /^https?:\/\/[^\s<>&\\`|*~]+$/i;

const link = (words: string, href: string): string =>
  words === href && AUTOLINK.test(href) ? `<${href}>` : `[${escaped(words)}](<${address(href)}>)`;

/** Pieces on one line: a line break would end a list item or a table's cell. */
const pieces = (runs: readonly LinkRun[], breaks: string): string =>
  runs
    .map(({ text, href }) => {
      const lines = text.split(/[\r\n]+/).map((line, index, all) => {
        const from = index > 0 ? line.trimStart() : line;
        return index < all.length - 1 ? from.trimEnd() : from;
      });
      return href === undefined ? lines.map(escaped).join(breaks) : link(lines.join(' '), href);
    })
    .join('');

/** A text on one line of the file. */
export const inline = (value: string): string => pieces(linkRuns(value.trim()), '<br>');

/** Rich text on one line of the file. */
export const rich = (value: string): string => pieces(richRuns(value), '<br>');

/** A heading: on one line, without breaks. */
export const heading = (value: string): string => pieces(linkRuns(oneLine(value)), ' ');

/** Text at the beginning of a line, where it could begin a heading, a list or a quotation. */
export const first = (value: string): string =>
  heading(value)
    .replace(/^[#+\-=>]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
