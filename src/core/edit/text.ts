// What XML 1.0 cannot hold: control characters but TAB, LF and CR, halves of surrogate pairs, U+FFFE and U+FFFF.
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without the characters that no XML file can hold. */
export const cleanText = (text: string): string => text.replace(NOT_XML, '');

const toLf = (text: string): string => text.replace(/\r\n?/g, '\n');

/**
 * What a field stores after somebody typed `typed` over `stored`. Browsers hand out line feeds only; the
 * Windows tool stores CR LF for line breaks typed there and keeps the lone line feeds of template texts. So
 * the same lines give the stored text back, and new ones follow its habit, CR LF when it has none.
 */
export function storedText(stored: string, typed: string): string {
  const clean = toLf(cleanText(typed));
  if (clean === toLf(stored)) return stored;
  const loneFeeds = stored.includes('\n') && !stored.includes('\r');
  return loneFeeds ? clean : clean.replace(/\n/g, '\r\n');
}
