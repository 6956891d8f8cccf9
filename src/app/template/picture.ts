import { checkedImage } from '../../core/drawing/index.ts';

/** Bytes of a picture that is taken, and the side that an SVG is drawn to, in pixels. */
export const LARGEST = 1_000_000;
const SIDE = 96;

export type Picture = { readonly image: string } | { readonly fault: 'too-large' | 'no-picture' };

/** A picture for a stencil: a PNG or JPEG as it is, an SVG drawn to a PNG. Everything is checked as in a file. */
export async function pictureOf(file: File): Promise<Picture> {
  if (file.size > LARGEST) return { fault: 'too-large' };
  try {
    const isSvg = file.type === 'image/svg+xml' || file.name.toLowerCase().endsWith('.svg');
    const bytes = isSvg ? await drawn(file) : new Uint8Array(await file.arrayBuffer());
    const image = bytes === null ? null : base64(bytes);
    return image === null || checkedImage(image) === null ? { fault: 'no-picture' } : { image };
  } catch {
    return { fault: 'no-picture' };
  }
}

/** As a picture an SVG runs no script and fetches nothing. */
async function drawn(file: File): Promise<Uint8Array | null> {
  const url = URL.createObjectURL(new Blob([await file.arrayBuffer()], { type: 'image/svg+xml' }));
  try {
    const picture = new Image(SIDE, SIDE);
    picture.src = url;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = SIDE;
    canvas.height = SIDE;
    const context = canvas.getContext('2d');
    if (context === null) return null;
    const { naturalWidth, naturalHeight } = picture;
    const scale = SIDE / Math.max(naturalWidth, naturalHeight, 1);
    const [width, height] = [naturalWidth * scale || SIDE, naturalHeight * scale || SIDE];
    context.drawImage(picture, (SIDE - width) / 2, (SIDE - height) / 2, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
