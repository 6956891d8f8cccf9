/** The list with the first item that fits changed; the same list when none fits or it came back as it was. */
export function changeFirst<T>(
  items: readonly T[],
  fits: (item: T) => boolean,
  change: (item: T) => T,
): readonly T[] {
  const index = items.findIndex(fits);
  const item = items[index];
  if (item === undefined) return items;
  const next = change(item);
  return next === item ? items : items.with(index, next);
}

/** The list with the item before another one, or at the end when that is not there; the same list when it is there already. */
export function movedBefore<T>(items: readonly T[], item: T, before: T | undefined): readonly T[] {
  if (item === before) return items;
  const rest = items.filter((one) => one !== item);
  const at = before === undefined ? -1 : rest.indexOf(before);
  const next = rest.toSpliced(at < 0 ? rest.length : at, 0, item);
  return next.every((one, index) => one === items[index]) ? items : next;
}

/** The list with a new item behind the last one that fits, or at the end. */
export function insertedBehind<T>(items: readonly T[], item: T, fits: (one: T) => boolean): readonly T[] {
  const at = items.findLastIndex(fits);
  return items.toSpliced(at < 0 ? items.length : at + 1, 0, item);
}
