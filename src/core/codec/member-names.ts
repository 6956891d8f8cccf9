import type { Fact } from './draft.ts';

/** The names of facts as members of a record: of several with one name the later ones have a number. */
export function memberNames(facts: readonly Fact[]): readonly string[] {
  const used = new Set<string>();
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
