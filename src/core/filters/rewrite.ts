import { type Atom, isAtom, type Span, walk } from './expression.ts';
import { parseFilter } from './parser.ts';

/** What an atom names, as it stands in the text: `'quoted'`, `[Display Name]` or a property's identifier. */
export interface AtomChange {
  /** Instead of the type, the boundary or the value that it asks for. */
  readonly value?: string;
  /** Instead of the property that it asks about. */
  readonly property?: string;
}

/**
 * The filter with other names in some of its atoms, all else as it stands: blanks, brackets, case of keywords.
 * A filter that cannot be read, and one in which nothing changes, come back as they are.
 */
export function rewritten(text: string, change: (atom: Atom) => AtomChange | undefined): string {
  if (text.trim() === '') return text;
  const parsed = parseFilter(text);
  if (!parsed.ok) return text;
  const changes: { readonly start: number; readonly end: number; readonly by: string }[] = [];
  walk(parsed.value, (node) => {
    const wanted = isAtom(node) ? change(node) : undefined;
    if (wanted === undefined) return;
    const { start, end } = withoutBrackets(node, text);
    changes.push({ start, end, by: changed(text.slice(start, end), wanted) });
  });
  let [done, at] = ['', 0];
  for (const { start, end, by } of changes.sort((a, b) => a.start - b.start)) {
    done += text.slice(at, start) + by;
    at = end;
  }
  return done + text.slice(at);
}

const VALUE = /(?:'[^']*'|\[[^\]]*\])$/;
const PROPERTY = /^([A-Za-z]+\s*\.\s*)(?:[A-Za-z0-9_.-]+|\[[^\]]*\])/;

function changed(atom: string, { value, property }: AtomChange): string {
  let text = atom;
  // As functions: a name may hold what a replacement text has a meaning for.
  if (value !== undefined) text = text.replace(VALUE, () => value);
  if (property !== undefined) text = text.replace(PROPERTY, (_, head: string) => `${head}${property}`);
  return text;
}

/** The place of an atom without brackets that it has for itself: they are a part of where it stands. */
function withoutBrackets(
  { start, length }: Span,
  text: string,
): { readonly start: number; readonly end: number } {
  let [from, to] = [start, start + length];
  while (text[from] === '(') {
    from += 1;
    to -= 1;
    while (/\s/.test(text[from] ?? '')) from += 1;
    while (/\s/.test(text[to - 1] ?? '')) to -= 1;
  }
  return { start: from, end: to };
}
