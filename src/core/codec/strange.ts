import { type Expected, FILE_START, type ReadCause, type ReadError, Refusal } from './places.ts';
import { decodeText, roughText } from './text.ts';

/** What a refusal says that the file is not. */
const WANTED: Readonly<Record<Expected, string>> = {
  model: 'a threat model',
  template: 'a template',
  any: 'a threat model or a template',
};

/**
 * What a file is that no format takes, among those that people have beside their models, in words that say what it is
 * and what to do; null where that is not known. Asked last: a format may take archives and pictures.
 */
export function strangeFile(bytes: Uint8Array, expected: Expected): ReadError | null {
  const not = `, not ${WANTED[expected]}`;
  const known = SIGNATURES.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte));
  if (known !== undefined) return refused(known.cause, `${known.is}${not}${known.instead}`);
  try {
    return strangeText(decodeText(bytes).text, not);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (looksBinary(bytes)) return refused('binary', `This is a binary file${not}`);
    // Pages in another encoding say what they are in plain letters.
    return webPage(roughText(bytes.subarray(0, HEAD)).trimStart(), not) ?? error.refused;
  }
}

/** The last answer, about a file of which nothing is known. */
export const unknownFile = (expected: Expected): ReadError =>
  refused('not-xml', `This is not an XML file, not ${WANTED[expected]}: it does not begin with "<"`);

interface Signature {
  readonly starts: readonly number[];
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
    starts: [0x50, 0x4b, 0x03, 0x04],
    cause: 'zip',
    is: ARCHIVE,
    instead: '. Unpack it and open what is inside',
  },
  {
    starts: [0x50, 0x4b, 0x05, 0x06],
    cause: 'zip',
    is: ARCHIVE,
    instead: '. Unpack it and open what is inside',
  },
  { starts: [0x1f, 0x8b], cause: 'zip', is: 'This is a gzip archive', instead: '. Unpack it first' },
  { starts: [0x89, ...ascii('PNG')], cause: 'binary', is: 'This is a picture (PNG)', instead: '' },
  { starts: [0xff, 0xd8, 0xff], cause: 'binary', is: 'This is a picture (JPEG)', instead: '' },
  { starts: ascii('GIF8'), cause: 'binary', is: 'This is a picture (GIF)', instead: '' },
  {
    starts: ascii('%PDF'),
    cause: 'binary',
    is: 'This is a PDF',
    instead: '. A report cannot be opened: open its model',
  },
  {
    starts: ascii('7z\u00BC\u00AF'),
    cause: 'zip',
    is: 'This is a 7z archive',
    instead: '. Unpack it first',
  },
  { starts: ascii('Rar!'), cause: 'zip', is: 'This is a rar archive', instead: '. Unpack it first' },
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    cause: 'binary',
    is: 'This is an old Office or Visio file',
    instead: '',
  },
];

/** Many control bytes among the first thousand, as no text has them. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1000);
  const odd = head.reduce((n, b) => (b < 9 || (b > 13 && b < 32) ? n + 1 : n), 0);
  return odd * 50 > head.length;
}

function strangeText(text: string, not: string): ReadError | null {
  if (text.trim() === '') return refused('empty', 'The file holds nothing but white space');
  const head = text.slice(0, HEAD).trimStart();
  const page = webPage(head, not);
  if (page !== null) return page;
  if (/^(<{7}|={7}|>{7})[ \r\n]/.test(head)) {
    return refused(
      'not-xml',
      'Git has left both versions of a conflict in this file. Settle it there, or take one of the two',
    );
  }
  if (head.startsWith('<')) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  if (/[\x00-\x08\x0e-\x1f]/.test(head)) return refused('binary', `This is a binary file${not}`);
  if (head.startsWith('version https://git-lfs')) {
    return refused(
      'not-xml',
      'This is the pointer that Git LFS keeps in place of the file. Fetch the file itself (git lfs pull)',
    );
  }
  if (/^(404|not found)\b/i.test(head) && text.length < HEAD) {
    return refused(
      'not-xml',
      `This is the answer of a web site that has no such file${not}. Look for its address there`,
    );
  }
  if (head.startsWith('{\\rtf')) return refused('not-xml', `This is a formatted text (RTF)${not}`);
  if (/^[[{]/.test(head)) return refused('not-xml', `This is JSON${not}`);
  return null;
}

/** As much of a file as is looked at to tell what it is, in characters. */
const HEAD = 4000;

/** What a web page may begin with, behind declarations and comments; a page that a browser saved whole is MIME. */
const PAGE =
  /^(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|div)[\s>/])/is;
const SAVED_PAGE = /^(?:From: <Saved by|MIME-Version:|Snapshot-Content-Location:)/i;

/** A web page: a report, a page that asks to sign in, or the page about the file. */
function webPage(head: string, not: string): ReadError | null {
  if (!PAGE.test(head) && !SAVED_PAGE.test(head)) return null;
  const title = /<title[^>]*>([^<]*)/i.exec(head)?.[1] ?? '';
  // So the Windows tool and we call it.
  if (/(^|- )threat modeling report\s*$/i.test(title.trim())) {
    return refused('html', `This is a report (HTML)${not}. A report cannot be opened: open its model`);
  }
  if (/\b(sign|log)[ -]?in\b/i.test(title)) {
    return refused(
      'html',
      `This is the page of a web site that asks to sign in (HTML)${not}. Sign in there and save the raw file itself`,
    );
  }
  return refused(
    'html',
    `This is a web page (HTML)${not}: perhaps the page about the file on a hosting site. Save the raw file itself and open that`,
  );
}

const refused = (cause: ReadCause, message: string): ReadError => ({ cause, message, place: FILE_START });
