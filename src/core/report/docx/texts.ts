import { type LinkRun, safeHref } from '../links.ts';
import { ConcreteHyperlink, type Inline, TextRun } from './library.mjs';

/** Of what runs the program, in a browser as elsewhere. */
declare const URL: new (address: string) => { readonly href: string };

/** What XML cannot hold, other control characters, and halves of pairs. Ends of lines and tabs stay. */
const UNFIT = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A text as a document holds it, with one kind of line end. */
export const held = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNFIT, '');

/** The text in a character style, if one is named; a line end of it breaks the line. */
export const runs = (text: string, style?: string): readonly Inline[] =>
  held(text)
    .replaceAll('\t', ' ')
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          text: line,
          ...(index === 0 ? {} : { break: 1 }),
          ...(style === undefined ? {} : { style }),
        }),
    );

/** Letters of an address that Word takes. */
const LONGEST_ADDRESS = 2_000;

/** An address as a part of the file may name it: Word refuses files with one that is damaged. */
function addressOf(href: string | undefined): string | undefined {
  const safe = safeHref(href);
  if (safe === undefined) return undefined;
  try {
    const { href: whole } = new URL(held(safe));
    return whole.length <= LONGEST_ADDRESS ? whole : undefined;
  } catch {
    return undefined;
  }
}

/** A link to a bookmark of the document. */
export const toPlace = (place: string, text: string): Inline =>
  new ConcreteHyperlink(runs(text, 'Hyperlink'), '', bookmarkName(place));

/** The name of a bookmark: Word takes letters, digits and low lines, a letter first. */
export const bookmarkName = (place: string): string => place.replaceAll('-', '_');

/** The addresses of a document, each with the id of its relationship. They count up, so that each run makes the same. */
export class Addresses {
  readonly #ids = new Map<string, string>();

  /** Pieces of a text, those with an address as links. */
  linked(pieces: readonly LinkRun[]): readonly Inline[] {
    return pieces.flatMap(({ text, href }) => {
      const address = addressOf(href);
      if (address === undefined) return runs(text);
      const id = this.#ids.get(address) ?? `Link${this.#ids.size + 1}`;
      this.#ids.set(address, id);
      return [new ConcreteHyperlink(runs(text, 'Hyperlink'), id)];
    });
  }

  entries(): Iterable<readonly [address: string, id: string]> {
    return this.#ids;
  }
}
