/**
 * XML 1.0 has no way to say a control character, yet the .NET writer says them as references (`&#xB;`) and reads
 * them back. The parser follows XML and would refuse the file, so such references are hidden from it behind
 * characters that the text does not use, and revealed again in what it hands out.
 */
const REFERENCE = /&#(?:x0*([0-9a-f]{1,4})|0*([0-9]{1,5}));/gi;

/** A mark, the 16 hexadecimal digits and a padding, one behind the other. */
const MARKS = 18;
/** Where the marks may lie: noncharacters, which no text should use, else anywhere among the private ones. */
const FIRST = 0xfdd0;
const PRIVATE = { from: 0xe000, to: 0xf8ff } as const;

/** Control characters and the two noncharacters that XML 1.0 leaves out. Half surrogate pairs stay refused. */
const OUTSIDE_XML: ReadonlySet<number> = new Set([
  ...Array.from({ length: 0x20 }, (_, code) => code).filter((code) => ![9, 10, 13].includes(code)),
  0xfffe,
  0xffff,
]);

/** The text to parse, of the same length so that places stay right, and the way back for its parts. */
export function hideControlReferences(text: string): { text: string; reveal: (part: string) => string } {
  const same = { text, reveal: (part: string) => part };
  if (!text.includes('&#') || !hasControlReference(text)) return same;
  const base = unusedMarks(text);
  if (base === undefined) return same;
  const mark = String.fromCharCode(base);
  const padding = String.fromCharCode(base + MARKS - 1);
  const marks = new Map<number, string>();
  const codes = new Map<string, string>();
  for (const code of OUTSIDE_XML) {
    const digits = code.toString(16).padStart(code > 0xff ? 4 : 2, '0');
    const said = [...digits].map((d) => String.fromCharCode(base + 1 + Number.parseInt(d, 16))).join('');
    marks.set(code, mark + said);
    codes.set(said, String.fromCharCode(code));
  }
  const hidden = replaced(text, REFERENCE, (found) => {
    const said = marks.get(codeOf(found));
    return said === undefined ? found[0] : said.padEnd(found[0].length, padding);
  });
  const marked = new RegExp(
    `${mark}([${String.fromCharCode(base + 1)}-${String.fromCharCode(base + 16)}]{2,4})${padding}*`,
    'g',
  );
  return {
    text: hidden,
    reveal: (part) =>
      part.includes(mark) ? replaced(part, marked, ([all, said = '']) => codes.get(said) ?? all) : part,
  };
}

/** How many pieces of a text are put together at once. */
const PIECES = 8192;

/**
 * `replace` with a function keeps an array for each place until the end, and a file can have millions: this one
 * keeps the text only.
 */
function replaced(text: string, pattern: RegExp, by: (found: RegExpExecArray) => string): string {
  const chunks: string[] = [];
  let pieces: string[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    pieces.push(text.slice(from, found.index), by(found));
    from = found.index + found[0].length;
    if (pieces.length < PIECES) continue;
    chunks.push(pieces.join(''));
    pieces = [];
  }
  return chunks.join('') + pieces.join('') + text.slice(from);
}

function hasControlReference(text: string): boolean {
  for (const found of text.matchAll(REFERENCE)) if (OUTSIDE_XML.has(codeOf(found))) return true;
  return false;
}

const codeOf = ([, hex, decimal = '']: readonly (string | undefined)[]): number =>
  hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);

/** The first of as many characters in a row as the marks need that the text does not use. */
function unusedMarks(text: string): number | undefined {
  const isUnused = (base: number): boolean =>
    !new RegExp(`[${String.fromCharCode(base)}-${String.fromCharCode(base + MARKS - 1)}]`).test(text);
  if (isUnused(FIRST)) return FIRST;
  for (let base: number = PRIVATE.from; base + MARKS <= PRIVATE.to; base += MARKS) {
    if (isUnused(base)) return base;
  }
  return undefined;
}
