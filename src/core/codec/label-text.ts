import { Parser } from 'htmlparser2';

const CELLS = new Set(['td', 'th']);
const BREAKS = new Set(['br', 'div', 'p', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Their text is no text of a label. */
const MUTE = new Set(['script', 'style', 'title', 'template']);
/** A label is cut here: nobody reads more, and a file made to be odd must not cost without end. */
const MOST = 20_000;

/** The text of a label in HTML: line breaks where elements begin or end on a line, entities decoded, nothing else. */
export function textOfHtml(html: string): string {
  let text = '';
  let mute = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (MUTE.has(name)) mute += 1;
      if (CELLS.has(name)) text += ' ';
      if (BREAKS.has(name)) text += '\n';
    },
    onclosetag: (name) => {
      if (MUTE.has(name)) mute = Math.max(0, mute - 1);
      if (BREAKS.has(name) && name !== 'br') text += '\n';
    },
    ontext: (part) => {
      if (mute === 0 && text.length < MOST) text += part;
    },
  });
  parser.end(html.slice(0, MOST * 10));
  return tidyText(text);
}

/** A label without hard spaces, empty lines and white space around its lines. */
export const tidyText = (text: string): string =>
  text
    .slice(0, MOST)
    .replaceAll('\u00A0', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
