/**
 * Begins one thing after another, of which only the last may come to something, as with files that are read: each call
 * begins one, and what it answers tells whether it is still the last.
 */
export function lastBegun(): () => () => boolean {
  let count = 0;
  return () => {
    count += 1;
    const own = count;
    return () => own === count;
  };
}
