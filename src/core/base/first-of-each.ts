/**
 * The first items of each sort, and in the place of the next one of a sort what says how many more there are: something
 * of which a file can have ten thousand is not told ten thousand times.
 */
export function firstOfEach<T>(
  items: readonly T[],
  sortOf: (item: T) => string,
  most: number,
  more: (item: T, count: number) => T,
): readonly T[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(sortOf(item), (counts.get(sortOf(item)) ?? 0) + 1);
  const told = new Map<string, number>();
  return items.flatMap((item): readonly T[] => {
    const sort = sortOf(item);
    const before = told.get(sort) ?? 0;
    told.set(sort, before + 1);
    if (before < most) return [item];
    return before === most ? [more(item, (counts.get(sort) ?? 0) - most)] : [];
  });
}
