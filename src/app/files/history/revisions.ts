import type { Count } from '../../../core/threat-list/index.ts';
import type { StoredModel, StoredModelHistory, StoredRevision, StoredRevisionFile } from '../records.ts';
import type { HistoryLimits } from './limits.ts';

/** All that is kept of all models, without the files. */
export interface Known {
  readonly histories: readonly StoredModelHistory[];
  readonly revisions: readonly StoredRevision[];
}

/** What one transaction puts and removes. */
export interface Change {
  readonly histories?: readonly StoredModelHistory[];
  readonly revisions?: readonly StoredRevision[];
  readonly file?: StoredRevisionFile;
  readonly removed?: readonly StoredRevision[];
  /** Ids of files that no state needs any longer, and of histories without a state. */
  readonly unusedFiles?: readonly string[];
  readonly emptyHistories?: readonly string[];
}

/** Where a model stands: what its history is found by. */
export interface Whereabouts {
  readonly tab: string;
  readonly fileName: string;
  readonly handle: FileSystemFileHandle | null;
  readonly diagrams: readonly string[];
}

/** A state that is to be kept. */
export interface NewRevision extends Whereabouts {
  /** Whether its file is known to be that of the last place of its history. */
  readonly isSamePlace: boolean;
  /** That of its history. */
  readonly history: string;
  readonly kind: StoredRevision['kind'];
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly who: string;
  readonly file: StoredRevisionFile;
  /** Bytes of its file. */
  readonly size: number;
  readonly threats: Count;
}

/** Whether the browser says that two files are one; false where it knows one of them by its name only. */
export const isSameFile = async (
  a: FileSystemFileHandle | null,
  b: FileSystemFileHandle | null,
): Promise<boolean> => a !== null && b !== null && (await a.isSameEntry(b).catch(() => false));

/** Whether a file has the name of one of these, as far as the browser cannot tell them apart. */
const isNamed = (
  places: StoredModelHistory['places'],
  where: Pick<Whereabouts, 'fileName' | 'handle'>,
): boolean =>
  places.some(
    ({ fileName, handle }) => fileName === where.fileName && (handle === null || where.handle === null),
  );

/** Whether a model of this name may be that of a history: two files of one name are told apart by their diagrams. */
const isAlike = ({ places, diagrams }: StoredModelHistory, where: Whereabouts): boolean =>
  isNamed(places, where) && diagrams.some((id) => where.diagrams.includes(id));

/**
 * The history of a model: what its tab has kept, else what was kept of the same file; else, where the browser cannot
 * tell files apart, what was kept of one of its name that has a diagram in common. Null when there is none.
 */
export async function historyOf(where: Whereabouts, { histories }: Known): Promise<string | null> {
  const own = histories.find(({ tab }) => tab === where.tab);
  if (own !== undefined) return own.id;
  for (const { id, places } of histories)
    for (const { handle } of places) if (await isSameFile(handle, where.handle)) return id;
  return histories.findLast((history) => isAlike(history, where))?.id ?? null;
}

/** What the autosave knows of a model: it is open in a tab of the browser, or waits to be brought back. */
export type Waiting = Pick<StoredModel, 'id' | 'fileName' | 'handle'>;

/**
 * The histories that may be those of models that the autosave knows, by tab, file or name. Their diagrams are not known
 * here: of two files of one name both count.
 */
export async function historiesOf(
  waiting: readonly Waiting[],
  { histories }: Known,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { id, tab, places } of histories) {
    if (waiting.some((one) => tab === one.id || isNamed(places, one))) {
      found.add(id);
      continue;
    }
    const pairs = waiting.flatMap((one) => places.map(({ handle }) => isSameFile(handle, one.handle)));
    if ((await Promise.all(pairs)).includes(true)) found.add(id);
  }
  return found;
}

/** The states of one model, the last first. */
export const statesOf = (history: string | null, { revisions }: Known): readonly StoredRevision[] =>
  revisions.filter(({ id }) => id === history).toSorted((a, b) => b.at - a.at || b.number - a.number);

/** The states of the models that are in no tab and do not wait for one: `open` are the histories of the others. */
export const statesElsewhere = (
  { revisions }: Known,
  open: ReadonlySet<string | null>,
): readonly StoredRevision[] => revisions.filter(({ id }) => !open.has(id));

/** Bytes that are stored of states: a file that several have is stored once. */
export function bytesStored(revisions: readonly StoredRevision[]): number {
  const files = new Map(revisions.map(({ file, packed }) => [file, packed]));
  return [...files.values()].reduce((sum, packed) => sum + packed, 0);
}

export const MEGABYTE = 1024 * 1024;

/** Places of a file that are remembered. */
const MOST_PLACES = 8;

/** The history of a model that has just been somewhere. */
function historyAfter(
  { history, tab, fileName, handle, diagrams, isSamePlace }: NewRevision,
  known: StoredModelHistory | undefined,
): StoredModelHistory {
  const places = known?.places ?? [];
  const [last] = places;
  // The same place as the last one is no other; one that comes again in between is told once more, and falls out.
  const isLast = last?.fileName === fileName && (isSamePlace || (last.handle === null && handle === null));
  const others = isLast ? places.slice(1) : places;
  return { id: history, tab, places: [{ fileName, handle }, ...others].slice(0, MOST_PLACES), diagrams };
}

const nextNumber = (states: readonly StoredRevision[]): number =>
  Math.max(0, ...states.map(({ number }) => number)) + 1;

/** The state after a save of what is kept already: as long as it stays the last, it is the same state. */
function saidAgain(last: StoredRevision, { kind, at, who, fileName }: NewRevision): StoredRevision | null {
  return kind === 'saved' ? { ...last, kind, at, who, fileName } : null;
}

/** Whether a state is another one: a number is given again when the last state went, so the file counts too. */
const isSame = (a: StoredRevision, b: StoredRevision): boolean =>
  a.id === b.id && a.number === b.number && a.file === b.file;

/**
 * What goes to keep within the limits: of the states without a name the oldest, first of each model with too many,
 * then of all while they are too heavy. `last`, which has just been kept, stays.
 */
function beyond(
  revisions: readonly StoredRevision[],
  last: StoredRevision,
  { most, megabytes }: HistoryLimits,
): readonly StoredRevision[] {
  const unnamed = revisions
    .filter((one) => one.name === '' && !isSame(one, last))
    .toSorted((a, b) => a.at - b.at || a.number - b.number);
  const gone = new Set<StoredRevision>();
  const count = new Map<string, number>();
  for (const { id, name } of revisions) if (name === '') count.set(id, (count.get(id) ?? 0) + 1);
  for (const one of unnamed) {
    const own = count.get(one.id) ?? 0;
    if (own <= most) continue;
    gone.add(one);
    count.set(one.id, own - 1);
  }
  const stays = revisions.filter((one) => !gone.has(one));
  const uses = new Map<string, number>();
  for (const { file } of stays) uses.set(file, (uses.get(file) ?? 0) + 1);
  let bytes = bytesStored(stays);
  for (const one of unnamed) {
    if (bytes <= megabytes * MEGABYTE) break;
    if (gone.has(one)) continue;
    gone.add(one);
    const left = (uses.get(one.file) ?? 0) - 1;
    uses.set(one.file, left);
    if (left === 0) bytes -= one.packed;
  }
  return [...gone];
}

/** Takes those of the states away that are still there, with the files and histories that nothing needs after that. */
export function removal(known: Known, of: readonly StoredRevision[]): Change {
  const gone = known.revisions.filter((one) => of.some((other) => isSame(one, other)));
  const stays = known.revisions.filter((one) => !gone.includes(one));
  const files = new Set(stays.map(({ file }) => file));
  const ids = new Set(stays.map(({ id }) => id));
  return {
    removed: gone,
    unusedFiles: [...new Set(gone.map(({ file }) => file))].filter((file) => !files.has(file)),
    emptyHistories: [...new Set(gone.map(({ id }) => id))].filter((id) => !ids.has(id)),
  };
}

/**
 * Keeps a state: nothing where it is what was kept last, or, of a file as it was opened, where the history has it.
 */
export function keeping(known: Known, made: NewRevision, limits: HistoryLimits): Change {
  const states = statesOf(made.history, known);
  const history = historyAfter(
    made,
    known.histories.find(({ id }) => id === made.history),
  );
  const [last] = states;
  if (made.kind === 'opened' && states.some(({ file }) => file === made.file.id)) return {};
  if (last?.file === made.file.id) {
    const again = saidAgain(last, made);
    return again === null ? {} : { histories: [history], revisions: [again] };
  }
  const { file, size, kind, at, who, fileName, threats } = made;
  const revision: StoredRevision = {
    id: made.history,
    number: nextNumber(states),
    at,
    kind,
    name: '',
    who,
    fileName,
    file: file.id,
    size,
    packed: file.value.size,
    threats,
  };
  const isKnown = known.revisions.some((one) => one.file === file.id);
  const after = { ...known, revisions: [...known.revisions, revision] };
  return {
    ...removal(after, beyond(after.revisions, revision, limits)),
    histories: [history],
    revisions: [revision],
    ...(isKnown ? {} : { file }),
  };
}

/** Letters of a name. */
export const LONGEST_NAME = 80;

/** Gives a state a name, or takes it away; nothing where the state is gone. */
export function naming({ revisions }: Known, of: StoredRevision, name: string): Change {
  const found = revisions.find((one) => isSame(one, of));
  if (found === undefined) return {};
  return { revisions: [{ ...found, name: name.trim().slice(0, LONGEST_NAME) }] };
}

/** Puts a state back that was taken away; `history` where it was the last one of it. */
export function puttingBack(
  known: Known,
  gone: StoredRevision,
  file: StoredRevisionFile,
  history: StoredModelHistory | undefined,
): Change {
  const states = statesOf(gone.id, known);
  // What was kept meanwhile may have its number.
  const isTaken = states.some(({ number }) => number === gone.number);
  const isThere = known.histories.some(({ id }) => id === gone.id);
  return {
    revisions: [isTaken ? { ...gone, number: nextNumber(states) } : gone],
    ...(known.revisions.some((one) => one.file === file.id) ? {} : { file }),
    ...(isThere || history === undefined ? {} : { histories: [history] }),
  };
}
