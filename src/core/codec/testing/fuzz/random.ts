/** Numbers that look like chance and follow from a seed, so that one number repeats one input on any machine. */
export interface Random {
  /** A whole number from 0 up to `end`, without it. */
  below(end: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough for inputs to differ. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (end: number): number => next() % Math.max(1, end);
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}
