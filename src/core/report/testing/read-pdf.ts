import { inflateSync } from 'node:zlib';

export interface PdfFile {
  /** The texts of each page, as a reader would copy them out, line by line of content. */
  readonly pages: readonly string[];
  /** Bookmarks, in order. */
  readonly outline: readonly string[];
  /** Addresses that links lead to. */
  readonly addresses: readonly string[];
  /** Elements of the structure: how many of each. */
  readonly elements: ReadonlyMap<string, number>;
  /** All objects without their streams. */
  readonly objects: ReadonlyMap<number, string>;
  readonly size: number;
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Reads what a PDF says. Independent of the writer: by the file's own tables and by what its fonts say of glyphs. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const file = latin(bytes);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1]);
  const table = file.slice(start);
  if (!table.startsWith('xref')) throw new Error('No table where the file says that there is one');
  const places = [...table.matchAll(/(\d{10}) 00000 n/g)].map(([, at]) => Number(at));
  const objects = new Map<number, string>();
  const streams = new Map<number, string>();
  places.forEach((at, index) => {
    const head = `${index + 1} 0 obj\n`;
    if (!file.startsWith(head, at)) throw new Error(`Object ${index + 1} is not at ${at}`);
    const end = file.indexOf('\nendobj', at);
    const stream = file.indexOf('\nstream\n', at);
    const inStream = stream > 0 && stream < end;
    const data = file.slice(at + head.length, inStream ? stream : end);
    objects.set(index + 1, data);
    if (!inStream) return;
    const length = Number(/\/Length (\d+)/.exec(data)?.[1]);
    const packed = bytes.subarray(stream + 8, stream + 8 + length);
    const isText = !/\/Subtype \/Image|\/Length1/.test(data);
    if (isText) streams.set(index + 1, latin(/FlateDecode/.test(data) ? inflateSync(packed) : packed));
  });
  const refer = (data: string, key: string): number =>
    Number(new RegExp(`/${key} (\\d+) 0 R`).exec(data)?.[1]);
  const fonts = new Map<string, readonly string[]>();
  const fontsOf = (resources: string): void => {
    for (const [, name = '', id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g))
      if (!fonts.has(name))
        fonts.set(name, letters(streams.get(refer(objects.get(Number(id)) ?? '', 'ToUnicode')) ?? ''));
  };
  const pages = [...objects.values()]
    .filter((data) => /\/Type \/Page\n/.test(data))
    .map((data) => {
      fontsOf(objects.get(refer(data, 'Resources')) ?? '');
      return textOf(streams.get(refer(data, 'Contents')) ?? '', fonts);
    });
  const all = [...objects.values()];
  const elements = new Map<string, number>();
  for (const data of all) {
    const tag = /^<<\n\/S \/(\w+)\n\/P /.exec(data)?.[1] ?? /^<<\n\/S \/(\w+)\n\/Alt/.exec(data)?.[1];
    if (tag !== undefined) elements.set(tag, (elements.get(tag) ?? 0) + 1);
  }
  return {
    pages,
    outline: all.filter((data) => /\/Dest \[/.test(data)).map((data) => string(data, 'Title')),
    addresses: all.filter((data) => data.includes('/S /URI')).map((data) => string(data, 'URI')),
    elements,
    objects,
    size: bytes.length,
  };
}

/** The text of an entry; in letters of two bytes where it begins with their mark. */
function string(data: string, key: string): string {
  const raw = new RegExp(`/${key} \\(((?:[^\\\\)]|\\\\[\\s\\S])*)\\)`).exec(data)?.[1] ?? '';
  const bytes = raw.replace(
    /\\([\s\S])/g,
    (_, sign: string) => ({ n: '\n', r: '\r', t: '\t' })[sign] ?? sign,
  );
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}

/** A text without the signs that keep its letters from meaning something. */
const plain = (raw: string): string =>
  raw.replace(/\\([\s\S])/g, (_, sign: string) => ({ n: '\n', r: '\r', t: '\t' })[sign] ?? sign);

/** What each glyph of a font stands for. */
const letters = (map: string): readonly string[] =>
  [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([^>]*)>/g)].map(([, codes = '']) =>
      codes
        .trim()
        .split(/\s+/)
        .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
        .join(''),
    ),
  );

function textOf(content: string, fonts: ReadonlyMap<string, readonly string[]>): string {
  return content
    .split('\n')
    .flatMap((line) => {
      const [, font = '', codes = ''] = /BT \/(F\d+) .* Tm \[(.*)\] TJ ET/.exec(line) ?? [];
      const glyphs = fonts.get(font) ?? [];
      const bytes = [...codes.matchAll(/\(((?:[^\\)]|\\[\s\S])*)\)/g)]
        .map(([, each = '']) => plain(each))
        .join('');
      const text = (bytes.match(/[\s\S]{2}/g) ?? [])
        .map((pair) => glyphs[pair.charCodeAt(0) * 256 + pair.charCodeAt(1)] ?? '?')
        .join('');
      return font === '' ? [] : [text];
    })
    .join('\n');
}
