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

/** The text to parse, of the same length so that places stay right, and the way back for its parts. */
export function hideControlReferences(text: string): { text: string; reveal: (part: string) => string } {
  const same = { text, reveal: (part: string) => part };
  if (!text.includes('&#') || !hasControlReference(text)) return same;
  const base = unusedMarks(text);
  if (base === undefined) return same;
  const mark = String.fromCharCode(base);
  const padding = String.fromCharCode(base + MARKS - 1);
  const hidden = text.replace(REFERENCE, (...found: [string, string | undefined, string]) => {
    const [reference] = found;
    const code = codeOf(found);
    if (!isOutsideXml(code)) return reference;
    const digits = code.toString(16).padStart(code > 0xff ? 4 : 2, '0');
    const marks = [...digits].map((d) => String.fromCharCode(base + 1 + Number.parseInt(d, 16))).join('');
    return (mark + marks).padEnd(reference.length, padding);
  });
  const marked = new RegExp(
    `${mark}([${String.fromCharCode(base + 1)}-${String.fromCharCode(base + 16)}]{2,4})${padding}*`,
    'g',
  );
  const codeFrom = (marks: string): number =>
    Number.parseInt([...marks].map((m) => (m.charCodeAt(0) - base - 1).toString(16)).join(''), 16);
  return {
    text: hidden,
    reveal: (part) => part.replace(marked, (_, marks: string) => String.fromCharCode(codeFrom(marks))),
  };
}

function hasControlReference(text: string): boolean {
  for (const found of text.matchAll(REFERENCE)) if (isOutsideXml(codeOf(found))) return true;
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

/** Control characters and the two noncharacters that XML 1.0 leaves out. Half surrogate pairs stay refused. */
function isOutsideXml(code: number): boolean {
  return (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffe || code === 0xffff;
}
