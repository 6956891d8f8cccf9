/**
 * Positions of a longest rising run among these distinct numbers: the records of a list that need not move
 * (patience sorting, n log n).
 */
export function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  if (numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))) {
    return new Set(numbers.keys());
  }
  /** By length - 1: the position where the run of that length with the smallest end ends. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [position, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[position] = ends[low - 1];
    ends[low] = position;
  }
  const run = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.add(at);
  return run;
}

/**
 * The keys that stand still, with the others each directly behind the key that it names (null: in front), those
 * that name the same one in the order given. What names nothing that is there comes last.
 */
export function arranged(
  standing: readonly string[],
  others: readonly { readonly key: string; readonly behind: string | null }[],
): readonly string[] {
  const followers = new Map<string | null, string[]>();
  for (const { key, behind } of others) {
    const keys = followers.get(behind);
    if (keys === undefined) followers.set(behind, [key]);
    else keys.push(key);
  }
  const result: string[] = [];
  const emit = (first: readonly string[]): void => {
    const waiting = first.toReversed();
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      result.push(key);
      for (const follower of followers.get(key)?.toReversed() ?? []) waiting.push(follower);
      followers.delete(key);
    }
  };
  const front = followers.get(null) ?? [];
  followers.delete(null);
  emit(front);
  for (const key of standing) emit([key]);
  // A ring or a stranger: only in a difference that was made for another list.
  const placed = new Set(result);
  return [...result, ...others.map(({ key }) => key).filter((key) => !placed.has(key))];
}
