/** Of what runs the program, in a browser as elsewhere. */
declare function atob(base64: string): string;

/** The bytes behind a data URI. */
export const fontBytes = (dataUri: string): Uint8Array =>
  Uint8Array.from(atob(dataUri.slice(dataUri.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));

interface Source {
  /** Characters that it is there for. */
  readonly has: RegExp;
  /** Whether it is many small fonts behind one another, as `scripts/pack-fonts.ts` puts them. */
  readonly packed: boolean;
  readonly load: () => Promise<{ readonly default: string }>;
}

/** Each is fetched when a report has a character for it. Chinese comes last: it has signs of all kinds too. */
const SOURCES: readonly Source[] = [
  {
    has: /\p{Script=Arabic}/u,
    packed: false,
    load: () => import('./fonts/noto-sans-arabic.woff?inline'),
  },
  {
    has: /\p{Script=Hebrew}/u,
    packed: false,
    load: () => import('./fonts/noto-sans-hebrew.woff?inline'),
  },
  {
    has: /\p{Script=Devanagari}/u,
    packed: false,
    load: () => import('./fonts/noto-sans-devanagari.woff?inline'),
  },
  { has: /\p{Script=Hangul}/u, packed: true, load: () => import('./fonts/noto-sans-kr.pack?inline') },
  {
    has: /[\u2000-\u2bff\u2e80-\ua4cf\uf900-\ufaff\ufe10-\ufe4f\uff00-\uffef\u{1f100}-\u{3ffff}]/u,
    packed: true,
    load: () => import('./fonts/noto-sans-sc.pack?inline'),
  },
];

/** The fonts for some characters, as far as there are any; what no font has shows as a box. */
export async function fontsFor(characters: Iterable<string>): Promise<readonly Uint8Array[]> {
  const wanted = new Map<Source, string[]>();
  for (const character of characters) {
    const source = SOURCES.find(({ has }) => has.test(character));
    if (source !== undefined) wanted.set(source, [...(wanted.get(source) ?? []), character]);
  }
  const fonts = [...wanted].map(async ([{ packed, load }, of]) => {
    const bytes = fontBytes((await load()).default);
    return packed ? slicesFor(bytes, of) : [bytes];
  });
  return (await Promise.all(fonts)).flat();
}

/** Those of a pack that have one of the characters. */
function slicesFor(pack: Uint8Array, characters: readonly string[]): readonly Uint8Array[] {
  const length = new DataView(pack.buffer, pack.byteOffset).getUint32(0, true);
  const index: readonly (readonly [number, string])[] = JSON.parse(
    new TextDecoder().decode(pack.subarray(LENGTH, LENGTH + length)),
  );
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  let start = LENGTH + length;
  return index.flatMap(([bytes, has]) => {
    start += bytes;
    const ranges = has.split(',').map((range) => range.split('-').map((code) => Number.parseInt(code, 16)));
    const needed = ranges.some(([from = 0, to = from]) => codes.some((code) => code >= from && code <= to));
    return needed ? [pack.slice(start - bytes, start)] : [];
  });
}

/** Bytes that tell how long the index is. */
const LENGTH = 4;
