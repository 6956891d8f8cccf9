import type { Element, ElementId } from '../../../core/document/index.ts';

/** How one element is drawn: plain, selected, marked, or not here but apart from the rest. */
export type Standing = 'p' | 's' | 'm' | 'a';

/**
 * How the elements of a chunk are drawn: one letter when all are drawn alike, else one for each. As text, so that equal
 * ones are the same for React.
 */
export type Standings = string;

export interface Sets {
  readonly selection: ReadonlySet<ElementId>;
  readonly marked: ReadonlySet<ElementId>;
  /** What is drawn apart from the rest. */
  readonly apart: ReadonlySet<ElementId>;
}

/** Finds out how chunks stand, and remembers it while the sets are the same objects. */
export function standingsOf(): (chunk: readonly Element[], sets: Sets) => Standings {
  let last: Sets | undefined;
  let known = new WeakMap<readonly Element[], Standings>();
  return (chunk, sets) => {
    const { selection, marked, apart } = sets;
    if (last?.selection !== selection || last.marked !== marked || last.apart !== apart) {
      last = sets;
      known = new WeakMap();
    }
    const before = known.get(chunk);
    if (before !== undefined) return before;
    const found = standings(chunk, sets);
    known.set(chunk, found);
    return found;
  };
}

/** How the elements of a chunk stand. */
export function standings(chunk: readonly Element[], { selection, marked, apart }: Sets): Standings {
  if (selection.size + marked.size + apart.size === 0) return 'p';
  const letters = chunk.map(
    ({ id }): Standing => (apart.has(id) ? 'a' : selection.has(id) ? 's' : marked.has(id) ? 'm' : 'p'),
  );
  const [first = 'p'] = letters;
  return letters.every((letter) => letter === first) ? first : letters.join('');
}
