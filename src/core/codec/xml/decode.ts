import { FILE_START, LIMITS, type ReadCause, Refusal } from '../places.ts';
import { decodeStrictly, firstBadUtf8 } from './utf8.ts';

/** The text of a file and whether a byte order mark stood before it. */
export interface Decoded {
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/**
 * Decodes the bytes of an XML file: UTF-8 with or without byte order mark, UTF-16 with one (or recognisable by its
 * first `<`). Refuses what is plainly something else, in words that say what it is.
 * @throws Refusal
 */
export function decodeXml(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) refuse('empty', 'The file is empty');
  if (bytes.length > LIMITS.bytes) {
    refuse('too-large', `The file is larger than ${LIMITS.bytes / 1024 / 1024} MiB, the most that is read`);
  }
  const starts = (...wanted: number[]) => wanted.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) {
    refuse(
      'zip',
      'This is a zip archive (or an Office file), not a threat model. Unpack it and open what is inside',
    );
  }
  if (starts(0x1f, 0x8b)) refuse('zip', 'This is a gzip archive, not a threat model. Unpack it first');
  const decoded = decode(bytes, starts);
  if (decoded.text.trim() === '') refuse('empty', 'The file holds nothing but white space');
  checkLooksLikeXml(decoded.text);
  return decoded;
}

function decode(bytes: Uint8Array, starts: (...wanted: number[]) => boolean): Decoded {
  if (starts(0xff, 0xfe)) return utf16(bytes.subarray(2), 'utf-16le', true);
  if (starts(0xfe, 0xff)) return utf16(bytes.subarray(2), 'utf-16be', true);
  if (starts(0x3c, 0x00)) return utf16(bytes, 'utf-16le', false);
  if (starts(0x00, 0x3c)) return utf16(bytes, 'utf-16be', false);
  const byteOrderMark = starts(0xef, 0xbb, 0xbf);
  const body = byteOrderMark ? bytes.subarray(3) : bytes;
  const text = decodeStrictly(body, 'utf-8');
  if (text !== null) return { text, byteOrderMark, encoding: 'utf-8' };
  if (looksBinary(body)) refuse('binary', 'This is a binary file, not a threat model');
  const bad = firstBadUtf8(body);
  const before = body.subarray(0, bad);
  const lineStart = before.lastIndexOf(0x0a) + 1;
  const place = {
    line: before.reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1),
    column: [...(decodeStrictly(before.subarray(lineStart), 'utf-8') ?? '')].length + 1,
    path: '',
  };
  const byte = (body[bad] ?? 0).toString(16).padStart(2, '0').toUpperCase();
  throw new Refusal({
    cause: 'encoding',
    place,
    message: `The text is not valid UTF-8: byte ${byte} at offset ${bad + (byteOrderMark ? 3 : 0)}. Save the file as UTF-8`,
  });
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', byteOrderMark: boolean): Decoded {
  const text = decodeStrictly(bytes, encoding);
  if (text === null) refuse('encoding', 'The text is not valid UTF-16. Save the file as UTF-8');
  return { text, byteOrderMark, encoding };
}

/** Many control bytes among the first thousand, as no text has them. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1000);
  const odd = head.reduce((n, b) => (b < 9 || (b > 13 && b < 32) ? n + 1 : n), 0);
  return odd * 50 > head.length;
}

function checkLooksLikeXml(text: string): void {
  const head = text.slice(0, 1000).trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<(!doctype\s+html|html[\s>])/is.test(head)) {
    refuse(
      'html',
      'This is a web page (HTML), not a threat model. A report cannot be opened: open its model',
    );
  }
  if (head.startsWith('<')) return;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  if (/[\x00-\x08\x0e-\x1f]/.test(head)) refuse('binary', 'This is a binary file, not a threat model');
  refuse('not-xml', 'This is not an XML file: it does not begin with "<"');
}

function refuse(cause: ReadCause, message: string): never {
  throw new Refusal({ cause, message, place: FILE_START });
}
