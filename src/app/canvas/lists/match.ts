/**
 * How well a choice fits what was typed, 0 (not at all) to 1: its beginning, the beginning of a word, anywhere,
 * the letters in their order. `words` are the label and the detail; the label counts more.
 */
export function matchScore(words: readonly string[], typed: string): number {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return 1;
  const [label = '', ...details] = words.map((word) => word.toLowerCase());
  const own = score(label, wanted);
  if (own > 0) return own;
  // Word by word, in the label or the details: `https secret` finds the flow HTTPS from Secret.
  const all = [label, ...details].join(' ');
  const parts = wanted.split(/\s+/).map((word) => (all.includes(word) ? score(all, word) : 0));
  return Math.min(...parts) * 0.3;
}

/** What fits what was typed, the best first, equally good ones in their order; all of them when nothing is typed. */
export function bestMatches<T extends { readonly label: string; readonly detail: string }>(
  choices: readonly T[],
  typed: string,
): readonly T[] {
  if (typed.trim() === '') return choices;
  return choices
    .map((choice) => ({ choice, points: matchScore([choice.label, choice.detail], typed) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .map(({ choice }) => choice);
}

function score(text: string, wanted: string): number {
  if (text === wanted) return 1;
  // Of two that begin alike the shorter is nearer to what was typed.
  const closeness = wanted.length / Math.max(text.length, 1) / 10;
  if (text.startsWith(wanted)) return 0.85 + closeness;
  if (text.split(/[\s/\-_]+/).some((word) => word.startsWith(wanted))) return 0.65 + closeness;
  if (text.includes(wanted)) return 0.45 + closeness;
  return inOrder(text, wanted) ? 0.1 + closeness : 0;
}

function inOrder(text: string, wanted: string): boolean {
  let from = 0;
  for (const letter of wanted) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
