/** Hands bytes or text to the browser's downloads under a file name. */
export function download(fileName: string, content: string | Uint8Array | Blob, type: string): void {
  const part = content instanceof Uint8Array ? new Uint8Array(content) : content;
  const url = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser reads the blob after this turn; a minute is far more than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
