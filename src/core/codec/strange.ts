import type { RefusalSaid } from '../words/index.ts';
import { type Expected, FILE_START, type ReadError, Refusal } from './places.ts';
import { decodeText, roughText } from './text.ts';

/**
 * What a file is that no format takes, among those that people have beside their models, in words that say what it is
 * and what to do; null where that is not known. Asked last: a format may take archives and pictures.
 */
export function strangeFile(bytes: Uint8Array, expected: Expected): ReadError | null {
  const known = SIGNATURES.find(([starts]) => starts.every((byte, at) => bytes[at] === byte));
  if (known !== undefined) return refused(known[1](expected));
  try {
    return strangeText(decodeText(bytes).text, expected);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (looksBinary(bytes)) return refused(binary('unknown')(expected));
    // Pages in another encoding say what they are in plain letters.
    return webPage(roughText(bytes.subarray(0, HEAD)).trimStart(), expected) ?? error.refused;
  }
}

/** The last answer, about a file of which nothing is known. */
export const unknownFile = (expected: Expected): ReadError =>
  refused({ cause: 'not-xml', params: { what: 'unknown', wanted: expected } });

const ascii = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));

/** What is said of a file of some kind, for each thing that was wanted. */
type Kind = (wanted: Expected) => RefusalSaid;

const archive =
  (what: ParamsOf<'zip'>['what']): Kind =>
  (wanted) => ({ cause: 'zip', params: { what, wanted } });

const binary =
  (what: ParamsOf<'binary'>['what']): Kind =>
  (wanted) => ({ cause: 'binary', params: { what, wanted } });

type ParamsOf<C extends RefusalSaid['cause']> = Extract<RefusalSaid, { cause: C }>['params'];

/** Files that people have beside their models, by their first bytes. */
const SIGNATURES: readonly (readonly [starts: readonly number[], kind: Kind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], archive('zip')],
  [[0x50, 0x4b, 0x05, 0x06], archive('zip')],
  [[0x1f, 0x8b], archive('gzip')],
  [[0x89, ...ascii('PNG')], binary('png')],
  [[0xff, 0xd8, 0xff], binary('jpeg')],
  [ascii('GIF8'), binary('gif')],
  [ascii('%PDF'), binary('pdf')],
  [ascii('7z\u00BC\u00AF'), archive('7z')],
  [ascii('Rar!'), archive('rar')],
  [[0xd0, 0xcf, 0x11, 0xe0], binary('office')],
];

/** Many control bytes among the first thousand, as no text has them. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1000);
  const odd = head.reduce((n, b) => (b < 9 || (b > 13 && b < 32) ? n + 1 : n), 0);
  return odd * 50 > head.length;
}

function strangeText(text: string, wanted: Expected): ReadError | null {
  if (text.trim() === '') return refused({ cause: 'empty', params: { blank: true } });
  const head = text.slice(0, HEAD).trimStart();
  const page = webPage(head, wanted);
  if (page !== null) return page;
  const noXml = (what: ParamsOf<'not-xml'>['what']) =>
    refused({ cause: 'not-xml', params: { what, wanted } });
  if (/^(<{7}|={7}|>{7})[ \r\n]/.test(head)) return noXml('conflict');
  if (head.startsWith('<')) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  if (/[\x00-\x08\x0e-\x1f]/.test(head)) return refused(binary('unknown')(wanted));
  if (head.startsWith('version https://git-lfs')) return noXml('lfs');
  if (/^(404|not found)\b/i.test(head) && text.length < HEAD) return noXml('missing-page');
  if (head.startsWith('{\\rtf')) return noXml('rtf');
  if (/^[[{]/.test(head)) return noXml('json');
  return null;
}

/** As much of a file as is looked at to tell what it is, in characters. */
const HEAD = 4000;

/** What a web page may begin with, behind declarations and comments; a page that a browser saved whole is MIME. */
const PAGE =
  /^(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|div)[\s>/])/is;
const SAVED_PAGE = /^(?:From: <Saved by|MIME-Version:|Snapshot-Content-Location:)/i;

/** A web page: a report, a page that asks to sign in, or the page about the file. */
function webPage(head: string, wanted: Expected): ReadError | null {
  if (!PAGE.test(head) && !SAVED_PAGE.test(head)) return null;
  const title = /<title[^>]*>([^<]*)/i.exec(head)?.[1] ?? '';
  // So the Windows tool and we call it.
  const isReport = /(^|- )threat modeling report\s*$/i.test(title.trim());
  const what = isReport ? 'report' : /\b(sign|log)[ -]?in\b/i.test(title) ? 'sign-in' : 'page';
  return refused({ cause: 'html', params: { what, wanted } });
}

const refused = (said: RefusalSaid): ReadError => ({ ...said, place: FILE_START });
