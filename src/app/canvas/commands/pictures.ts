import { diagramSvg } from '../../../core/report/index.ts';
import { activeModel, type Command, notify } from '../../store/index.ts';
import { download } from '../../ui/index.ts';
import { onDiagram, selected } from './state.ts';

type Theme = 'colour' | 'print';

/** Room around a picture, so that lines at its edge do not touch what it is put beside. */
const PADDING = 16;
/** PNGs are drawn at twice the size, sharp enough for slides and print. */
const SCALE = 2;
/** Browsers refuse larger drawing areas; then the scale goes down. */
const MOST_PIXELS = 16_000;

/** The diagram as SVG, or its selected elements when there are some. */
function picture(theme: Theme): { svg: string; name: string } | null {
  const now = selected();
  if (now === null) return null;
  const only = now.ids.length > 0;
  const svg = diagramSvg(now.model, now.diagram, {
    theme,
    padding: PADDING,
    ...(only ? { elements: new Set(now.ids) } : {}),
  });
  const model = activeModel()?.fileName.replace(/\.[^.]*$/, '') ?? 'diagram';
  return { svg, name: `${model} - ${now.diagram.header}`.replaceAll(/[\\/:*?"<>|]/g, '_') };
}

/** Draws an SVG of our own making into a PNG, in the browser. */
async function toPng(svg: string): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const scale = Math.min(SCALE, MOST_PIXELS / Math.max(image.width, image.height, 1));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

const failed = (what: string) => () =>
  notify({ tone: 'error', text: `The browser did not let us ${what} the picture.` });

function copyPng(theme: Theme): void {
  const made = picture(theme);
  if (made === null) return;
  // The promise goes into the item: some browsers only allow the clipboard within the click itself.
  navigator.clipboard
    .write([new ClipboardItem({ 'image/png': toPng(made.svg) })])
    .then(() => notify({ tone: 'success', text: 'Copied the picture.' }))
    .catch(failed('copy'));
}

function copySvg(theme: Theme): void {
  const made = picture(theme);
  if (made === null) return;
  navigator.clipboard
    .writeText(made.svg)
    .then(() => notify({ tone: 'success', text: 'Copied the picture as SVG.' }))
    .catch(failed('copy'));
}

function saveSvg(theme: Theme): void {
  const made = picture(theme);
  if (made !== null) download(`${made.name}.svg`, made.svg, 'image/svg+xml');
}

function savePng(theme: Theme): void {
  const made = picture(theme);
  if (made === null) return;
  toPng(made.svg)
    .then(async (blob) => download(`${made.name}.png`, new Uint8Array(await blob.arrayBuffer()), 'image/png'))
    .catch(failed('make'));
}

const ways = [
  ['copy-png', 'Copy as PNG', copyPng],
  ['copy-svg', 'Copy as SVG', copySvg],
  ['save-png', 'Save as PNG', savePng],
  ['save-svg', 'Save as SVG', saveSvg],
] as const;

const themes = [
  ['colour', ''],
  ['print', ' for print'],
] as const;

export const pictureCommands: readonly Command[] = themes.flatMap(([theme, words]) =>
  ways.map(
    ([id, label, run]): Command => ({
      id: `picture.${id}${theme === 'print' ? '-print' : ''}`,
      label: `${label}${words}`,
      group: 'File',
      ...(id === 'copy-png' && theme === 'colour' ? { keys: ['Mod+Shift+C'], where: 'canvas' as const } : {}),
      keywords: 'picture image export diagram selection clipboard',
      enabled: onDiagram,
      run: () => run(theme),
    }),
  ),
);
