/** `npx tsx scripts/build-icons.ts`: makes the app's PNG icons in `public/` from `public/favicon.svg`. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const folder = path.join(import.meta.dirname, '..', 'public');
const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
await initWasm(await readFile(wasm));
const svg = await readFile(path.join(folder, 'favicon.svg'), 'utf8');

/** Systems cut maskable icons to their own form: square ground, the drawing in the middle 80 percent. */
const maskable = svg
  .replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"')
  .replace(/<rect [^>]*fill="([^"]+)"\/>/, '<rect x="-4" y="-4" width="40" height="40" fill="$1"/>');

for (const [name, source, width] of [
  ['icon-192.png', svg, 192],
  ['icon-512.png', svg, 512],
  ['icon-maskable-512.png', maskable, 512],
] as const) {
  const png = new Resvg(source, { fitTo: { mode: 'width', value: width } }).render().asPng();
  await writeFile(path.join(folder, name), png);
  console.log(`${name}  ${png.length} bytes`);
}
