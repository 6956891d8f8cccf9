import { isLong, LIMITS, type Limits } from './change-log.ts';
import type { DocumentStores } from './document-stores.ts';
import type { KeptDocument } from './records.ts';
import { copyBeside, removeUnused, type Stored, storeDocuments } from './store-documents.ts';

const same = (a: KeptDocument, b: KeptDocument | null | undefined): boolean =>
  b !== undefined && b !== null && Object.entries(a).every(([key, value]) => Reflect.get(b, key) === value);

/**
 * Keeps the stored documents like the open ones. `stores` is asked anew for each write: the database may have been
 * closed in between.
 */
export class Keeper {
  readonly #stores: () => Promise<DocumentStores>;
  readonly #limits: Limits;
  /** What was handed to the database last; null: its write failed, and the document is written again. */
  readonly #handed = new Map<string, KeptDocument | null>();
  /** What it has confirmed. */
  readonly #confirmed = new Map<string, Stored>();
  /** Documents that the write under way puts or removes: it ends with the page, if the page goes. */
  readonly #underWay = new Set<string>();
  /** Documents with copies or changes that may be of no more use. */
  readonly #littered = new Set<string>();
  readonly #copying = new Set<string>();
  /** The last write of each document, by its number. */
  readonly #turns = new Map<string, number>();
  #writes = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(stores: () => Promise<DocumentStores>, limits: Limits = LIMITS) {
    this.#stores = stores;
    this.#limits = limits;
  }

  /**
   * Writes what changed since the last time. `leaving`: the page goes, or may go without a further word. Such a write
   * does not wait for the one before: the browser keeps the order of transactions, and each leads on from what was
   * confirmed.
   */
  write(read: () => readonly KeptDocument[], leaving: boolean): Promise<void> {
    const now = leaving ? this.#store(read, leaving) : this.#last.then(() => this.#store(read, leaving));
    this.#last = Promise.allSettled([this.#last, now]);
    return now;
  }

  /** A document came back from the database, and `stored` is what it holds of it. */
  adopt(kept: KeptDocument, stored: Stored): void {
    this.#handed.set(kept.id, kept);
    this.#confirmed.set(kept.id, stored);
    // What an older version of the app stored stays until the document is written anew.
    if (stored.log !== null || kept.edited === null) this.#littered.add(kept.id);
  }

  /** What changed since the last write, and which documents were closed. */
  #changes(records: readonly KeptDocument[], leaving: boolean) {
    const again = leaving ? this.#underWay : new Set<string>();
    const changed = records.filter((kept) => !same(kept, this.#handed.get(kept.id)) || again.has(kept.id));
    const open = new Set(records.map(({ id }) => id));
    const gone = [...new Set([...this.#handed.keys(), ...again])].filter((id) => !open.has(id));
    return { changed, gone, ids: [...changed.map(({ id }) => id), ...gone] };
  }

  async #store(read: () => readonly KeptDocument[], leaving: boolean): Promise<void> {
    const open = await this.#stores();
    const { changed, gone, ids } = this.#changes(read(), leaving);
    if (ids.length === 0) return;
    const turn = ++this.#writes;
    for (const kept of changed) this.#handed.set(kept.id, kept);
    for (const id of gone) this.#handed.delete(id);
    for (const id of ids) this.#turns.set(id, turn);
    if (!leaving) for (const id of ids) this.#underWay.add(id);
    try {
      const after = await storeDocuments(
        open,
        changed.map((kept) => ({ kept, stored: this.#confirmed.get(kept.id) })),
        gone,
        { leaving, limits: this.#limits },
      );
      // What a later write has begun goes on from what was confirmed before this one.
      for (const [index, { id }] of changed.entries())
        if (this.#turns.get(id) === turn) this.#confirm(id, after[index]);
      for (const id of gone) if (!this.#handed.has(id)) this.#confirmed.delete(id);
    } catch (error) {
      // The next write tries again, also to remove what is closed by then.
      for (const id of ids) this.#handed.set(id, null);
      throw error;
    } finally {
      if (!leaving) this.#underWay.clear();
    }
    await this.#tidy(open, turn);
  }

  #confirm(id: string, after: Stored | undefined): void {
    if (after === undefined) return;
    const before = this.#confirmed.get(id);
    const isSameLog = before?.log?.base === after.log?.base;
    const stored = isSameLog ? { ...after, copied: before?.copied ?? null } : after;
    this.#confirmed.set(id, stored);
    if (before !== undefined && !isSameLog) this.#littered.add(id);
    if (stored.log !== null && stored.copied === null && isLong(stored.log, this.#limits))
      void this.#copy(id, stored);
  }

  /** Removes what no record names. What a later write has put, or a copy that is being made, is no litter. */
  async #tidy(open: DocumentStores, turn: number): Promise<void> {
    for (const id of [...this.#littered]) {
      if (turn !== this.#writes) return;
      if (this.#copying.has(id)) continue;
      this.#littered.delete(id);
      const stored = this.#confirmed.get(id);
      if (stored !== undefined) await removeUnused(open, id, stored).catch(() => void this.#littered.add(id));
    }
  }

  /** Makes the full copy that the next write of the document starts from. */
  async #copy(id: string, { log }: Stored): Promise<void> {
    if (this.#copying.has(id) || log === null) return;
    this.#copying.add(id);
    const { base, start, next } = log;
    const copy = (base.copy ?? -1) + 1;
    const isWanted = (): boolean => this.#handed.has(id) && this.#confirmed.get(id)?.log?.base === base;
    try {
      const stores = await this.#stores();
      if (!(await copyBeside(stores, { id, number: copy, value: start }, this.#limits, isWanted))) return;
      const stored = this.#confirmed.get(id);
      if (stored !== undefined) this.#confirmed.set(id, { ...stored, copied: { copy, base, next } });
    } catch {
      // The log goes on, and a later write tries again.
    } finally {
      this.#copying.delete(id);
    }
  }
}
