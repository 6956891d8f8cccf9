import type { Model } from '../../../core/document/index.ts';
import { countsOf } from '../../../core/threat-list/index.ts';
import { modelIn, newGuid, notify, type OpenModel, session, setDialog } from '../../store/index.ts';
import { blobOf } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { isPlace } from '../browser-files.ts';
import { writeBeside } from '../file-service.ts';
import { isUntouched } from '../open.ts';
import type { StoredRevision } from '../records.ts';
import { historyLimits } from './limits.ts';
import { packBeside } from './pack-beside.ts';
import { historyOf, isSameFile, keeping, statesOf, type Whereabouts } from './revisions.ts';
import { browserStores, type HistoryStores } from './stores.ts';
import { workPace } from './work-pace.ts';

const { history: said } = laterWords;

const listeners = new Set<() => void>();

/** Called when what is kept has changed in this window. */
export function onHistory(run: () => void): () => void {
  listeners.add(run);
  return () => void listeners.delete(run);
}

export function tellHistory(): void {
  for (const run of listeners) run();
}

/** Models that are kept as they are. */
const kept = new WeakSet<Model>();

/** Whether a model has work in it that neither a file nor the history holds. */
export const hasMore = ({ model, saved }: OpenModel): boolean =>
  model !== saved && !isUntouched(model) && !kept.has(model);

export const whereaboutsOf = ({ id, fileName, place, model }: OpenModel): Whereabouts => ({
  tab: id,
  fileName,
  handle: isPlace(place) ? place.handle : null,
  diagrams: model.diagrams.map((diagram) => diagram.id),
});

/** A state to be kept, with the bytes of its file. */
export interface State {
  readonly kind: StoredRevision['kind'];
  readonly where: Whereabouts;
  readonly model: Model;
  readonly bytes: Uint8Array;
}

/** Keeps a state. Rejects where storage is full or forbidden. */
export async function keepState({ kind, where, model, bytes }: State, stores: HistoryStores): Promise<void> {
  const at = Date.now();
  const file = await packBeside(blobOf(bytes));
  const known = await stores.known();
  const history = (await historyOf(where, known)) ?? newGuid();
  const last = known.histories.find(({ id }) => id === history)?.places[0]?.handle ?? null;
  const isSamePlace = await isSameFile(last, where.handle);
  const { handled, all } = countsOf(model.threats);
  const who = session.getState().settings.author;
  const made = {
    ...where,
    isSamePlace,
    history,
    kind,
    at,
    who,
    file,
    size: bytes.length,
    threats: { handled, all },
  };
  await stores.change((now) => keeping(now, made, historyLimits()));
}

let last: Promise<unknown> = Promise.resolve();
let told = false;

/** Keeps states one after the other, each where the one before is known. What the browser refuses is told once. */
function inTurn({ id, model }: OpenModel, run: () => Promise<void>): Promise<void> {
  kept.add(model);
  const turn = last.then(run).then(
    () => {
      told = false;
      tellHistory();
    },
    (error: unknown) => {
      kept.delete(model);
      if (told) return;
      told = true;
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      notify({
        tone: 'warning',
        text: full ? said.full : said.forbidden,
        wrong: 'fault:not-stored',
        details: [error instanceof Error ? error.message : String(error)],
        ...(full && { action: { label: said.show, run: () => setDialog({ kind: 'history', model: id }) } }),
      });
    },
  );
  last = turn;
  return turn;
}

/** Whether the file has not been saved here yet, as far as is known: what it was is what the save takes its place of. */
const isFirstSave = ({ opened, saved }: OpenModel): boolean => saved === null || saved === opened?.model;

/** Keeps a model, as it was before it was saved just now, and before the first save what its file was. */
export function keepSaved(
  open: OpenModel,
  to: Pick<Whereabouts, 'fileName' | 'handle'>,
  bytes: Uint8Array,
): Promise<void> {
  const { opened, model } = open;
  const where = { ...whereaboutsOf(open), ...to };
  pace.kept(open.id);
  const done = inTurn(open, async () => {
    if (opened !== null && opened.bytes !== bytes && isFirstSave(open))
      await keepState(
        { kind: 'opened', where: whereaboutsOf(open), model: opened.model, bytes: opened.bytes },
        browserStores,
      );
    await keepState({ kind: 'saved', where, model, bytes }, browserStores);
  });
  // Edits may have been made while the file was written.
  const now = modelIn(open.id);
  if (now !== null && hasMore(now)) pace.edited(now.id);
  return done;
}

/** Keeps the work of a model that is in no file yet. */
export function keepBetween(open: OpenModel): Promise<void> {
  const { model } = open;
  pace.kept(open.id);
  if (!hasMore(open)) return Promise.resolve();
  return inTurn(open, async () => {
    const written = await writeBeside({ format: 'tm7', model });
    // What cannot be written is told by the save.
    if (!written.ok) return;
    await keepState(
      { kind: 'between', where: whereaboutsOf(open), model, bytes: written.bytes },
      browserStores,
    );
  });
}

/** Whether the history of a model is found again without its tab: by a file that it came from or was saved to. */
async function isFound(open: OpenModel): Promise<boolean> {
  if (open.opened !== null || open.saved !== null || isPlace(open.place)) return true;
  const known = await browserStores.known();
  return statesOf(await historyOf(whereaboutsOf(open), known), known).some(({ kind }) => kind === 'saved');
}

/** Keeps the work of a model that is closed, unless no file leads to it: nobody could reach or delete it then. */
export async function keepClosed(open: OpenModel): Promise<void> {
  pace.kept(open.id);
  // Where the browser does not say, the keeping tells why.
  if (hasMore(open) && (await isFound(open).catch(() => true))) await keepBetween(open);
}

const pace = workPace(
  (tab) => {
    const open = modelIn(tab);
    if (open !== null) void keepBetween(open);
  },
  {
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  },
);

let started = false;

/** Keeps the work in between from now on, and what is closed without a save. */
export function startHistory(): void {
  if (started) return;
  started = true;
  session.subscribe(({ documents }, before) => {
    if (documents === before.documents) return;
    const now = new Map(documents.map((open) => [open.id, open]));
    for (const old of before.documents) {
      if (old.kind !== 'model') continue;
      const open = now.get(old.id);
      if (open === undefined) void keepClosed(old);
      else if (open.kind === 'model' && open.model !== old.model && hasMore(open)) pace.edited(open.id);
    }
  });
}
