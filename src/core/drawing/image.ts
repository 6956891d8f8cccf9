import { type Size, sizeOfJpeg, sizeOfPng } from './image-size.ts';

/** Base64 characters of the largest picture that is shown: about 6 MB. */
const LARGEST = 8_000_000;
/** Pixels of a picture: a small file may say that it has any number, and whoever shows it makes room for them. */
const LONGEST_SIDE = 4096;
const MOST_PIXELS = 8_000_000;

/** How the bytes of the two accepted formats begin, in base64: their first bytes, whole groups only. */
const FORMATS: readonly {
  readonly start: string;
  readonly type: string;
  readonly size: (base64: string) => Size | null;
}[] = [
  { start: 'iVBORw0KGgo', type: 'image/png', size: sizeOfPng },
  { start: '/9j/', type: 'image/jpeg', size: sizeOfJpeg },
];

/** A picture that can be shown, or why one that is a PNG or JPEG is left out. */
type Checked = { readonly href: string } | { readonly fault: 'damaged' | 'too large' } | null;

function check(base64: string): Checked {
  if (base64.length > LARGEST) return { fault: 'too large' };
  const packed = base64.replace(/\s+/g, '');
  const format = FORMATS.find(({ start }) => packed.startsWith(start));
  if (format === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return null;
  const size = format.size(packed);
  if (size === null || size.width < 1 || size.height < 1) return { fault: 'damaged' };
  const { width, height } = size;
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS) return { fault: 'too large' };
  return { href: `data:${format.type};base64,${packed}` };
}

/**
 * A template's picture as a data URI, or null when it is no PNG or JPEG, or one that cannot be shown or would take too
 * much room. The type comes from the bytes, never from the file's word, so that nothing that can run gets into a page;
 * white space is dropped (format 2.2).
 */
export function checkedImage(base64: string): string | null {
  const checked = check(base64);
  return checked !== null && 'href' in checked ? checked.href : null;
}

/** The size of a picture that `checkedImage` took, in pixels; null of any other text. */
export function pictureSize(dataUri: string): Size | null {
  const base64 = dataUri.slice(dataUri.indexOf(',') + 1);
  return FORMATS.find(({ start }) => base64.startsWith(start))?.size(base64) ?? null;
}

/** Why a picture in one of the accepted formats is left out; null when it is not, or is in another format. */
export function imageFault(base64: string): 'damaged' | 'too large' | null {
  const checked = check(base64);
  return checked !== null && 'fault' in checked ? checked.fault : null;
}
