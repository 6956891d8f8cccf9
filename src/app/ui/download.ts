import { blobOf } from './blob.ts';

/** Hands bytes or text to the browser's downloads under a file name. */
export function download(fileName: string, content: string | Uint8Array | Blob, type: string): void {
  const blob = content instanceof Uint8Array ? blobOf(content, type) : new Blob([content], { type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser reads the blob after this turn; a minute is far more than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
