import { diagramSvg } from '../../../core/drawing/index.ts';
import { type Command, notify } from '../../store/index.ts';
import { download } from '../../ui/index.ts';
import { words } from '../../words/index.ts';
import { onDiagram, selected } from '../base/selected.ts';

const { pictures } = words.canvas;
const names = words.canvasCommands;

type Theme = 'colour' | 'print';

/** Room around a picture, so that lines at its edge do not touch what it is put beside. */
const PADDING = 16;
/** PNGs are drawn at twice the size, sharp enough for slides and print. */
const SCALE = 2;
/** Browsers refuse larger drawing areas; then the scale goes down. */
const MOST_PIXELS = 16_000;

type Part = 'diagram' | 'selection';
type Form = 'PNG' | 'SVG';

interface Picture {
  readonly svg: string;
  /** Of the file, without its ending. */
  readonly name: string;
  /** What is on it, in words. */
  readonly of: string;
}

/** The whole diagram as SVG, or its selected elements alone. */
function picture(theme: Theme, part: Part): Picture | null {
  const now = selected();
  if (now === null) return null;
  const only = part === 'selection';
  const svg = diagramSvg(now.model, now.diagram, {
    theme,
    padding: PADDING,
    ...(only ? { elements: new Set(now.ids) } : {}),
  });
  const model = now.canvas.open()?.fileName.replace(/\.[^.]*$/, '') ?? pictures.nameless;
  const name = pictures.file({ model, diagram: now.diagram.header, part });
  return {
    svg,
    name: name.replaceAll(/[\\/:*?"<>|]/g, '_'),
    of: only
      ? pictures.selection({ elements: now.ids.length })
      : pictures.diagram({ name: now.diagram.header }),
  };
}

/** What copying takes, as everywhere: the selection when there is one. */
const copied = (theme: Theme): Picture | null =>
  picture(theme, (selected()?.ids.length ?? 0) > 0 ? 'selection' : 'diagram');

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

const failed = (text: string) => () => notify({ tone: 'error', text, wrong: 'fault:clipboard' });

const tellCopied = ({ of }: Picture, form: Form) =>
  notify({ tone: 'success', text: pictures.copied({ what: of, form }) });

/** Hands a picture to the browser as a file, and says what the file shows and is called. */
function write({ name, of }: Picture, ending: string, content: Parameters<typeof download>[1], type: string) {
  const file = `${name}.${ending}`;
  download(file, content, type);
  notify({ tone: 'success', text: pictures.saved({ what: of, file }) });
}

function copyPng(theme: Theme): void {
  const made = copied(theme);
  if (made === null) return;
  // The promise goes into the item: some browsers only allow the clipboard within the click itself.
  navigator.clipboard
    .write([new ClipboardItem({ 'image/png': toPng(made.svg) })])
    .then(() => tellCopied(made, 'PNG'))
    .catch(failed(pictures.notCopied));
}

function copySvg(theme: Theme): void {
  const made = copied(theme);
  if (made === null) return;
  navigator.clipboard
    .writeText(made.svg)
    .then(() => tellCopied(made, 'SVG'))
    .catch(failed(pictures.notCopied));
}

const saveSvg = (part: Part) => (theme: Theme) => {
  const made = picture(theme, part);
  if (made === null) return;
  write(made, 'svg', made.svg, 'image/svg+xml');
};

const savePng = (part: Part) => (theme: Theme) => {
  const made = picture(theme, part);
  if (made === null) return;
  toPng(made.svg)
    .then(async (blob) => {
      write(made, 'png', new Uint8Array(await blob.arrayBuffer()), 'image/png');
    })
    .catch(failed(pictures.notMade));
};

/** A selection can also be made while the diagram is shown to an audience, and a picture taken of it. */
const onSelection = (): boolean => (selected()?.ids.length ?? 0) > 0;

const ways = [
  ['copy-png', names.copyPicture.PNG, copyPng, onDiagram],
  ['copy-svg', names.copyPicture.SVG, copySvg, onDiagram],
  ['save-png', names.saveDiagram.PNG, savePng('diagram'), onDiagram],
  ['save-svg', names.saveDiagram.SVG, saveSvg('diagram'), onDiagram],
  ['save-selection-png', names.saveSelection.PNG, savePng('selection'), onSelection],
  ['save-selection-svg', names.saveSelection.SVG, saveSvg('selection'), onSelection],
] as const;

const themes: readonly Theme[] = ['colour', 'print'];

export const pictureCommands: readonly Command[] = themes.flatMap((theme) =>
  ways.map(
    ([id, labels, run, enabled]): Command => ({
      id: `picture.${id}${theme === 'print' ? '-print' : ''}`,
      label: labels[theme],
      group: 'File',
      ...(id === 'copy-png' && theme === 'colour' ? { keys: ['Mod+Shift+C'], where: 'canvas' as const } : {}),
      keywords: names.pictureKeywords,
      enabled,
      run: () => run(theme),
    }),
  ),
);
