import { useSyncExternalStore } from 'react';
import { type TypeId, typeId } from '../../core/document/index.ts';
import { readKept, writeKept } from '../ui/index.ts';

/** What is kept of a template's stencils, on this machine: by the ids of their types. */
export interface KeptStencils {
  /** In the order in which they were chosen. */
  readonly favourites: readonly TypeId[];
  /** The last one first. */
  readonly recent: readonly TypeId[];
}

const NONE: KeptStencils = { favourites: [], recent: [] };
const NAME = 'trustline.stencils';
/** Of so many templates, those whose stencils were used or chosen last. */
const MOST_TEMPLATES = 40;
const MOST_FAVOURITES = 60;
/** Two rows of two. */
const MOST_RECENT = 4;

type All = ReadonlyMap<string, KeptStencils>;

const idsFrom = (stored: unknown, most: number): readonly TypeId[] =>
  Array.isArray(stored)
    ? [...new Set(stored.filter((id): id is string => typeof id === 'string'))].slice(0, most).map(typeId)
    : [];

/** What was stored, by the id of the template; what is damaged is left out. */
export function keptFrom(stored: unknown): All {
  if (!Array.isArray(stored)) return new Map();
  return new Map(
    stored.flatMap((one: unknown) => {
      if (!Array.isArray(one) || typeof one[0] !== 'string') return [];
      const favourites = idsFrom(one[1], MOST_FAVOURITES);
      const recent = idsFrom(one[2], MOST_RECENT);
      return [[one[0], { favourites, recent }] as const];
    }),
  );
}

/** As it is stored. */
export const toStored = (all: All): unknown =>
  [...all].map(([template, { favourites, recent }]) => [template, favourites, recent]);

/** With a stencil among the favourites, at their end, or no longer. */
export function withFavourite(kept: KeptStencils, id: TypeId): KeptStencils {
  const others = kept.favourites.filter((one) => one !== id);
  const isOne = others.length < kept.favourites.length;
  return { ...kept, favourites: isOne ? others : [...others, id].slice(-MOST_FAVOURITES) };
}

/** With a stencil as the one used last. */
export function withUsed(kept: KeptStencils, id: TypeId): KeptStencils {
  if (kept.recent[0] === id) return kept;
  return { ...kept, recent: [id, ...kept.recent.filter((one) => one !== id)].slice(0, MOST_RECENT) };
}

let known: All | null = null;
/** Whether what was kept here last was stored. */
let stands = true;
const listeners = new Set<() => void>();

function keptOf(template: string): KeptStencils {
  known ??= keptFrom(readKept(NAME));
  return known.get(template) ?? NONE;
}

function change(template: string, next: (kept: KeptStencils) => KeptStencils): void {
  // Another window may have kept something since; where nothing can be stored, this tab knows.
  const all = known === null || stands ? keptFrom(readKept(NAME)) : known;
  const before = all.get(template) ?? NONE;
  const kept = next(before);
  if (kept === before) return;
  const others = [...all].filter(([id]) => id !== template);
  known = new Map([...others, [template, kept] as const].slice(-MOST_TEMPLATES));
  stands = writeKept(NAME, toStored(known));
  for (const listener of listeners) listener();
}

export const toggleFavourite = (template: string, id: TypeId): void =>
  change(template, (kept) => withFavourite(kept, id));

export const noteUsed = (template: string, id: TypeId): void =>
  change(template, (kept) => withUsed(kept, id));

/** The favourites and the recently used stencils of a template, by its id. */
export const useKeptStencils = (template: string): KeptStencils =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => keptOf(template),
  );
