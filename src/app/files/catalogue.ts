import { notify } from '../store/index.ts';
import { words } from '../words/index.ts';
import { openBytes, type Purpose } from './open.ts';

/** A template or sample that comes with the app. */
export interface Card {
  readonly kind: 'template' | 'sample';
  readonly id: string;
  readonly title: string;
  readonly line: string;
  readonly fileName: string;
  readonly picture: string | undefined;
  /** Of a sample with every threat answered: id of the sample that it is a copy of. */
  readonly answers: string | undefined;
}

// The files themselves are fetched when they are asked for; only their addresses are in the app.
const urls = import.meta.glob<string>(
  ['../../../templates/*.{tb7,tm7}', '../../../templates/previews/*.svg'],
  {
    query: '?url',
    import: 'default',
    eager: true,
  },
);
const catalogues = import.meta.glob<unknown>('../../../templates/catalogue.json', {
  import: 'default',
  eager: true,
});

const urlOf = (file: string): string | undefined => urls[`../../../templates/${file}`];

function cardOf(entry: unknown): Card[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const text = (key: string): string => String(Reflect.get(entry, key) ?? '');
  const kind = text('kind');
  if (kind !== 'template' && kind !== 'sample') return [];
  const fileName = text('file');
  if (urlOf(fileName) === undefined) return [];
  const picture = urlOf(text('preview'));
  const answers = text('answers') || undefined;
  return [{ kind, id: text('id'), title: text('title'), line: text('line'), fileName, picture, answers }];
}

/** The cards of the start page, in the order of `templates/catalogue.json`. */
export const CARDS: readonly Card[] = Object.values(catalogues).flatMap((entries) =>
  Array.isArray(entries) ? entries.flatMap(cardOf) : [],
);

/** The file of a card. Rejects when it cannot be fetched. */
export async function bytesOf(card: Card): Promise<Uint8Array> {
  const response = await fetch(urlOf(card.fileName) ?? '');
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export function tellNotHad(card: Card, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  notify({
    tone: 'error',
    text: words.files.opening.fetchFailed({ title: card.title, reason }),
    wrong: 'fault:not-fetched',
  });
}

/** Id of the sample that the tour of the editor shows. */
const TOURED = 'docker-sample';

/** What only helps, and does not come, is nothing to tell. */
const unsaid = (): void => undefined;
const tourOffer = () => import('./tour-offer.ts');

/** Opens a sample as it is, or a new model on a template, unless something else is wanted of that. */
export async function openCard(
  card: Card,
  purpose: Purpose = card.kind === 'sample' ? 'open' : 'use',
): Promise<void> {
  try {
    const opened = await openBytes(card.fileName, await bytesOf(card), null, { purpose });
    if (opened !== null && card.id === TOURED) void tourOffer().then((part) => part.offerTour(), unsaid);
  } catch (error) {
    tellNotHad(card, error);
  }
}

/** Opens the sample that the tour shows. */
export async function openToured(): Promise<void> {
  const card = CARDS.find(({ id }) => id === TOURED);
  if (card !== undefined) await openCard(card);
}
