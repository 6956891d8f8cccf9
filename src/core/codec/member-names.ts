import type { Fact } from './draft.ts';

/**
 * The names of facts as members of a record: of several with one name the later ones have a number, as has one whose
 * name means something else there (`reserved`).
 */
export function memberNames(facts: readonly Fact[], reserved: Iterable<string> = []): readonly string[] {
  const used = new Set(reserved);
  const times = new Map<string, number>();
  return facts.map(({ name }) => {
    let unique = name;
    while (used.has(unique)) {
      const next = (times.get(name) ?? 1) + 1;
      times.set(name, next);
      unique = `${name} (${next})`;
    }
    used.add(unique);
    return unique;
  });
}
