import { shownText } from '../../core/base/index.ts';
import type { Template } from '../../core/document/index.ts';
import { laterWords } from '../words/later.ts';
import { bytesOf, CARDS } from './catalogue.ts';
import { readBeside } from './file-service.ts';
import { fileOf, libraryNow } from './library.ts';

/** The template in a file; null when it cannot be had. Never rejects. */
async function templateIn(bytes: Promise<Uint8Array | null>, name: string): Promise<Template | null> {
  try {
    const file = await bytes;
    const read = file && (await readBeside(file, { name, as: 'template' }).read);
    return read?.ok === true && read.value.format === 'tb7' ? read.value.template : null;
  } catch {
    return null;
  }
}

/** The templates that come with the app, then one's own, newest first. */
export async function templateChoices() {
  const own = await libraryNow();
  return [
    ...CARDS.filter(({ kind }) => kind === 'template').map((card) => ({
      id: card.id,
      label: card.title,
      isOurs: true,
      read: () => templateIn(bytesOf(card), card.fileName),
    })),
    ...own.map((one) => ({
      id: `own ${one.key}`,
      label: `${shownText(one.name) || laterWords.library.unnamed} ${one.version}`.trim(),
      isOurs: false,
      read: () => templateIn(fileOf(one), one.fileName),
    })),
  ];
}
