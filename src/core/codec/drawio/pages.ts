import { fromBase64 } from '../../base/index.ts';
import { firstDiagrams } from '../first-diagrams.ts';
import { inflated } from '../inflate.ts';
import { FILE_START, type Place, Refusal } from '../places.ts';
import type { Asked, Sureness } from '../port.ts';
import { decodeText, roughText } from '../text.ts';
import { decodeStrictly } from '../utf8.ts';
import { attribute, childNamed, elementsIn, type ParseXml, parserOf } from '../xml/elements.ts';
import type { XmlFile, XmlNode } from '../xml/tree.ts';

/** One page of a file, and the model of what is drawn on it. */
export interface Page {
  readonly id: string;
  readonly name: string;
  /** The element `root` that holds the cells; null on an empty page. */
  readonly root: XmlNode | null;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const isPng = (bytes: Uint8Array): boolean => PNG.every((byte, at) => bytes[at] === byte);

/** Bytes as the letters that they are in Latin-1, of which PNG has its keys. */
const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** How sure a file is of draw.io, plain or inside of a picture. */
export function sniffDrawio(head: Uint8Array): Sureness {
  if (isPng(head)) return latin(head).includes('mxfile\0') ? 'likely' : 'no';
  const text = roughText(head);
  if (/<(mxfile|mxGraphModel|mxlibrary)[\s>]/.test(text)) return 'certain';
  return /<svg[\s>]/.test(text) && /\scontent="[^"]*mxfile/.test(text) ? 'certain' : 'no';
}

const wrongRoot = (root: string, place: Place): Refusal =>
  new Refusal({ cause: 'wrong-root', params: { what: 'other', root }, place });

interface Pages {
  readonly pages: readonly Page[];
  /** Names of the pages beyond as many as are read. */
  readonly further: readonly string[];
}

/** The pages of a draw.io file, of a picture with one inside, or of a bare graph. */
export function pagesOf(bytes: Uint8Array, asked: Asked): Pages {
  const parse = parserOf(asked);
  if (isPng(bytes)) return pagesOfText(textInPng(bytes), parse);
  return pagesOfText(decodeText(bytes).text, parse);
}

function pagesOfText(text: string, parse: ParseXml, isInside = false): Pages {
  const file = parse(text);
  const { root, placeOf } = file;
  switch (root.name) {
    case 'mxGraphModel':
      return { pages: [{ id: '0', name: '', root: childNamed(root, 'root') ?? null }], further: [] };
    case 'mxfile': {
      const all = elementsIn(root).filter(({ name }) => name === 'diagram');
      const { first, further } = firstDiagrams(all, (diagram) => attribute(diagram, 'name') ?? '');
      return { pages: first.map((diagram, index) => pageOf(diagram, index, file, parse)), further };
    }
    case 'svg': {
      const content = attribute(root, 'content');
      if (content === undefined || isInside) throw wrongRoot('svg', placeOf(root));
      return pagesOfText(content, parse, true);
    }
    case 'mxlibrary':
      throw new Refusal({ cause: 'library', place: placeOf(root) });
    default:
      throw wrongRoot(root.name, placeOf(root));
  }
}

function pageOf(diagram: XmlNode, index: number, { placeOf }: XmlFile, parse: ParseXml): Page {
  const page = { id: attribute(diagram, 'id') ?? String(index), name: attribute(diagram, 'name') ?? '' };
  const model = childNamed(diagram, 'mxGraphModel');
  if (model !== undefined) return { ...page, root: childNamed(model, 'root') ?? null };
  const text = diagram.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  if (text === '') return { ...page, root: null };
  const place = placeOf(diagram);
  const { root } = parse(text.startsWith('<') ? text : unpacked(text, place));
  if (root.name !== 'mxGraphModel') throw wrongRoot(root.name, place);
  return { ...page, root: childNamed(root, 'root') ?? null };
}

/** The XML of a packed page: base64 of raw deflate of a text that is encoded as in addresses. */
function unpacked(text: string, place: Place): string {
  const packed = fromBase64(text);
  if (packed === null) throw new Refusal({ cause: 'bad-packing', place });
  return uriDecoded(decodeStrictly(inflated(packed, 'raw', place), 'utf-8'), place);
}

function uriDecoded(text: string | null, place: Place): string {
  try {
    if (text !== null) return decodeURIComponent(text);
  } catch {
    // Told below, as what is no text at all.
  }
  throw new Refusal({ cause: 'bad-packing', place });
}

const KEY = 'mxfile';

/** The text that a PNG has under the key of draw.io: as it is, or packed. */
function textInPng(bytes: Uint8Array): string {
  const text = (from: number, to: number): string => latin(bytes.subarray(from, to));
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
    const [from, to] = [at + 8, at + 8 + length];
    const type = text(at + 4, at + 8);
    if (to + 4 > bytes.length) break;
    const isOurs = text(from, from + KEY.length + 1) === `${KEY}\0`;
    if (isOurs && type === 'tEXt') return uriDecoded(text(from + KEY.length + 1, to), FILE_START);
    if (isOurs && type === 'zTXt') {
      const packed = bytes.subarray(from + KEY.length + 2, to);
      return uriDecoded(decodeStrictly(inflated(packed, 'zlib'), 'utf-8'), FILE_START);
    }
    at = to + 4;
  }
  throw wrongRoot('PNG', FILE_START);
}
