import { FILE_START, LIMITS, type ReadCause, Refusal } from '../places.ts';
import { decodeStrictly, firstBadUtf8 } from './utf8.ts';

/** The text of a file and whether a byte order mark stood before it. */
export interface Decoded {
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/** What a file should hold, by its name or by who asks: refusals say so. */
export type Expected = 'model' | 'template' | 'any';

const WANTED: Readonly<Record<Expected, string>> = {
  model: 'a threat model',
  template: 'a template',
  any: 'a threat model or a template',
};

/**
 * Decodes the bytes of an XML file: UTF-8 with or without byte order mark, UTF-16 with one (or recognisable by its
 * first `<`). Refuses what is plainly something else, in words that say what it is.
 * @throws Refusal
 */
export function decodeXml(bytes: Uint8Array, expected: Expected = 'any'): Decoded {
  if (bytes.length === 0) refuse('empty', 'The file is empty');
  if (bytes.length > LIMITS.bytes) {
    refuse('too-large', `The file is larger than ${LIMITS.bytes / 1024 / 1024} MiB, the most that is read`);
  }
  const starts = (...wanted: number[]) => wanted.every((byte, i) => bytes[i] === byte);
  for (const { signature, cause, is, instead } of SIGNATURES) {
    if (starts(...signature)) refuse(cause, `${is}, not ${WANTED[expected]}${instead}`);
  }
  const decoded = decode(bytes, starts, expected);
  if (decoded.text.trim() === '') refuse('empty', 'The file holds nothing but white space');
  checkLooksLikeXml(decoded.text, expected);
  return decoded;
}

interface Signature {
  readonly signature: readonly number[];
  readonly cause: ReadCause;
  readonly is: string;
  /** What to do instead, as a sentence behind the refusal. */
  readonly instead: string;
}

const ascii = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));
const ARCHIVE = 'This is a zip archive (or an Office file)';

/** Files that people have beside their models, by their first bytes. */
const SIGNATURES: readonly Signature[] = [
  {
    signature: [0x50, 0x4b, 0x03, 0x04],
    cause: 'zip',
    is: ARCHIVE,
    instead: '. Unpack it and open what is inside',
  },
  {
    signature: [0x50, 0x4b, 0x05, 0x06],
    cause: 'zip',
    is: ARCHIVE,
    instead: '. Unpack it and open what is inside',
  },
  { signature: [0x1f, 0x8b], cause: 'zip', is: 'This is a gzip archive', instead: '. Unpack it first' },
  { signature: [0x89, ...ascii('PNG')], cause: 'binary', is: 'This is a picture (PNG)', instead: '' },
  { signature: [0xff, 0xd8, 0xff], cause: 'binary', is: 'This is a picture (JPEG)', instead: '' },
  { signature: ascii('GIF8'), cause: 'binary', is: 'This is a picture (GIF)', instead: '' },
  {
    signature: ascii('%PDF'),
    cause: 'binary',
    is: 'This is a PDF',
    instead: '. A report cannot be opened: open its model',
  },
  {
    signature: ascii('7z\u00BC\u00AF'),
    cause: 'zip',
    is: 'This is a 7z archive',
    instead: '. Unpack it first',
  },
  { signature: ascii('Rar!'), cause: 'zip', is: 'This is a rar archive', instead: '. Unpack it first' },
  {
    signature: [0xd0, 0xcf, 0x11, 0xe0],
    cause: 'binary',
    is: 'This is an old Office or Visio file',
    instead: '',
  },
];

/**
 * The line end behind the last tag, which web editors and git leave there; it is carried. Undefined when nothing or
 * anything else stands there.
 */
export function lineEndBehind(text: string): '\n' | '\r\n' | undefined {
  if (text.endsWith('>\n')) return '\n';
  return text.endsWith('>\r\n') ? '\r\n' : undefined;
}

function decode(bytes: Uint8Array, starts: (...wanted: number[]) => boolean, expected: Expected): Decoded {
  if (starts(0xff, 0xfe)) return utf16(bytes.subarray(2), 'utf-16le', true);
  if (starts(0xfe, 0xff)) return utf16(bytes.subarray(2), 'utf-16be', true);
  if (starts(0x3c, 0x00)) return utf16(bytes, 'utf-16le', false);
  if (starts(0x00, 0x3c)) return utf16(bytes, 'utf-16be', false);
  const byteOrderMark = starts(0xef, 0xbb, 0xbf);
  const body = byteOrderMark ? bytes.subarray(3) : bytes;
  const text = decodeStrictly(body, 'utf-8');
  if (text !== null) return { text, byteOrderMark, encoding: 'utf-8' };
  if (looksBinary(body)) refuse('binary', `This is a binary file, not ${WANTED[expected]}`);
  // Pages in another encoding say what they are in plain letters.
  checkNoPage(String.fromCharCode(...body.subarray(0, HEAD)).trimStart(), `, not ${WANTED[expected]}`);
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

function checkLooksLikeXml(text: string, expected: Expected): void {
  const head = text.slice(0, HEAD).trimStart();
  const not = `, not ${WANTED[expected]}`;
  checkNoPage(head, not);
  if (/^(<{7}|={7}|>{7})[ \r\n]/.test(head)) {
    refuse(
      'not-xml',
      'Git has left both versions of a conflict in this file. Settle it there, or take one of the two',
    );
  }
  if (head.startsWith('<')) return;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  if (/[\x00-\x08\x0e-\x1f]/.test(head)) refuse('binary', `This is a binary file${not}`);
  if (head.startsWith('version https://git-lfs')) {
    refuse(
      'not-xml',
      'This is the pointer that Git LFS keeps in place of the file. Fetch the file itself (git lfs pull)',
    );
  }
  if (/^(404|not found)\b/i.test(head) && text.length < HEAD) {
    refuse(
      'not-xml',
      `This is the answer of a web site that has no such file${not}. Look for its address there`,
    );
  }
  if (head.startsWith('{\\rtf')) refuse('not-xml', `This is a formatted text (RTF)${not}`);
  if (/^[[{]/.test(head)) refuse('not-xml', `This is JSON${not}`);
  refuse('not-xml', `This is not an XML file${not}: it does not begin with "<"`);
}

/** As much of a file as is looked at to tell what it is, in characters. */
const HEAD = 4000;

/** What a web page may begin with, behind declarations and comments; a page that a browser saved whole is MIME. */
const PAGE =
  /^(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|div)[\s>/])/is;
const SAVED_PAGE = /^(?:From: <Saved by|MIME-Version:|Snapshot-Content-Location:)/i;

/** Refuses a web page: a report, a page that asks to sign in, or the page about the file. */
function checkNoPage(head: string, not: string): void {
  if (!PAGE.test(head) && !SAVED_PAGE.test(head)) return;
  const title = /<title[^>]*>([^<]*)/i.exec(head)?.[1] ?? '';
  // So the Windows tool and we call it.
  if (/(^|- )threat modeling report\s*$/i.test(title.trim())) {
    refuse('html', `This is a report (HTML)${not}. A report cannot be opened: open its model`);
  }
  if (/\b(sign|log)[ -]?in\b/i.test(title)) {
    refuse(
      'html',
      `This is the page of a web site that asks to sign in (HTML)${not}. Sign in there and save the raw file itself`,
    );
  }
  refuse(
    'html',
    `This is a web page (HTML)${not}: perhaps the page about the file on a hosting site. Save the raw file itself and open that`,
  );
}

function refuse(cause: ReadCause, message: string): never {
  throw new Refusal({ cause, message, place: FILE_START });
}
