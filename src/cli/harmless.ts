/**
 * What a terminal obeys: control characters (C0, DEL, C1), and what turns the order of what is read round or ends a
 * line.
 */
const OBEYED = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/**
 * The first signs of what a build server obeys: GitHub's `::error::` at the start of a line, whatever blanks stand
 * before it; its older `##[error]`, Azure's `##vso[` and TeamCity's `##teamcity[` anywhere in one.
 */
const AT_START = /^(\s*):(?=:)/gmu;
const ANYWHERE = /#(?=#[a-z]*\[)/giu;

const SHORT: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const hex = (character: string, width: number): string =>
  (character.codePointAt(0) ?? 0).toString(16).padStart(width, '0');

const escaped = (character: string): string =>
  character <= '\u00FF' ? `\\x${hex(character, 2)}` : `\\u${hex(character, 4)}`;

const unordered = (text: string): string =>
  text.replace(AT_START, (_, blanks: string) => `${blanks}${escaped(':')}`).replace(ANYWHERE, escaped('#'));

/** A message, or a line of a table, that may hold texts of a file: one line, which nothing obeys. */
export const harmless = (line: string): string =>
  unordered(line.replace(OBEYED, (character) => SHORT.get(character) ?? escaped(character)));

/** Text whose line breaks are part of it, such as CSV: these and tabs stay. */
export const harmlessText = (text: string): string =>
  unordered(
    text
      .replace(OBEYED, (character) => (SHORT.has(character) ? character : escaped(character)))
      // A single carriage return takes a terminal, and some build servers, to the start of a line.
      .replace(/\r(?!\n)/gu, '\\r'),
  );

/** JSON that reads the same: it has escapes of its own, and none of these characters stands outside its strings. */
export const harmlessJson = (json: string): string =>
  json
    .replace(OBEYED, (character) => (SHORT.has(character) ? character : `\\u${hex(character, 4)}`))
    .replace(ANYWHERE, `\\u${hex('#', 4)}`);
