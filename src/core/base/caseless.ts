/**
 * Looks keys up in a map as they are written, and where none is the same in any case of letters. Of two that
 * differ in case only, each is found by its own spelling and the first by any other.
 */
export function caselessLookup<V>(exact: ReadonlyMap<string, V>): (key: string) => V | undefined {
  let folded: Map<string, V> | undefined;
  return (key) => {
    const found = exact.get(key);
    if (found !== undefined) return found;
    if (folded === undefined) {
      folded = new Map();
      for (const [name, value] of exact) {
        const lower = name.toLowerCase();
        if (!folded.has(lower)) folded.set(lower, value);
      }
    }
    return folded.get(key.toLowerCase());
  };
}
