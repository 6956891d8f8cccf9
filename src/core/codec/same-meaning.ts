/**
 * Members that reading settles anew, that only the codecs understand, or that one of the formats cannot say about a
 * template (format 2.2).
 */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'key',
  'carried',
  'carriedParts',
  'raw',
  'items',
  'generation',
  'isExtension',
  'isInherited',
  'attributeType',
]);

/**
 * Where a document that was read says something else than the one that was written: the members that lead there,
 * undefined when it says the same. What a format cannot say is no difference: fractions of whole numbers, the sort of
 * line ends, half surrogate pairs, white space at the edge of a text, and which of nothing and empty is meant.
 */
export function firstDifference(written: unknown, read: unknown, path = ''): string | undefined {
  const [a, b] = [plain(written), plain(read)];
  if (a === b) return undefined;
  if (typeof a === 'number' && typeof b === 'number') {
    return !Number.isFinite(a) || Math.abs(a - b) <= 0.5 ? undefined : path;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path;
  if (Array.isArray(a) && (!Array.isArray(b) || a.length !== b.length)) return path;
  for (const [key, value] of Object.entries(a)) {
    // Numbers of threats and notes are settled, too; ids of elements are texts.
    if (NOT_COMPARED.has(key) || (key === 'id' && typeof value === 'number')) continue;
    const found = firstDifference(value, Reflect.get(b, key), path === '' ? key : `${path}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function plain(value: unknown): unknown {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') return value;
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
}
