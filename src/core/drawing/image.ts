/** Base64 characters of the largest picture that is shown: about 6 MB. */
const LARGEST = 8_000_000;

/** How the bytes of the two accepted formats begin, in base64: their first bytes, whole groups only. */
const SIGNATURES: readonly (readonly [start: string, type: string])[] = [
  ['iVBORw0KGgo', 'image/png'],
  ['/9j/', 'image/jpeg'],
];

/**
 * A template's picture as a data URI, or null when it is no PNG or JPEG. The type comes from the bytes, never
 * from the file's word, so that nothing that can run gets into a page; white space is dropped (format 2.2).
 */
export function checkedImage(base64: string): string | null {
  if (base64.length > LARGEST) return null;
  const packed = base64.replace(/\s+/g, '');
  const type = SIGNATURES.find(([start]) => packed.startsWith(start))?.[1];
  if (type === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return null;
  return `data:${type};base64,${packed}`;
}
