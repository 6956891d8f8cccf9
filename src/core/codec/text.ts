import { FILE_START, Refusal } from './places.ts';
import { decodeStrictly, firstBadUtf8 } from './utf8.ts';

/** The text of a file and whether a byte order mark stood before it. */
export interface Decoded {
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/**
 * Decodes the bytes of a text file: UTF-8 with or without byte order mark, UTF-16 with one (or recognisable by its
 * first `<`).
 * @throws Refusal with the place of the first byte that is wrong
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const starts = (...wanted: number[]) => wanted.every((byte, i) => bytes[i] === byte);
  if (starts(0xff, 0xfe)) return utf16(bytes.subarray(2), 'utf-16le', true);
  if (starts(0xfe, 0xff)) return utf16(bytes.subarray(2), 'utf-16be', true);
  if (starts(0x3c, 0x00)) return utf16(bytes, 'utf-16le', false);
  if (starts(0x00, 0x3c)) return utf16(bytes, 'utf-16be', false);
  const byteOrderMark = starts(0xef, 0xbb, 0xbf);
  const body = byteOrderMark ? bytes.subarray(3) : bytes;
  const text = decodeStrictly(body, 'utf-8');
  if (text !== null) return { text, byteOrderMark, encoding: 'utf-8' };
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
    params: { bad: { byte, offset: bad + (byteOrderMark ? 3 : 0) } },
  });
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', byteOrderMark: boolean): Decoded {
  const text = decodeStrictly(bytes, encoding);
  if (text !== null) return { text, byteOrderMark, encoding };
  throw new Refusal({
    cause: 'encoding',
    place: FILE_START,
    params: { bad: 'utf-16' },
  });
}

/**
 * The first bytes of a file as far as they are plain letters, whatever the encoding: for telling what a file is,
 * never for reading it.
 */
export function roughText(head: Uint8Array): string {
  let text = '';
  for (let at = 0; at < head.length; at += CHUNK) {
    text += String.fromCharCode(...head.subarray(at, at + CHUNK));
  }
  return text.replace(/^(?:\u00FF\u00FE|\u00FE\u00FF|\u00EF\u00BB\u00BF)/, '').replaceAll('\0', '');
}

/** As many arguments as a call takes in every engine. */
const CHUNK = 4096;
