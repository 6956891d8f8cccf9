/**
 * XML 1.0 has no way to say a control character, yet the .NET writer says them as references (`&#xB;`) and reads
 * them back. The parser follows XML and would refuse the file, so such references are hidden from it behind
 * characters that no text uses (noncharacters), and revealed again in what it hands out.
 */
const REFERENCE = /&#(?:x0*([0-9a-f]{1,4})|0*([0-9]{1,5}));/gi;
const MARK = '\uFDD0';
/** The 16 hexadecimal digits, as noncharacters. */
const DIGIT_BASE = 0xfdd1;
const PADDING = '\uFDEF';
const HIDDEN = /\uFDD0([\uFDD1-\uFDE0]{2,4})\uFDEF*/g;
const NONCHARACTERS = /[\uFDD0-\uFDEF]/;

/** The text to parse, of the same length so that places stay right, and the way back for its parts. */
export function hideControlReferences(text: string): { text: string; reveal: (part: string) => string } {
  const same = { text, reveal: (part: string) => part };
  if (!text.includes('&#') || NONCHARACTERS.test(text)) return same;
  let found = false;
  const hidden = text.replace(REFERENCE, (reference: string, hex: string | undefined, decimal: string) => {
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
    if (!isOutsideXml(code)) return reference;
    found = true;
    const digits = code.toString(16).padStart(code > 0xff ? 4 : 2, '0');
    const marks = [...digits].map((d) => String.fromCharCode(DIGIT_BASE + Number.parseInt(d, 16))).join('');
    return (MARK + marks).padEnd(reference.length, PADDING);
  });
  if (!found) return same;
  return { text: hidden, reveal: (part) => part.replace(HIDDEN, (_, marks: string) => fromMarks(marks)) };
}

function fromMarks(marks: string): string {
  const digits = [...marks].map((m) => (m.charCodeAt(0) - DIGIT_BASE).toString(16)).join('');
  return String.fromCharCode(Number.parseInt(digits, 16));
}

/** Control characters and the two noncharacters that XML 1.0 leaves out. Half surrogate pairs stay refused. */
function isOutsideXml(code: number): boolean {
  return (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffe || code === 0xffff;
}
