import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { smallPng } from './small-png.ts';

/** Side of the pictures in the files, in pixels: sharp in a shape of the default size on most screens. */
const SIDE = 96;

let ready: Promise<void> | undefined;

/** WebAssembly instead of a native renderer: the same bytes on every machine. */
function renderer(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  ready ??= readFile(file).then((wasm) => initWasm(wasm));
  return ready;
}

/** Renders SVG text (without text elements: no fonts are loaded) to a PNG of the given width. */
export async function renderPng(svg: string, width: number): Promise<Uint8Array> {
  await renderer();
  return new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();
}

/** The drawings in the folder, by file name without `.svg`, in alphabetical order. */
export async function readDrawings(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.svg')).sort();
  return new Map(
    await Promise.all(
      names.map(
        async (name): Promise<[string, string]> => [
          path.basename(name, '.svg'),
          await readFile(path.join(folder, name), 'utf8'),
        ],
      ),
    ),
  );
}

/** Base64 of each drawing as a small PNG. */
export async function renderIcons(
  drawings: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const icons = new Map<string, string>();
  for (const [name, svg] of drawings) {
    icons.set(name, Buffer.from(smallPng(await renderPng(svg, SIDE))).toString('base64'));
  }
  return icons;
}
