/**
 * Makes the fonts of `src/core/report/pdf/fonts` that the PDF report takes for scripts other than Latin, Greek and
 * Cyrillic. To be run by hand, in an empty folder beside the packages:
 *
 *   npm i @fontsource/noto-sans-{arabic,hebrew,devanagari,sc,kr} && npx tsx …/scripts/pack-fonts.ts
 *
 * Chinese and Korean come as some hundred slices, each with the characters that often stand together. They are put
 * behind one another in one file; before them stands, as JSON behind its length in four bytes (little endian), the
 * length of each slice and the characters it has (`4e00-4e0f,4e11`). As WOFF, not WOFF2: of the latter the PDF library
 * cannot take a part.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const OUT = path.join(import.meta.dirname, '..', 'src', 'core', 'report', 'pdf', 'fonts');
const HANGUL = /\b(1[01]|a9[67]|3[123]|a[c-f]|[bc][0-9a-f]|d[0-7])[0-9a-f]{2}\b/;

const folder = (script: string): string => path.join('node_modules', '@fontsource', `noto-sans-${script}`);
const face = (script: string, part: string): string =>
  path.join(folder(script), 'files', `noto-sans-${script}-${part}-400-normal.woff`);

for (const script of ['arabic', 'hebrew', 'devanagari'])
  copyFileSync(face(script, script), path.join(OUT, `noto-sans-${script}.woff`));

/** `wanted` tells which slices are needed, by the characters they have. */
function pack(script: string, wanted: (ranges: string) => boolean): void {
  const ranges = JSON.parse(readFileSync(path.join(folder(script), 'unicode.json'), 'utf8'));
  const slices = Object.entries<string>(ranges)
    .filter(([name, has]) => name.startsWith('[') && wanted(has.toLowerCase()))
    .map(([name, has]) => ({
      bytes: readFileSync(face(script, name.slice(1, -1))),
      has: has.toLowerCase().replaceAll('u+', ''),
    }));
  const index = Buffer.from(JSON.stringify(slices.map(({ bytes, has }) => [bytes.length, has])));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  const file = Buffer.concat([length, index, ...slices.map(({ bytes }) => bytes)]);
  writeFileSync(path.join(OUT, `noto-sans-${script}.pack`), file);
  console.log(script, slices.length, 'slices', file.length, 'bytes');
}

pack('sc', () => true);
// Its Chinese characters are in the other.
pack('kr', (has) => HANGUL.test(has.replaceAll('u+', '')));
