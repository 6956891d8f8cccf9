import type { Model } from '../../core/document/index.ts';
import { bytesOf, CARDS, type Card, tellNotHad } from './catalogue.ts';
import { readBeside } from './file-service.ts';
import { tellRefused } from './open.ts';

/** A model that comes with the app, to be looked at without being opened. */
interface SampleModel {
  readonly id: string;
  readonly title: string;
  /** Null, and the user was told, when it cannot be had. */
  readonly read: () => Promise<Model | null>;
}

async function modelOf(card: Card): Promise<Model | null> {
  try {
    const read = await readBeside(await bytesOf(card), { name: card.fileName }).read;
    if (read?.ok === false) await tellRefused(card.fileName, read.error);
    return read?.ok === true && read.value.format === 'tm7' ? read.value.model : null;
  } catch (error) {
    tellNotHad(card, error);
    return null;
  }
}

/** The samples of the start page, in its order. */
export const sampleModels = (): readonly SampleModel[] =>
  CARDS.filter(({ kind }) => kind === 'sample').map((card) => ({
    id: card.id,
    title: card.title,
    read: () => modelOf(card),
  }));
